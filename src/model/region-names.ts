import { regionNames } from './region-names.generated.ts';
import { territoryNames } from './territory-names.generated.ts';

/** A first-level unit of a state and what it is called. */
export interface RegionNames {
  /** ISO 3166-2. */
  readonly code: string;
  readonly names: readonly string[];
}

/** A state, what tables call it, and where it roughly lies. */
export interface TerritoryNames {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly names: readonly string[];
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number] | readonly number[];
}

/** Letters alone, without marks: "Donets'ka", "Donetska" and "DONETSKA" are one. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’ʼʹ`´"]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a unit is, in four languages: most tables say it, some do not. */
const KINDS = [
  ...['oblast', 'obl', 'region', 'province', 'krai', 'kray', 'republic of', 'republic', 'autonomous okrug', 'okrug'],
  ...['gebiet', 'republik', 'область', 'области', 'обл', 'край', 'республіка', 'республика', 'регион'],
  ...['автономный округ', 'автономний округ', 'округ'],
] as const;

const KIND = new RegExp(`(?<!\\p{L})(?:${KINDS.map(fold).join('|')})(?!\\p{L})`, 'gu');

const withoutKind = (folded: string): string => folded.replace(KIND, ' ').replace(/\s+/g, ' ').trim();

/** Full names are looked up first: a city and the region round it may differ by the word for what they are alone. */
const byName = new Map<string, string>();
const byStem = new Map<string, string | null>();
for (const { code, names } of regionNames) {
  for (const name of names) {
    const key = fold(name);
    if (!byName.has(key)) byName.set(key, code);
    const stem = withoutKind(key);
    if (stem === '') continue;
    const known = byStem.get(stem);
    byStem.set(stem, known === undefined || known === code ? code : null);
  }
}

const territories = new Map(territoryNames.flatMap(({ code, names }) => [code, ...names].map((name) => [fold(name), code])));
const boxes = new Map(territoryNames.map(({ code, box }) => [code, box]));
const codes = new Set(regionNames.map(({ code }) => code));

/** The ISO 3166-2 code of a first-level unit by a name in any of four languages, or by its code; null if it is not known. */
export function regionNamed(name: string): string | null {
  const given = name.trim();
  if (codes.has(given.toUpperCase())) return given.toUpperCase();
  const folded = fold(given);
  const full = byName.get(folded);
  if (full !== undefined) return full;
  const stem = withoutKind(folded);
  if (stem === folded) return byStem.get(stem) ?? null;
  // Somebody wrote what it is: a name that a city and a region share means the region then.
  const asRegion = byName.get(`${stem} oblast`) ?? byName.get(`${stem} region`);
  return asRegion ?? byName.get(stem) ?? byStem.get(stem) ?? null;
}

/** The ISO 3166-1 alpha-2 code of a state by its name or code; null if it is not known. */
export function territoryNamed(name: string): string | null {
  return territories.get(fold(name)) ?? null;
}

/** Whether a position may lie in a state or off its coast; null if nothing is known of where it lies. */
export function mayLieIn(territory: string, lat: number, lon: number): boolean | null {
  const box = boxes.get(territory);
  if (!box) return null;
  const [west = 0, south = 0, east = 0, north = 0] = box;
  return lat >= south && lat <= north && lon >= west && lon <= east;
}
