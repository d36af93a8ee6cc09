export { type HolderLookup, makeHolderLookup, type ResolveHolder, type Standing } from './holders.ts';
export { type LedgerInput, type LedgerReadings, readLedger } from './read-ledger.ts';
