import { knownUnits } from '../../model/administrative-units.ts';
import { normaliseName } from './normalise-name.ts';
import { regionNames } from './region-names.generated.ts';

/** Names of one first-level unit as tables and reports write it, and of its seat of administration. */
export interface RegionNames {
  /** ISO 3166-2. */
  readonly code: string;
  readonly uk: string;
  readonly ru: string;
  readonly also: readonly string[];
  /** First-level code of geonames.org, which numbers within a state. */
  readonly geonames: string;
  /** First four characters of the Ukrainian code of territories; null elsewhere. */
  readonly katottg: string | null;
  readonly seat: {
    readonly de: string;
    readonly en: string;
    readonly uk: string;
    readonly ru: string;
    readonly also: readonly string[];
    readonly lat: number;
    readonly lon: number;
  };
}

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
const units = new Map(knownUnits().map((unit) => [unit.code, unit]));

for (const region of regionNames) {
  const unit = units.get(region.code);
  const names = [region.uk, region.ru, ...region.also, ...(unit ? [unit.de, unit.en, unit.short.de, unit.short.en] : [])];
  const isCity = /^(?:місто|город) /.test(region.uk);
  for (const name of names) {
    const key = barName(name).name;
    const list = entries.get(key) ?? [];
    if (!list.some(({ code }) => code === region.code)) entries.set(key, [...list, { code: region.code, isCity }]);
  }
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

/** Names and seats of all first-level units known here. */
export function knownRegions(): readonly RegionNames[] {
  return regionNames;
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
