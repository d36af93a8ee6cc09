import { NOM, readPhrase } from '../phrases/noun-phrase.ts';
import type { Analysis } from './analysis.ts';
import { lastWord, spanBetween } from './analysis.ts';
import type { Candidate } from './candidate.ts';
import { OUTER, verbatimCandidate } from './candidate.ts';
import { contentEnd, formOf, innerOf, regionStart } from './content-extent.ts';
import { clueOf } from './subject.ts';

/** Finds attributions without a verb: "…, so X", "X: …" in headlines. */
export function findByMarks(analysis: Analysis): Candidate[] {
  return [...bySo(analysis), ...byHeadlineColon(analysis)];
}

/** "…, so die Sprecherin (weiter)": content in front, and behind if the sentence goes on. */
function bySo(analysis: Analysis): Candidate[] {
  const { tokens, clauses } = analysis;
  const out: Candidate[] = [];
  for (const clause of clauses) {
    if (clause.kind !== 'fragment' || clause.index === 0 || tokens[clause.first]?.lower !== 'so') continue;
    const previous = clauses[clause.index - 1];
    if (!previous) continue;
    const phrase = readPhrase(tokens, clause.first + 1, clause.last + 1, true);
    if (!phrase || (phrase.cases & NOM) === 0 || (phrase.pronoun && tokens[phrase.head]?.lower === 'es')) continue;
    const quote = tokens[previous.first]?.kind === 'quote' ? tokens[previous.first]?.quotation : undefined;
    const start = regionStart(analysis, clause.index);
    const spans = quote ? [innerOf(analysis, quote.inner)] : [spanBetween(analysis, start, lastWord(analysis, start, clause.first - 1))];
    const next = clauses.slice(clause.index + 1).find((other) => other.kind === 'main');
    const nextQuote = next ? tokens[next.first]?.quotation : undefined;
    if (nextQuote) spans.push(innerOf(analysis, nextQuote.inner));
    else if (!quote && next?.verbFirst && next.boundary === 'comma')
      spans.push(spanBetween(analysis, next.first, contentEnd(analysis, next.index)));
    let last = Math.min(clause.last, phrase.to - 1);
    const apposition = clauses[clause.index + 1];
    if (apposition?.kind === 'fragment' && apposition.boundary === 'comma' && phrase.to - 1 === clause.last) last = apposition.last;
    out.push({
      rule: 'de.mark.so',
      sentence: analysis.index,
      content: spans,
      cue: [spanBetween(analysis, clause.first, clause.first)],
      speaker: clueOf(analysis, { phrase, first: phrase.from, last }),
      form: quote ? 'direct' : formOf(analysis, start, clause.first - 1),
      layer: 'speech',
      lemma: '',
      entry: null,
      negated: false,
      headline: false,
    });
  }
  return out;
}

/** "Holm: Die Waffen schweigen": a name alone in front of the colon. */
function byHeadlineColon(analysis: Analysis): Candidate[] {
  const { tokens, clauses } = analysis;
  const head = clauses[0];
  const colon = tokens.findIndex((token) => token.kind === 'colon');
  if (head?.kind !== 'fragment' || colon < 1 || colon > 9 || head.last !== colon - 1 || colon + 1 >= tokens.length) return [];
  const phrase = readPhrase(tokens, 0, colon, true);
  const clue =
    phrase && phrase.to === colon && !phrase.pronoun
      ? clueOf(analysis, { phrase, first: 0, last: colon - 1 })
      : nameOnly(analysis, colon)
        ? ({
            kind: 'phrase',
            span: spanBetween(analysis, 0, colon - 1),
            name: spanBetween(analysis, 0, colon - 1),
            gender: null,
            plural: null,
          } as const)
        : null;
  if (!clue) return [];
  const last = lastWord(analysis, colon + 1, tokens.length - 1);
  const quote = tokens[colon + 1]?.quotation;
  // Tables ("Gemeinden: 17 von 17") and gallery lines: what is said does not begin with a number.
  if (!quote && /^\p{N}/u.test(tokens[colon + 1]?.text ?? '')) return [];
  return [
    {
      rule: 'de.mark.headline',
      sentence: analysis.index,
      content: [quote ? innerOf(analysis, quote.inner) : spanBetween(analysis, colon + 1, last)],
      cue: [spanBetween(analysis, colon, colon)],
      speaker: clue,
      form: quote ? 'direct' : formOf(analysis, colon + 1, last),
      layer: 'speech',
      lemma: '',
      entry: null,
      negated: false,
      headline: analysis.sentence.headline,
    },
  ];
}

function nameOnly({ tokens }: Analysis, to: number): boolean {
  for (let at = 0; at < to; at++) {
    const token = tokens[at];
    if (!token?.capital) return false;
  }
  return to <= 4;
}

/** An utterance in quotation marks for which no rule found a speaker goes on with whoever spoke last. */
export function findOrphanQuotes(analysis: Analysis, taken: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const token of analysis.tokens) {
    const quotation = token.quotation;
    if (!quotation) continue;
    const content = innerOf(analysis, quotation.inner);
    if (taken.some((other) => other.content.some((span) => span.start < content.end && span.end > content.start))) continue;
    out.push(verbatimCandidate('de.mark.quote_alone', analysis.index, content, OUTER));
  }
  return out;
}
