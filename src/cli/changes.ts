import type { BookOptions } from '../app/read-book.ts';
import { dossierOf, readMaterial } from '../app/read-book.ts';
import { messagesFor } from '../i18n/index.ts';
import { changesBetween } from '../ledger/index.ts';
import { changesText, contextsOf, reportHeading } from '../report/index.ts';
import type { TextOptions } from './program.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface ChangesCommandOptions extends TextOptions, BookOptions {
  readonly since: string;
}

/** Prints what has become known since a date: the new reports, and what they changed in every agreement. */
export async function runChanges(terminal: Terminal, paths: readonly string[], options: ChangesCommandOptions): Promise<ExitCode> {
  const material = await readMaterial(paths, terminal.files, options);
  const code = reportProblems(terminal, material.problems);
  const messages = messagesFor(options.lang);
  const shown = { messages, contextOf: contextsOf(material.reports, material.annotations), width: options.width ?? terminal.columns };
  const before = dossierOf(material, { asOf: options.since });
  const after = dossierOf(material, options);
  const known = new Set(before.reports.map(({ key }) => key));
  const fresh = after.reports.filter(({ key }) => !known.has(key)).map((found) => `  ${reportHeading(found, shown)}`);
  await terminal.out(`${messages.changes.since(messages.date(options.since), fresh.length)}\n${fresh.join('')}\n`);
  await terminal.out(changesText({ before, after, changes: changesBetween(before, after) }, { ...shown, paint: terminal.paint }));
  return code;
}
