/** Words of reading into a book. */
export interface ReadingMessages {
  readonly progress: (done: string, of: string, rate: string, seconds: number) => string;
  readonly done: (added: string, same: string) => string;
  readonly taken: (added: string, changed: string, same: string) => string;
  readonly removed: (count: string) => string;
  readonly erased: (count: string) => string;
  readonly interrupted: string;
}
