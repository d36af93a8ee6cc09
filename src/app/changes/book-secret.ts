import type { BookStore } from '../../store/index.ts';

/**
 * A random text that a book keeps for a purpose, apart from everything that is read or exported; made when it is first asked for. Ids of
 * released incidents are keyed by one, so that they stay from one start of a server to the next.
 */
export async function bookSecret(
  store: Pick<BookStore, 'accounts' | 'append'>,
  purpose: string,
  random: (bytes: number) => Uint8Array,
): Promise<string> {
  const known = async (): Promise<string | null> => (await store.accounts('secret', { ids: [purpose] }))[0]?.body.secret ?? null;
  const there = await known();
  if (there !== null) return there;
  const secret = Buffer.from(random(32)).toString('hex');
  await store.append([{ kind: 'secret', id: purpose, body: { secret } }], { author: { kind: 'program', name: 'trucebook' } });
  return (await known()) ?? secret;
}
