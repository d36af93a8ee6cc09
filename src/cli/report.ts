import { writeFile } from 'node:fs/promises';
import { makeDailyReport } from '../app/daily.ts';
import { joinKept } from '../app/material.ts';
import { type BookOptions, readMaterial } from '../app/read-book.ts';
import { type GateOptions, readGate } from '../app/read-gate.ts';
import { readIncidents } from '../app/read-incidents.ts';
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

export interface ReportCommandOptions extends Pick<BookOptions, 'curated' | 'corrections'>, GateOptions, PlaceOptions {
  readonly incidents?: readonly string[];
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
  const gate = await readGate(options, terminal.files);
  if (!gate.isWhole) {
    reportProblems(terminal, gate.problems);
    return 1;
  }
  const material = await readMaterial(paths, terminal.files, options);
  const now = `${terminal.now().slice(0, 16)}Z`;
  const tables = await readIncidents(options.incidents ?? [], terminal.files, now, placeFilesOf(options));
  const rejected = tables.rejectedRows.map((row) => ({ ...row, severity: 'error' as const }));
  const code = reportProblems(terminal, [...material.problems, ...gate.problems, ...tables.problems, ...rejected]);
  const { incidentReports: incidents, decisions, gaps, overrides } = joinKept(material.kept, tables, gate);
  if (material.reports.length + material.curated.length + incidents.length === 0) return 1;
  const { report, released } = makeDailyReport(material, incidents, {
    period,
    number: options.number ?? reportNumber(date),
    profile: options.profile,
    matches: tables.matches,
    decisions,
    gaps,
    gate: { ...gate, overrides, corrects: options.corrects === undefined ? null : { id: options.corrects, note: options.note ?? '' } },
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
