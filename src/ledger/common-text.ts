import { type Agreement, ELEMENTS, type Element, meetOf, type Reading, type ReadingValue } from '../model/index.ts';
import { fillsColumn, heldSince } from './as-of.ts';
import { COMMITMENTS, compareValues, objectSetOf } from './compare-values.ts';
import { durationOf, rangeOf } from './instant.ts';
import { groupBy } from './read/group-by.ts';
import { isVersion } from './term.ts';

/** One clause of a text that all sides could be held to, or that holds everything anybody has said. */
export interface Clause {
  readonly element: Element;
  /** What every speaking side's version contains; null if there is nothing. */
  readonly meet: ReadingValue | null;
  /** What at least one side's version contains; null where versions cannot be joined (two starts). */
  readonly union: ReadingValue | null;
  /** Holders whose version it rests on, and parties that have said nothing of it. */
  readonly holders: readonly string[];
  readonly missing: readonly string[];
  readonly readings: readonly string[];
  readonly agreed: boolean;
}

/** The meet and the union of all current versions, clause by clause, each with its readings; nothing is made up to fill a gap. */
export function commonText(agreement: Agreement, current: readonly Reading[]): readonly Clause[] {
  const rows = groupBy(
    current.filter((reading) => fillsColumn(reading) && isVersion(reading)),
    (reading) => reading.element,
  );
  return ELEMENTS.flatMap((element) => {
    const row = rows.get(element);
    if (!row) return [];
    const latest = [...groupBy(row, (reading) => `${reading.holder}\u001f${reading.value.t}`).values()].flatMap(
      (group) => newest(group) ?? [],
    );
    const [first] = latest;
    const comparable = first ? latest.filter((reading) => reading.value.t === first.value.t) : [];
    const holders = [...new Set(comparable.map(({ holder }) => holder))].sort();
    const values = comparable.map(({ value }) => value);
    const missing = agreement.parties.filter((party) => !holders.includes(party));
    return [
      {
        element,
        meet: values
          .slice(1)
          .reduce<ReadingValue | null>((met, value) => (met === null ? null : join(met, value, 'meet')), values[0] ?? null),
        union: values
          .slice(1)
          .reduce<ReadingValue | null>((met, value) => (met === null ? null : join(met, value, 'union')), values[0] ?? null),
        holders,
        missing,
        readings: comparable.map(({ id }) => id).sort(),
        agreed: missing.length === 0 && values.every((value) => values[0] !== undefined && same(value, values[0])),
      },
    ];
  });
}

const newest = (group: readonly Reading[]): Reading | undefined =>
  [...group].sort((a, b) => heldSince(b) - heldSince(a) || (a.id < b.id ? -1 : 1))[0];

function same(a: ReadingValue, b: ReadingValue): boolean {
  const { relation } = compareValues(a, b);
  return relation === 'equal' || relation === 'compatible';
}

function join(a: ReadingValue, b: ReadingValue, how: 'meet' | 'union'): ReadingValue | null {
  if (a.t === 'objects' && b.t === 'objects') {
    const [first, second] = [objectSetOf(a), objectSetOf(b)];
    if (how === 'meet') {
      const include = meetOf(first, second);
      return include.length ? { t: 'objects', include, exclude: unite(a.exclude, b.exclude), open: b.open === null ? null : a.open } : null;
    }
    return { t: 'objects', include: unite(first.include, second.include), exclude: common(a.exclude, b.exclude), open: a.open ?? b.open };
  }
  if (a.t === 'acts' && b.t === 'acts') {
    const pick = how === 'meet' ? common : unite;
    const prohibited = pick(a.prohibited, b.prohibited);
    return prohibited.length
      ? { t: 'acts', prohibited, permitted: how === 'meet' ? unite(a.permitted, b.permitted) : common(a.permitted, b.permitted) }
      : null;
  }
  if (a.t === 'place' && b.t === 'place') {
    const include = (how === 'meet' ? common : unite)(a.include, b.include);
    return include.length
      ? { t: 'place', include, exclude: (how === 'meet' ? unite : common)(a.exclude, b.exclude), domains: unite(a.domains, b.domains) }
      : null;
  }
  if (a.t === 'duration' && b.t === 'duration') return shorterOrLonger(a, b, how);
  if (a.t === 'start' && b.t === 'start') {
    if (same(a, b)) return a.at === null ? b : a;
    if (a.at === null || b.at === null) return null;
    const later = (rangeOf(a.at)?.from ?? 0) >= (rangeOf(b.at)?.from ?? 0) ? a : b;
    // From the later start on both hold it to be in force; from the earlier one, one of them.
    return how === 'meet' ? later : later === a ? b : a;
  }
  if (a.t === 'condition' && b.t === 'condition' && a.kind === b.kind) {
    const pick = how === 'meet' ? common : unite;
    return { ...a, topics: pick(a.topics, b.topics), on: pick(a.on, b.on) };
  }
  if (a.t === 'parties' && b.t === 'parties') return weakerOrStronger(a, b, how);
  return same(a, b) ? a : null;
}

type Parties = Extract<ReadingValue, { t: 'parties' }>;

/** What is weaker than this is no consent, and nothing that another's consent could contain. */
const WEAKEST = COMMITMENTS.indexOf('proposed');

/** Whoever is ready has not agreed, and whoever has agreed is ready: the weakest word is in every version. */
function weakerOrStronger(a: Parties, b: Parties, how: 'meet' | 'union'): ReadingValue | null {
  const [first, second] = [COMMITMENTS.indexOf(a.commitment), COMMITMENTS.indexOf(b.commitment)];
  if (a.polarity === 'neg' || b.polarity === 'neg' || Math.min(first, second) < WEAKEST) return same(a, b) ? a : null;
  // Each side tells its own consent: together they are those who consent.
  const { commitment } = first <= second === (how === 'meet') ? a : b;
  return { t: 'parties', parties: unite(a.parties, b.parties), commitment, polarity: 'pos' };
}

type Duration = Extract<ReadingValue, { t: 'duration' }>;

function shorterOrLonger(a: Duration, b: Duration, how: 'meet' | 'union'): ReadingValue | null {
  const length = ({ iso }: Duration): number | null => {
    const duration = iso === null ? null : durationOf(iso);
    return duration && duration.months * 43_200 + duration.minutes;
  };
  const [first, second] = [length(a), length(b)];
  if (first === null || second === null) return same(a, b) ? a : null;
  return first <= second === (how === 'meet') ? a : b;
}

const unite = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])].sort();
const common = (a: readonly string[], b: readonly string[]): readonly string[] => a.filter((code) => b.includes(code)).sort();
