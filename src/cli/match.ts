import { streamReports } from '../feeds/index.ts';
import { messagesFor } from '../i18n/index.ts';
import { matchesOf, matchText } from '../report/index.ts';
import { annotate } from '../text/pipeline.ts';
import type { TextOptions } from './program.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

/** Prints what a rule did in every report, one report in memory at a time, and how often. */
export async function runMatch(terminal: Terminal, rule: string, paths: readonly string[], options: TextOptions): Promise<ExitCode> {
  const messages = messagesFor(options.lang);
  const width = options.width ?? terminal.columns;
  let code: ExitCode = 0;
  let matches = 0;
  let found = 0;
  for await (const { reports, problems } of streamReports(paths, terminal.files)) {
    if (reportProblems(terminal, problems) === 1) code = 1;
    for (const report of reports) {
      const own = matchesOf(annotate(report), rule);
      if (own.length > 0) found++;
      matches += own.length;
      for (const match of own) {
        if (!(await terminal.out(matchText(report, match, { messages, width, paint: terminal.paint })))) return code;
      }
    }
  }
  await terminal.out(`${messages.explain.matchCount(matches, found)}\n`);
  return code;
}
