import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandResult, runCommand } from '../run-command.ts';
import { STORES } from '../store/stores.ts';

const example = new URL('../../examples/energy-halt-2025', import.meta.url).pathname;

describe.for(STORES)('webhook and deliver on the command line, $name', (kind) => {
  let book = '';
  let at = '2025-04-01T08:00:00.000Z';
  const posted: { readonly url: string; readonly body: string }[] = [];
  let status = 204;

  beforeAll(async () => {
    const place = await kind.place();
    book = 'folder' in place ? place.folder : place.databaseUrl;
    expect((await trucebook(['init'])).code).toBe(0);
  });
  afterAll(() => kind.stop());

  const trucebook = (args: readonly string[]): Promise<CommandResult> =>
    runCommand(args, {
      posting: {
        post: async (url, body) => {
          posted.push({ url, body });
          return { status };
        },
      },
      now: () => at,
      env: { TRUCEBOOK_BOOK: book },
    });

  test('from the first address to its end', async () => {
    expect((await trucebook(['webhook', 'list', '--lang', 'en'])).out).toBe('There is no receiver of changes.\n');
    const address = 'https://desk.example/changes';
    const made = await trucebook(['webhook', 'add', address, '--audience', 'internal', '--by', 'Ada', '--kind', 'reading_new', 'status']);
    expect(made.out).toMatch(/^tbwh_[\w-]{43}\n$/);
    expect(made.err).toContain(address);
    expect(await trucebook(['deliver', '--lang', 'en'])).toEqual({ code: 0, out: 'There was nothing to send.\n', err: '' });
    at = '2025-04-01T09:00:00.000Z';
    expect((await trucebook(['read', '--by', 'Ada', example])).code).toBe(0);
    expect((await trucebook(['deliver', '--lang', 'en'])).out).toMatch(/^\d+ changes delivered in one delivery\.\n$/);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatchObject({ url: address });
    const { items } = JSON.parse(posted[0]?.body ?? '') as { items: { kind: string }[] };
    expect(new Set(items.map((item) => item.kind))).toEqual(new Set(['reading_new', 'status']));
    expect((await trucebook(['webhook', 'list', '--lang', 'en'])).out).toContain('sent up to what was told at 2025-04-01 09:00 UTC');
    const [webhook] = JSON.parse((await trucebook(['webhook', 'list', '--format', 'json'])).out) as { id: string }[];
    expect(webhook).not.toHaveProperty('secret');
    const id = webhook?.id ?? '';

    status = 410;
    at = '2025-04-02T09:00:00.000Z';
    expect((await trucebook(['adopt', '--by', 'Ada', '--curated', `${example}/../../data/agreements/energy-halt-2025-03.yaml`])).code).toBe(
      0,
    );
    const failed = await trucebook(['deliver']);
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.err).toContain('TB_WEBHOOK_GONE');
    expect((await trucebook(['webhook', 'list', '--lang', 'en'])).out).toContain('the receiver says that it is gone');
    status = 200;
    expect((await trucebook(['webhook', 'enable', id, '--by', 'Ada'])).code).toBe(0);
    expect((await trucebook(['deliver'])).code).toBe(0);
    expect(posted.at(-1)?.body).toBe(posted.at(-2)?.body);
    expect((await trucebook(['webhook', 'remove', id, '--by', 'Ada'])).out).toContain(id);
    expect(await trucebook(['webhook', 'remove', id, '--by', 'Ada'])).toMatchObject({ code: 1 });
    expect((await trucebook(['history', id])).out).not.toContain('desk.example');
  });

  test('an address that cannot be used is refused with its code', async () => {
    const add = (url: string, audience: string) => trucebook(['webhook', 'add', url, '--audience', audience, '--by', 'Ada']);
    expect((await add('http://127.0.0.1/', 'public')).err).toContain('TB_WEBHOOK_ADDRESS');
    expect((await add('http://desk.example/', 'internal')).err).toContain('TB_WEBHOOK_ADDRESS');
  });
});
