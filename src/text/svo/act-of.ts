import type { SpeechAct } from '../../model/index.ts';
import type { ActInput, ActResult } from '../acts/index.ts';
import type { SvoLexicon } from './sentence-words.ts';

const WORD = /[\p{L}]+/gu;
/** An act shows in the first words of a content. */
const LONGEST = 60;
/** Acts of the verb that the content does not overrule. */
const SETTLED: ReadonlySet<SpeechAct> = new Set<SpeechAct>([
  'agree',
  'reject',
  'order',
  'request',
  'deny',
  'threaten',
  'propose',
  'promise',
  'demand',
  'praise',
]);

/** The act of a statement in a language with fixed word order: that of its verb unless the content says condition, duty or future. */
export function actOf(input: ActInput, lexicon: SvoLexicon): ActResult {
  const words = [...input.content.matchAll(WORD)].slice(0, LONGEST).map((found) => found[0].toLowerCase());
  const has = (list: 'must' | 'condition' | 'future' | 'doubt' | 'negation'): boolean => words.some((word) => lexicon.in(list, word));
  const start = input.entry?.act ?? 'assert';
  let act = start;
  if (input.negated && start === 'agree') act = 'reject';
  else if (!SETTLED.has(start)) {
    if (has('condition')) act = 'condition';
    else if (has('doubt')) act = 'doubt';
    else if (has('must')) act = 'demand';
    else if (has('future')) act = 'announce';
  }
  const negative = input.negated || has('negation');
  return {
    act,
    modality: [
      ...(has('future') ? (['future'] as const) : []),
      ...(has('condition') ? (['conditional'] as const) : []),
      ...(negative ? (['negated'] as const) : []),
    ],
    polarity: negative ? 'neg' : 'pos',
    hedged: false,
    rule: act === start ? null : `${lexicon.code}.act.content`,
  };
}
