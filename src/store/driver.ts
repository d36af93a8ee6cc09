/** A value that both databases keep alike: whole numbers, text, bytes. Times are text; nothing else is stored. */
export type SqlValue = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, SqlValue>>;

/** Reads; `?` stands for a value in both databases. */
export type Ask = (sql: string, values?: readonly SqlValue[]) => Promise<readonly Row[]>;

/** Statements within one transaction. */
export interface Transaction {
  readonly all: Ask;
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  /** Inserts many rows; `ending` is what follows the values, such as ON CONFLICT. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[], ending?: string): Promise<void>;
  /** Puts contents into the store apart; they are there before the entries that name them, never after. */
  putApart(rows: readonly (readonly SqlValue[])[]): Promise<void>;
  /** Takes contents out of the store apart; they go after the entry that says so is written, never before. */
  dropApart(hashes: readonly string[]): Promise<void>;
}

/** What can be asked of one moment of a book. */
export type Frozen = Pick<Driver, 'all' | 'allApart' | 'leftOver'>;

/** What a store needs of its database. Everything that differs between the two stands behind it. */
export interface Driver {
  readonly kind: 'embedded' | 'postgresql';
  readonly place: string;
  /** Ending of the SELECT with which a writer takes the head, so that writers wait for one another. */
  readonly lockRow: string;
  /** Reads what is committed; never waits for a writer. */
  readonly all: Ask;
  /** Reads from the store apart; its table is `restricted_content`. */
  readonly allApart: Ask;
  /** Reads the book and the store apart as they stood together at one moment, whatever is written meanwhile. */
  snapshot<T>(work: (frozen: Frozen) => Promise<T>): Promise<T>;
  /** One transaction at a time, on disk when the promise is fulfilled. Whatever `work` throws rolls it back. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Hashes in the store apart that an interrupted write may have left; the next write clears them. */
  leftOver(): Promise<ReadonlySet<string>>;
  /** Makes what was deleted leave the files, as far as the database lets us. */
  purge(): Promise<void>;
  /** The database's own checks of its pages and indexes; empty if all is well. */
  selfCheck(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Columns of both tables of contents, in the order of the rows that are inserted. */
export const CONTENT_COLUMNS = ['hash', 'bytes', 'packed', 'size'] as const;
