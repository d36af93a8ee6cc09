import type { SvoLanguage } from '../svo-entries.ts';
import { englishNumbers } from './numbers.generated.ts';
import { englishReporting } from './reporting.generated.ts';
import { englishSentenceWords } from './sentence-words.generated.ts';
import { englishTimeGrammar } from './time-grammar.generated.ts';
import { englishTimeRules } from './time-rules.generated.ts';
import { englishTimeWords } from './time-words.generated.ts';
import { englishWords } from './words.generated.ts';

/** What is known of English. */
export const english: SvoLanguage = {
  code: 'en',
  verbs: englishReporting,
  words: englishWords,
  sentenceWords: englishSentenceWords,
  times: { code: 'en', words: englishTimeWords, rules: englishTimeRules, grammar: englishTimeGrammar, numbers: englishNumbers },
};
