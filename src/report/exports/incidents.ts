import { type BaseMap, outlinesOf } from '../../model/base-map.ts';
import type { Incident, ReleasedBook } from '../../model/index.ts';
import { cellBounds } from '../../monitor/grid.ts';
import { countIncidents } from '../count-incidents.ts';
import { groupByPlace, type PlaceGroup } from '../map/place-groups.ts';
import type { Side } from '../sides.ts';
import { type CsvRow, csvOf } from './csv.ts';

const COLUMNS = [
  'id',
  'from',
  'to',
  'known_from',
  'territory',
  'admin1',
  'cell',
  'claimed_by',
  'precision',
  'objects',
  'act',
  'said_by',
  'accused',
  'denied_by',
  'attribution',
  'occurrence',
  'independent_groups',
  'source_grade',
  'information_grade',
  'maybe_same',
  'sources',
  'urls',
] as const;

/** Released incidents as rows, with a column for the verdict of each reading (`verdict:AGREEMENT:HOLDER`); nothing the gate withheld. */
export function incidentsCsv(book: ReleasedBook, incidents: readonly Incident[]): string {
  const ids = new Set(incidents.map(({ id }) => id));
  const judged = book.assessments.filter(({ incident }) => ids.has(incident));
  const verdictColumn = (agreement: string, holder: string): string => `verdict:${agreement}:${holder}`;
  const verdicts = [...new Set(judged.map(({ agreement, holder }) => verdictColumn(agreement, holder)))].sort();
  const byIncident = new Map<string, Record<string, string>>();
  for (const { incident, agreement, holder, verdict } of judged) {
    const own = byIncident.get(incident) ?? {};
    own[verdictColumn(agreement, holder)] = verdict;
    byIncident.set(incident, own);
  }
  const reports = new Map(book.reports.map((report) => [report.id, report]));
  const rows = incidents.map((incident): CsvRow => {
    const own = incident.reports.flatMap((id) => reports.get(id) ?? []);
    const { place, attribution, occurrence, grade } = incident;
    return {
      id: incident.id,
      from: incident.from,
      to: incident.to,
      known_from: incident.knownFrom,
      territory: place.territory,
      admin1: place.admin1,
      cell: place.cell,
      claimed_by: place.claimedBy.join('; '),
      precision: place.precision,
      objects: incident.objects.join('; '),
      act: incident.act,
      said_by: attribution.by.join('; '),
      accused: attribution.to.join('; '),
      denied_by: attribution.deniedBy.join('; '),
      attribution: attribution.level,
      occurrence: occurrence.level,
      independent_groups: occurrence.independentGroups,
      source_grade: grade.source,
      information_grade: grade.information,
      maybe_same: incident.maybe.join('; '),
      sources: [...new Set(own.map(({ source }) => source))].join('; '),
      urls: [...new Set(own.flatMap(({ url }) => url ?? []))].join('; '),
      ...byIncident.get(incident.id),
    };
  });
  return csvOf([...COLUMNS, ...verdicts], rows);
}

/** Released incidents with their reports, verdicts, gaps and replies, and the card of the release. */
export function incidentsJson(book: ReleasedBook, incidents: readonly Incident[]): string {
  const ids = new Set(incidents.map(({ id }) => id));
  const own = new Set(incidents.flatMap(({ reports }) => reports));
  const part = {
    schema: 'trucebook/incidents@1',
    asOf: book.asOf,
    count: countIncidents(incidents, book.profile),
    incidents,
    reports: book.reports.filter(({ id }) => own.has(id)),
    assessments: book.assessments.filter(({ incident }) => ids.has(incident)),
    gaps: book.gaps,
    replies: book.replies.filter(({ incident }) => ids.has(incident)),
    profile: book.profile.id,
    card: book.card,
  };
  return `${JSON.stringify(part, null, 1)}\n`;
}

/**
 * Places with their counts as GeoJSON: the outline of a region or the square of a cell, never a point. What has no place on a
 * map has no geometry.
 */
export function placesGeoJson(book: ReleasedBook, sides: readonly Side[], map: BaseMap): string {
  const outlines = new Map(outlinesOf(map).map((outline) => [outline.code, outline]));
  const geometryOf = ({ key }: PlaceGroup): object | null => {
    if (key.kind === 'unit') return { type: 'MultiPolygon', coordinates: outlines.get(key.code)?.polygons ?? [] };
    const bounds = key.kind === 'cell' ? cellBounds(key.code) : null;
    if (bounds === null) return null;
    const { south, west, north, east } = bounds;
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return { type: 'Polygon', coordinates: [ring] };
  };
  const features = groupByPlace(book, sides).map((group) => ({
    type: 'Feature',
    geometry: geometryOf(group),
    properties: {
      place: group.key.kind,
      code: 'code' in group.key ? group.key.code : null,
      count: group.all,
      by_side: Object.fromEntries(group.bySide.map(({ side, count }) => [side, count])),
      incidents: group.incidents.map(({ id }) => id),
      profile: book.profile.id,
    },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', borders: 'A/RES/68/262', features })}\n`;
}
