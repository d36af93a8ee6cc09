import type { Annotation, Dossier, Position, Reading, Report, Statement } from '../model/index.ts';

type Spoken = Dossier['statements'][number];

/** A statement together with the report it stands in. */
export interface Placed {
  readonly statement: Statement;
  readonly report: Report;
}

/** Every statement of the reports, by its id. */
export function placedStatements(reports: readonly Report[], annotations: readonly Annotation[]): ReadonlyMap<string, Placed> {
  const byKey = new Map(reports.map((report) => [report.key, report]));
  const placed = new Map<string, Placed>();
  for (const annotation of annotations) {
    const report = byKey.get(annotation.report);
    if (report) for (const statement of annotation.statements) placed.set(statement.id, { statement, report });
  }
  return placed;
}

/** The statements that readings and positions rest on, with their words. */
export function spokenStatements(
  reports: readonly Report[],
  annotations: readonly Annotation[],
  readings: readonly Reading[],
  positions: readonly Position[],
): readonly Spoken[] {
  const placed = placedStatements(reports, annotations);
  const used = new Set([...readings.flatMap((reading) => reading.statements), ...positions.map((position) => position.statement)]);
  return [...used].sort().flatMap((id) => {
    const found = placed.get(id);
    if (!found) return [];
    const words = ({ start, end }: { readonly start: number; readonly end: number }): string => found.report.text.slice(start, end);
    return [{ ...found.statement, exact: found.statement.content.map(words), cueExact: found.statement.cue.map(words) }];
  });
}
