// The ledger, in the order in which it works.

// Readings are known on a date and held at a date; a later one ends an earlier one and erases none.
export { asOf, fillsColumn, knownBy, supersede } from './as-of.ts';
export { changesBetween, changesSince, type ReplayStep, replay } from './changes.ts';
export { checkSentence, type SentenceCheck } from './check-sentence.ts';
// What could be asked and what could be agreed.
export { type Clarification, clarificationValue } from './clarification.ts';
export { type Clause, commonText } from './common-text.ts';
// Values are compared, not words; differences become sentences.
export { type Comparison, compareValues } from './compare-values.ts';
export { applyCorrections, type CorrectionContext, pendingCorrections } from './corrections.ts';
export { findDivergences } from './divergence.ts';
// Everything together: one agreement, all agreements, the whole book over a set of reports.
export { type AgreementBook, bookOf, booksOf, buildDossier, type DossierInput } from './dossier.ts';
// Dates with their own precision, as ranges of minutes.
export { DAY, type DateRange, dayOf, knownAt, type Minute, momentOf, rangeOf } from './instant.ts';
// What follows from one holder's version for one incident.
export type { IncidentFacts } from './judge/incident.ts';
export {
  clarifyIncidents,
  currentReadings,
  holdersOf,
  type JudgedIncident,
  judgeIncidents,
  trucesIn,
} from './judge/incidents-in-dossier.ts';
export { type Judge, type Judgement, judge, makeJudge, type TraceStep } from './judge/judge.ts';
export { type Ledger, mergeCurated } from './merge-curated.ts';
// Statements become readings, and people's entries stand beside them.
export { type HolderLookup, type LedgerInput, type LedgerReadings, makeHolderLookup, readLedger } from './read/index.ts';
// One more report: only the agreements it speaks of are computed again.
export { type BookShelf, shelveBooks, updateBooks } from './update-books.ts';
export { canonicalJson } from './value-key.ts';
