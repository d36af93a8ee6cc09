import { WORD } from '../lang/words.ts';
import type { Segment } from './clause-opener.ts';
import { endsWithZu, firstFinite, hasZuInfinitive, openerOf } from './clause-opener.ts';
import type { Predicate } from './predicate.ts';
import { finiteForm, joinPredicate, MODALS } from './predicate.ts';
import type { ParseToken } from './sentence-tokens.ts';
import { isAdjective, isFiniteAt } from './sentence-tokens.ts';
import type { TokenKind } from './tokens.ts';

/**
 * `main`: verb second or, after a subordinate clause in front, first · `sub`: opened by a subordinator or question word ·
 * `relative` · `infinitive`: with zu, without a finite verb · `fragment`: no verb (apposition, headline, list).
 */
export type ClauseKind = 'main' | 'sub' | 'relative' | 'infinitive' | 'fragment';

/** One clause in one or more pieces: "Der Kreml, der lange schwieg, sagte" is two pieces around another clause. */
export interface Clause {
  readonly kind: ClauseKind;
  readonly index: number;
  /** Positions of its own tokens, without boundary marks, in order. */
  readonly positions: readonly number[];
  readonly first: number;
  readonly last: number;
  /** The mark before its first token; null at the start of the sentence or after a conjunction. */
  readonly boundary: TokenKind | null;
  /** Position of the subordinator, relative pronoun or question word. */
  readonly opener: number | null;
  readonly predicate: Predicate | null;
  /** True if the finite verb stands first: "…, sagte X". */
  readonly verbFirst: boolean;
  /** True if it follows on a coordinating conjunction. */
  readonly coordinated: boolean;
}

interface Draft {
  kind: ClauseKind;
  positions: number[];
  boundary: TokenKind | null;
  opener: number | null;
  done: boolean;
  verbFirst: boolean;
  coordinated: boolean;
}

const BOUNDARIES: ReadonlySet<TokenKind> = new Set<TokenKind>(['comma', 'colon', 'semicolon', 'dash', 'open', 'close', 'stop', 'quote']);
/** Cuts a sentence into clauses by its boundary marks, conjunctions and verb positions. */
export function findClauses(tokens: readonly ParseToken[]): Clause[] {
  const drafts: Draft[] = [];
  const open: Draft[] = [];
  let main: Draft | null = null;
  // An open clause that finds no verb up to here has to find it in the last stretch.
  const end = tokens.at(-1)?.kind === 'stop' ? tokens.length - 1 : tokens.length;
  for (const segment of segmentsOf(tokens)) {
    const positions = range(segment.from, segment.to);
    const pending = open.at(-1);
    const found = openerOf(tokens, segment);
    // "…, der Presse mitteilte" goes on with an open clause: an article with its noun, no relative pronoun.
    const goesOn =
      found?.relative === true &&
      pending !== undefined &&
      tokens[found.at + 1]?.capital === true &&
      (segment.to - segment.from <= 4 || segment.to >= end);
    const opener = goesOn ? null : found;
    const firstAt = firstFinite(tokens, segment, opener !== null);
    // "in den Fall verwickelt zu sein": before an infinitive with zu a participle is no finite verb.
    const finiteAt =
      firstAt >= 0 &&
      endsWithZu(tokens, segment) &&
      tokens[firstAt]?.verbs.some((form) => form.mood === 'participle2' || form.mood === 'infinitive')
        ? -1
        : firstAt;
    const zu = finiteAt < 0 && hasZuInfinitive(tokens, segment);
    const top = open.at(-1);
    const add = (kind: ClauseKind, done: boolean, verbFirst = false): Draft => {
      const draft: Draft = {
        kind,
        positions,
        boundary: segment.boundary,
        opener: opener?.at ?? null,
        done,
        verbFirst,
        coordinated: segment.coordinated,
      };
      drafts.push(draft);
      return draft;
    };
    if (tokens[segment.from]?.kind === 'quote') {
      const draft = add('fragment', true);
      draft.kind = 'main';
      continue;
    }
    if (opener !== null && (finiteAt >= 0 || zu || segment.to - segment.from > 1 || opener.sure)) {
      if (zu) {
        const draft = add('infinitive', true);
        // "in den Vorfall verwickelt zu sein" only looks like a relative clause.
        if (opener.relative) draft.opener = null;
        continue;
      }
      const draft = add(opener.relative ? 'relative' : 'sub', finiteAt >= 0);
      if (finiteAt < 0) open.push(draft);
      continue;
    }
    if (finiteAt < 0) {
      if (zu) add('infinitive', true);
      else if (top) top.positions.push(...positions);
      else if (
        main?.done &&
        (segment.boundary === 'comma' || segment.boundary === 'close') &&
        closesMain(tokens, main.positions, positions)
      )
        main.positions.push(...positions);
      else if (main && !main.done && segment.boundary !== 'colon') {
        // Apposition or list before the verb of the main clause.
        main.positions.push(...positions);
      } else {
        const draft = add('fragment', false);
        if (main === null || segment.boundary === 'colon' || segment.boundary === 'stop') {
          draft.kind = 'main';
          main = draft;
        } else draft.done = true;
      }
      continue;
    }
    if (top && !segment.coordinated) {
      top.positions.push(...positions);
      top.done = true;
      open.pop();
      continue;
    }
    const verbFirst = finiteAt === segment.from || (finiteAt === segment.from + 1 && isFiller(tokens[segment.from]));
    if (main && !main.done && segment.boundary !== 'colon' && segment.boundary !== 'stop') {
      main.positions.push(...positions);
      main.done = true;
      continue;
    }
    main = add('main', true, verbFirst);
  }
  const clauses: Clause[] = [];
  for (const draft of drafts) {
    const final = draft.kind === 'sub' || draft.kind === 'relative';
    const predicate = draft.kind === 'infinitive' ? infinitive(tokens, draft.positions) : joinPredicate(tokens, draft.positions, final);
    const first = draft.positions[0] ?? 0;
    clauses.push({
      kind: predicate === null && draft.kind !== 'infinitive' && tokens[first]?.kind !== 'quote' ? 'fragment' : draft.kind,
      index: clauses.length,
      positions: draft.positions,
      first,
      last: draft.positions.at(-1) ?? first,
      boundary: draft.boundary,
      opener: draft.opener,
      predicate,
      verbFirst: predicate !== null && !final && firstWord(tokens, draft.positions) === predicate.finite,
      coordinated: draft.coordinated,
    });
  }
  return clauses;
}

/** "…, am Freitag aufgefunden", "…, aus": the second part of a verb bracket that a clause in between has cut off. */
function closesMain(tokens: readonly ParseToken[], main: readonly number[], positions: readonly number[]): boolean {
  const last = tokens[positions.at(-1) ?? -1];
  if (!last || last.capital) return false;
  let finite: ParseToken | undefined;
  let closed = false;
  for (const at of main) {
    const token = tokens[at];
    if (!token || token.capital) continue;
    if (!finite && isFiniteAt(tokens, at)) finite = token;
    else if (finite && token.bits === 0 && token.verbs.some((form) => form.mood === 'participle2' || form.mood === 'infinitive'))
      closed = true;
  }
  const form = finite ? finiteForm(finite) : null;
  if (!form) return false;
  const helper = MODALS.has(form.lemma) || form.lemma === 'haben' || form.lemma === 'sein' || form.lemma === 'werden';
  if (helper) return !closed && last.verbs.some((other) => other.mood === 'participle2' || other.mood === 'infinitive');
  return (last.bits & WORD.prefix) !== 0 && form.prefix === null && positions.length <= 8;
}

function firstWord(tokens: readonly ParseToken[], positions: readonly number[]): number {
  for (const at of positions) if (!isFiller(tokens[at])) return at;
  return positions[0] ?? -1;
}

function isFiller(token: ParseToken | undefined): boolean {
  return token !== undefined && (token.bits & WORD.coordinator) !== 0;
}

function range(from: number, to: number): number[] {
  const positions: number[] = [];
  for (let at = from; at < to; at++) positions.push(at);
  return positions;
}

/** Splits at boundary marks, and at und/oder/aber where a finite verb stands on both sides. */
function segmentsOf(tokens: readonly ParseToken[]): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let boundary: TokenKind | null = null;
  const close = (to: number): void => {
    if (to > from) splitCoordination(tokens, { from, to, boundary, coordinated: false }, segments);
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !BOUNDARIES.has(token.kind)) continue;
    close(at);
    if (token.kind === 'quote') segments.push({ from: at, to: at + 1, boundary: from === at ? boundary : null, coordinated: false });
    boundary = token.kind;
    from = at + 1;
  }
  close(tokens.length);
  return segments;
}

function splitCoordination(tokens: readonly ParseToken[], segment: Segment, out: Segment[]): void {
  const finite: number[] = [];
  for (let at = segment.from; at < segment.to; at++) {
    const token = tokens[at];
    if (!token || !isFiniteAt(tokens, at) || token.capital || isAdjective(tokens, at)) continue;
    // "hat … getroffen und … erschossen": behind an auxiliary these are participles.
    if (
      finite.some((verb) => isHelper(tokens[verb])) &&
      token.verbs.some((form) => form.mood === 'participle2' || form.mood === 'infinitive') &&
      !isHelper(token)
    )
      continue;
    finite.push(at);
  }
  let from = segment.from;
  let coordinated = false;
  let boundary = segment.boundary;
  const sub = openerOf(tokens, segment) !== null;
  for (let at = segment.from + 1; at < segment.to - 1; at++) {
    const token = tokens[at];
    if (
      !token ||
      (token.bits & WORD.coordinator) === 0 ||
      !(token.lower === 'und' || token.lower === 'oder' || token.lower === 'aber' || token.lower === 'sondern')
    )
      continue;
    const left = finite.some((verb) => verb >= from && verb < at);
    const right = finite.find((verb) => verb > at);
    const opener = openerOf(tokens, { ...segment, from: at });
    if (!left || (right === undefined && opener === null)) continue;
    if (sub && opener === null) {
      // Within a subordinate clause "und" goes on with it, unless a verb in first place has more words behind it.
      const verb = tokens[at + 1];
      if (!verb || right !== at + 1 || at + 2 >= segment.to || finite.some((other) => other > at + 1) || !finite.includes(at - 1)) continue;
    }
    if (!sub && opener === null && right !== undefined && right - at > 12) continue;
    out.push({ from, to: at, boundary, coordinated });
    from = at;
    coordinated = true;
    boundary = null;
  }
  if (segment.to > from) out.push({ from, to: segment.to, boundary, coordinated });
}

function isHelper(token: ParseToken | undefined): boolean {
  const lemma = token ? (finiteForm(token)?.lemma ?? '') : '';
  return MODALS.has(lemma) || lemma === 'haben' || lemma === 'sein' || lemma === 'werden';
}

function infinitive(tokens: readonly ParseToken[], positions: readonly number[]): Predicate | null {
  for (let index = positions.length - 1; index >= 0; index--) {
    const at = positions[index] ?? -1;
    const token = tokens[at];
    if (!token || token.capital) continue;
    const split = tokens[at - 1]?.lower === 'zu';
    const form = token.verbs.find((other) => other.mood === (split ? 'infinitive' : 'zu_infinitive'));
    if (!form) continue;
    const lemma = form.prefix ? form.prefix + form.lemma : form.lemma;
    return {
      finite: at,
      lemma,
      parts: split ? [at - 1, at] : [at],
      mood: 'infinitive',
      tense: null,
      plural: null,
      passive: false,
      modal: null,
    };
  }
  return null;
}
