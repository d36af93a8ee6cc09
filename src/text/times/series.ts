import type { TimeExpression } from '../../model/index.ts';
import { clockText, dateOf, dayOf, daysInMonth, dayText } from './calendar.ts';
import type { Resolved, TimeContext } from './context.ts';
import { durationText } from './durations.ts';
import type { RuleMatch } from './patterns.ts';
import { NUMBER } from './scan.ts';

/**
 * The members of a series whose month, hour word or unit stands only at its end: "am 3., 4. und 7. Oktober", "von 10 bis
 * 18 Uhr", "sechs bis acht Monate". Walks back over links and numbers, never before `limit`, so that no token is passed
 * twice.
 */
export function carryBack(match: RuleMatch, resolved: Resolved, limit: number, context: TimeContext): readonly TimeExpression[] {
  const kind = kindOf(match, resolved);
  if (kind === null) return [];
  const { tokens, readings } = context;
  const found: TimeExpression[] = [];
  let at = match.from - 1;
  let monthAndYear = resolved.day === undefined ? null : dateOf(resolved.day);
  for (let members = 0; members < 40; members++) {
    const linkEnd = at;
    while (at >= limit && linkEnd - at < 4 && isLink(at)) at--;
    if (at === linkEnd || at < limit) break;
    let end = at;
    if (kind === 'day') {
      if (wordAt(at) !== '.' || at - 1 < limit) break;
      end = at;
      at--;
    }
    const value = valueAt(at);
    if (value === null) break;
    found.unshift({
      span: { start: tokens.starts[at] ?? 0, end: tokens.ends[end] ?? 0 },
      type: match.rule.type === 'none' ? 'DATE' : match.rule.type,
      value,
      rule: match.rule.id,
    });
    at--;
    if (kind === 'duration') break;
  }
  return found;

  function wordAt(token: number): string {
    return tokens.text.slice(tokens.starts[token], tokens.ends[token]);
  }

  function isLink(token: number): boolean {
    if (!(readings[token] ?? []).some((r) => r.class === 'link')) return false;
    return kind !== 'duration' || ['bis', 'oder', '-', '–'].includes(wordAt(token).toLowerCase());
  }

  function valueAt(token: number): string | null {
    for (const reading of readings[token] ?? []) {
      if (kind === 'day' && reading.class === 'int' && monthAndYear !== null) {
        const day = Number(reading.value);
        if (day < 1 || day > daysInMonth(monthAndYear.year, monthAndYear.month)) return null;
        // "vom 30. auf den 1. April": a larger number before is of the month before.
        const own = day > monthAndYear.day ? monthBefore(monthAndYear) : monthAndYear;
        monthAndYear = { ...own, day };
        return dayText(dayOf(own.year, own.month, day));
      }
      if (kind === 'clock' && tokens.kinds[token] === NUMBER && (reading.class === 'clock' || reading.class === 'int')) {
        const n = Number(reading.value);
        const [hour, minute] = reading.class === 'clock' ? [Math.floor(n / 60), n % 60] : [n, 0];
        return hour > 24 ? null : `${resolved.value.replace(/T.*$/, '')}${clockText(hour, minute)}`;
      }
      if (kind === 'duration' && reading.class === 'num') {
        const unit = match.captures.get('unit') ?? match.captures.get('unitPlural');
        return unit === undefined ? null : durationText(Number(reading.value), String(unit.value));
      }
    }
    return null;
  }
}

function monthBefore(date: { readonly year: number; readonly month: number; readonly day: number }): typeof date {
  return date.month === 1 ? { year: date.year - 1, month: 12, day: date.day } : { ...date, month: date.month - 1 };
}

function kindOf(match: RuleMatch, resolved: Resolved): 'day' | 'clock' | 'duration' | null {
  if (match.rule.resolve === 'date' && resolved.day !== undefined && match.captures.has('int')) return 'day';
  if (match.rule.resolve === 'clock') return 'clock';
  return match.rule.resolve === 'duration' && match.captures.has('num') ? 'duration' : null;
}
