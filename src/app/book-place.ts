import type { StorePlace } from '../store/index.ts';

/** Folder of a book where none is named. */
const DEFAULT_BOOK = 'trucebook-book';

/** Where a book is that is named by a folder or an address. */
export function placeNamed(name: string): StorePlace {
  return /^postgres(?:ql)?:\/\//.test(name) ? { databaseUrl: name } : { folder: name };
}

/** The book that is meant where none is named: what the environment says, else a folder beside the user. */
export function defaultBook(env: Readonly<Record<string, string | undefined>>): string {
  return env['TRUCEBOOK_DATABASE_URL'] ?? env['TRUCEBOOK_BOOK'] ?? DEFAULT_BOOK;
}

/** Where the book is: an address or folder that was named, else what the environment says, else a folder beside the user. */
export function bookPlace(named: string | undefined, env: Readonly<Record<string, string | undefined>>): StorePlace {
  return placeNamed(named ?? defaultBook(env));
}
