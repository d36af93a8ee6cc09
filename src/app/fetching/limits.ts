/** How much an address may send and how long it may take. */
export interface FetchLimits {
  /** Bytes of a body, after unpacking. */
  readonly bytes: number;
  /** Bytes of all headers. */
  readonly headers: number;
  readonly redirects: number;
  /** Milliseconds for everything, redirects included. */
  readonly total: number;
  /** Milliseconds in which nothing comes. */
  readonly idle: number;
  /** Milliseconds between two requests to one host, where it asks for no more. */
  readonly politeness: number;
}

/** What is allowed where nothing else is said. */
export const FETCH_LIMITS: FetchLimits = {
  bytes: 50_000_000,
  headers: 32_768,
  redirects: 5,
  total: 60_000,
  idle: 15_000,
  politeness: 1000,
};
