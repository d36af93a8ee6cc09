import type { Language } from '../language.ts';
import { indexWords } from '../words.ts';
import { interimReporting } from './interim.ts';
import { lookupVerb } from './verbs.ts';
import { words } from './words.generated.ts';

/** What is known of German. */
export const german: Language = {
  code: 'de',
  words: indexWords(words),
  lookupVerb,
  reportingVerb: interimReporting(),
  rules: new Map(),
};
