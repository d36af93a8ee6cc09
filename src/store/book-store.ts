import type { Author, Entry, EntryAction, FactBodies, FactKind, RestrictedKind } from '../model/index.ts';
import type { Content } from './content.ts';
import type { FoundPassage, PassageQuery, ReportPassages } from './search/passage.ts';
import type { FactTimes } from './times-of.ts';

/** Who writes, when and why; `at` left out is the clock the store was opened with. */
export interface By {
  readonly author: Author;
  readonly at?: string;
  readonly why?: string | null;
}

/** What must not have changed since something was looked at. */
export interface Unchanged {
  readonly kinds: readonly FactKind[];
  /** Number of the newest entry about any of the kinds, as {@link BookStore.newest} gave it. */
  readonly since: number;
}

/** A piece of work of the queue as one worker holds it; nobody else ever holds the same piece at the same attempt. */
export interface HeldWork {
  readonly job: string;
  readonly worker: string;
  readonly attempt: number;
}

/** On what a worker's writing depends, and what is written beside its facts. */
export interface HeldWriting {
  readonly held: HeldWork;
  /** With this writing the piece is done: it leaves the queue in the same transaction. */
  readonly ends: boolean;
  /** Facts that must stand as they were seen: the number of their entry, null where there was none. */
  readonly seen?: readonly { readonly kind: FactKind; readonly id: string; readonly seq: number | null }[];
  readonly unchanged?: Unchanged;
  readonly passages?: readonly ReportPassages[];
}

/** A fact to be written. The same fact once more writes nothing; another body for the same id is a change. */
export interface NewFact<K extends FactKind = FactKind> {
  readonly kind: K;
  readonly id: string;
  /** The new body; null takes the fact out of what counts (its history stays). */
  readonly body: FactBodies[K] | null;
  /** Bytes kept as they are beside the body: of a source, a published file, a token. */
  readonly attached?: Uint8Array;
  /** Report, source, agreement or incident it belongs to; its own id where left out. */
  readonly home?: string;
  /** What it was made from: the source of a report. */
  readonly origin?: string | null;
  /** Reason of this one fact, where it differs from that of the whole writing. */
  readonly why?: string | null;
}

/** {@link NewFact} of any kind, so that a list may mix kinds and each body is still checked against its kind. */
export type AnyNewFact = { readonly [K in FactKind]: NewFact<K> }[FactKind];

/** Kinds of which a thread may make facts ready: what is kept apart is salted where it is written. */
export type OpenKind = Exclude<FactKind, RestrictedKind>;

/** {@link NewFact} of any of those kinds. */
export type OpenFact = { readonly [K in OpenKind]: NewFact<K> }[OpenKind];

/**
 * A fact whose body was hashed and packed elsewhere and stays there: handing a body from thread to thread costs more than writing it.
 * It is never the removal of one.
 */
export interface ReadyFact extends Pick<NewFact, 'id' | 'home' | 'origin' | 'why'> {
  readonly kind: OpenKind;
  readonly content: Content;
  /** The times that the body states. */
  readonly times: FactTimes;
  readonly attached: Content | null;
}

/** What is in force about one thing, with the entry that says so. */
export interface Fact<K extends FactKind = FactKind> {
  readonly kind: K;
  readonly id: string;
  readonly home: string;
  readonly origin: string | null;
  readonly body: FactBodies[K];
  /** Number of the entry that made it so. */
  readonly seq: number;
  readonly at: string;
  /** SHA-256 of the body. */
  readonly sha256: string;
  /** SHA-256 of the attached bytes. */
  readonly attached: string | null;
}

/** The newest entry; its hash stands for the whole journal before it. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
}

/** What became of a writing: the entries made, and the facts that made none. */
export interface Appended {
  readonly entries: readonly Entry[];
  /** `same`: it says so already; `erased`: it was deleted on legal demand and is not taken in again. */
  readonly skipped: readonly { readonly kind: FactKind; readonly id: string; readonly why: 'same' | 'erased' }[];
  readonly head: Head;
}

/** Which facts to give; all conditions hold together. */
export interface FactQuery {
  readonly home?: string;
  readonly ids?: readonly string[];
  /** Known by this instant: the time they could be known, else of intake, is not after it. */
  readonly knownBy?: string;
  /** Only facts written after this entry: how to go on with the next page, and how to ask what is new. */
  readonly after?: number;
  readonly limit?: number;
}

/** Which entries of the journal to give, in their order. */
export interface EntryQuery {
  readonly kind?: FactKind;
  /** Entries about this id, and about what belongs to it. */
  readonly about?: string;
  readonly action?: EntryAction;
  readonly after?: number;
  readonly limit?: number;
}

/** What to delete on legal demand: everything that belongs to a home, or one fact in all its versions. */
export interface Erasure {
  readonly kind: FactKind;
  readonly id: string;
}

/** One thing that does not fit, with the entry it concerns where there is one. */
export interface Fault {
  readonly code: FaultCode;
  readonly seq: number | null;
  readonly kind: string | null;
  readonly id: string | null;
  readonly detail: string;
}

/** What can be wrong with a book, or only be worth knowing (from `erased` on). */
export const FAULT_CODES = [
  'entry_changed',
  'entry_missing',
  'entry_inserted',
  'chain_broken',
  'head_wrong',
  'head_unknown',
  'content_changed',
  'content_missing',
  'content_inserted',
  'state_changed',
  'state_missing',
  'state_inserted',
  'search_out_of_step',
  'file_damaged',
  'erased',
  'clock_backwards',
  'left_over',
  'withheld',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** What verification found; `faults` is empty for a book that is whole, `notices` are no faults. */
export interface Verification {
  readonly entries: number;
  readonly contents: number;
  readonly facts: number;
  readonly bytes: number;
  readonly head: Head;
  readonly faults: readonly Fault[];
  readonly notices: readonly Fault[];
}

export interface VerifyOptions {
  /** Hash of an entry written down earlier (from `status`, a release or a time stamp): it must still be in the journal. */
  readonly knownHead?: string;
  readonly onProgress?: (done: number, total: number) => void;
}

/** One content as it is copied from book to book. */
export interface StoredContent {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** Bytes kept as they are, or the body of a fact. */
  readonly attached: boolean;
  /** Kept in the store apart. */
  readonly apart: boolean;
}

/**
 * A book that keeps. Two stores stand behind it, embedded and PostgreSQL, and behave alike. What is written is on disk once the
 * promise is fulfilled. Everything rejects with a {@link BookFailure} that has a code.
 */
export interface BookStore {
  readonly kind: 'embedded' | 'postgresql';
  /** Folder, or address of the database without its password. */
  readonly place: string;

  /**
   * Writes facts as one unit: all or none, in the order given. With `unchanged` nothing is written, and TB_BOOK_OVERTAKEN is the
   * failure, where somebody has written about one of its kinds since.
   */
  append(facts: readonly (AnyNewFact | ReadyFact)[], by: By, unchanged?: Unchanged): Promise<Appended>;
  /**
   * What a worker writes, as one unit with its passages and the end of its piece of work. TB_QUEUE_WORK_LOST where it holds the piece
   * no longer, TB_BOOK_OVERTAKEN where something does not stand as it was seen; then nothing is written. PostgreSQL alone.
   */
  appendHeld(facts: readonly (AnyNewFact | ReadyFact)[], by: By, writing: HeldWriting): Promise<Appended>;
  /** Deletes content on legal demand; its entries and hashes stay, and an entry says why. */
  erase(what: Erasure, by: By & { readonly why: string }): Promise<Entry>;

  head(): Promise<Head>;
  /** What is in force about one thing; null if nothing is. Not for kinds kept apart. */
  fact<K extends FactKind>(kind: K, id: string): Promise<Fact<K> | null>;
  /** What is in force of one kind, in the order of the journal. Not for kinds kept apart. */
  facts<K extends FactKind>(kind: K, query?: FactQuery): Promise<readonly Fact<K>[]>;
  /** How many facts of each kind are in force. */
  counts(): Promise<Readonly<Partial<Record<FactKind, number>>>>;
  /** Number of the newest entry about any of the kinds; 0 if there is none. What was computed from them is as new as this. */
  newest(kinds: readonly FactKind[]): Promise<number>;
  entries(query?: EntryQuery): Promise<readonly Entry[]>;
  /** Bytes by their SHA-256: a body, a source, a published file; null if there are none or they were erased. */
  content(sha256: string): Promise<Uint8Array | null>;

  /** Reads exact places; the journal tells who did, and why. */
  readRestricted<K extends RestrictedKind>(kind: K, by: By & { readonly why: string }, query?: FactQuery): Promise<readonly Fact<K>[]>;
  /** Users, tokens, webhooks and secrets. Not written down: it happens at every request. */
  accounts<K extends 'user' | 'token' | 'webhook' | 'secret'>(kind: K, query?: FactQuery): Promise<readonly Fact<K>[]>;

  /** Something computed before, by a key that names all it was computed from; never part of the record. */
  remembered(key: string): Promise<Uint8Array | null>;
  remember(key: string, value: Uint8Array): Promise<void>;

  /** Puts the passages of some reports into the index of words, in place of those they had; made from contents, never part of the record. */
  indexPassages(reports: readonly ReportPassages[]): Promise<void>;
  /** Takes the passages of some reports out of the index, so that they are made anew. */
  forgetPassages(homes: readonly string[]): Promise<void>;
  /** Ids of reports that are kept and not yet read, in the order of the journal: a queue of readers works on them. */
  unreadReports(limit: number): Promise<readonly string[]>;
  /** Reports whose annotation is not the one the index was made from. */
  unindexedReports(limit: number): Promise<readonly { readonly home: string; readonly of: string }[]>;
  findPassages(query: PassageQuery): Promise<readonly FoundPassage[]>;
  /** How many there are, counted up to `query.limit`. */
  countPassages(query: PassageQuery): Promise<number>;

  /** Checks every byte: the chain, all contents, and that the state is what the journal says. */
  verify(options?: VerifyOptions): Promise<Verification>;
  /** Makes the state anew from the journal. */
  rebuild(): Promise<void>;

  /** Contents in the order in which the journal first names them, a page after an entry. */
  contentsAfter(seq: number, limit: number): Promise<{ readonly entries: readonly Entry[]; readonly contents: readonly StoredContent[] }>;
  /** Takes over entries and contents of another book as they are; only into a store that was opened with `fill`. */
  adopt(entries: readonly Entry[], contents: readonly StoredContent[]): Promise<void>;
  /** Ends a takeover: makes the state, and lets the book be opened. `withheld`: what is kept apart was not handed over. */
  adopted(withheld?: boolean): Promise<void>;

  close(): Promise<void>;
}
