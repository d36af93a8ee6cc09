import type { Mention } from '../../model/index.ts';
import { defaultRegistry, type Registry } from '../actors/registry.ts';
import { keyOf, wordsIn } from '../actors/words.ts';

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
export function findTerritories(text: string, registry: Registry = defaultRegistry()): readonly Mention[] {
  const names = stateNames(registry);
  const found: Mention[] = [];
  for (const word of wordsIn(text)) {
    const code = registry.adjectives.get(word.key) ?? (word.upper ? names.get(word.key) : undefined);
    if (code !== undefined) found.push({ span: { start: word.start, end: word.end }, kind: 'place', code, rule: 'territory' });
  }
  return found;
}
