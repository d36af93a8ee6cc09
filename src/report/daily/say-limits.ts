import type { DailyReport, Limit } from './daily-report-data.ts';
import type { Line, ReportWords } from './report-words.ts';

/** What could not be established, as sentences. */
export function sayLimits({ limits }: DailyReport, words: ReportWords): readonly Line[] {
  return limits.map((limit) => ({ text: sayLimit(limit, words) }));
}

function sayLimit(limit: Limit, { daily, messages, nameOf, sideOf }: ReportWords): string {
  const words = daily.limit;
  switch (limit.kind) {
    case 'verdict': {
      const rows = daily.rows(limit.rows);
      const side = sideOf(limit.holder);
      const why = limit.open.map((step) => words.why[step]);
      return why.length === 0 ? words.verdictUntold(side, rows) : words.verdict(side, why.join('; '), rows);
    }
    case 'single_source':
      return words.singleSource(daily.rows(limit.rows));
    case 'unverified':
      return words.unverified(daily.rows(limit.rows));
    case 'disputed':
      return words.disputed(daily.rows(limit.rows));
    case 'no_region':
      return words.noRegion(daily.rows(limit.rows));
    case 'no_day':
      return words.noDay(daily.rows(limit.rows));
    case 'no_class':
      return words.noClass(daily.rows(limit.rows));
    case 'maybe_same':
      return words.maybeSame(daily.rows(limit.rows));
    case 'withheld':
      return words.withheld(limit.count);
    case 'dated_to_the_day':
      return words.datedToTheDay(limit.count);
    case 'gap': {
      const who = limit.source ?? (limit.side === null ? null : nameOf(limit.side));
      // Stored half-open: the last day of the gap is the one before its end.
      const last = new Date(Date.parse(`${limit.to}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
      return words.gap(who, messages.date(limit.from), messages.date(last), words.gapWhy[limit.why] ?? limit.why);
    }
    case 'question':
      return words.question(limit.text[messages.code], messages.list(limit.to.map((code) => sideOf(code).object)));
  }
}
