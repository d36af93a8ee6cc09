/** Intake: from files to reports, and what was wrong with those that are none. */
export { type Corrections, parseCorrections, readCorrections } from './corrections.ts';
export { parseCurated, readCurated } from './curated.ts';
export type { FileAccess } from './file-access.ts';
export { guessLanguage } from './guess-language.ts';
export { type Incidents, parseIncidents, readIncidents, type StatedIncident } from './incidents.ts';
export { nodeFiles } from './node-files.ts';
export { readReports, streamReports } from './read-reports.ts';
export { reportDate } from './report-date.ts';
