import { writeFile } from 'node:fs/promises';
import { makeDailyReport } from '../app/daily.ts';
import { type GatherOptions, gather } from '../app/gather.ts';
import { reportPdf } from '../app/report-pdf.ts';
import { readBaseMap } from '../feeds/base-map.ts';
import type { InterfaceLanguage } from '../i18n/index.ts';
import type { Audience } from '../model/index.ts';
import {
  type DailyView,
  dailyMap,
  dailyView,
  type ReportPeriod,
  renderDailyHtml,
  renderDailyJson,
  renderDailyMarkdown,
  renderDailyText,
  reportNumber,
  reportPeriod,
} from '../report/daily/index.ts';
import { type PlaceOptions, placeFilesOf } from './place-options.ts';
import { CommandFailure, type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface ReportCommandOptions extends Omit<GatherOptions, 'places'>, PlaceOptions {
  readonly profile: Audience;
  readonly format: 'text' | 'html' | 'md' | 'json' | 'pdf';
  readonly lang: InterfaceLanguage;
  readonly cutOff: string;
  readonly zone: string;
  readonly number?: string;
  readonly out?: string;
  readonly width?: number;
  readonly corrects?: string;
  readonly note?: string;
}

/** Makes the report of one day and prints it; a PDF goes to a file, everything else to standard output unless a file is named. */
export async function runReport(
  terminal: Terminal,
  date: string,
  paths: readonly string[],
  options: ReportCommandOptions,
): Promise<ExitCode> {
  const period = periodOf(date, options);
  const now = `${terminal.now().slice(0, 16)}Z`;
  const gathered = await gather(paths, terminal.files, now, { ...options, places: placeFilesOf(options) });
  if ('shut' in gathered) {
    reportProblems(terminal, gathered.shut);
    return 1;
  }
  const { material, incidents } = gathered;
  const code = reportProblems(terminal, gathered.problems);
  if (material.reports.length + material.curated.length + incidents.reports.length === 0) return 1;
  const { report, released } = makeDailyReport(material, incidents.reports, {
    period,
    number: options.number ?? reportNumber(date),
    profile: options.profile,
    matches: incidents.matches ?? {},
    decisions: incidents.decisions,
    gaps: incidents.gaps,
    gate: { ...incidents, corrects: options.corrects === undefined ? null : { id: options.corrects, note: options.note ?? '' } },
  });
  if (options.format === 'json') return writeText(renderDailyJson(report), terminal, options, code);
  const view = dailyView(report, options.lang);
  if (options.format === 'text') {
    const text = renderDailyText(view, { width: options.width ?? terminal.columns, paint: terminal.paint });
    return writeText(text, terminal, options, code);
  }
  if (options.format === 'md') return writeText(renderDailyMarkdown(view), terminal, options, code);
  const map = dailyMap(report, released, await readBaseMap(terminal.files), options.lang);
  const html = renderDailyHtml(view, { map });
  if (options.format === 'html') return writeText(html, terminal, options, code);
  return (await writePdf(html, view, period, terminal, options)) ?? code;
}

function periodOf(date: string, { cutOff, zone }: ReportCommandOptions): ReportPeriod {
  const period = reportPeriod(date, cutOff, zone);
  if (period === null) {
    throw new CommandFailure(
      `error: no day ends at ${cutOff} in ${zone} on ${date}; write a day as 2025-03-27, a time as 18:00 (up to 24:00), a zone as Europe/Kyiv`,
      2,
    );
  }
  return period;
}

async function writeText(text: string, terminal: Terminal, { out }: ReportCommandOptions, code: ExitCode): Promise<ExitCode> {
  if (out === undefined) await terminal.out(text);
  else await writeFile(out, text);
  return code;
}

/** Prints the page and writes it; gives an exit code only where that failed. */
async function writePdf(
  html: string,
  view: DailyView,
  { date }: ReportPeriod,
  terminal: Terminal,
  { out = `${date}.pdf` }: ReportCommandOptions,
): Promise<ExitCode | null> {
  const printed = await reportPdf(html, view);
  if ('problem' in printed) {
    reportProblems(terminal, [printed.problem]);
    return 3;
  }
  await writeFile(out, printed.pdf);
  terminal.err(`${out}\n`);
  return null;
}
