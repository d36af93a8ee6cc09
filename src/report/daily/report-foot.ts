import { escaped } from '../html/escape.ts';
import type { DailyView } from './daily-view.ts';

/** What stands at the foot of every printed page, and words that must be readable in the printed file. */
export interface ReportFoot {
  readonly left: string;
  readonly right: (page: string, pages: string) => string;
  readonly expect: readonly string[];
}

/** The foot of a report: which report and release the page belongs to, for whom it is, and its number. */
export function reportFoot({ title, day, report, words: { daily } }: DailyView): ReportFoot {
  return {
    left: escaped(`${title} · ${day} · ${daily.audience[report.profile]} · ${report.card.id}`),
    right: daily.print.page,
    expect: [title, daily.section.findings, daily.section.card, report.card.id],
  };
}
