import { dossierOf, readMaterial } from '../app/read-book.ts';
import { messagesFor } from '../i18n/index.ts';
import { actors } from '../lang/actors/index.ts';
import { replay } from '../ledger/index.ts';
import { changesText, contextsOf, reportHeading } from '../report/index.ts';
import type { TextOptions } from './program.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

/** Reads reports in the order of time and prints after each what is new, replaced, disputed or answered. */
export async function runReplay(terminal: Terminal, paths: readonly string[], options: TextOptions): Promise<ExitCode> {
  const material = await readMaterial(paths, terminal.files);
  const code = reportProblems(terminal, material.problems);
  const messages = messagesFor(options.lang);
  const { reports, annotations } = material;
  const shown = { messages, contextOf: contextsOf(reports, annotations), width: options.width ?? terminal.columns, paint: terminal.paint };
  const byKey = new Map(reports.map((found) => [found.key, found]));
  let before = dossierOf({ ...material, reports: [], annotations: [] });
  let first = true;
  for (const step of replay({ reports, annotations, actors })) {
    const headings = step.reports.flatMap((key) => byKey.get(key) ?? []).map((found) => reportHeading(found, shown));
    const text = changesText({ before, after: step.dossier, changes: step.changes }, shown);
    if (!(await terminal.out(`${first ? '' : '\n'}${headings.join('')}${text}`))) return code;
    before = step.dossier;
    first = false;
  }
  const undated = reports.filter(({ date }) => date === null).map(({ key }) => key);
  if (undated.length > 0) await terminal.out(`\n${messages.changes.undated(messages.list(undated))}\n`);
  return code;
}
