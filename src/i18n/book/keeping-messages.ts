import type { Entry, EntryAction } from '../../model/index.ts';

/** Words of init, status, history, verify, export and move. */
export interface KeepingMessages {
  readonly made: (place: string) => string;
  readonly takenOver: (place: string, entries: string) => string;
  readonly store: Readonly<Record<'embedded' | 'postgresql', string>>;
  readonly createdAt: (at: string) => string;
  readonly entries: (count: string, last: string) => string;
  /** The hash that stands for the whole journal, to be written down elsewhere. */
  readonly head: (seq: string, hash: string) => string;
  readonly headHint: string;
  readonly empty: string;
  readonly actions: Readonly<Record<EntryAction, string>>;
  readonly authors: Readonly<Record<Entry['author']['kind'], string>>;
  readonly noHistory: (id: string) => string;
  readonly why: (reason: string) => string;
  readonly clockBackwards: string;
  readonly contentErased: string;
  readonly contentApart: string;
  readonly madeFrom: (origin: string) => string;
  readonly changed: (field: string) => string;
  readonly verified: (entries: string, contents: string, facts: string, bytes: string) => string;
  readonly sound: string;
  readonly provesIntegrity: string;
  readonly faults: (count: number) => string;
  readonly notices: (count: number) => string;
  readonly atEntry: (seq: number) => string;
  readonly faultNames: Readonly<Record<FaultName, string>>;
  readonly exported: (place: string, entries: string) => string;
  readonly withoutRestricted: string;
  readonly moved: (place: string, entries: string) => string;
  readonly reread: (read: string, same: string, taken: string, held: string) => string;
  readonly waiting: (count: number) => string;
  readonly difference: Readonly<Record<'found' | 'lost' | 'changed', string>>;
  readonly restsOn: string;
  readonly settled: Readonly<Record<'take' | 'keep', (id: string) => string>>;
  readonly settleHint: string;
  /** A dossier was written with its proof. */
  readonly proved: (file: string, entries: string, reports: string, quotations: string) => string;
  readonly proofHint: string;
  /** What is in it that may not go everywhere. */
  readonly proofHolds: string;
}

/** Codes of what verification finds, as the store gives them. */
export type FaultName =
  | 'entry_changed'
  | 'entry_missing'
  | 'entry_inserted'
  | 'chain_broken'
  | 'head_wrong'
  | 'head_unknown'
  | 'content_changed'
  | 'content_missing'
  | 'content_inserted'
  | 'state_changed'
  | 'state_missing'
  | 'state_inserted'
  | 'search_out_of_step'
  | 'file_damaged'
  | 'erased'
  | 'clock_backwards'
  | 'left_over'
  | 'withheld';
