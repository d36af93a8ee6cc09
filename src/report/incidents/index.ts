/** Incidents as pages and exports ask for them: filtered, by the values that occur, and counted under each reading. */
export {
  COUNT_GRADES,
  COUNT_VERDICTS,
  type ComplianceCounts,
  type CountGrade,
  type CountRow,
  type CountVerdict,
  countCompliance,
  countVerdictOf,
  type SideCounts,
  sumRanges,
  windowBefore,
} from './count-compliance.ts';
export { type Facets, facetsOf, judgedAgreements } from './facets.ts';
export { filterIncidents, type IncidentFilter, NO_FILTER, sortByDay } from './filter-incidents.ts';
