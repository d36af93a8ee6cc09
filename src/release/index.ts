// The gate, in the order in which a book passes it.

export { coarsenTime } from './coarsen-time.ts';
export { applyOverride, defaultHours, hoursAfter, longestHours, type OverrideRefusal } from './embargo.ts';
// Counts, and the card.
export { gateCount, gateCounts, gateRange } from './gate-counts.ts';
// Texts on their own: search hits, feeds and titles pass the same filters.
export { type NameFilter, nameFilter, WITHHELD, type Withheld, withholdNames } from './names/withhold-names.ts';
export { type RefusedOverride, refusedOverrides } from './override-refusals.ts';
export { PROFILES, profileOf } from './profiles.ts';
// What the profiles are, and which class a rule goes by.
export { groupCode, groupOf, strictestGroup } from './publication-class.ts';
// Through the gate.
export { embargoedStatements, type ReleaseContext, release } from './release.ts';
export { hashOfRelease, TRANSFORM_RULES } from './release-card.ts';
// The dossier and its reports.
export { type DossierGate, type ReleasedDossier, releaseDossier, releaseText } from './release-dossier.ts';
export { type TextGate, textGate } from './text-gate.ts';
export { cutOffOf } from './what-may-leave.ts';
