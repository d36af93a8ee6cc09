import type { StoredRelease } from '../model/index.ts';
import type { BookStore } from '../store/index.ts';
import type { ServedAudience } from './book-desk.ts';

/** A release as it was written down, with the hash of its bytes; null where only its card was kept. */
export interface KeptRelease extends StoredRelease {
  readonly id: string;
  readonly contentSha256: string | null;
}

/** Releases that an audience may see, oldest first: everybody those for everybody, readers all. */
export async function releasesFor(store: Pick<BookStore, 'facts'>, audience: ServedAudience): Promise<readonly KeptRelease[]> {
  const found = await store.facts('release');
  return found
    .filter(({ body }) => audience === 'internal' || body.card.profile === audience)
    .map(({ id, body, attached }) => ({ ...body, id, contentSha256: attached }));
}
