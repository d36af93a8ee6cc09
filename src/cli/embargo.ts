import { gather } from '../app/gather.ts';
import { dossierOf } from '../app/material.ts';
import { problem } from '../errors.ts';
import { parseOverrides } from '../feeds/index.ts';
import { type InterfaceLanguage, topicsFor } from '../i18n/index.ts';
import type { Audience } from '../model/index.ts';
import { monitorOf } from '../monitor/index.ts';
import { profileOf, refusedOverrides } from '../release/index.ts';
import { type PlaceOptions, placeFilesOf } from './place-options.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface EmbargoOptions extends PlaceOptions {
  readonly hours: number;
  readonly by: readonly string[];
  readonly editor?: readonly string[];
  readonly why: string;
  readonly file: string;
  readonly incidents?: readonly string[];
  readonly profile: Audience;
  readonly lang: InterfaceLanguage;
}

async function exists(path: string, terminal: Terminal): Promise<boolean> {
  try {
    await terminal.files.stat(path);
    return true;
  } catch {
    return false;
  }
}

/** Adds a decision on one embargo to the file of decisions, after checking that it has an effect under the profile. */
export async function runEmbargo(terminal: Terminal, id: string, paths: readonly string[], options: EmbargoOptions): Promise<ExitCode> {
  const words = topicsFor(options.lang).release;
  const isThere = await exists(options.file, terminal);
  const gathered = await gather(paths, terminal.files, terminal.now(), {
    ...(isThere ? { overrides: [options.file] } : {}),
    ...(options.incidents ? { incidents: options.incidents } : {}),
    editor: options.editor ?? [],
    places: placeFilesOf(options),
  });
  if ('shut' in gathered) {
    reportProblems(terminal, gathered.shut);
    return 1;
  }
  const { material, incidents } = gathered;
  const code = reportProblems(terminal, gathered.problems);
  const { reports, matches = {}, decisions } = incidents;
  const book = monitorOf({ dossier: dossierOf(material), reports, matches, decisions, asOf: null });
  const at = terminal.now();
  const line = JSON.stringify({ at, incident: id, hours: options.hours, by: options.by, why: options.why });
  const { entries, problems: faults } = parseOverrides(line, options.file);
  const [override] = entries;
  if (!override) {
    reportProblems(
      terminal,
      faults.map((fault) => ({ ...fault, file: null, line: null })),
    );
    return 1;
  }
  const refused = refusedOverrides(book, profileOf(options.profile), [...incidents.overrides, override], incidents.editors).find(
    (each) => each.override.id === override.id,
  );
  if (refused) {
    const values = { at, incident: id, hours: String(options.hours), reason: words.refusals[refused.why] };
    reportProblems(terminal, [
      refused.why === 'no_incident' ? problem('TB_INCIDENT_UNKNOWN', { id }) : problem('TB_OVERRIDE_REFUSED', values),
    ]);
    return 1;
  }
  const before = isThere ? new TextDecoder().decode(await terminal.files.readFile(options.file)) : '';
  // A file whose last line was never ended would swallow the entry.
  await terminal.append(options.file, `${before && !before.endsWith('\n') ? '\n' : ''}${line}\n`);
  await terminal.out(`${words.embargoNoted(options.file)}\n`);
  return code;
}
