import { afterAll, describe, expect, test } from 'vitest';
import { placeNamed } from '../../src/app/book-place.ts';
import { openStore } from '../../src/store/index.ts';
import { type CommandResult, runCommand } from '../run-command.ts';
import { STORES } from '../store/stores.ts';

const root = new URL('../../', import.meta.url).pathname;

describe.for(STORES)('release --into-book, $name', (kind) => {
  afterAll(() => kind.stop());
  const now = (): string => '2025-06-02T10:20:30.000Z';
  const trucebook = (...args: readonly string[]): Promise<CommandResult> => runCommand(args, { now });

  test('keeps the bytes that left, once, in the name of who publishes', async () => {
    const place = await kind.place();
    const book = 'folder' in place ? place.folder : place.databaseUrl;
    expect((await trucebook('init', '--book', book)).code).toBe(0);
    const given = [`${root}examples/energy-halt-2025`, '--incidents', `${root}examples/energy-halt-2025-incidents.csv`];
    const made = await trucebook('release', ...given, '--into-book', book, '--by', 'Ada', '--lang', 'en');
    expect(made.code).toBe(0);
    const [, id = ''] = /Kept in the book as (rel-[0-9a-f]{12}-csv)\./.exec(made.err) ?? [];
    const store = await openStore(placeNamed(book), { now });
    const fact = await store.fact('release', id);
    expect(fact?.body).toMatchObject({ mediaType: 'text/csv', card: { profile: 'public' } });
    expect(Buffer.from((await store.content(fact?.attached ?? '')) ?? []).toString('utf8')).toBe(made.out);
    expect((await store.entries({ kind: 'release' })).map(({ author }) => author.name)).toEqual(['Ada']);
    await store.close();
    expect((await trucebook('release', ...given, '--into-book', book, '--by', 'Ada', '--lang', 'en')).err).toContain(
      'is in the book already',
    );
    expect((await trucebook('release', ...given, '--into-book', book)).code).toBe(2);
  });
});
