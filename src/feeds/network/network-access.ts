import type { Problem } from '../../errors.ts';

/** What is asked of an address. */
export interface NetworkAsk {
  /** What the address answered with last time, so that an unchanged one need not send its bytes again. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Media types that are taken; those of reports where nothing is named. */
  readonly types?: readonly string[];
  /** Bytes to send (`POST`), and what they are. */
  readonly body?: { readonly bytes: Uint8Array; readonly mediaType: string };
}

/** What an address answered with. */
export interface Answered {
  readonly kind: 'answered';
  /** Where the bytes came from, after redirects. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** Without parameters, small letters; null if none was named. */
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Bytes, "as last time", or why there are none. */
export type NetworkAnswer = Answered | { readonly kind: 'unchanged' } | { readonly kind: 'failed'; readonly problem: Problem };

/** What intake asks of the network; nothing rejects. Tests give one that never leaves the machine. */
export interface NetworkAccess {
  readonly ask: (address: string, ask?: NetworkAsk) => Promise<NetworkAnswer>;
}
