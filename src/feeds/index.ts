/** Intake: from files to reports, and what was wrong with those that are none. */
export { readBaseMap } from './base-map.ts';
export { type Control, type ControlMapping, parseControl, readControl } from './control.ts';
export { type Corrections, parseCorrections, readCorrections } from './corrections.ts';
export { parseCurated, readCurated } from './curated.ts';
export type { FileAccess } from './file-access.ts';
export type { Gazetteer } from './gazetteer/gazetteer.ts';
export { parseGazetteer, readGazetteer } from './gazetteer/read-gazetteer.ts';
export { guessLanguage } from './guess-language.ts';
export { type Incidents, parseIncidents, readIncidents, type StatedIncident } from './incidents.ts';
export { nodeFiles } from './node-files.ts';
export { readReports, streamReports } from './read-reports.ts';
export { reportDate } from './report-date.ts';
export { MAPPINGS, recogniseMapping } from './tables/choose-mapping.ts';
export { type ChangedRow, compareImports, type ImportComparison } from './tables/compare-imports.ts';
export type { ImportResult, ImportSink, ImportSummary, ImportTotals, MergedRow, RejectedRow } from './tables/import-result.ts';
export { type ImportOptions, importIncidents, importTable } from './tables/import-table.ts';
export { parseMapping, readMapping } from './tables/parse-mapping.ts';
export type { TableKind, TableMapping } from './tables/table-mapping.ts';
