import type { Language } from '../language.ts';
import { indexWords } from '../words.ts';
import { germanActs } from './acts.ts';
import { germanAttribution } from './attribution.generated.ts';
import { germanGlosses } from './gloss.generated.ts';
import { germanNoise } from './noise.generated.ts';
import { matchReporting, reportingNoun } from './reporting.ts';
import { germanSilences } from './silence.generated.ts';
import { germanTimes } from './time.ts';
import { lookupVerb } from './verbs.ts';
import { words } from './words.generated.ts';

/** What is known of German. */
export const german: Language = {
  code: 'de',
  words: indexWords(words),
  lookupVerb,
  reportingVerb: matchReporting,
  reportingNoun,
  times: germanTimes,
  noise: germanNoise,
  glosses: germanGlosses,
  silences: germanSilences,
  acts: germanActs,
  rules: new Map(germanAttribution.map((rule) => [rule.id, rule])),
};
