import type { Incident, ReleasedBook } from '../../model/index.ts';
import { cellBounds } from '../../monitor/index.ts';

type Ring = readonly (readonly [lon: number, lat: number])[];

/** A cell as a closed ring, against the clock as RFC 7946 asks; a region has no geometry here, since its outline is not ours to tell. */
function geometryOf({ place }: Incident): { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] } | null {
  const bounds = place.cell === null ? null : cellBounds(place.cell);
  if (bounds === null) return null;
  const { south, west, north, east } = bounds;
  const ring: Ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function propertiesOf(incident: Incident, book: ReleasedBook): Readonly<Record<string, unknown>> {
  const { place, occurrence, attribution } = incident;
  const own = new Set(incident.reports);
  const reports = book.reports.filter(({ id }) => own.has(id));
  const verdicts = book.assessments.filter((each) => each.incident === incident.id);
  return {
    from: incident.from,
    to: incident.to,
    territory: place.territory,
    admin1: place.admin1,
    cell: place.cell,
    precision: place.precision,
    objects: incident.objects,
    act: incident.act,
    outcome: incident.outcome,
    occurrence: occurrence.level,
    attribution: { level: attribution.level, to: attribution.to, by: attribution.by, deniedBy: attribution.deniedBy },
    grade: { source: incident.grade.source, information: incident.grade.information },
    verdicts: verdicts.map(({ agreement, holder, verdict }) => ({ agreement, holder, verdict })),
    sources: reports.map(({ source, url, stance, speaker }) => ({ source, url, stance, speaker })),
    replies: book.replies
      .filter((reply) => reply.incident === incident.id)
      .map(({ by, speaker, at, words, url }) => ({ by, speaker, at, words, url })),
  };
}

/** Released incidents as GeoJSON: cells as polygons, never points; what leaves by region or state alone has no geometry. */
export function releasedGeoJson(book: ReleasedBook): string {
  const features = book.incidents.map((incident) => ({
    type: 'Feature',
    id: incident.id,
    geometry: geometryOf(incident),
    properties: propertiesOf(incident, book),
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features, release: book.card }, null, 1)}\n`;
}
