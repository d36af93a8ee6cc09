import {
  INFORMATION_GRADES,
  type InformationGrade,
  OCCURRENCE_LEVELS,
  type OccurrenceLevel,
  type ReleasedBook,
  VERDICTS,
  type Verdict,
} from '../../../model/index.ts';
import { type IncidentFilter, judgedAgreements } from '../../../report/incidents/index.ts';
import { isMapView, type MapView } from '../../../report/map/index.ts';
import type { Side } from '../../../report/sides.ts';
import { sidesAmong } from '../../../report/sides.ts';
import type { Page } from '../../page.ts';

/** Names of a filter's values in the address. */
const NAMES: Readonly<Record<keyof IncidentFilter, string>> = {
  from: 'from',
  to: 'to',
  time: 'time',
  said: 'said',
  accused: 'accused',
  object: 'object',
  region: 'region',
  occurrence: 'known',
  grade: 'grade',
  agreement: 'agreement',
  reading: 'reading',
  verdict: 'verdict',
};

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** A page of incidents as its address asks for it; `wrong` names a value that cannot be used. */
export interface IncidentState {
  readonly filter: IncidentFilter;
  /** View of the map; null leaves it to what there is to show. */
  readonly view: MapView | null;
  /** Row of the list that comes first. */
  readonly skip: number;
  readonly wrong: { readonly name: string; readonly value: string } | null;
}

/** Reads what a page of incidents is asked for. */
export function readIncidentState({ query }: Pick<Page, 'query'>): IncidentState {
  let wrong: IncidentState['wrong'] = null;
  const read = <T>(name: string, parse: (value: string) => T | null): T | null => {
    const value = query[name];
    if (value === undefined) return null;
    const found = parse(value);
    if (found === null) wrong ??= { name, value };
    return found;
  };
  const among =
    <T extends string>(values: readonly T[]) =>
    (value: string): T | null =>
      values.find((one) => one === value) ?? null;
  const code = (value: string): string | null => (/^[\w-]{1,40}$/.test(value) ? value : null);
  const day = (value: string): string | null => (DAY.test(value) ? value : null);
  const filter: IncidentFilter = {
    from: read(NAMES.from, day),
    to: read(NAMES.to, day),
    time: read(NAMES.time, among(['event', 'intake'] as const)) ?? 'event',
    said: read(NAMES.said, code),
    accused: read(NAMES.accused, code),
    object: read(NAMES.object, code),
    region: read(NAMES.region, code),
    occurrence: read<OccurrenceLevel>(NAMES.occurrence, among(OCCURRENCE_LEVELS)),
    grade: read<InformationGrade>(NAMES.grade, (value) => INFORMATION_GRADES.find((one) => String(one) === value) ?? null),
    agreement: read(NAMES.agreement, code),
    reading: read(NAMES.reading, code),
    verdict: read<Verdict>(NAMES.verdict, among(VERDICTS)),
  };
  const view = read('view', (value) => (isMapView(value) ? value : null));
  const skip = read('skip', (value) => (/^\d{1,7}$/.test(value) ? Number(value) : null)) ?? 0;
  return { filter, view, skip, wrong };
}

/** Changes to a filter as parameters of an address; null takes one away, and the list begins anew. */
export function filterQuery(changes: Partial<IncidentFilter>): Readonly<Record<string, string | null>> {
  const entries = (Object.entries(changes) as [keyof IncidentFilter, string | number | null][]).map(
    ([key, value]) => [NAMES[key], value === null || (key === 'time' && value === 'event') ? null : String(value)] as const,
  );
  return { skip: null, ...Object.fromEntries(entries) };
}

/** Name of a filter's value in the address. */
export function filterName(key: keyof IncidentFilter): string {
  return NAMES[key];
}

/** Holders in the order of their columns, as charts show them. */
export function holdersOf(page: Page): readonly Side[] {
  return page.site.desk.holders.map(({ code, name }, slot) => ({ code, name: name[page.lang], slot }));
}

/** The sides of the incidents of a book: who accuses or is accused, and is a holder. */
export function sidesOf(page: Page, book: ReleasedBook): readonly Side[] {
  return sidesAmong(book.incidents, holdersOf(page));
}

/** The book of incidents of a page, as its audience may see it. */
export function bookOf({ site, state }: Page): ReleasedBook {
  return site.desk.incidents.released(state.asOf, site.profile, site.now());
}

/** The agreement whose readings are shown: the one asked for, else the one whose readings tell most; null if there is none. */
export function agreementOf(book: ReleasedBook, asked: string | null): string | null {
  const all = judgedAgreements(book);
  return asked !== null && all.includes(asked) ? asked : (all[0] ?? null);
}
