import { problem } from '../errors.ts';
import { guessLanguage, reportDate, streamReports } from '../feeds/index.ts';
import { makeReport, type Report } from '../model/index.ts';
import { annotate } from '../text/pipeline.ts';
import { toPrediction } from '../text/prediction.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

const lineOf = (report: Report): string => `${JSON.stringify(toPrediction(annotate(report)))}\n`;

/** Annotates files and folders, one line a report, one report in memory at a time. */
export async function annotateFiles(terminal: Terminal, paths: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  for await (const { reports, problems } of streamReports(paths, terminal.files)) {
    if (reportProblems(terminal, problems) === 1) code = 1;
    for (const report of reports) {
      if (!(await terminal.out(lineOf(report)))) return code;
    }
  }
  return code;
}

/** One line of a corpus as a report, or the reason why it is none. */
function reportOf(line: string, number: number): Report | string {
  let found: unknown;
  try {
    found = JSON.parse(line);
  } catch (failure) {
    return failure instanceof Error ? failure.message : 'it cannot be parsed';
  }
  if (typeof found !== 'object' || found === null) return 'the line is no object';
  const { id, text, date, dct, language } = found as Readonly<Record<string, unknown>>;
  if (typeof text !== 'string') return 'there is no field "text"';
  const key = typeof id === 'string' || typeof id === 'number' ? String(id) : String(number);
  const stated = typeof date === 'string' ? date : typeof dct === 'string' ? dct : null;
  return makeReport(key, text, {
    date: stated === null ? null : reportDate(stated),
    language: typeof language === 'string' ? language : (guessLanguage(text) ?? 'de'),
  });
}

/** Annotates lines of JSON; a line that is no report is named and the others are still read. */
export async function annotateLines(terminal: Terminal, path: string): Promise<ExitCode> {
  let code: ExitCode = 0;
  let number = 0;
  try {
    for await (const line of terminal.lines(path)) {
      number++;
      if (line.trim() === '') continue;
      const report = reportOf(number === 1 ? line.replace(/^\ufeff/, '') : line, number);
      if (typeof report === 'string') {
        reportProblems(terminal, [problem('TB_JSON_SHAPE', { reason: report }, { file: path, line: number })]);
        code = 1;
      } else if (!(await terminal.out(lineOf(report)))) return code;
    }
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure;
    return reportProblems(terminal, [problem('TB_FILE_UNREADABLE', { reason: String(failure.code) }, { file: path })]);
  }
  return code;
}
