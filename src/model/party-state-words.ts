import { partyStateWords as words } from './party-states.generated.ts';
import type { PartyState } from './vocab.ts';
import type { Both } from './words.ts';

/** Words for the state that a side's statements show it in. */
export type PartyStateWords = Readonly<Record<PartyState, Both>>;

/** The state of a side in words that fit behind any name. */
export function partyStateWord(state: PartyState, language: keyof Both): string {
  return words[state][language];
}

/** All of them in one language. */
export function partyStateWords(language: keyof Both): Readonly<Record<PartyState, string>> {
  return Object.fromEntries(Object.entries(words).map(([state, both]) => [state, both[language]])) as Record<PartyState, string>;
}
