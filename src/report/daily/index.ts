/** The daily report: worked out from released books, put into words, and laid out. */
export { dailyMap } from './daily-map.ts';
export { dailyReport } from './daily-report.ts';
export type { DailyReport } from './daily-report-data.ts';
export { dailyStyle } from './daily-style.ts';
export { type DailyView, dailyView } from './daily-view.ts';
export { renderDailyHtml } from './render-daily-html.ts';
export { renderDailyJson } from './render-daily-json.ts';
export { renderDailyMarkdown } from './render-daily-markdown.ts';
export { renderDailyText } from './render-daily-text.ts';
export { reportFoot } from './report-foot.ts';
export { type ReportPeriod, reportNumber, reportPeriod } from './report-period.ts';
