import type { ReadingValue } from '../model/index.ts';

const keys = new WeakMap<ReadingValue, string>();

/** JSON with sorted keys: two values of the same content have the same text, in whatever order they were built. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
}

const sorted = (list: readonly string[]): readonly string[] => [...list].sort();

const setText = (entry: unknown): string =>
  Array.isArray(entry) && entry.every((item) => typeof item === 'string') ? sorted(entry).join(',') : canonicalJson(entry);

/** A key of what a value means: lists that are sets are sorted first. */
export function valueKey(value: ReadingValue): string {
  const known = keys.get(value);
  if (known !== undefined) return known;
  const fields = Object.entries(value).map(([key, entry]: [string, unknown]) => `${key}:${setText(entry)}`);
  const made = fields.sort().join(';');
  keys.set(value, made);
  return made;
}

/**
 * What a value is about within its element. A holder may name several conditions, steps and counts at once, so one ends
 * another only where both are about the same thing; a set of objects or a date is one answer to one question.
 */
export function facetOf(value: ReadingValue): string {
  switch (value.t) {
    case 'condition':
      return `${value.kind}:${sorted(value.topics).join('+')}`;
    case 'step':
      return `${value.kind}:${sorted(value.topics).join('+')}`;
    case 'count':
      return sorted(value.items.map((item) => item.of)).join('+');
    case 'text':
      return sorted(value.topics).join('+');
    case 'state':
      // A suspension is not undone by the resumption that follows it: both count for what happened in between.
      return `state:${value.state}:${value.at ?? ''}`;
    case 'territory':
      return `territory:${value.of}`;
    default:
      return value.t;
  }
}
