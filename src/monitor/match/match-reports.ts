import type { IncidentMatch, IncidentReport, RestrictedMatch, RestrictedPlace, Site } from '../../model/index.ts';
import { KINDS } from './answers.ts';
import { makeClassSets } from './class-sets.ts';
import { metresBetween } from './geometry.ts';
import { indexSites, type SiteIndex } from './index-sites.ts';
import { type EventColumns, matchColumns, type NamedSites } from './match-columns.ts';
import { isFine, radiusOf } from './precision.ts';
import { indexNames, type SiteNames } from './site-names.ts';

/** Sites made ready for matching, by place and by name. Restricted, like the sites themselves. */
export interface SiteBook {
  readonly index: SiteIndex;
  readonly names: SiteNames;
}

/** What matching gives: classes for the incidents, and apart from them, for the restricted store, which sites. */
export interface MatchedReports {
  /** By report: the classes its event can have hit. Nothing in it tells which site, how far, or how likely. */
  readonly matches: Readonly<Record<string, readonly IncidentMatch[]>>;
  readonly restricted: readonly RestrictedMatch[];
}

/** Metres by which a site that a text names may lie beyond the stated place: further off, the text speaks of another event. */
const NAMED_WITHIN = 30_000;

/** Makes sites ready for matching. */
export function prepareSites(sites: readonly Site[]): SiteBook {
  return { index: indexSites(sites), names: indexNames(sites) };
}

/**
 * Matches reports to protected sites: by a name in the report, by lying inside an outline, by distance within the stated
 * precision, else by the class the report states.
 */
export function matchReports(
  reports: readonly IncidentReport[],
  exact: readonly RestrictedPlace[],
  { index, names }: SiteBook,
): MatchedReports {
  const places = new Map(exact.map((place) => [place.reportId, place]));
  const stated = makeClassSets();
  const columns = columnsOf(reports, places, stated.numberOf);
  const { found, lists, pairs } = matchColumns(index, columns, stated, sitesNamedIn(reports, places, index.sites, names));
  const shared = new Map<string, readonly IncidentMatch[]>();
  const matches: Record<string, readonly IncidentMatch[]> = {};
  reports.forEach(({ id, place }, at) => {
    const list = found[at] ?? 0;
    if (list === 0) return;
    const precision = places.get(id)?.precision ?? place.precision;
    const key = `${list} ${precision}`;
    const known = shared.get(key);
    const made =
      known ??
      (lists[list] ?? []).map(
        ({ objectClass, match }): IncidentMatch => ({
          objectClass,
          match,
          reason: { code: `match_${match}`, values: match === 'near' || match === 'within' ? { precision } : {} },
        }),
      );
    if (!known) shared.set(key, made);
    matches[id] = made;
  });
  return { matches, restricted: restrictedOf(reports, index, pairs) };
}

function columnsOf(
  reports: readonly IncidentReport[],
  places: ReadonlyMap<string, RestrictedPlace>,
  numberOf: (classes: readonly string[]) => number,
): EventColumns {
  const count = reports.length;
  const columns = {
    lat: new Float64Array(count),
    lon: new Float64Array(count),
    radius: new Float64Array(count).fill(-1),
    fine: new Uint8Array(count),
    stated: new Uint16Array(count),
  };
  reports.forEach(({ id, objects }, at) => {
    columns.stated[at] = numberOf(objects);
    const place = places.get(id);
    const radius = place ? radiusOf(place.precision) : null;
    if (!place || radius === null || place.lat === null || place.lon === null) return;
    columns.lat[at] = place.lat;
    columns.lon[at] = place.lon;
    columns.radius[at] = radius;
    columns.fine[at] = isFine(place.precision) ? 1 : 0;
  });
  return columns;
}

function sitesNamedIn(
  reports: readonly IncidentReport[],
  places: ReadonlyMap<string, RestrictedPlace>,
  sites: readonly Site[],
  names: SiteNames,
): NamedSites {
  return (event) => {
    const report = reports[event];
    if (!report) return [];
    const exact = places.get(report.id);
    const texts = [report.text, exact?.placeName ?? null].filter((text) => text !== null);
    return [...new Set(texts.flatMap((text) => names.findIn(text)))].filter((at) => {
      const site = sites[at];
      return site !== undefined && isPossible(report, exact, site);
    });
  };
}

/** Whether a named site can be where the report says: sites of one name stand in several regions. */
function isPossible({ place }: IncidentReport, exact: RestrictedPlace | undefined, site: Site): boolean {
  if (place.territory !== null && site.territory !== null && place.territory !== site.territory) return false;
  if (place.admin1 !== null && site.admin1 !== null && place.admin1 !== site.admin1) return false;
  const radius = exact ? radiusOf(exact.precision) : null;
  if (!exact || radius === null || exact.lat === null || exact.lon === null) return true;
  return metresBetween(exact.lat, exact.lon, site.position.lat, site.position.lon) <= radius + NAMED_WITHIN;
}

function restrictedOf(
  reports: readonly IncidentReport[],
  { sites }: SiteIndex,
  { event, site, kind }: { readonly event: Uint32Array; readonly site: Uint32Array; readonly kind: Uint8Array },
): readonly RestrictedMatch[] {
  const found: RestrictedMatch[] = [];
  // In the order of the reports and of the register, whatever order the search took; of one pair the surest way comes first.
  const inOrder = Uint32Array.from(event.keys()).sort(
    (a, b) => (event[a] ?? 0) - (event[b] ?? 0) || (site[a] ?? 0) - (site[b] ?? 0) || (kind[a] ?? 0) - (kind[b] ?? 0),
  );
  inOrder.forEach((pair, at) => {
    const before = inOrder[at - 1];
    // A site may be both named and near.
    if (before !== undefined && event[before] === event[pair] && site[before] === site[pair]) return;
    const report = reports[event[pair] ?? -1];
    const matched = sites[site[pair] ?? -1];
    const match = KINDS[kind[pair] ?? -1];
    if (report && matched && match) found.push({ reportId: report.id, siteId: matched.id, objectClasses: matched.objects, match });
  });
  return found;
}
