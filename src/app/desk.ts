import type { InterfaceLanguage } from '../i18n/index.ts';
import { messagesFor } from '../i18n/index.ts';
import { actors } from '../lang/actors/index.ts';
import { changesBetween } from '../ledger/index.ts';
import { momentOf } from '../ledger/instant.ts';
import { type Placed, placedStatements } from '../ledger/statements.ts';
import type { Annotation, Audience, Dossier, Report } from '../model/index.ts';
import { profileOf, releaseDossier } from '../release/index.ts';
import { type Comparison, type ContextOf, contextsOf, type DossierView, viewOf } from '../report/index.ts';
import { makeCache } from './cache.ts';
import { type IncidentDesk, type IncidentMaterial, makeIncidentDesk } from './incident-desk.ts';
import { dossierOf, type Material } from './material.ts';
import { releaseMaterial } from './release-material.ts';
import { makeReportDesk, type ReportDesk } from './report-desk.ts';
import { makeSearchDesk, type SearchDesk } from './search-desk.ts';

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
  readonly material: Material;
  readonly contextOf: ContextOf;
  readonly reports: ReadonlyMap<string, Report>;
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** Every statement of every report by its id, whether or not a reading rests on it. */
  readonly statements: ReadonlyMap<string, Placed>;
  /** Holders of the whole book in the order of their columns: a side keeps its hue and shape on every date. */
  readonly holders: Dossier['holders'];
  /** The name of a speaker in a language of the interface; a name that is in no register stays as it is. */
  readonly speakerName: (name: string, language: InterfaceLanguage) => string;
  /** Days on which something became known, ascending. */
  readonly days: readonly string[];
  /** Moments at which reports became known, in the order of time: the steps of a replay. */
  readonly steps: readonly { readonly at: string; readonly reports: readonly string[] }[];
  readonly dossier: (moment?: Moment) => Dossier;
  readonly view: (moment: Moment, language: InterfaceLanguage) => DossierView;
  /** What became known between two dates. */
  readonly changes: (since: string, moment: Moment) => Comparison;
  readonly incidents: IncidentDesk;
  readonly daily: ReportDesk;
  readonly search: SearchDesk;
}

/** Registered speakers have names in several languages; the German one is what a statement carries. */
const namesIn = new Map(actors.map(({ name, names }) => [name, names]));

/** Dates kept at once; a reader steps through a handful. */
const MOMENTS = 24;

/** Dates of reports in the order in which they were known, each with its reports. */
function stepsOf(reports: readonly Report[]): Desk['steps'] {
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
 * has passed the release gate: texts before they are read, dossiers as they are computed, incidents as they are released.
 */
export function makeDesk(given: Material, incidents: IncidentMaterial = { reports: [] }, audience: Audience = 'internal', now = ''): Desk {
  const profile = profileOf(audience);
  const { names = [] } = incidents;
  const material = releaseMaterial(given, profile, { ...incidents, now });
  const dossiers = makeCache<Dossier>(MOMENTS);
  const views = makeCache<DossierView>(MOMENTS);
  const comparisons = makeCache<Comparison>(MOMENTS);
  const contextOf = profile.texts === 'full' ? contextsOf(material.reports, material.annotations) : NO_CONTEXT;
  const keyOf = ({ asOf, heldAt }: Moment): string => `${asOf ?? ''}|${heldAt ?? ''}`;
  const computed = (moment: Moment): Dossier =>
    dossierOf(material, {
      ...(moment.asOf === null ? {} : { asOf: moment.asOf }),
      ...(moment.heldAt === null ? {} : { heldAt: moment.heldAt }),
    });
  const gated = (found: Dossier): Dossier => (profile.withholdNames ? (releaseDossier(found, profile, { names }) as Dossier) : found);
  const dossier = (moment: Moment = NOW): Dossier => dossiers(keyOf(moment), () => gated(computed(moment)));
  const annotations = new Map(material.annotations.map((annotation) => [annotation.report, annotation]));
  return {
    material,
    contextOf,
    reports: new Map(material.reports.map((report) => [report.key, report])),
    annotations,
    statements: placedStatements(material.reports, material.annotations),
    holders: dossier().holders,
    speakerName: (name, language) => (language === 'de' ? name : (namesIn.get(name)?.[language]?.[0] ?? name)),
    days: [...new Set(material.reports.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 10)])))].sort(),
    steps: stepsOf(material.reports),
    dossier,
    view: (moment, language) =>
      views(`${language}|${keyOf(moment)}`, () => viewOf(dossier(moment), { messages: messagesFor(language), contextOf, both: true })),
    changes: (since, moment) =>
      comparisons(`${since}|${keyOf(moment)}`, () => {
        const [before, after] = [dossier({ asOf: since, heldAt: null }), dossier(moment)];
        return { before, after, changes: changesBetween(before, after) };
      }),
    incidents: makeIncidentDesk(incidents, (asOf) => dossier({ asOf, heldAt: null })),
    daily: makeReportDesk(material, incidents),
    search: makeSearchDesk(material.reports, annotations),
  };
}
