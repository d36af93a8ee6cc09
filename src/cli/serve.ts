import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { makeDesk } from '../app/desk.ts';
import { readMaterial } from '../app/read-book.ts';
import { readIncidents } from '../app/read-incidents.ts';
import { reportPdf } from '../app/report-pdf.ts';
import { problem } from '../errors.ts';
import { type InterfaceLanguage, topicsFor } from '../i18n/index.ts';
import type { Audience } from '../model/index.ts';
import { makeApp } from '../web/app.tsx';
import { readAssets } from '../web/assets.ts';
import { type PlaceOptions, placeFilesOf } from './place-options.ts';
import { CommandFailure, type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface ServeOptions extends PlaceOptions {
  readonly port: number;
  readonly host: string;
  readonly profile: Audience;
  readonly incidents?: readonly string[];
  readonly curated?: readonly string[];
  readonly corrections?: readonly string[];
  readonly lang: InterfaceLanguage;
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** Serves the pages over some reports until the program is told to stop. */
export async function runServe(terminal: Terminal, paths: readonly string[], options: ServeOptions): Promise<ExitCode> {
  const material = await readMaterial(paths, terminal.files, options);
  const tables = await readIncidents(options.incidents ?? [], terminal.files, terminal.now(), placeFilesOf(options));
  const code = reportProblems(terminal, [...material.problems, ...tables.problems]);
  if (material.reports.length === 0) return 1;
  const app = makeApp(
    {
      desk: makeDesk(material, {
        ...material.kept,
        reports: [...(material.kept?.incidentReports ?? []), ...tables.reports],
        matches: tables.matches,
      }),
      profile: options.profile,
      language: options.lang,
      now: terminal.now,
      assets: readAssets(),
      isServed: true,
      print: async (html, view) => {
        const printed = await reportPdf(html, view);
        if ('pdf' in printed) return printed.pdf;
        reportProblems(terminal, [printed.problem]);
        return null;
      },
      failed: (fault) => terminal.err(`trucebook: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`),
    },
    { local: isLoopback(options.host) },
  );
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: options.port, hostname: options.host }, ({ port }: AddressInfo) => {
      const name = isLoopback(options.host) ? 'localhost' : options.host;
      const { serving } = topicsFor(options.lang).pages.shell;
      void terminal.out(`${serving(`http://${name}:${port}`, material.reports.length)}\n`);
    });
    server.on('error', (failure: NodeJS.ErrnoException) => {
      const values = { port: String(options.port), reason: failure.code ?? failure.message };
      const { message, remedy } = problem('TB_PORT_UNAVAILABLE', values);
      reject(new CommandFailure(`TB_PORT_UNAVAILABLE: ${message}\n  ${remedy}`, 3));
    });
    const stop = (): void => {
      server.close(() => resolve());
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  return code;
}
