import type { TimeLanguage } from '../../lang/time-entries.ts';
import type { TimeExpression } from '../../model/index.ts';
import { anchorOf } from './calendar.ts';
import { type Resolved, sinceBefore, type TimeContext } from './context.ts';
import { indexPatterns, matchesAt, type PatternIndex, type RuleMatch } from './patterns.ts';
import { type Reading, readTokens, type Vocabulary, vocabularyOf } from './readings.ts';
import { resolvers } from './resolvers.ts';
import { scan, type Tokens } from './scan.ts';
import { carryBack } from './series.ts';

interface Compiled {
  readonly patterns: PatternIndex;
  readonly vocabulary: Vocabulary;
}

// Languages are frozen module constants, so each is compiled once.
const compiled = new WeakMap<TimeLanguage, Compiled>();

function compile(language: TimeLanguage): Compiled {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const patterns = indexPatterns(language.rules);
  const made = { patterns, vocabulary: vocabularyOf(language, patterns.literals) };
  compiled.set(language, made);
  return made;
}

/**
 * Finds the time expressions of a text in order, with TIMEX3 values resolved against the date of its report (`2025-03`,
 * `2025-03-18` or with a time of day). Without a date relative expressions have the value "". Looks at each token once
 * and at a bounded number of its neighbours.
 */
export function findTimes(text: string, language: TimeLanguage, date: string | null): readonly TimeExpression[] {
  const { patterns, vocabulary } = compile(language);
  const tokens = scan(text);
  const readings = readTokens(tokens, vocabulary);
  const context: TimeContext = {
    anchor: anchorOf(date),
    tokens,
    readings,
    grammar: language.grammar,
    lastDay: null,
    lastYear: null,
    lastSet: -100,
  };
  const found: TimeExpression[] = [];
  let done = 0;
  let at = 0;
  while (at < tokens.starts.length) {
    if (readings[at]?.length === 0) {
      at++;
      continue;
    }
    const hit = bestAt(at, patterns, tokens, readings, context);
    if (hit === null) {
      at++;
      continue;
    }
    const { match, resolved } = hit;
    if (match.rule.type !== 'none') {
      const series = carryBack(match, resolved, done, context);
      found.push(...series);
      found.push(express(match, resolved, context));
      remember(match, resolved, context, series.length > 0);
    }
    done = match.to;
    at = Math.max(match.to, at + 1);
  }
  return found;
}

function bestAt(
  at: number,
  patterns: PatternIndex,
  tokens: Tokens,
  readings: readonly (readonly Reading[])[],
  context: TimeContext,
): { readonly match: RuleMatch; readonly resolved: Resolved } | null {
  for (const match of matchesAt(at, patterns, tokens, readings)) {
    if (match.rule.type === 'none') return { match, resolved: { value: '' } };
    const resolved = resolvers[match.rule.resolve]?.(match, context) ?? null;
    if (resolved !== null) return { match, resolved };
  }
  return null;
}

/** "seit dem 18. März" is open to the present: its value ends in "/..", and its span begins with the word. */
function express(match: RuleMatch, resolved: Resolved, context: TimeContext): TimeExpression {
  const type = resolved.type ?? (match.rule.type === 'none' ? 'DATE' : match.rule.type);
  let from = match.from;
  let { value } = resolved;
  if (type === 'DATE' && /^\d{4}(?:-|$)/.test(value)) {
    const since = sinceBefore(from, context);
    if (since >= 0) {
      from = since;
      value = `${value}/..`;
    }
  }
  return {
    span: { start: context.tokens.starts[from] ?? 0, end: context.tokens.ends[match.to - 1] ?? 0 },
    type,
    value,
    rule: match.rule.id,
  };
}

function remember(match: RuleMatch, resolved: Resolved, context: TimeContext, series: boolean): void {
  if (resolved.day !== undefined) {
    // "Am Tag zuvor" looks back and does not become the day told of.
    if (!resolved.aside) context.lastDay = { day: resolved.day, token: match.to };
    if (series) context.lastSet = match.to;
  }
  if (resolved.year !== undefined) {
    const stated = match.captures.has('year');
    if (stated || resolved.day !== undefined) context.lastYear = { year: resolved.year, token: match.to, fine: resolved.value.length > 4 };
  }
  if (match.rule.type === 'SET') context.lastSet = match.to;
}
