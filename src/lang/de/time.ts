import type { TimeLanguage } from '../time-entries.ts';
import { germanNumbers } from './numbers.generated.ts';
import { germanTimeGrammar } from './time-grammar.generated.ts';
import { germanTimeRules } from './time-rules.generated.ts';
import { germanTimeWords } from './time-words.generated.ts';

/** What German knows of times and numbers. */
export const germanTimes: TimeLanguage = {
  code: 'de',
  words: germanTimeWords,
  rules: germanTimeRules,
  grammar: germanTimeGrammar,
  numbers: germanNumbers,
};
