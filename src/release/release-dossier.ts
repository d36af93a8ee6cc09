import type { Dossier, PublicationProfile, Released, Report, Review, Speaker, WithheldName } from '../model/index.ts';
import { WITHHELD } from './names/withhold-names.ts';
import { type TextGate, textGate } from './text-gate.ts';

/** A dossier that has passed the gate. */
export type ReleasedDossier = Released<Dossier>;

/** What the gate of a dossier depends on. */
export interface DossierGate {
  readonly names?: readonly WithheldName[];
  /** Ids of statements about incidents whose embargo is not over: who said what kind of thing is told, the words wait. */
  readonly embargoed?: ReadonlySet<string>;
}

/** Ids of the ledger: hashes of public statements; they are passed on so that references lead somewhere. */
const ID = /^[a-z]{1,5}-[0-9a-f]{12}$/;
/** A name of a person as reports write it: two to four words with capitals. */
const PERSON = /^(?:\p{Lu}[\p{L}’'-]+\s+){1,3}\p{Lu}[\p{L}’'-]+$/u;

/** Speakers of whom the registry of actors knows nothing are taken for private persons: they have no function to speak in. */
function personsIn({ statements, silences }: Dossier): readonly WithheldName[] {
  const speakers: readonly Speaker[] = [
    ...statements.flatMap(({ speakers: own, via }) => [...own, ...via]),
    ...silences.flatMap(({ speakers: own }) => own),
  ];
  const names = speakers.filter(({ kind, name }) => kind === 'unregistered' && PERSON.test(name)).map(({ name }) => name);
  return [...new Set(names)].map((name) => ({ kind: 'person', spellings: [name], territory: null, operator: null, namedBy: null }));
}

/** New keys for reports whose key tells a name; every reference to them is changed alike. */
function reportKeys({ reports }: Dossier, gate: TextGate): ReadonlyMap<string, string> {
  const told = reports.flatMap(({ key }, at) =>
    gate.text(key.replace(/[_\-.]+/g, ' ')) === key.replace(/[_\-.]+/g, ' ') ? [] : [[key, `report-${at + 1}`] as const],
  );
  return new Map(told);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Walk {
  readonly gate: TextGate;
  readonly keys: ReadonlyMap<string, string>;
}

function walkText(text: string, { gate, keys }: Walk): string {
  if (ID.test(text)) return text;
  return keys.get(text) ?? gate.text(text);
}

/** Lets every string of a value through the gate, whatever field it stands in: a field that is added later is not forgotten. */
function walk(value: unknown, by: Walk): unknown {
  if (typeof value === 'string') return walkText(value, by);
  if (Array.isArray(value)) return value.map((entry) => walk(entry, by));
  if (!isRecord(value)) return value;
  const made = Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, key === 'url' && typeof entry === 'string' ? by.gate.url(entry) : walk(entry, by)]),
  );
  const { exact, start } = made;
  const isSpan = typeof exact === 'string' && typeof start === 'number';
  // How long the words were before would tell how long the name is.
  return isSpan && exact !== value['exact'] ? { ...made, end: start + exact.length, shortened: true } : made;
}

/** Spans without words of their own, in a statement whose words were shortened: they point at nothing any more. */
function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (!isRecord(value)) return value;
  if (typeof value['start'] === 'number' && typeof value['end'] === 'number') return { ...value, end: value['start'] };
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutSpans(entry)]));
}

/** Blanks the words of statements that wait; everything computed from them stays. */
function blankEmbargoed(dossier: Dossier, embargoed: ReadonlySet<string>): Dossier {
  if (embargoed.size === 0) return dossier;
  const waiting = dossier.statements.filter(({ id }) => embargoed.has(id));
  const spans = waiting.flatMap(({ report, content }) => content.map((span) => ({ report, ...span })));
  const isWaiting = (report: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
    spans.some((own) => own.report === report && own.start < end && start < own.end);
  const blank = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(blank);
    if (!isRecord(value)) return value;
    const { exact, report, start, end } = value;
    if (
      typeof exact === 'string' &&
      typeof report === 'string' &&
      typeof start === 'number' &&
      typeof end === 'number' &&
      isWaiting(report, { start, end })
    )
      return { ...value, exact: WITHHELD };
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, blank(entry)]));
  };
  const made = blank(dossier) as Dossier;
  return {
    ...made,
    statements: made.statements.map((stmt) =>
      embargoed.has(stmt.id) ? { ...stmt, exact: stmt.exact.map(() => WITHHELD), cueExact: [] } : stmt,
    ),
    silences: made.silences.map((silence) => (isWaiting(silence.report, silence.span) ? { ...silence, exact: WITHHELD } : silence)),
  };
}

/**
 * Lets a dossier through the gate for one audience: names and positions are taken out of every text, titles and addresses
 * included, private persons lose their names, and the words of statements about embargoed incidents wait.
 */
export function releaseDossier(
  dossier: Dossier,
  profile: PublicationProfile,
  { names = [], embargoed = new Set() }: DossierGate = {},
): ReleasedDossier {
  if (!profile.withholdNames) return dossier as ReleasedDossier;
  const gate = textGate(profile, [...names, ...personsIn(dossier)]);
  const blanked = blankEmbargoed(withoutDeciders(dossier), embargoed);
  const made = walk(blanked, { gate, keys: reportKeys(dossier, gate) }) as Dossier;
  const statements = made.statements.map((stmt, at) => {
    const before = dossier.statements[at];
    const isWhole = before !== undefined && stmt.exact.join() === before.exact.join() && stmt.cueExact.join() === before.cueExact.join();
    return isWhole ? stmt : (withoutSpans(stmt) as typeof stmt);
  });
  const silences = made.silences.map((silence, at) =>
    silence.exact === dossier.silences[at]?.exact ? silence : (withoutSpans(silence) as typeof silence),
  );
  const told: Dossier = { ...made, statements, silences };
  return told as ReleasedDossier;
}

/** Who decided about a reading or statement, and why, is for the desk alone: an editor who is known can be leant on. */
function withoutDeciders(dossier: Dossier): Dossier {
  const unnamed = <T extends { readonly review?: Review }>(decided: readonly T[]): readonly T[] =>
    decided.map((one) => (one.review ? { ...one, review: { ...one.review, by: WITHHELD, why: WITHHELD } } : one));
  return {
    ...dossier,
    readings: unnamed(dossier.readings),
    statements: unnamed(dossier.statements),
    ...(dossier.setAside ? { setAside: unnamed(dossier.setAside) } : {}),
  };
}

/** What of a report may leave: its whole text only where the profile says so, its title and address through the gate. */
export function releaseText(report: Report, profile: PublicationProfile, gate: TextGate): Released<Report> {
  const isWhole = profile.texts === 'full';
  // Senders and authors are names too.
  const { carrier, ...told } = report;
  return {
    ...told,
    ...(carrier === undefined || profile.withholdNames ? {} : { carrier }),
    // Where a report lay on the desk's disk is nobody's business.
    source: profile.provenance === 'kept' ? report.source : '',
    text: isWhole ? gate.text(report.text) : '',
    title: report.title === null ? null : gate.text(report.title),
    outlet: report.outlet === null ? null : gate.text(report.outlet),
    url: gate.url(report.url),
  } as Released<Report>;
}
