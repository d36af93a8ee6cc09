import type { Mention } from '../../model/index.ts';
import { defaultRegistry, type Registry } from '../actors/registry.ts';
import { keyOf } from '../actors/words.ts';
import type { Word } from './split-words.ts';

const indexed = new WeakMap<Registry, ReadonlyMap<string, string>>();

/** One-word names of states and their genitives, to the ISO code. */
function stateNames(registry: Registry): ReadonlyMap<string, string> {
  const known = indexed.get(registry);
  if (known) return known;
  const names = new Map<string, string>();
  for (const state of registry.states.values()) {
    for (const name of [state.name, state.genitive ?? `${state.name}s`, ...(state.aliases ?? []), ...state.en.slice(0, 1)]) {
      if (!/\s/.test(name)) names.set(keyOf(name), state.iso);
    }
  }
  indexed.set(registry, names);
  return names;
}

/** Whose land is named, by adjective or by name: `place` mentions with the ISO code of the state. */
export function findTerritories(text: string, words: readonly Word[], registry: Registry = defaultRegistry()): readonly Mention[] {
  const names = stateNames(registry);
  const found: Mention[] = [];
  for (const { start, end, form } of words) {
    const named = names.get(form);
    // Names of states that are also words in lower case are adjectives or nothing.
    const capital = named !== undefined && text.charAt(start) !== text.charAt(start).toLowerCase();
    const code = registry.adjectives.get(form) ?? (capital ? named : undefined);
    if (code !== undefined) found.push({ span: { start, end }, kind: 'place', code, rule: 'territory' });
  }
  return found;
}
