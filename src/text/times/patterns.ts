import type { TimeRule } from '../../lang/time-entries.ts';
import type { Reading } from './readings.ts';
import type { Tokens } from './scan.ts';

/** One element of a pattern, see {@link TimeRule}. */
interface Element {
  readonly classes: readonly string[];
  readonly value: string | null;
  readonly optional: boolean;
  readonly adjacent: boolean;
  readonly negative: boolean;
}

interface Pattern {
  readonly rule: TimeRule;
  /** Place of the rule in the data: among matches of one length the first rule wins. */
  readonly order: number;
  readonly elements: readonly Element[];
  /** Elements before this index are context on the left. */
  readonly from: number;
  /** Elements from this index on are context on the right. */
  readonly to: number;
}

/** A rule that matched: tokens `[from, to)` are the expression, those up to `reach` were looked at. */
export interface RuleMatch {
  readonly rule: TimeRule;
  readonly order: number;
  readonly from: number;
  readonly to: number;
  readonly reach: number;
  readonly captures: ReadonlyMap<string, Reading>;
  /** Token index of each capture; of two with one class the later counts. */
  readonly places: ReadonlyMap<string, number>;
}

/** The patterns of a language by the class that may begin them. */
export interface PatternIndex {
  readonly byFirst: ReadonlyMap<string, readonly Pattern[]>;
  readonly literals: ReadonlySet<string>;
}

function parseElement(source: string): Element {
  let rest = source;
  const negative = rest.startsWith('!');
  if (negative) rest = rest.slice(1);
  const adjacent = rest.startsWith('~');
  if (adjacent) rest = rest.slice(1);
  const optional = rest.endsWith('?') && rest !== "'?'";
  if (optional) rest = rest.slice(0, -1);
  if (rest.startsWith("'"))
    return {
      classes: rest
        .slice(1, -1)
        .split('|')
        .map((word) => `=${word}`),
      value: null,
      optional,
      adjacent,
      negative,
    };
  const [names = '', value = null] = rest.split('=');
  return { classes: names.split('|'), value, optional, adjacent, negative };
}

/** Compiles all patterns once; an element list is at most a dozen long, so a match looks at a bounded number of tokens. */
export function indexPatterns(rules: readonly TimeRule[]): PatternIndex {
  const byFirst = new Map<string, Pattern[]>();
  const literals = new Set<string>();
  rules.forEach((rule, order) => {
    for (const source of rule.patterns) {
      const elements: Element[] = [];
      let from = 0;
      let to = -1;
      for (const piece of source.split(/\s+/)) {
        if (piece === '<') from = elements.length;
        else if (piece === '>') to = elements.length;
        else elements.push(parseElement(piece));
      }
      const pattern: Pattern = { rule, order, elements, from, to: to < 0 ? elements.length : to };
      for (const element of elements) for (const name of element.classes) if (name.startsWith('=')) literals.add(name.slice(1));
      for (const element of elements) {
        for (const name of element.classes) {
          const list = byFirst.get(name) ?? [];
          byFirst.set(name, list);
          if (!list.includes(pattern)) list.push(pattern);
        }
        if (!element.optional) break;
      }
    }
  });
  return { byFirst, literals };
}

/** All rules that match at a token, longest first. */
export function matchesAt(
  at: number,
  index: PatternIndex,
  tokens: Tokens,
  readings: readonly (readonly Reading[])[],
): readonly RuleMatch[] {
  const found: RuleMatch[] = [];
  const tried = new Set<Pattern>();
  for (const reading of readings[at] ?? [])
    for (const pattern of index.byFirst.get(reading.class) ?? []) {
      if (tried.has(pattern)) continue;
      tried.add(pattern);
      const match = matchPattern(pattern, at, tokens, readings);
      if (match) found.push(match);
    }
  return found.length > 1 ? found.sort((a, b) => b.reach - a.reach || b.to - a.to || a.order - b.order) : found;
}

/** The cheap test that spares most attempts: a required second element must have a reading at the second token. */
function secondFits(elements: readonly Element[], at: number, readings: readonly (readonly Reading[])[]): boolean {
  const second = elements[1];
  if (second === undefined || elements[0]?.optional || second.optional || second.negative || second.classes[0] === 'inflected') return true;
  for (const reading of readings[at + 1] ?? []) if (second.classes.includes(reading.class)) return true;
  return false;
}

const INFLECTED: Reading = { class: 'inflected', value: '' };

/** True for a lower-case word that may be an inflected adjective; stands in patterns for any adjective. */
export function isInflected({ text, starts, ends }: Tokens, token: number): boolean {
  const word = text.slice(starts[token], ends[token]);
  return word.length > 3 && word.length < 40 && /^\p{Ll}+e[nrms]?$/u.test(word);
}

function crossesParagraph({ text, starts, ends }: Tokens, token: number): boolean {
  const from = ends[token - 1] ?? 0;
  const to = starts[token] ?? 0;
  return to - from > 1 && /\n\s*\n/.test(text.slice(from, Math.min(to, from + 100)));
}

function matchPattern(pattern: Pattern, at: number, tokens: Tokens, readings: readonly (readonly Reading[])[]): RuleMatch | null {
  const { elements } = pattern;
  if (!secondFits(elements, at, readings)) return null;
  const chosen: (Reading | null)[] = new Array(elements.length).fill(null);
  const places: number[] = new Array(elements.length).fill(-1);
  const end = step(0, at);
  if (end < 0) return null;
  const used = places.map((place, i) => ({ place, i })).filter(({ place }) => place >= 0);
  const inside = used.filter(({ i }) => i >= pattern.from && i < pattern.to);
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return null;
  const captures = new Map<string, Reading>();
  const placeOf = new Map<string, number>();
  for (const { place, i } of used) {
    const reading = chosen[i];
    if (!reading) continue;
    captures.set(reading.class, reading);
    placeOf.set(reading.class, place);
  }
  return { rule: pattern.rule, order: pattern.order, from: first.place, to: last.place + 1, reach: end, captures, places: placeOf };

  function step(element: number, token: number): number {
    const wanted = elements[element];
    if (wanted === undefined) return token;
    const reading = fits(wanted, token);
    if (wanted.negative) return reading === null ? step(element + 1, token) : -1;
    if (reading !== null) {
      chosen[element] = reading;
      places[element] = token;
      const done = step(element + 1, token + 1);
      if (done >= 0) return done;
      chosen[element] = null;
      places[element] = -1;
    }
    return wanted.optional ? step(element + 1, token) : -1;
  }

  function fits(wanted: Element, token: number): Reading | null {
    const own = readings[token];
    if (own === undefined) return null;
    if (token > at && crossesParagraph(tokens, token)) return null;
    if (wanted.classes[0] === 'inflected') return isInflected(tokens, token) ? INFLECTED : null;
    if (wanted.adjacent && tokens.starts[token] !== tokens.ends[token - 1]) return null;
    for (const reading of own)
      if (wanted.classes.includes(reading.class) && (wanted.value === null || String(reading.value) === wanted.value)) return reading;
    return null;
  }
}
