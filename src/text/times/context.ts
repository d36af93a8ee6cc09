import type { TimeGrammar } from '../../lang/time-entries.ts';
import { type Anchor, type DayNumber, dateOf } from './calendar.ts';
import type { RuleMatch } from './patterns.ts';
import type { Reading } from './readings.ts';
import { type Tokens, WORD } from './scan.ts';
import { type Tense, tenseAround } from './tense.ts';

/** What a resolver may look at. */
export interface TimeContext {
  readonly anchor: Anchor;
  readonly tokens: Tokens;
  readonly readings: readonly (readonly Reading[])[];
  readonly grammar: TimeGrammar;
  /** The day told of last, with the token where it was told; clocks and "am selben Tag" refer to it. */
  lastDay: { readonly day: DayNumber; readonly token: number } | null;
  /** The last date told with its year, for months that follow in a story of long ago. */
  lastYear: { readonly year: number; readonly token: number; readonly fine: boolean } | null;
  /** Token of the last set ("jeden Montag") or list of days, after which a clock belongs to no single day. */
  lastSet: number;
}

/** A value, and what later expressions may refer to. */
export interface Resolved {
  readonly value: string;
  readonly day?: DayNumber;
  readonly year?: number;
  /** True for a day looked back to, which later words do not refer to. */
  readonly aside?: boolean;
  readonly type?: 'DATE' | 'TIME' | 'DURATION' | 'SET';
}

/** Computes the value of a match; null if the words are no time expression after all. */
export type Resolver = (match: RuleMatch, context: TimeContext) => Resolved | null;

// Two sentences of a newspaper; what was told longer ago is not referred back to.
const MEMORY = 60;

/** Index of a word for "since" before a token, articles between them; -1 if there is none. */
export function sinceBefore(token: number, { readings }: TimeContext): number {
  let before = token - 1;
  for (let n = 0; n < 2 && (readings[before] ?? []).some((r) => r.class === 'det' || r.class === 'approx'); n++) before--;
  return (readings[before] ?? []).some((r) => r.class === 'since') ? before : -1;
}

/** The day a clock or part of day belongs to: the one told of shortly before, else the report's own. */
export function dayInMind(match: RuleMatch, context: TimeContext): DayNumber | null {
  const { lastDay } = context;
  if (lastDay !== null && match.from - lastDay.token <= MEMORY) return lastDay.day;
  return context.anchor.day;
}

/** Tense of the clause a match stands in; after "seit" it is past. */
export function tenseOf(match: RuleMatch, context: TimeContext): Tense {
  if (sinceBefore(match.from, context) >= 0) return 'past';
  return tenseAround(match.from, match.to, context.tokens, context.readings, context.grammar);
}

/** The value of a capture as a number; null if there is none. */
export function numberOf(match: RuleMatch, name: string): number | null {
  const reading = match.captures.get(name);
  return reading === undefined ? null : Number(reading.value);
}

/** The value of a capture as text; null if there is none. */
export function textOf(match: RuleMatch, name: string): string | null {
  const reading = match.captures.get(name);
  return reading === undefined ? null : String(reading.value);
}

/** The surface of the token at an index, in lower case. */
export function wordAt(context: TimeContext, token: number): string {
  const { text, starts, ends } = context.tokens;
  return starts[token] === undefined ? '' : text.slice(starts[token], ends[token]).toLowerCase();
}

/**
 * The year of a month, or of a day of a month, that is told without one: by the tense of its clause; in a story of long
 * ago the year of that story; with no tense the nearer one.
 */
export function yearFor(month: number, day: number | null, match: RuleMatch, context: TimeContext): number | null {
  const { anchor, lastYear } = context;
  if (anchor.year === null) return null;
  if (lastYear?.fine && anchor.year - lastYear.year > 1 && match.from - lastYear.token <= MEMORY) return lastYear.year;
  if (anchor.month === null) return anchor.year;
  const today = anchor.day === null ? null : dateOf(anchor.day).day;
  const position = month * 31 + (day ?? today ?? 1) - (anchor.month * 31 + (today ?? 1));
  // A day within six weeks is that day, whatever the verb: plans are told in the past and hearsay with "soll".
  if (day !== null && Math.abs(position) <= 45) return anchor.year;
  if (day !== null && position > 372 - 45) return anchor.year - 1;
  if (day !== null && position < 45 - 372) return anchor.year + 1;
  const tense = tenseOf(match, context);
  // Two months either way are this year's whatever the verb: "hatte für September angekündigt" is said in August.
  const near = day === null ? 62 : 0;
  if (tense === 'past') return position > near ? anchor.year - 1 : anchor.year;
  if (tense === 'future') return position < -near ? anchor.year + 1 : anchor.year;
  if (day === null) return position > 31 * 4 ? anchor.year - 1 : anchor.year;
  return position > 31 * 6 ? anchor.year - 1 : position < -31 * 6 ? anchor.year + 1 : anchor.year;
}

/** True for the first part of a hyphenated compound ("Winter-Manöver"), unless the second is a word of time as well. */
export function headsCompound(match: RuleMatch, { tokens, readings }: TimeContext): boolean {
  const hyphen = match.to;
  const glued = tokens.starts[hyphen] === tokens.ends[hyphen - 1] && tokens.starts[hyphen + 1] === tokens.ends[hyphen];
  if (!glued || tokens.text.charAt(tokens.starts[hyphen] ?? 0) !== '-' || tokens.kinds[hyphen + 1] !== WORD) return false;
  return !(readings[hyphen + 1] ?? []).some((r) => r.class === 'month' || r.class === 'season');
}
