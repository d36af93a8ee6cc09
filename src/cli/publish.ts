import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeDesk } from '../app/desk.ts';
import { type GatherOptions, gather } from '../app/gather.ts';
import { problem } from '../errors.ts';
import { type InterfaceLanguage, topicsFor } from '../i18n/index.ts';
import type { Audience } from '../model/index.ts';
import { makeApp } from '../web/app.tsx';
import { readAssets } from '../web/assets.ts';
import { publishSite } from '../web/publish.ts';
import { type PlaceOptions, placeFilesOf } from './place-options.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface PublishOptions extends PlaceOptions, Omit<GatherOptions, 'places'> {
  readonly profile: Audience;
  readonly lang: InterfaceLanguage;
}

/** Writes the pages over some reports as a folder of files that needs no server; it must be empty or not be there yet. */
export async function runPublish(terminal: Terminal, folder: string, paths: readonly string[], options: PublishOptions): Promise<ExitCode> {
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) return reportProblems(terminal, [problem('TB_PUBLISH_FOLDER_NOT_EMPTY', { folder })]);
  // One instant for all pages: an embargo must not end between two of them.
  const now = terminal.now();
  const gathered = await gather(paths, terminal.files, now, { ...options, places: placeFilesOf(options) });
  if ('shut' in gathered) {
    reportProblems(terminal, gathered.shut);
    return 1;
  }
  const { material, incidents } = gathered;
  const code = reportProblems(terminal, gathered.problems);
  if (material.reports.length === 0) return 1;
  const faults: unknown[] = [];
  const app = makeApp({
    desk: makeDesk(material, incidents, options.profile, now),
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
