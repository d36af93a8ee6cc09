import type { BookOptions } from '../app/read-book.ts';
import { readBook } from '../app/read-book.ts';
import { messagesFor } from '../i18n/index.ts';
import { commonTextJson, contextsOf, renderCommonMarkdown, renderCommonText } from '../report/index.ts';
import { chosenPart } from './choose-agreement.ts';
import type { TextOptions } from './program.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface CommonCommandOptions extends TextOptions, BookOptions {
  readonly agreement?: string;
  readonly format: 'text' | 'json' | 'md';
}

/** Prints what all versions of each agreement share, what they hold together, and which questions are left. */
export async function runCommon(terminal: Terminal, paths: readonly string[], options: CommonCommandOptions): Promise<ExitCode> {
  const book = await readBook(paths, terminal.files, options);
  const code = reportProblems(terminal, book.problems);
  if (book.reports.length === 0) return 1;
  const dossier = chosenPart(book.dossier, options);
  const shown = {
    messages: messagesFor(options.lang),
    contextOf: contextsOf(book.reports, book.annotations),
    width: options.width ?? terminal.columns,
    paint: terminal.paint,
  };
  const render = { text: renderCommonText, md: renderCommonMarkdown, json: commonTextJson }[options.format];
  await terminal.out(render(dossier, shown));
  return code;
}
