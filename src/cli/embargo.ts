import { joinKept } from '../app/material.ts';
import { readBook } from '../app/read-book.ts';
import { readGate } from '../app/read-gate.ts';
import { readIncidents } from '../app/read-incidents.ts';
import { problem } from '../errors.ts';
import { parseOverrides } from '../feeds/index.ts';
import { type InterfaceLanguage, topicsFor } from '../i18n/index.ts';
import type { Audience } from '../model/index.ts';
import { monitorOf } from '../monitor/index.ts';
import { profileOf, refusedOverrides } from '../release/index.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface EmbargoOptions {
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
  const gate = await readGate({ ...(isThere ? { overrides: [options.file] } : {}), editor: options.editor ?? [] }, terminal.files);
  const { dossier, problems, kept } = await readBook(paths, terminal.files);
  const tables = await readIncidents(options.incidents ?? [], terminal.files, terminal.now());
  const code = reportProblems(terminal, [...gate.problems, ...problems, ...tables.problems]);
  const { incidentReports: reports, decisions } = joinKept(kept, tables);
  const book = monitorOf({ dossier, reports, decisions, asOf: null });
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
  const refused = refusedOverrides(book, profileOf(options.profile), [...gate.overrides, override], gate.editors).find(
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
