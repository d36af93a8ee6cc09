import {
  ACT_CODES,
  claimantsOf,
  INCIDENT_OUTCOMES,
  type IncidentPlace,
  type IncidentReport,
  idOf,
  mayLieIn,
  OBJECT_CODES,
  OBSERVATION_MEANS,
  PLACE_PRECISIONS,
  type PlacePrecision,
  type Position2D,
  REPORT_STANCES,
  type RestrictedPlace,
  regionNamed,
  SOURCE_GRADES,
  territoryNamed,
} from '../../model/index.ts';
import { guessLanguage, languageByLetters } from '../guess-language.ts';
import { readPosition } from './coordinates.ts';
import { type RowFields, RowRejected } from './row-fields.ts';
import { isBefore, movedDay } from './table-date.ts';
import { fault, shown } from './table-row.ts';

/** What is the same for all rows of an import. */
export interface RowContext {
  /** Id of the mapping. */
  readonly table: string;
  /** Name of the file. */
  readonly file: string;
  /** The instant of the import: nothing can have happened after it. */
  readonly now: string;
  /** Counts what was left open in a row that was taken. */
  readonly note: (
    code: 'TB_ROW_REGION_UNKNOWN' | 'TB_ROW_TERRITORY_UNKNOWN' | 'TB_ROW_PLACE_ELSEWHERE',
    value: string,
    line: number,
  ) => void;
}

/** Where a row stands, its key over versions of the table, and the content that its report rests on. */
export interface RowIdentity {
  readonly line: number;
  readonly key: string;
  readonly content: string;
}

const OBJECTS: ReadonlySet<string> = new Set(OBJECT_CODES);
const TIME_PRECISIONS = ['minute', 'day', 'day_before', 'week', 'month', 'year'] as const;
const DOMAINS = ['land', 'air', 'sea'] as const;

/** Guesses the language of a row: many are headlines, whose words are too few to tell. */
const languageOf = (text: string | null): string | null => (text === null ? null : (guessLanguage(text) ?? languageByLetters(text)));

function timesOf(fields: RowFields, now: string): { readonly from: string | null; readonly to: string | null } {
  const from = fields.date('from');
  const to = fields.date('to');
  if (from === null) throw new RowRejected(fault('TB_ROW_FIELD_MISSING', { field: 'from' }));
  for (const [field, value] of Object.entries({ from, to })) {
    if (value !== null && isBefore(now, value)) throw new RowRejected(fault('TB_ROW_DATE_FUTURE', { field, value }));
  }
  if (to !== null && isBefore(to, from)) throw new RowRejected(fault('TB_ROW_END_BEFORE_START', { from, to }));
  const precision = fields.code('timePrecision', TIME_PRECISIONS, 'minute');
  if (precision === 'minute' || to !== null) return { from, to: to === from ? null : to };
  const day = from.slice(0, 10);
  if (precision === 'day') return { from: day, to: null };
  // A statement about "the past day" may mean the day on which it is made or the one before.
  if (precision === 'day_before' && day.length === 10) return { from: movedDay(day, -1), to: day };
  // "In the week of": the source is sure of the week and not of its day.
  if (precision === 'week' && day.length === 10) return { from: movedDay(day, -6), to: movedDay(day, 6) };
  return { from: from.slice(0, precision === 'year' ? 4 : 7), to: null };
}

function named(
  given: string | null,
  find: (name: string) => string | null,
  code: 'TB_ROW_REGION_UNKNOWN' | 'TB_ROW_TERRITORY_UNKNOWN',
  { note }: RowContext,
  line: number,
): string | null {
  if (given === null) return null;
  const found = find(given);
  if (found === null) note(code, shown(given), line);
  return found;
}

/** The state and the region of a row, each by its name or code; a region decides, since tables draw borders differently. */
export function areaOf(fields: RowFields, context: RowContext, line: number): Pick<IncidentPlace, 'territory' | 'admin1'> {
  const admin1 = named(fields.one('admin1'), regionOf, 'TB_ROW_REGION_UNKNOWN', context, line);
  const stated = named(fields.one('territory'), territoryOf, 'TB_ROW_TERRITORY_UNKNOWN', context, line);
  return { territory: admin1?.slice(0, 2) ?? stated, admin1 };
}

/** A state by its name, or any two letters: a table may be about a country whose names are not in our list. */
const territoryOf = (name: string): string | null => territoryNamed(name) ?? (/^[A-Z]{2}$/.test(name) ? name : null);

/** A region by its name, or any code of the form of ISO 3166-2. */
const regionOf = (name: string): string | null => regionNamed(name) ?? (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(name) ? name : null);

function precisionOf(fields: RowFields, position: Position2D | null, known: Pick<IncidentPlace, 'territory' | 'admin1'>): PlacePrecision {
  const fallback: PlacePrecision =
    position !== null
      ? 'locality_1km'
      : fields.one('placeName') !== null
        ? 'settlement'
        : known.admin1
          ? 'admin1'
          : known.territory
            ? 'country'
            : 'unknown';
  return fields.code('precision', PLACE_PRECISIONS, fallback);
}

/** Finds the place of a row; the position goes apart, the rest is as coarse as it is kept with the incident. */
function placeOf(
  fields: RowFields,
  from: string | null,
  context: RowContext,
  line: number,
): { readonly place: IncidentPlace; readonly position: Position2D | null } {
  const { territory, admin1 } = areaOf(fields, context, line);
  const position = readPosition(fields.one('lat'), fields.one('lon'), territory);
  if (position !== null && 'fault' in position) throw new RowRejected(position.fault);
  if (position !== null && territory !== null && mayLieIn(territory, position.lat, position.lon) === false) {
    context.note('TB_ROW_PLACE_ELSEWHERE', '', line);
  }
  const claimedBy = fields.list('claimedBy').map((name) => territoryOf(name) ?? name);
  const place: IncidentPlace = {
    precision: precisionOf(fields, position, { territory, admin1 }),
    territory,
    admin1,
    // Cells are computed from the position where the grid is known.
    cell: null,
    claimedBy: claimedBy.length > 0 || admin1 === null ? claimedBy : claimantsOf(admin1, from),
    controlledBy: fields.one('controlledBy'),
    domain: fields.one('domain') === null ? null : fields.code('domain', DOMAINS, 'land'),
  };
  return { place, position };
}

/** Makes an incident report of a row, and keeps the exact position apart from it. */
export function incidentOf(
  fields: RowFields,
  { line, key, content }: RowIdentity,
  context: RowContext,
): { readonly report: IncidentReport; readonly position: RestrictedPlace | null } {
  const { from, to } = timesOf(fields, context.now);
  const { place, position } = placeOf(fields, from, context, line);
  const speaker = fields.one('speaker');
  const accused = fields.one('accused');
  const source = fields.one('source') ?? context.file;
  const text = fields.one('text');
  const id = idOf('report', context.table, key, content);
  const report: IncidentReport = {
    id,
    source,
    independenceGroup: fields.one('group') ?? source,
    url: fields.one('url'),
    row: { table: context.table, file: context.file, line, key },
    statement: null,
    stance: fields.code('stance', REPORT_STANCES, speaker !== null && accused !== null ? 'alleges' : 'reports'),
    speaker,
    accused,
    from,
    to,
    place,
    objects: fields.codes('objects', OBJECTS),
    act: fields.code('act', ACT_CODES, 'attack'),
    outcome: fields.code('outcome', INCIDENT_OUTCOMES, 'unknown'),
    means: fields.code('means', OBSERVATION_MEANS, 'media_report_only'),
    reliability: fields.code('reliability', SOURCE_GRADES, 'F'),
    text,
    language: fields.one('language') ?? languageOf(text),
    knownFrom: fields.date('knownFrom') ?? context.now,
  };
  const placeName = fields.one('placeName');
  if (position === null && placeName === null) return { report, position: null };
  const regionName = place.admin1 ?? fields.one('admin1');
  return {
    report,
    position: { reportId: id, lat: position?.lat ?? null, lon: position?.lon ?? null, precision: place.precision, placeName, regionName },
  };
}
