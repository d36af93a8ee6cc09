import type { Span } from '../../model/index.ts';
import type { ActKnowledge } from './classify-act.ts';
import { prepareActs } from './classify-act.ts';
import type { ActWord } from './match-pattern.ts';
import { actWordsOf, findPattern } from './match-pattern.ts';

/** A condition runs on over a comma that follows so soon ("wenn, wie vereinbart, …"). */
const SHORTEST = 3;
const FINITE = new Set(['indicative', 'subjunctive1', 'subjunctive2']);
/** Openers that may also stand inside a clause; the others must follow a comma, a dash or the start. */
const PHRASES = /^(?:unter|vorausgesetzt|im|nur|erst)$/;
/** Words that put off a condition without opening it: "erst, wenn …". */
const CONTINUED = /[,;:–—]/;

/** Finds the condition clauses within a span of a text, each from its first word ("nur wenn") to the end of its clause. */
export function findConditions(text: string, span: Span, knowledge: ActKnowledge): readonly Span[] {
  const ready = prepareActs(knowledge);
  const content = text.slice(span.start, span.end);
  const words = actWordsOf(content, ready.openers, knowledge.lookupVerb);
  const out: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || !(word.opens || PHRASES.test(word.lower))) continue;
    const rest = words.slice(at, at + 4);
    const opener = ready.conditions.find((pattern) => findPattern(pattern, rest, false) === 0);
    if (!opener) continue;
    // In "erst, wenn …" the condition is the clause behind the comma.
    const next = words[at + 1];
    if (
      PHRASES.test(word.lower) &&
      !/^(?:unter|vorausgesetzt)$/.test(word.lower) &&
      next &&
      CONTINUED.test(content.slice(word.end, next.start))
    )
      continue;
    const to = clauseEnd(words, at, content);
    out.push({ start: span.start + word.start, end: span.start + (words[to]?.end ?? word.end) });
    at = to;
  }
  return out;
}

/** Last word of the clause: the one before a comma or sentence end, once a finite verb has closed the clause. */
function clauseEnd(words: readonly ActWord[], from: number, content: string): number {
  let verb = false;
  for (let at = from; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    if (at > from && word.sentence) return at - 1;
    const closed = at - from >= SHORTEST && word.opens && verb;
    if (closed && !content.slice(words[at - 1]?.end, word.start).includes('-')) return at - 1;
    // A comparison put in ("wie vereinbart") has no finite verb of its own; its participle may look like one.
    if (word.verbs.some((form) => FINITE.has(form.mood)) && !word.verbs.some((form) => form.mood === 'participle2')) verb = true;
    else if (word.verbs.some((form) => FINITE.has(form.mood)) && !insertedWie(words, at)) verb = true;
  }
  return words.length - 1;
}

const insertedWie = (words: readonly ActWord[], at: number): boolean => words[at - 1]?.lower === 'wie';
