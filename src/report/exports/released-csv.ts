import type { Incident, ReleasedBook } from '../../model/index.ts';
import { type CsvRow, csvOf } from './csv.ts';

const COLUMNS = [
  'id',
  'from',
  'to',
  'territory',
  'admin1',
  'cell',
  'place_precision',
  'objects',
  'act',
  'outcome',
  'occurrence',
  'independent_groups',
  'source_grade',
  'information_grade',
  'attribution',
  'attributed_to',
  'attributed_by',
  'denied_by',
  'means',
  'known_from',
  'sources',
  'urls',
  'quotations',
  'replies',
] as const;

const joined = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join('; '));
const unique = (values: readonly (string | null)[]): readonly string[] => [...new Set(values.filter((value) => value !== null))].sort();

function rowOf(incident: Incident, book: ReleasedBook, verdicts: ReadonlyMap<string, string>): CsvRow {
  const own = new Set(incident.reports);
  const reports = book.reports.filter(({ id }) => own.has(id));
  return {
    id: incident.id,
    from: incident.from,
    to: incident.to,
    territory: incident.place.territory,
    admin1: incident.place.admin1,
    cell: incident.place.cell,
    place_precision: incident.place.precision,
    objects: joined(incident.objects),
    act: incident.act,
    outcome: incident.outcome,
    occurrence: incident.occurrence.level,
    independent_groups: incident.occurrence.independentGroups,
    source_grade: incident.grade.source,
    information_grade: incident.grade.information,
    attribution: incident.attribution.level,
    attributed_to: joined(incident.attribution.to),
    attributed_by: joined(incident.attribution.by),
    denied_by: joined(incident.attribution.deniedBy),
    means: incident.means,
    known_from: incident.knownFrom,
    sources: joined(unique(reports.map(({ source }) => source))),
    urls: joined(unique(reports.map(({ url }) => url))),
    quotations: joined(reports.flatMap(({ statement }) => statement?.spans.map(({ exact }) => exact) ?? [])),
    replies: joined(
      book.replies.filter((reply) => reply.incident === incident.id).map(({ by, at, words, url }) => `${by}, ${at}: ${words} (${url})`),
    ),
    ...Object.fromEntries(verdicts),
    release: book.card.id,
    profile: book.card.profile,
  };
}

/** Released incidents as CSV: one row an incident, one column for each reading that was applied, the release named in every row. */
export function releasedCsv(book: ReleasedBook): string {
  const titles = new Map(book.agreements.map(({ id, title }) => [id, title.en]));
  // Two agreements may share a title; the id keeps their columns apart.
  const columnOf = ({ agreement, holder }: ReleasedBook['assessments'][number]): string =>
    `verdict of ${holder}: ${titles.get(agreement) ?? ''} [${agreement}]`;
  const verdictColumns = [...new Set(book.assessments.map(columnOf))].sort();
  const verdicts = new Map<string, Map<string, string>>();
  for (const each of book.assessments) {
    const own = verdicts.get(each.incident) ?? new Map<string, string>();
    verdicts.set(each.incident, own.set(columnOf(each), each.verdict));
  }
  const rows = book.incidents.map((incident) => rowOf(incident, book, verdicts.get(incident.id) ?? new Map()));
  return csvOf([...COLUMNS, ...verdictColumns, 'release', 'profile'], rows);
}
