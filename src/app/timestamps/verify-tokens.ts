import type { X509Certificate } from 'node:crypto';
import type { BookStore } from '../../store/index.ts';
import { readToken } from './read-token.ts';
import { distrust } from './trust.ts';

/** What is not in order with a token. */
export interface TokenFault {
  readonly id: string;
  readonly detail: string;
}

/** What came of checking the tokens that a book keeps. */
export interface TokenVerification {
  readonly checked: number;
  /** Whether the authorities were looked at, or taken as they are. */
  readonly trust: 'checked' | 'not_checked';
  readonly faults: readonly TokenFault[];
}

/** Checks every token: that it holds, that it is over what it stands beside, and, with certificates to trust, who gave it. */
export async function verifyTokens(store: BookStore, trusted: readonly X509Certificate[] | null): Promise<TokenVerification> {
  const kept = await store.facts('timestamp');
  const faults: TokenFault[] = [];
  for (const { id, attached, body } of kept) {
    const bytes = attached === null ? null : await store.content(attached);
    const read = bytes === null ? { fault: 'its bytes are gone' } : readToken(bytes);
    if ('fault' in read) {
      faults.push({ id, detail: read.fault });
      continue;
    }
    const { token } = read;
    if (token.sha256 !== body.sha256) faults.push({ id, detail: `it is over ${token.sha256}` });
    if (token.at !== body.at) faults.push({ id, detail: `it names the time ${token.at}` });
    if (body.of === 'source' && (await store.fact('source', body.sha256)) === null)
      faults.push({ id, detail: 'the source it is for is not in the book' });
    if (body.of === 'head') {
      const [entry] = await store.entries({ after: (body.seq ?? 1) - 1, limit: 1 });
      if (entry?.hash !== body.sha256) faults.push({ id, detail: 'the entry it is for is not in the journal' });
    }
    const against = trusted === null ? null : distrust(token, trusted);
    if (against !== null) faults.push({ id, detail: against });
  }
  return { checked: kept.length, trust: trusted === null ? 'not_checked' : 'checked', faults };
}
