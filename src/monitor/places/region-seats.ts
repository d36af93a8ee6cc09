import { knownUnits } from '../../model/administrative-units.ts';
import { regionNames } from '../../model/region-names.generated.ts';
import { normaliseName } from './normalise-name.ts';
import { regionSeats } from './region-seats.generated.ts';

/** Codes of one first-level unit in gazetteers, and the town it is administered from. */
export interface RegionSeat {
  /** ISO 3166-2. */
  readonly code: string;
  /** Unit around one that is a city by itself. */
  readonly around?: string;
  /** First-level code of geonames.org, which numbers within a state. */
  readonly geonames: string;
  /** First four characters of the Ukrainian code of territories; null elsewhere. */
  readonly katottg: string | null;
  readonly de: string;
  readonly en: string;
  readonly uk: string;
  readonly ru: string;
  readonly also: readonly string[];
  readonly lat: number;
  readonly lon: number;
}

/** Units that are a city by themselves, with the unit around each. */
const around: ReadonlyMap<string, string> = new Map(regionSeats.flatMap((seat) => (seat.around ? [[seat.code, seat.around]] : [])));

/** Words for the kind of unit; what is left is the name. They are compared in the form `normaliseName` gives them. */
const OF_A_CITY = 'city,stadt,misto,мисто,місто,м,город,г,hromada'.split(',');
const OF_A_REGION =
  'oblast,oblasti,obl,gebiet,region,province,krai,kray,republic,republik,respublika,autonomous,autonome,okrug,district,kreis,autonomer,der,of,the,область,області,области,обл,краи,край,республика,республіка,автономна,автономная,автономнии,автономныи,округ'.split(
    ',',
  );

interface Entry {
  readonly code: string;
  readonly isCity: boolean;
}

const entries = new Map<string, Entry[]>();
const geonames = new Map<string, string>();
const katottg = new Map<string, string>();

const units = new Set(knownUnits().map(({ code }) => code));

const addName = (code: string, name: string): void => {
  const key = barName(name).name;
  const list = entries.get(key) ?? [];
  if (!list.some((entry) => entry.code === code)) entries.set(key, [...list, { code, isCity: around.has(code) }]);
};
for (const { code, de, en, short } of knownUnits()) for (const name of [de, en, short.de, short.en]) addName(code, name);
for (const { code, names } of regionNames) for (const name of names) addName(code, name);
for (const region of regionSeats) {
  geonames.set(`${stateOf(region.code)}.${region.geonames}`, region.code);
  if (region.katottg !== null) katottg.set(region.katottg, region.code);
}

/**
 * Regions a name can mean, as ISO 3166-2 codes in order; a word for the kind of unit ("City of", "oblast") decides between a
 * city and the region around it, and without one both are given.
 */
export function regionsNamed(name: string): readonly string[] {
  const code = name.trim().toUpperCase();
  if (units.has(code)) return [code];
  const { name: bare, kind } = barName(name);
  const found = [bare, ...withoutEnding(bare)].map((key) => entries.get(key)).find((list) => list !== undefined) ?? [];
  const fitting = kind === null || found.length < 2 ? found : found.filter(({ isCity }) => isCity === (kind === 'city'));
  return (fitting.length > 0 ? fitting : found).map((entry) => entry.code).sort();
}

/** ISO 3166-2 code of a first-level unit by its number at geonames.org, or null. */
export function regionByGeonames(state: string, code: string): string | null {
  return geonames.get(`${state}.${code}`) ?? null;
}

/** ISO 3166-2 code of a first-level unit by a Ukrainian code of territories that lies in it, or null. */
export function regionByKatottg(code: string): string | null {
  return katottg.get(code.slice(0, 4)) ?? null;
}

/** Seats of administration that lie in the unit itself: a region run from a city that is a unit of its own has none. */
export function knownSeats(): readonly RegionSeat[] {
  const cities = new Set(regionSeats.filter(({ code }) => around.has(code)).map(({ uk }) => uk));
  return regionSeats.filter(({ code, uk }) => around.has(code) || !cities.has(uk));
}

/** Whether two units are a city and the region around it: sources often name one and mean the other. */
export function isCityAndAround(a: string, b: string): boolean {
  return around.get(a) === b || around.get(b) === a;
}

/** State a first-level unit belongs to by its code. */
export function stateOf(region: string): string {
  return region.slice(0, 2);
}

function barName(name: string): { readonly name: string; readonly kind: 'city' | 'region' | null } {
  const words = normaliseName(name).split(' ');
  const kind = words.some((word) => OF_A_CITY.includes(word)) ? 'city' : words.some((word) => OF_A_REGION.includes(word)) ? 'region' : null;
  const left = words.filter((word) => !OF_A_CITY.includes(word) && !OF_A_REGION.includes(word));
  return { name: left.length > 0 ? left.join(' ') : words.join(' '), kind };
}

/** Tables that spell out the adjective in Latin letters ("Kharkivska oblast", "Donetska"): the names it may be made of. */
function withoutEnding(name: string): readonly string[] {
  return [/(?:skaya|skoi|skoy|skyi|skiy|sky|ska)$/, /(?:aya|yi|iy|a|y)$/].map((ending) => name.replace(ending, ''));
}
