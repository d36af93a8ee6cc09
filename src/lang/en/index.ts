import type { SvoVerb, SvoWords } from '../svo-entries.ts';
import type { TimeLanguage } from '../time-entries.ts';
import { englishNumbers } from './numbers.generated.ts';
import { englishReporting } from './reporting.generated.ts';
import { englishTimeGrammar } from './time-grammar.generated.ts';
import { englishTimeRules } from './time-rules.generated.ts';
import { englishTimeWords } from './time-words.generated.ts';
import { englishWords } from './words.generated.ts';

/** What a language with fixed word order knows; a folder exports one of these. */
export interface SvoLanguage {
  readonly code: string;
  readonly verbs: readonly SvoVerb[];
  readonly words: SvoWords;
  readonly times: TimeLanguage;
}

/** What is known of English. */
export const english: SvoLanguage = {
  code: 'en',
  verbs: englishReporting,
  words: englishWords,
  times: { code: 'en', words: englishTimeWords, rules: englishTimeRules, grammar: englishTimeGrammar, numbers: englishNumbers },
};
