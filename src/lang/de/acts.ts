import type { ActRule, ActWords } from '../acts.ts';
import type { VerbLookup } from '../verb.ts';
import { actRules } from './acts.generated.ts';
import { actWords } from './acts-words.generated.ts';
import { lookupVerb } from './verbs.ts';

/** What German gives to the recognition of acts. */
export const germanActs: { readonly rules: readonly ActRule[]; readonly words: ActWords; readonly lookupVerb: VerbLookup } = {
  rules: actRules,
  words: actWords,
  lookupVerb,
};
