import type { Problem } from '../errors.ts';
import { type FileAccess, importIncidents, readBaseMap, readControl, readGazetteer } from '../feeds/index.ts';
import { outlinesOf } from '../model/base-map.ts';
import type { ControlSet } from '../model/control.ts';
import type { GazetteerEntry, IncidentReport, RestrictedMatch, RestrictedPlace, Site } from '../model/index.ts';
import {
  attachPlaces,
  indexGazetteer,
  type MatchesByReport,
  makeControlHistory,
  makeTerritoryMap,
  matchReports,
  type PlaceBooks,
  type PlaceNote,
  prepareSites,
  type SiteBook,
  type TerritoryMap,
} from '../monitor/index.ts';

/** Files that tell more of a place than a report does, and how tables of the desk's own are read; all may be missing. */
export interface PlaceFiles {
  /** Mappings for tables whose columns no mapping of the program knows. */
  readonly mappings?: readonly string[];
  /** Tables of geonames.org, or the Ukrainian code of territories. */
  readonly gazetteers?: readonly string[];
  /** Registers of protected sites. */
  readonly sites?: readonly string[];
  /** Polygons of who held which area, one file a day. */
  readonly control?: readonly string[];
  /** Holder of every area of these files; left out, each area says it in its property `holder`. */
  readonly controlHolder?: string;
}

/** What places are worked out with, and what was wrong with the files. */
export interface PlaceMaterial {
  readonly books: PlaceBooks;
  readonly sites: SiteBook;
  readonly problems: readonly Problem[];
}

/** Reports with their places and the classes of what was hit; which site it was stands apart. */
export interface PlacedIncidents {
  readonly reports: readonly IncidentReport[];
  readonly matches: MatchesByReport;
  readonly notes: readonly PlaceNote[];
  /** Restricted: for the restricted store and a person's review. */
  readonly restricted: readonly RestrictedMatch[];
}

/** A line may move far in a month; a set of polygons older than two weeks says nothing. */
const CONTROL_DAYS = 14;

/** Reads the base map that is shipped and whatever files are given. */
export async function readPlaceMaterial(
  { gazetteers = [], sites: sitePaths = [], control = [], controlHolder }: PlaceFiles,
  files: FileAccess,
  now: string,
): Promise<PlaceMaterial> {
  const problems: Problem[] = [];
  const entries: GazetteerEntry[] = [];
  for (const path of gazetteers) {
    const read = await readGazetteer(path, files);
    problems.push(...read.problems);
    for (const entry of read.entries) entries.push(entry);
  }
  const sites: Site[] = [];
  for (const path of sitePaths) {
    const read = await importIncidents(path, files, { now });
    problems.push(...read.summary.problems);
    for (const site of read.sites) sites.push(site);
  }
  const sets: ControlSet[] = [];
  for (const path of control) {
    const source = path.split(/[\\/]/).at(-1) ?? path;
    const read = await readControl(path, { source, ...(controlHolder === undefined ? {} : { all: controlHolder }) }, files);
    problems.push(...read.problems);
    if (read.set) sets.push(read.set);
  }
  const territory = makeTerritoryMap(outlinesOf(await readBaseMap(files)));
  const books: PlaceBooks = {
    territory,
    gazetteer: indexGazetteer(entries),
    control: sets.length > 0 ? makeControlHistory(sets, { withinDays: CONTROL_DAYS, elsewhereOwn: false }) : null,
  };
  return { books, sites: prepareSites(sites.map((site) => withTerritory(site, territory))), problems };
}

/** A register seldom says in which region a site lies; a name is only taken for it where the region fits. */
function withTerritory(site: Site, map: TerritoryMap): Site {
  const found = site.admin1 === null ? map.at(site.position.lat, site.position.lon) : null;
  return found ? { ...site, ...found } : site;
}

/** Fills in the places of reports and matches them to sites; exact places go in and do not come out. */
export function placeIncidents(
  reports: readonly IncidentReport[],
  exact: readonly RestrictedPlace[],
  { books, sites }: Pick<PlaceMaterial, 'books' | 'sites'>,
): PlacedIncidents {
  const placed = attachPlaces(reports, exact, books);
  const { matches, restricted } = matchReports(placed.reports, placed.exact, sites);
  return { reports: placed.reports, matches, notes: placed.notes, restricted };
}
