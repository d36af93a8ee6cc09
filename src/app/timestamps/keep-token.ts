import { type Problem, problem } from '../../errors.ts';
import { idOf, type TimestampToken } from '../../model/index.ts';
import { type BookStore, type By, sha256 } from '../../store/index.ts';
import type { GrantedToken } from './read-response.ts';

/** What a time stamp is for. */
export interface Stamped {
  readonly of: TimestampToken['of'];
  readonly sha256: string;
  /** Number of the entry whose hash it is. */
  readonly seq: number | null;
}

/** Entries looked at together. */
const PAGE = 5000;

/** What of the book has a hash: a source, or an entry of the journal; null if nothing does. */
export async function stampedBy(store: BookStore, hash: string): Promise<Stamped | null> {
  if ((await store.fact('source', hash)) !== null) return { of: 'source', sha256: hash, seq: null };
  for (let after = 0; ; ) {
    const page = await store.entries({ after, limit: PAGE });
    const found = page.find((entry) => entry.hash === hash);
    if (found) return { of: 'head', sha256: hash, seq: found.seq };
    const last = page.at(-1);
    if (!last) return null;
    after = last.seq;
  }
}

/** What is to be stamped: a source by its id, else the newest entry, which stands for the whole journal before it. */
export async function toBeStamped(store: BookStore, source?: string): Promise<Stamped | Problem> {
  if (source === undefined) {
    const { hash, seq } = await store.head();
    return { of: 'head', sha256: hash, seq };
  }
  return (await store.fact('source', source)) === null
    ? problem('TB_TIMESTAMP_UNKNOWN', { sha256: source.slice(0, 100) })
    : { of: 'source', sha256: source, seq: null };
}

/** Puts a token into the book, as it came, beside what it is for. */
export async function keepToken(
  store: BookStore,
  { of, sha256: hash, seq }: Stamped,
  { bytes, token }: GrantedToken,
  authority: string,
  by: By,
): Promise<void> {
  const body: TimestampToken = { of, sha256: hash, authority, at: token.at, ...(seq === null ? {} : { seq }) };
  const id = idOf('tst', sha256(bytes));
  await store.append([{ kind: 'timestamp', id, body, attached: bytes, ...(of === 'source' ? { home: hash } : {}) }], by);
}
