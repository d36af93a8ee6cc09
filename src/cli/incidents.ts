import { gather } from '../app/gather.ts';
import { type BookOptions, dossierOf } from '../app/material.ts';
import { messagesFor, topicsFor } from '../i18n/index.ts';
import { monitorOf } from '../monitor/index.ts';
import { profileOf, release } from '../release/index.ts';
import { incidentsJson, renderIncidentsText } from '../report/index.ts';
import { type PlaceOptions, placeFilesOf } from './place-options.ts';
import type { TextOptions } from './program.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface IncidentsCommandOptions extends TextOptions, Pick<BookOptions, 'asOf' | 'curated' | 'corrections'>, PlaceOptions {
  readonly incidents?: readonly string[];
  readonly format: 'text' | 'json';
}

/** Lists the incidents of reports and tables, for the desk itself: the internal profile of the gate. */
export async function runIncidents(terminal: Terminal, paths: readonly string[], options: IncidentsCommandOptions): Promise<ExitCode> {
  const now = `${terminal.now().slice(0, 16)}Z`;
  const { asOf: _, ...given } = options;
  const gathered = await gather(paths, terminal.files, now, { ...given, places: placeFilesOf(options) });
  if ('shut' in gathered) return reportProblems(terminal, gathered.shut);
  const { material, incidents } = gathered;
  const { reports, matches = {}, decisions, gaps } = incidents;
  const code = reportProblems(terminal, gathered.problems);
  if (material.reports.length + reports.length === 0) return 1;
  const asOf = options.asOf ?? null;
  const dossier = dossierOf(material, asOf === null ? {} : { asOf });
  const book = monitorOf({ dossier, reports, matches, decisions, gaps, asOf });
  const released = release(book, profileOf('internal'), { now, dossier, kind: 'dataset' });
  const shown = {
    messages: messagesFor(options.lang),
    topics: topicsFor(options.lang),
    width: options.width ?? terminal.columns,
    paint: terminal.paint,
  };
  await terminal.out(options.format === 'json' ? incidentsJson(released) : renderIncidentsText(released, dossier, shown));
  return code;
}
