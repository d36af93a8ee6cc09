export { type HolderLookup, makeHolderLookup, type Standing } from './holders.ts';
export { type LedgerInput, type LedgerReadings, readLedger } from './read-ledger.ts';
