import { BLANK_READING, type Correction, idOf, isSetAside, type Reading, type Report, type Review } from '../model/index.ts';

/** What entries are held against where it is at hand: agreements that exist, and reports whose words are cited. */
export interface CorrectionContext {
  readonly agreements?: readonly { readonly id: string }[];
  readonly reports?: readonly Report[];
  /** Agreements that have become another one since the entry was written: what each is called now. */
  readonly moved?: ReadonlyMap<string, string>;
}

/** The context, prepared for many entries. */
interface Sources {
  readonly agreements: ReadonlySet<string> | null;
  readonly reports: ReadonlyMap<string, Report> | null;
  readonly moved: ReadonlyMap<string, string>;
}

interface Applied {
  readonly readings: readonly Reading[];
  readonly pending: readonly Correction[];
}

/**
 * Puts what people have decided beside what the machine read. The machine's reading stays as it was and is marked; a corrected
 * one is superseded by the person's. The latest decision about a reading counts, in whatever order the entries come, and
 * applying them twice changes nothing. What was accepted counts as certain.
 */
export function applyCorrections(
  readings: readonly Reading[],
  corrections: readonly Correction[],
  context: CorrectionContext = {},
): readonly Reading[] {
  return corrections.length ? decide(readings, corrections, context).readings : readings;
}

/** Entries that change nothing here: their reading, agreement or words are not in these reports. They are kept for when they are. */
export function pendingCorrections(
  readings: readonly Reading[],
  corrections: readonly Correction[],
  context: CorrectionContext = {},
): readonly Correction[] {
  return decide(readings, corrections, context).pending;
}

/** Of the readings that descend from one of the machine's, or from an added one, those that stand: one, or none. */
type Family = Set<string>;

function decide(given: readonly Reading[], corrections: readonly Correction[], context: CorrectionContext): Applied {
  const entries = inOrder(corrections);
  const ids = new Set(entries.map(({ id }) => id));
  const own = new Set(entries.map(enteredId));
  const book = new Map<string, Reading>();
  for (const reading of given) if (!own.has(reading.id)) book.set(reading.id, withoutReview(reading, ids));
  // Decisions are made on what stood before them, so that an acceptance withdrawn leaves no trace in the confidence.
  const bases = new Map(book);
  const families = new Map<string, Family>();
  const pending: Correction[] = [];
  const sources: Sources = {
    agreements: context.agreements ? new Set(context.agreements.map((agreement) => agreement.id)) : null,
    reports: context.reports ? new Map(context.reports.map((report) => [report.key, report])) : null,
    moved: context.moved ?? new Map(),
  };

  const familyOf = (id: string): Family => {
    const known = families.get(id);
    if (known) return known;
    const made: Family = new Set([id]);
    families.set(id, made);
    return made;
  };
  const setAside = (family: Family, except: string, by: string, review: Review): void => {
    for (const id of [...family]) {
      const reading = bases.get(id);
      if (id === except || !reading) continue;
      family.delete(id);
      book.set(id, { ...reading, supersededBy: by, review: { ...review, ...beside(reading) } });
    }
  };

  for (const entry of entries) {
    const target = entry.reading === null ? undefined : bases.get(entry.reading);
    if (entry.action === 'add' || entry.action === 'correct') {
      const made = entry.action === 'correct' && !target ? null : enteredReading(entry, target, bases, sources);
      if (made === null) {
        pending.push(entry);
        continue;
      }
      const family = familyOf(target?.id ?? made.id);
      if (target) {
        setAside(family, target.id, made.id, reviewOf(entry, 'replaced'));
        family.delete(target.id);
        book.set(target.id, { ...target, supersededBy: made.id, review: { ...reviewOf(entry, 'corrected'), ...beside(target) } });
      }
      family.add(made.id);
      families.set(made.id, family);
      book.set(made.id, made);
      bases.set(made.id, made);
    } else if (!target) pending.push(entry);
    else if (entry.action === 'accept') {
      const family = familyOf(target.id);
      setAside(family, target.id, target.id, reviewOf(entry, 'replaced'));
      family.add(target.id);
      book.set(target.id, { ...target, confidence: 1, review: { ...reviewOf(entry, 'accepted'), ...beside(target) } });
    } else {
      familyOf(target.id).delete(target.id);
      book.set(target.id, { ...target, review: { ...reviewOf(entry, 'rejected'), ...beside(target) } });
    }
  }
  return { readings: [...book.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), pending };
}

/** By time, then by content: the order of the lines in a file, or of two files, decides nothing. */
function inOrder(corrections: readonly Correction[]): readonly Correction[] {
  const unique = [...new Map(corrections.map((entry) => [entry.id, entry])).values()];
  return unique
    .map((entry) => ({ entry, at: Date.parse(entry.at) }))
    .sort((a, b) => a.at - b.at || (a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry }) => entry);
}

/** Of the entry alone, so that it stays the same whatever else is read or decided. */
const enteredId = ({ id }: Correction): string => idOf('rd', 'correction', id);

function withoutReview(reading: Reading, entries: ReadonlySet<string>): Reading {
  if (!reading.review || !entries.has(reading.review.entry)) return reading;
  const { review, ...rest } = reading;
  return isSetAside(reading) ? { ...rest, supersededBy: null } : rest;
}

const reviewOf = ({ by, at, why, id }: Correction, state: Review['state']): Review => ({ state, by, at, why, entry: id });
const beside = ({ review }: Reading): Partial<Review> => (review?.reading === undefined ? {} : { reading: review.reading });

/** The reading that an entry makes, or null if what it speaks of is not here. */
function enteredReading(
  entry: Correction,
  base: Reading | undefined,
  readings: ReadonlyMap<string, Reading>,
  { agreements, reports, moved }: Sources,
): Reading | null {
  const named = entry.agreement === undefined ? undefined : (moved.get(entry.agreement) ?? entry.agreement);
  const agreement = readings.get(entry.agreement ?? '')?.agreement ?? named ?? base?.agreement;
  const element = entry.element ?? base?.element;
  const holder = entry.holder ?? base?.holder;
  const value = entry.value ?? base?.value;
  if (agreement === undefined || element === undefined || holder === undefined || value === undefined) return null;
  if (agreements && !agreements.has(agreement)) return null;
  const isAnchored = ({ report, start, end, exact }: Reading['spans'][number]): boolean =>
    reports?.get(report)?.text.slice(start, end) === exact;
  if (reports && entry.spans && !entry.spans.every(isAnchored)) return null;
  const report = reports?.get(entry.spans?.[0]?.report ?? '');
  const heldFrom = entry.heldFrom ?? report?.date ?? base?.heldFrom ?? null;
  const fields = base ?? {
    ...BLANK_READING,
    language: report?.language ?? BLANK_READING.language,
    knownFrom: report?.date ?? heldFrom,
  };
  return {
    ...fields,
    id: enteredId(entry),
    agreement,
    element,
    holder,
    value,
    stance: entry.stance ?? fields.stance,
    // A newsroom's claim that a person gives to a side was said for that side, or it would be in no column.
    authority: entry.authority ?? (fields.authority === 'narration' && holder !== 'narration' ? 'official' : fields.authority),
    speaker: entry.speaker ?? fields.speaker,
    spans: entry.spans ?? fields.spans,
    evidence: entry.evidence ?? fields.evidence,
    heldFrom,
    supersededBy: null,
    origin: 'curated',
    confidence: 1,
    rule: 'correction',
    review: { ...reviewOf(entry, 'entered'), ...(base ? { reading: base.id } : {}) },
  };
}
