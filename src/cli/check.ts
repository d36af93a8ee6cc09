import type { BookOptions } from '../app/read-book.ts';
import { readBook } from '../app/read-book.ts';
import { guessLanguage } from '../feeds/guess-language.ts';
import { messagesFor } from '../i18n/index.ts';
import { actors } from '../lang/actors/index.ts';
import { checkSentence, readLedger } from '../ledger/index.ts';
import { makeReport } from '../model/index.ts';
import { checkText, contextsOf } from '../report/index.ts';
import { annotate } from '../text/pipeline.ts';
import type { TextOptions } from './program.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

/** Reads the sentence as a report of its own and looks in the book for who said it, who something else, and who nothing. */
export async function runCheck(
  terminal: Terminal,
  sentence: string,
  paths: readonly string[],
  options: TextOptions & BookOptions,
): Promise<ExitCode> {
  const book = await readBook(paths, terminal.files, options);
  const code = reportProblems(terminal, book.problems);
  if (book.reports.length === 0) return 1;
  // "The 18th of March" without a year is of the year in which the reports were written.
  const date =
    options.asOf ??
    book.reports
      .flatMap((found) => found.date ?? [])
      .toSorted()
      .at(-1) ??
    null;
  const asked = makeReport('sentence', sentence, { language: guessLanguage(sentence) ?? 'de', date });
  const read = readLedger({ reports: [asked], annotations: [annotate(asked)], actors });
  const found = checkSentence(read, book.dossier);
  const text = checkText(found, book.dossier, {
    messages: messagesFor(options.lang),
    contextOf: contextsOf(book.reports, book.annotations),
    width: options.width ?? terminal.columns,
    paint: terminal.paint,
  });
  await terminal.out(text);
  return found.claims.length === 0 ? 1 : code;
}
