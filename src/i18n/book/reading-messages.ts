/** Words of reading into a book. */
export interface ReadingMessages {
  readonly progress: (done: string, of: string, rate: string, seconds: number) => string;
  readonly done: (added: string, same: string) => string;
  readonly taken: (added: string, changed: string, same: string) => string;
  readonly removed: (count: string) => string;
  readonly erased: (count: string) => string;
  readonly interrupted: string;
  readonly fetching: (address: string, done: string) => string;
  /** What came of one address. */
  readonly fetched: (added: string, same: string, changed: string, followed: string) => string;
  readonly unchanged: string;
  readonly failed: string;
  readonly fetchedAll: (addresses: string, failed: string) => string;
  /** Heading of the rights in the status, and what stands where none are stated. */
  readonly rights: string;
  readonly rightsUnknown: string;
}
