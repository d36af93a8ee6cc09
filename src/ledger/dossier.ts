import {
  type Actor,
  type Agreement,
  type Annotation,
  type Correction,
  type CuratedAgreement,
  type Divergence,
  type Dossier,
  type DossierAgreement,
  ELEMENTS,
  isSetAside,
  type OpenQuestion,
  type Reading,
  type Report,
} from '../model/index.ts';
import { endOf, heldBefore, knownBy, supersede } from './as-of.ts';
import { cellsOf } from './cells.ts';
import { clocksOf } from './clocks.ts';
import { applyCorrections } from './corrections.ts';
import { findDivergences } from './divergence.ts';
import { columnsOf, fillSilences } from './fill-silences.ts';
import { holderName, holderNames } from './holder-names.ts';
import { knownAt, momentOf } from './instant.ts';
import { markVerbatim } from './mark-verbatim.ts';
import { saidIn } from './mentions-in.ts';
import { mergeCurated } from './merge-curated.ts';
import { findOrigins } from './origins.ts';
import type { HolderNames } from './phrase/say.ts';
import { findPositions } from './positions.ts';
import { openQuestions } from './questions.ts';
import { groupBy } from './read/group-by.ts';
import { makeHolderLookup, type ResolveHolder, readLedger } from './read/index.ts';
import { relateStatements } from './relations.ts';
import { findRequests } from './requests.ts';
import { reportedSilences } from './silences.ts';
import { spokenStatements } from './statements.ts';
import { overallState, partyStatuses } from './status.ts';
import { timelineOf } from './timeline.ts';

/** What a dossier is computed from; the same input gives the same bytes, in whatever order the reports come. */
export interface DossierInput {
  readonly reports: readonly Report[];
  readonly annotations: readonly Annotation[];
  readonly actors: readonly Actor[];
  /** Resolves a speaker's holder and authority; left out, the list of actors decides. */
  readonly holderOf?: ResolveHolder;
  /** Agreements with readings that people have entered. */
  readonly curated?: readonly CuratedAgreement[];
  /** What people have decided about single readings. */
  readonly corrections?: readonly Correction[];
  /** Agreements and readings that are there already, beside those read from the reports. */
  readonly ledger?: { readonly agreements: readonly Agreement[]; readonly readings: readonly Reading[] };
  /** Date up to which reports and readings are known; null for all. */
  readonly asOf?: string | null;
  /** Date at which readings are held, if another than `asOf`. */
  readonly heldAt?: string | null;
}

/** One agreement with everything computed about it. */
export interface AgreementBook {
  readonly entry: DossierAgreement;
  /** All readings known, with their ends, and the silences beside them; none that people have set aside. */
  readonly readings: readonly Reading[];
  readonly divergences: readonly Divergence[];
  readonly questions: readonly OpenQuestion[];
}

/** Computes one agreement from its readings alone; `readings` are those of this agreement, in any order. */
export function bookOf(
  agreement: Agreement,
  readings: readonly Reading[],
  names: HolderNames,
  asOf: string | null = null,
  heldAt: string | null = null,
): AgreementBook {
  const counted = readings.some(isSetAside) ? readings.filter((reading) => !isSetAside(reading)) : readings;
  const known = supersede(knownBy(counted, asOf));
  const spoken = heldBefore(known, endOf(heldAt ?? asOf));
  const columns = columnsOf(agreement, known);
  const silent = fillSilences(agreement, spoken, columns);
  const current = [...spoken, ...silent];
  const divergences = findDivergences(current, known, asOf, names);
  const parties = partyStatuses(agreement.id, columns, heldUpTo(known, heldAt ?? asOf), heldAt ?? asOf);
  const overall = overallState({ agreement, parties, current: spoken, divergences, asOf: heldAt ?? asOf, names });
  return {
    entry: { agreement, overall, parties, cells: cellsOf(current, columns), clocks: clocksOf(spoken, known, names) },
    readings: [...known, ...silent],
    divergences,
    questions: openQuestions(agreement, spoken, columns, divergences, overall.state, names),
  };
}

const heldUpTo = (readings: readonly Reading[], date: string | null): readonly Reading[] =>
  heldBefore(
    readings.map((reading) => (reading.heldTo === null ? reading : { ...reading, heldTo: null })),
    endOf(date),
  );

const PLACE: ReadonlyMap<string | null, number> = new Map(ELEMENTS.map((element, index) => [element, index]));

/** In the order in which an agreement's elements are shown; the id decides what the element does not. */
const byElement = <T extends { readonly id: string; readonly element: string | null }>(a: T, b: T): number =>
  (PLACE.get(a.element) ?? -1) - (PLACE.get(b.element) ?? -1) || byId(a, b);

const byId = <T extends { readonly id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Builds the whole book over the reports given, as known on a date. */
export function buildDossier(input: DossierInput): Dossier {
  const asOf = input.asOf ?? null;
  const heldAt = input.heldAt ?? null;
  const reports = knownReports(input.reports, asOf);
  const keys = new Set(reports.map(({ key }) => key));
  const annotations = uniqueBy(
    input.annotations.filter(({ report }) => keys.has(report)),
    ({ report }) => report,
  ).sort((a, b) => (a.report < b.report ? -1 : 1));
  const read = readLedger({
    reports,
    annotations,
    actors: input.actors,
    ...(input.holderOf ? { holderOf: input.holderOf } : {}),
  });
  const given = input.ledger ?? { agreements: [], readings: [] };
  const merged = mergeCurated(
    { agreements: [...read.agreements, ...given.agreements], readings: [...read.readings, ...given.readings] },
    input.curated ?? [],
  );
  const corrected = applyCorrections(merged.readings, input.corrections ?? [], {
    agreements: merged.agreements,
    reports: input.reports,
    ...(merged.moved ? { moved: merged.moved } : {}),
  });
  const ledger = { agreements: merged.agreements, readings: corrected };
  const names = holderNames(input.actors);
  const books = booksOf(ledger.agreements, markVerbatim(ledger.readings, reports), names, asOf, heldAt);
  const readings = books.flatMap((book) => book.readings).sort(byId);
  const setAside = knownBy(corrected.filter(isSetAside), asOf);
  const lookup = makeHolderLookup(input.actors, input.holderOf);
  const said = saidIn(reports, annotations, lookup);
  const origins = findOrigins(reports, said, input.actors, names);
  const originOf = new Map(origins.flatMap((origin) => origin.reports.map((report) => [report, origin.id])));
  const divergences = books.flatMap((book) => [...book.divergences].sort(byElement));
  const questions = books.flatMap((book) => [...book.questions].sort(byElement));
  const relations = relateStatements({ readings, divergences, questions });
  const silences = reportedSilences(reports, annotations, readings);
  const positions = findPositions(said, lookup.holderOf);
  const requests = findRequests(said, lookup.holderOf);
  // Everybody who is named anywhere in the dossier has a name in it, not only those with a column.
  const named = new Set([
    ...books.flatMap(({ entry }) => entry.parties.map(({ holder }) => holder)),
    ...requests.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ...positions.map(({ holder }) => holder),
  ]);
  return {
    schema: 'trucebook/dossier@1',
    asOf,
    heldAt,
    reports: reports.map(({ id, key, date, outlet, language, url, title }) => ({
      id,
      key,
      date,
      outlet,
      language,
      url,
      title,
      origin: originOf.get(key) ?? null,
    })),
    agreements: books.map(({ entry }) => entry),
    readings,
    ...(setAside.length ? { setAside } : {}),
    divergences,
    openQuestions: questions,
    relations,
    origins,
    requests,
    positions,
    silences,
    timeline: timelineOf({ readings, books: books.map(({ entry }) => entry), silences, positions, names }),
    statements: spokenStatements(reports, annotations, [...readings, ...setAside], positions),
    flags: read.flags,
    holders: [...named].sort().map((code) => ({ code, name: holderName(code, names) })),
  };
}

/** Computes every agreement that is known by the date, indexed once: no reading is looked at for an agreement it is not of. */
export function booksOf(
  agreements: readonly Agreement[],
  readings: readonly Reading[],
  names: HolderNames,
  asOf: string | null = null,
  heldAt: string | null = null,
): readonly AgreementBook[] {
  const byAgreement = groupBy(readings, (reading) => reading.agreement);
  const books = uniqueBy(agreements, ({ id }) => id).map((agreement) =>
    bookOf(agreement, byAgreement.get(agreement.id) ?? [], names, asOf, heldAt),
  );
  return inBookOrder(books, asOf);
}

/** Books of agreements of which something is known, in the order in which they were first spoken of. */
export function inBookOrder(books: readonly AgreementBook[], asOf: string | null): readonly AgreementBook[] {
  const order = ({ entry: { agreement } }: AgreementBook): string => `${agreement.firstKnown ?? '~'}${agreement.id}`;
  return books
    .filter(({ entry, readings: known }) => known.length > 0 || (asOf === null && entry.agreement.mentions.length > 0))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The reports published by the date, each once, in the order of time; a report without a date is known only without one. */
export function knownReports(reports: readonly Report[], asOf: string | null): readonly Report[] {
  const moment = asOf === null ? null : momentOf(asOf);
  return uniqueBy(
    [...reports].sort((a, b) => (a.key < b.key ? -1 : 1)),
    ({ id }) => id,
  )
    .filter((report) => {
      if (moment === null) return true;
      const known = report.date === null ? null : knownAt(report.date);
      return known !== null && known <= moment;
    })
    .sort((a, b) => (`${a.date ?? '~'}\u001f${a.key}` < `${b.date ?? '~'}\u001f${b.key}` ? -1 : 1));
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (const item of items) if (!found.has(key(item))) found.set(key(item), item);
  return [...found.values()];
}
