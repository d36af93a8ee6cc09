import type { BookOptions } from '../app/read-book.ts';
import { readBook } from '../app/read-book.ts';
import { readIncidents } from '../feeds/index.ts';
import { messagesFor } from '../i18n/index.ts';
import type { Dossier } from '../model/index.ts';
import {
  type AttributedIncident,
  clarifyJson,
  contextsOf,
  type JudgeOptions,
  judgeJson,
  renderClarifyText,
  renderJudgeText,
} from '../report/index.ts';
import { chosenPart } from './choose-agreement.ts';
import type { TextOptions } from './program.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface JudgeCommandOptions extends TextOptions, BookOptions {
  readonly agreement?: string;
  readonly format: 'text' | 'json';
}

type Render = (dossier: Dossier, incidents: readonly AttributedIncident[], options: JudgeOptions) => string;

const RENDER: Readonly<Record<'judge' | 'clarify', Readonly<Record<'text' | 'json', Render>>>> = {
  judge: { text: renderJudgeText, json: judgeJson },
  clarify: { text: renderClarifyText, json: clarifyJson },
};

/** Judges incidents under every side's reading, or asks which question would change most of those verdicts. */
export async function runJudge(
  terminal: Terminal,
  incidentsPath: string,
  paths: readonly string[],
  options: JudgeCommandOptions,
  what: 'judge' | 'clarify',
): Promise<ExitCode> {
  const { incidents, problems } = await readIncidents(incidentsPath, terminal.files);
  const book = await readBook(paths, terminal.files, options);
  const code = reportProblems(terminal, [...problems, ...book.problems]);
  if (book.reports.length === 0 || incidents.length === 0) return 1;
  const shown = {
    messages: messagesFor(options.lang),
    contextOf: contextsOf(book.reports, book.annotations),
    width: options.width ?? terminal.columns,
    paint: terminal.paint,
  };
  await terminal.out(RENDER[what][options.format](chosenPart(book.dossier, options), incidents, shown));
  return code;
}
