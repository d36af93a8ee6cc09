import type { InterfaceLanguage } from '../i18n/index.ts';
import { messagesFor } from '../i18n/index.ts';
import { actors } from '../lang/actors/index.ts';
import { changesBetween } from '../ledger/index.ts';
import { momentOf } from '../ledger/instant.ts';
import { type Placed, placedStatements } from '../ledger/statements.ts';
import type { Annotation, Audience, Dossier, Report } from '../model/index.ts';
import { cutOffOf, profileOf, releaseDossier } from '../release/index.ts';
import { type Comparison, type ContextOf, contextsOf, type DossierView, viewOf } from '../report/index.ts';
import { makeCache } from './cache.ts';
import { type IncidentDesk, type IncidentMaterial, makeIncidentDesk } from './incident-desk.ts';
import { dossierOf, type Material } from './material.ts';
import { withTextIncidents } from './monitoring.ts';
import { quotedParts, type ReportParts } from './quoted-parts.ts';
import { quotedSearch } from './quoted-search.ts';
import { makeReportDesk, type ReportDesk } from './report-desk.ts';
import { makeSearchDesk, type SearchDesk, searchableIn } from './search-desk.ts';
import { withoutWaiting } from './waiting-statements.ts';

/** A point on the two axes of time; null is everything that is at hand. */
export interface Moment {
  readonly asOf: string | null;
  readonly heldAt: string | null;
}

const NOW: Moment = { asOf: null, heldAt: null };

/**
 * Everything that pages ask of one set of material. What is computed once is kept, so that a page is only laid out when it is
 * asked for; the material itself never changes under a desk.
 */
export interface Desk {
  /** For whom everything it gives has been released. */
  readonly audience: Audience;
  /** Texts of reports may be shown whole, and not in quotations alone. */
  readonly hasTexts: boolean;
  readonly material: Material;
  readonly contextOf: ContextOf;
  readonly reports: ReadonlyMap<string, Report>;
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** Every statement of every report by its id, whether or not a reading rests on it. */
  readonly statements: ReadonlyMap<string, Placed>;
  /** Statements of a report in the order in which they stand in it. */
  readonly statementsIn: (report: string) => readonly Placed[];
  /** Holders of the whole book in the order of their columns: a side keeps its hue and shape on every date. */
  readonly holders: Dossier['holders'];
  /** The name of a speaker in a language of the interface; a name that is in no register stays as it is. */
  readonly speakerName: (name: string, language: InterfaceLanguage) => string;
  /** Days on which something became known, ascending. */
  readonly days: readonly string[];
  /** Moments at which reports became known, in the order of time: the steps of a replay. */
  readonly steps: readonly { readonly at: string; readonly reports: readonly string[] }[];
  readonly dossier: (moment?: Moment) => Dossier;
  /** Whether the dossier of a date need not be worked out. */
  readonly isAtHand: (moment: Moment) => boolean;
  readonly view: (moment: Moment, language: InterfaceLanguage) => DossierView;
  /** What became known between two dates. */
  readonly changes: (since: string, moment: Moment) => Comparison;
  readonly incidents: IncidentDesk;
  readonly daily: ReportDesk;
  readonly search: SearchDesk;
}

/** What a desk works out from dossiers, kept for the dates asked for last. */
type Computed = Pick<Desk, 'dossier' | 'isAtHand' | 'view' | 'changes'>;

interface Computing {
  readonly make: (moment: Moment) => Dossier;
  readonly contextOf: ContextOf;
  /** The date that counts for one that is asked for. */
  readonly dateOf: (asOf: string | null) => string | null;
  /** Statements of the material: so large is a dossier, about. */
  readonly statements: number;
  /** The dossier of everything, where it is there already. */
  readonly atHand: Dossier | null;
}

/** Keeps dossiers, their views and their differences, each made once for a date; that of everything at hand stays. */
function keepComputed({ make, contextOf, dateOf, statements, atHand }: Computing): Computed {
  const most = Math.max(2, Math.min(MOMENTS, Math.floor(STATEMENTS_KEPT / Math.max(statements, 1))));
  const dossiers = makeCache<Dossier>(most);
  const views = makeCache<DossierView>(most);
  const comparisons = makeCache<Comparison>(most);
  const keyOf = ({ asOf, heldAt }: Moment): string => `${dateOf(asOf) ?? ''}|${heldAt ?? ''}`;
  let present: Dossier | null = atHand;
  const made = (moment: Moment): Dossier => make({ ...moment, asOf: dateOf(moment.asOf) });
  const dossier = (moment: Moment = NOW): Dossier => {
    const key = keyOf(moment);
    if (key !== keyOf(NOW)) return dossiers(key, () => made(moment));
    present ??= made(NOW);
    return present;
  };
  return {
    dossier,
    isAtHand: (moment) => keyOf(moment) === keyOf(NOW) || dossiers.has(keyOf(moment)),
    view: (moment, language) =>
      views(`${language}|${keyOf(moment)}`, () => viewOf(dossier(moment), { messages: messagesFor(language), contextOf, both: true })),
    changes: (since, moment) =>
      comparisons(`${since}|${keyOf(moment)}`, () => {
        const [before, after] = [dossier({ asOf: since, heldAt: null }), dossier(moment)];
        return { before, after, changes: changesBetween(before, after) };
      }),
  };
}

/** Registered speakers have names in several languages; the German one is what a statement carries. */
const namesIn = new Map(actors.map(({ name, names }) => [name, names]));

/** Dates kept at once; a reader steps through a handful. */
const MOMENTS = 24;
/** Statements of all the dossiers kept for other dates together: whoever asks for many dates must not fill the memory. */
const STATEMENTS_KEPT = 300_000;

/** Finds the statements of a report, in the order in which they stand in it. */
export function statementsByReport(statements: ReadonlyMap<string, Placed>): Desk['statementsIn'] {
  const groups = new Map<string, Placed[]>();
  for (const placed of statements.values()) {
    const group = groups.get(placed.report.key);
    if (group) group.push(placed);
    else groups.set(placed.report.key, [placed]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.statement.content[0]?.start ?? 0) - (b.statement.content[0]?.start ?? 0));
  return (report) => groups.get(report) ?? [];
}

/** Days on which reports became known, ascending. */
export function daysOf(reports: readonly Pick<Report, 'date'>[]): readonly string[] {
  return [...new Set(reports.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 10)])))].sort();
}

/** Dates of reports in the order in which they were known, each with its reports. */
export function stepsOf(reports: readonly Pick<Report, 'key' | 'date'>[]): Desk['steps'] {
  const groups = new Map<string, string[]>();
  for (const { key, date } of reports) if (date !== null) groups.set(date, [...(groups.get(date) ?? []), key]);
  return [...groups]
    .map(([at, keys]) => ({ at, reports: keys.sort() }))
    .sort((a, b) => (momentOf(a.at) ?? 0) - (momentOf(b.at) ?? 0) || (a.at < b.at ? -1 : 1));
}

/** A sentence around a quotation is more than a quotation: where only those may leave, there is none. */
const NO_CONTEXT: ContextOf = () => null;

/**
 * Makes a desk over material that has been read, and the incidents beside it. For others than the desk itself everything it gives
 * has passed the release gate: dossiers as they are computed, reports and statements as those dossiers quote them, incidents as they
 * are released. `atHand` is the dossier of everything that such a desk has worked out elsewhere from the same material.
 */
export function makeDesk(
  given: Material,
  tables: IncidentMaterial = { reports: [] },
  audience: Audience = 'internal',
  now = '',
  atHand: Dossier | null = null,
): Desk {
  const profile = profileOf(audience);
  const hasTexts = profile.texts === 'full' && !profile.withholdNames;
  const incidents = { ...tables, reports: withTextIncidents(tables.reports, given) };
  const { names = [] } = incidents;
  // Worked out only where something is computed from it.
  let worked: Material | null = hasTexts ? given : null;
  const known = (): Material => {
    worked ??= withoutWaiting(given, profile, { ...incidents, now });
    return worked;
  };
  // What came in since the last batch waits; what a reader asks for of an earlier date is not touched by that.
  const last = profile.batch === 'none' ? null : cutOffOf(profile, now);
  const batched = (asOf: string | null): string | null =>
    last === null || (asOf !== null && (momentOf(asOf) ?? 0) < (momentOf(last) ?? 0)) ? asOf : last;
  const contextOf = hasTexts ? contextsOf(given.reports, given.annotations) : NO_CONTEXT;
  const computed = keepComputed({
    make: ({ asOf, heldAt }) => {
      const found = dossierOf(known(), { ...(asOf === null ? {} : { asOf }), ...(heldAt === null ? {} : { heldAt }) });
      return profile.withholdNames ? (releaseDossier(found, profile, { names }) as Dossier) : found;
    },
    contextOf,
    dateOf: batched,
    statements: given.annotations.reduce((sum, annotation) => sum + annotation.statements.length, 0),
    atHand,
  });
  const { dossier } = computed;
  const parts: ReportParts = hasTexts
    ? {
        reports: new Map(given.reports.map((report) => [report.key, report])),
        statements: placedStatements(given.reports, given.annotations),
      }
    : quotedParts(dossier());
  const reports = [...parts.reports.values()];
  const annotations = new Map(hasTexts ? given.annotations.map((annotation) => [annotation.report, annotation]) : []);
  return {
    audience,
    hasTexts,
    material: hasTexts ? given : { reports, annotations: [], curated: [], corrections: [], problems: [] },
    contextOf,
    ...parts,
    annotations,
    statementsIn: statementsByReport(parts.statements),
    holders: dossier().holders,
    speakerName: (name, language) => (language === 'de' ? name : (namesIn.get(name)?.[language]?.[0] ?? name)),
    days: daysOf(reports),
    steps: stepsOf(reports),
    ...computed,
    incidents: makeIncidentDesk(incidents, (asOf) => dossier({ asOf, heldAt: null })),
    daily: makeReportDesk(given, incidents),
    search: hasTexts ? makeSearchDesk(() => searchableIn(given.reports, annotations)) : quotedSearch(dossier(), parts.reports),
  };
}
