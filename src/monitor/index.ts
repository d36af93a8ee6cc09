// Incidents, in the order in which they are worked out.

// Reports known on a date are taken together where they mean the same event, graded, and judged under each holder's reading.
export { assess, factsOf, judgesOf, type PreparedJudge, traceOf } from './assess.ts';
export { type Cluster, clusterReports } from './cluster/cluster.ts';
// Whether satellites saw a fire: yes, no or nothing.
export { corroboratedByFire, type FireQuestion } from './corroborate-fire.ts';
// How many, as ranges.
export { type CountKey, type CountRow, type Counts, countsOf } from './counts.ts';
// What news reports and readouts say of attacks becomes incident reports.
export { incidentReportsOf } from './from-text/incident-reports.ts';
// Days on which a side's sources say nothing.
export { gapsOf, type Period, periodOf } from './gaps.ts';
export { gradeOf } from './grade/grade.ts';
// The fixed grid.
export { type CellBounds, cellBounds, cellOf, neighboursOf } from './grid.ts';
export { incidentOf, type MatchesByReport } from './incident-of.ts';
// What kind of object was hit; which one stays apart.
export { type MatchedReports, matchReports, prepareSites, type SiteBook } from './match/match-reports.ts';
// Everything together as of a date.
export { type MonitorInput, monitorOf, sidesOf } from './monitor-of.ts';
// State, region, cell, claims and control of a place.
export { attachPlaces, type PlaceBooks, type PlacedReports, type PlaceNote } from './places/attach-places.ts';
export { type GazetteerIndex, indexGazetteer, type PlaceAnswer } from './places/gazetteer-index.ts';
export { knownReports } from './report-time.ts';
export { type ControlHistory, makeControlHistory } from './territory/control-history.ts';
export { makeTerritoryMap, type Territory, type TerritoryMap } from './territory/territory-map.ts';
