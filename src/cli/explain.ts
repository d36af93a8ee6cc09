import { readReports } from '../feeds/index.ts';
import { messagesFor } from '../i18n/index.ts';
import { explainText } from '../report/index.ts';
import { annotate } from '../text/pipeline.ts';
import type { TextOptions } from './program.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

/** Splits `FILE:OFFSET`; a file whose own name ends so is taken as it is. */
async function placeOf(path: string, { files }: Terminal): Promise<{ readonly file: string; readonly offset: number | null }> {
  const [, file, digits] = /^(.+):(\d+)$/s.exec(path) ?? [];
  if (file === undefined || digits === undefined) return { file: path, offset: null };
  try {
    await files.stat(path);
    return { file: path, offset: null };
  } catch {
    return { file, offset: Number(digits) };
  }
}

/** Explains every report of a file, one after the other. */
export async function runExplain(terminal: Terminal, path: string, options: TextOptions): Promise<ExitCode> {
  const { file, offset } = await placeOf(path, terminal);
  const { reports, problems } = await readReports([file], terminal.files);
  const code = reportProblems(terminal, problems);
  const messages = messagesFor(options.lang);
  const width = options.width ?? terminal.columns;
  for (const found of reports) {
    const text = explainText(found, annotate(found), { messages, offset, width, paint: terminal.paint });
    if (!(await terminal.out(text))) break;
  }
  return code;
}
