import type { Problem } from '../errors.ts';
import type { FileAccess } from '../feeds/index.ts';
import type { IncidentMaterial } from './incident-desk.ts';
import { joinKept } from './material.ts';
import { withTextIncidents } from './monitoring.ts';
import type { PlaceFiles } from './place-incidents.ts';
import { type BookOptions, type Material, readMaterial } from './read-book.ts';
import { type GateOptions, readGate } from './read-gate.ts';
import { readIncidents } from './read-incidents.ts';

/** Everything beside reports and books that a command may be given. */
export interface GatherOptions extends Pick<BookOptions, 'curated' | 'corrections'>, GateOptions {
  /** Tables of incidents. */
  readonly incidents?: readonly string[];
  readonly places?: PlaceFiles;
}

/** What dossiers, incidents and releases are made from, read and put together. */
export interface Gathered {
  readonly material: Material;
  /** Incident reports of books, tables and texts, with every decision that the gate goes by. */
  readonly incidents: IncidentMaterial & Required<Pick<IncidentMaterial, 'overrides' | 'editors' | 'decisions' | 'gaps'>>;
  /** What was wrong, rejected rows among it. */
  readonly problems: readonly Problem[];
}

/** What a gate that could not be read whole leaves: nothing may leave then. */
export interface ShutGate {
  readonly shut: readonly Problem[];
}

/**
 * Reads books, reports, tables and decisions, and puts them together: the one way in which commands and pages come to their material.
 * Where a list of names or a decision could not be read, nothing else is: what it was to hold back would leave.
 */
export async function gather(
  paths: readonly string[],
  files: FileAccess,
  now: string,
  options: GatherOptions = {},
): Promise<Gathered | ShutGate> {
  const { isWhole, problems: gateProblems, ...gate } = await readGate(options, files);
  if (!isWhole) return { shut: gateProblems };
  const material = await readMaterial(paths, files, options);
  const tables = await readIncidents(options.incidents ?? [], files, now, options.places);
  const { incidentReports, ...kept } = joinKept(material.kept, tables, gate);
  return {
    material,
    incidents: { ...gate, ...kept, reports: withTextIncidents(incidentReports, material), matches: tables.matches },
    problems: [
      ...material.problems,
      ...gateProblems,
      ...tables.problems,
      ...tables.rejectedRows.map((row): Problem => ({ ...row, severity: 'error' })),
    ],
  };
}
