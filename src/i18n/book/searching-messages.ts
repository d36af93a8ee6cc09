/** Words of search. */
export interface SearchingMessages {
  readonly found: (count: string, atLeast: boolean, kind: 'statement' | 'text') => string;
  readonly nothing: (typed: string) => string;
  readonly more: (place: string) => string;
  readonly indexing: (count: string) => string;
  readonly unnamed: string;
  readonly undated: string;
}
