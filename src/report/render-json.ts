import type { Dossier } from '../model/index.ts';

/** Keys of the dossier in the order of the schema, so that two runs give the same bytes whoever built the object. */
const KEYS = [
  'schema',
  'asOf',
  'heldAt',
  'holders',
  'reports',
  'origins',
  'agreements',
  'readings',
  'setAside',
  'divergences',
  'openQuestions',
  'relations',
  'requests',
  'positions',
  'silences',
  'timeline',
  'statements',
  'flags',
] as const satisfies readonly (keyof Dossier)[];

/** The dossier as JSON, in the form of `schema/dossier.schema.json`. */
export function renderJson(dossier: Dossier): string {
  const known: readonly string[] = KEYS;
  const rest = Object.keys(dossier)
    .filter((key) => !known.includes(key))
    .sort();
  const record = dossier as unknown as Readonly<Record<string, unknown>>;
  return `${JSON.stringify(Object.fromEntries([...KEYS, ...rest].map((key) => [key, record[key]])), null, 2)}\n`;
}
