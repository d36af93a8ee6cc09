import { randomBytes } from 'node:crypto';
import { type Desk, makeDesk } from '../app/desk.ts';
import { joinKept } from '../app/material.ts';
import { readMaterial } from '../app/read-book.ts';
import { readIncidents } from '../app/read-incidents.ts';
import { reportPdf } from '../app/report-pdf.ts';
import { makeReviewDesk } from '../app/review-desk.ts';
import { type InterfaceLanguage, topicsFor } from '../i18n/index.ts';
import type { Audience } from '../model/index.ts';
import { makeApp } from '../web/app.tsx';
import { readAssets } from '../web/assets.ts';
import { existingText } from './correct.ts';
import { isLoopback, type ListenOptions, listen } from './listen.ts';
import { type PlaceOptions, placeFilesOf } from './place-options.ts';
import { CommandFailure, type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface ServeOptions extends PlaceOptions, ListenOptions {
  readonly profile: Audience;
  readonly incidents?: readonly string[];
  readonly curated?: readonly string[];
  readonly corrections?: readonly string[];
  readonly review?: string;
  readonly lang: InterfaceLanguage;
}

const always =
  (desk: Desk): (() => Desk) =>
  () =>
    desk;

/** Tells whoever runs a server of a fault that an answer hides. */
export function failureTo(terminal: Terminal): (fault: unknown) => void {
  return (fault) => terminal.err(`trucebook: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
}

/** Adds lines to a file; one whose last line was never ended would swallow the first. */
function appender(terminal: Terminal, path: string, before: string | null): (line: string) => Promise<void> {
  let isEnded = before === null || before === '' || before.endsWith('\n');
  return async (line) => {
    await terminal.append(path, isEnded ? line : `\n${line}`);
    isEnded = true;
  };
}

/** Serves the pages over some reports until the program is told to stop. */
export async function runServe(terminal: Terminal, paths: readonly string[], options: ServeOptions): Promise<ExitCode> {
  const { review: reviewFile } = options;
  if (reviewFile !== undefined && !isLoopback(options.host)) {
    throw new CommandFailure(
      'error: --review works on this machine alone; leave --host out, since whoever reaches the pages could decide',
      2,
    );
  }
  const before = reviewFile === undefined ? null : await existingText(reviewFile, terminal.files);
  const corrections = [...(options.corrections ?? []), ...(reviewFile === undefined || before === null ? [] : [reviewFile])];
  const material = await readMaterial(paths, terminal.files, { ...options, corrections: [...new Set(corrections)] });
  const tables = await readIncidents(options.incidents ?? [], terminal.files, terminal.now(), placeFilesOf(options));
  const code = reportProblems(terminal, [...material.problems, ...tables.problems]);
  if (material.reports.length === 0) return 1;
  const { incidentReports: reports, ...kept } = joinKept(material.kept, tables);
  const incidents = { ...kept, reports, matches: tables.matches };
  const reviewing =
    reviewFile === undefined
      ? null
      : makeReviewDesk(material, incidents, { path: reviewFile, now: terminal.now, append: appender(terminal, reviewFile, before) });
  const deskOf = reviewing === null ? always(makeDesk(material, incidents)) : reviewing.desk;
  const app = makeApp(
    {
      get desk() {
        return deskOf();
      },
      profile: options.profile,
      language: options.lang,
      now: terminal.now,
      assets: readAssets(),
      isServed: true,
      ...(reviewing === null ? {} : { review: { token: randomBytes(24).toString('base64url'), decide: reviewing.decide } }),
      print: async (html, view) => {
        const printed = await reportPdf(html, view);
        if ('pdf' in printed) return printed.pdf;
        reportProblems(terminal, [printed.problem]);
        return null;
      },
      failed: failureTo(terminal),
    },
    { local: isLoopback(options.host) },
  );
  await listen(app.fetch, options, (url) => {
    void terminal.out(`${topicsFor(options.lang).pages.shell.serving(url, material.reports.length)}\n`);
  });
  return code;
}
