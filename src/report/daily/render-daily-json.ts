import type { DailyReport } from './daily-report-data.ts';

/** The report as data, all of it, with its keys in the order of its type. */
export function renderDailyJson(report: DailyReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
