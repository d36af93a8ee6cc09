// The ledger, in the order in which it works: statements become readings, readings are known and held at a date, and
// everything else is computed from them.

export { asOf, fillsColumn, knownBy, supersede } from './as-of.ts';
export { type Comparison, compareValues } from './compare-values.ts';
export { findDivergences } from './divergence.ts';
export { type AgreementBook, bookOf, booksOf, buildDossier, type DossierInput } from './dossier.ts';
export type { IncidentFacts } from './judge/incident.ts';
export { type Judge, type Judgement, judge, makeJudge, type TraceStep } from './judge/judge.ts';
export { type LedgerInput, type LedgerReadings, makeHolderLookup, readLedger } from './read/index.ts';
