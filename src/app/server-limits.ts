/**
 * What the server allows a connection, in milliseconds and bytes: who sends a request byte by byte, or never ends it, is cut off, so
 * that a few slow ones cannot hold all connections.
 */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
} as const;

/** Header fields of a request, at most. */
export const MOST_HEADERS = 100;
/** Longest address that is answered, in characters. */
export const LONGEST_ADDRESS = 8_192;
