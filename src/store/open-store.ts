import type { BookStore } from './book-store.ts';
import type { OpenOptions } from './prepare.ts';

/** Where a book is: a folder, or a PostgreSQL database. */
export type StorePlace = { readonly folder: string } | { readonly databaseUrl: string };

/** Opens a book. The driver of its database is loaded only then. */
export async function openStore(place: StorePlace, options: OpenOptions): Promise<BookStore> {
  if ('databaseUrl' in place) {
    const { openPostgresql } = await import('./postgresql/open-postgresql.ts');
    return openPostgresql(place.databaseUrl, options);
  }
  const { openEmbedded } = await import('./embedded/open-embedded.ts');
  return openEmbedded(place.folder, options);
}
