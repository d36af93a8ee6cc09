import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeDesk } from '../app/desk.ts';
import { joinKept } from '../app/material.ts';
import { readMaterial } from '../app/read-book.ts';
import { type GateOptions, readGate } from '../app/read-gate.ts';
import { readIncidents } from '../app/read-incidents.ts';
import { problem } from '../errors.ts';
import { type InterfaceLanguage, topicsFor } from '../i18n/index.ts';
import type { Audience } from '../model/index.ts';
import { makeApp } from '../web/app.tsx';
import { readAssets } from '../web/assets.ts';
import { publishSite } from '../web/publish.ts';
import { type PlaceOptions, placeFilesOf } from './place-options.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface PublishOptions extends PlaceOptions, GateOptions {
  readonly profile: Audience;
  readonly incidents?: readonly string[];
  readonly curated?: readonly string[];
  readonly corrections?: readonly string[];
  readonly lang: InterfaceLanguage;
}

/** Writes the pages over some reports as a folder of files that needs no server; it must be empty or not be there yet. */
export async function runPublish(terminal: Terminal, folder: string, paths: readonly string[], options: PublishOptions): Promise<ExitCode> {
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) return reportProblems(terminal, [problem('TB_PUBLISH_FOLDER_NOT_EMPTY', { folder })]);
  // One instant for all pages: an embargo must not end between two of them.
  const now = terminal.now();
  const gate = await readGate(options, terminal.files);
  if (!gate.isWhole) {
    reportProblems(terminal, gate.problems);
    return 1;
  }
  const material = await readMaterial(paths, terminal.files, options);
  const tables = await readIncidents(options.incidents ?? [], terminal.files, now, placeFilesOf(options));
  const code = reportProblems(terminal, [...material.problems, ...gate.problems, ...tables.problems]);
  if (material.reports.length === 0) return 1;
  const { incidentReports: reports, ...kept } = joinKept(material.kept, tables, gate);
  const faults: unknown[] = [];
  const app = makeApp({
    desk: makeDesk(material, { ...gate, ...kept, reports, matches: tables.matches }, options.profile, now),
    profile: options.profile,
    language: options.lang,
    now: () => now,
    assets: readAssets(),
    failed: (fault) => faults.push(fault),
  });
  const files = await publishSite(app);
  const [fault] = faults;
  if (fault !== undefined) throw fault;
  for (const { path, body } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, body);
  }
  await terminal.out(`${topicsFor(options.lang).pages.incidents.published(files.length, folder)}\n`);
  return code;
}
