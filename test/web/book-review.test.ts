import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeptBook } from '../../src/app/book.ts';
import { type BookDesks, keepDesks } from '../../src/app/book-desk.ts';
import { openCoding } from '../../src/app/review/coding/open-coding.ts';
import { openReview, type Review } from '../../src/app/review/open-review.ts';
import { bookServer } from '../../src/cli/keep/book-server.ts';
import type { UserRole } from '../../src/model/index.ts';
import { sampleReport } from '../../src/monitor/sample-report.ts';
import { accessOfTest } from '../accounts/access-of-test.ts';
import { by, reviewedBook } from '../review/reviewed-book.ts';
import { STORES, tickingClock } from '../store/stores.ts';

const PASSWORD = 'a sentence to remember';
const OWN = { 'sec-fetch-site': 'same-origin' };
const NASTY = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>';
const [kind] = STORES;
if (!kind) throw new Error('there is always the embedded store');

let book: KeptBook;
let desks: BookDesks;
let review: Review;
let server: ReturnType<typeof bookServer>;
let faults: unknown[];
const now = tickingClock('2025-05-01T08:00:00.000Z');

async function serve(isLocal: boolean, roles: readonly UserRole[]): Promise<void> {
  book = await reviewedBook(kind as (typeof STORES)[number], now);
  faults = [];
  const failed = (fault: unknown): void => {
    faults.push(fault);
  };
  desks = keepDesks(book, { now, failed });
  const { accounts, access } = accessOfTest(book.store, { now, isLocal });
  for (const role of roles) await accounts.users.add({ name: `${role} one`, role, password: PASSWORD }, by);
  server = bookServer({ book, desks, accounts, access, language: 'en', now, failed, isLocal });
  review = openReview(book, { now });
}
afterEach(async () => {
  expect(faults).toEqual([]);
  await book.close();
});
afterAll(async () => {
  await kind.stop();
});

const post = async (path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = OWN) =>
  server.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
async function logIn(name: string): Promise<string> {
  const response = await post('/login?lang=en', { name, password: PASSWORD });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
const html = async (path: string, cookie = ''): Promise<string> => (await server.request(path, { headers: { cookie } })).text();
const tokenIn = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
const idsIn = (page: string): readonly string[] => [...page.matchAll(/<li id="([^"]+)" class="review"/g)].map(([, id]) => id ?? '');

describe('the review of a book with accounts', () => {
  let cookie: string;
  let token: string;
  beforeEach(async () => {
    await serve(false, ['admin', 'editor', 'coder', 'reader']);
    cookie = await logIn('editor one');
    token = tokenIn(await html('/review?lang=en', cookie));
  });
  const decide = (path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    post(path, { token, why: 'read it in the report', ...fields }, { ...OWN, cookie, ...headers });

  test('is there for those who may decide, and for nobody else', async () => {
    const path = `/review/statement/${(await review.queue({ kind: 'statement' }))[0]?.target.id}`;
    for (const name of ['editor one', 'admin one']) expect(await html('/?lang=en', await logIn(name))).toContain('href="/review?lang=en"');
    for (const other of ['', await logIn('coder one'), await logIn('reader one')]) {
      expect(await html('/?lang=en', other)).not.toContain('href="/review');
      for (const where of ['/review', path]) expect((await server.request(where, { headers: { cookie: other } })).status).toBe(404);
      const sent = await post(
        path,
        { token: tokenIn(await html('/', other)), seen: '0', action: 'accept', why: 'x', by: 'x' },
        { ...OWN, cookie: other },
      );
      expect(sent.status).toBe(404);
    }
    expect(await book.store.facts('review')).toEqual([]);
  });

  test('shows everything that waits, page by page, the least certain first', async () => {
    const queue = await review.queue();
    const seen: string[] = [];
    for (let number = 1; number <= Math.ceil(queue.length / 10); number++)
      seen.push(...idsIn(await html(`/review?lang=en&page=${number}`, cookie)));
    expect(queue.length).toBeGreaterThan(10);
    expect(seen).toEqual(queue.map(({ target }) => target.id));
    const statements = (await review.queue({ kind: 'statement' })).map(({ target }) => target.id);
    expect(idsIn(await html('/review?lang=en&kind=statement', cookie))).toEqual(statements.slice(0, 10));
    for (const lang of ['de', 'en']) expect(await html(`/review?lang=${lang}`, cookie)).not.toMatch(/\bundefined\b|\[object |NaN\b/);
  });

  test('writes a decision in the name of whoever has logged in, whatever the form says', async () => {
    const [item] = await review.queue({ kind: 'reading' });
    const id = item?.target.id ?? '';
    const response = await decide(`/review/reading/${id}?kind=reading&lang=en`, { action: 'reject', seen: '0', by: 'admin one' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/review?kind=reading&lang=en']);
    const decided = await review.find(id);
    expect(decided?.decisions.map(({ decision }) => [decision.by, decision.action, decision.why])).toEqual([
      ['editor one', 'reject', 'read it in the report'],
    ]);
    expect(idsIn(await html('/review?lang=en&kind=reading', cookie))).not.toContain(id);
    expect(idsIn(await html('/review?lang=en&kind=reading&decided=yes', cookie))).toContain(id);
    await desks.refresh();
    expect((await desks.desk('internal')).dossier().readings.some((reading) => reading.id === id)).toBe(false);
    const page = await html(`/review/reading/${id}?lang=en`, cookie);
    expect(page).toContain('<bdi>editor one</bdi>: rejected');
    const decision = /name="decision" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await decide(`/review/reading/${id}?lang=en`, { action: 'withdraw', decision, why: 'a slip' })).status).toBe(303);
    expect(idsIn(await html('/review?lang=en&kind=reading', cookie))).toContain(id);
    expect(await html(`/review/reading/${id}?lang=en`, cookie)).toContain('taken back');
  });

  test('corrects statements and readings, keeping only what is different', async () => {
    const [statement] = await review.queue({ kind: 'statement' });
    if (statement?.subject.t !== 'statement') throw new Error('no statement waits');
    const speakers = statement.subject.statement.speakers.map(({ name }) => name).join('; ');
    const path = `/review/statement/${statement.target.id}?lang=en`;
    expect((await decide(path, { action: 'correct', seen: '0', act: statement.subject.statement.act, speakers })).status).toBe(400);
    expect((await decide(path, { action: 'correct', seen: '0', act: 'sing', speakers })).status).toBe(400);
    expect((await decide(path, { action: 'correct', seen: '0', act: 'promise', speakers })).status).toBe(303);
    expect((await review.find(statement.target.id))?.decisions[0]?.decision.change).toEqual({ act: 'promise' });
    const [reading] = await review.queue({ kind: 'reading' });
    if (reading?.subject.t !== 'reading') throw new Error('no reading waits');
    const { element, holder, value } = reading.subject.reading;
    const own = { element, holder, value: JSON.stringify(value), seen: String(reading.seq) };
    const other = `/review/reading/${reading.target.id}?lang=en`;
    const broken = await decide(other, { ...own, action: 'correct', value: '{' });
    expect(broken.status).toBe(400);
    expect(await broken.text()).toContain('TB_REVIEW_SHAPE');
    expect((await decide(other, { ...own, action: 'correct', holder: holder === 'US' ? 'UA' : 'US' })).status).toBe(303);
    expect(Object.keys((await review.find(reading.target.id))?.decisions[0]?.decision.change ?? {})).toEqual(['holder']);
  });

  test('merges and splits reports of incidents', async () => {
    await book.store.append(
      ['a', 'b'].map((name, at) => {
        const body = sampleReport({ id: `ir-${name}`, source: NASTY, text: NASTY, from: `2025-03-2${at * 7}`, independenceGroup: name });
        return { kind: 'incident_report' as const, id: body.id, body };
      }),
      by,
    );
    const incidentOf = async (id: string) => (await review.context()).monitor.incidents.find(({ reports }) => reports.includes(id));
    const id = (await incidentOf('ir-a'))?.id ?? '';
    const path = `/review/incident/${id}?lang=en`;
    const page = await html(path, cookie);
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img');
    expect((await decide(path, { action: 'merge', seen: '0', with: 'ir-none' })).status).toBe(400);
    expect((await decide(path, { action: 'merge', seen: '0', with: 'ir-b' })).status).toBe(303);
    expect((await incidentOf('ir-a'))?.reports).toEqual(['ir-a', 'ir-b']);
    const seen = /name="seen" value="(\d+)"/.exec(await html(path, cookie))?.[1] ?? '';
    expect((await decide(path, { action: 'split', seen, 'out:ir-b': 'yes' })).status).toBe(303);
    expect((await incidentOf('ir-a'))?.reports).toEqual(['ir-a']);
  });

  test('shows what somebody has decided since, and writes nothing over it', async () => {
    const [item] = await review.queue({ kind: 'reading' });
    const { target } = item ?? { target: { kind: 'reading', id: '' } as const };
    await review.decide({ action: 'accept', target, by: 'Eda', why: 'clear as it stands' });
    const late = await decide(`/review/reading/${target.id}?lang=en`, { action: 'reject', seen: '0', why: 'my own reason' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('TB_REVIEW_OVERTAKEN');
    expect(page).toContain('clear as it stands');
    expect(page).toContain('value="my own reason"');
    expect((await review.find(target.id))?.decisions.length).toBe(1);
    // A form without the number was not filled in on these pages.
    expect((await decide(`/review/reading/${target.id}?lang=en`, { action: 'reject' })).status).toBe(409);
    const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
    expect((await decide(`/review/reading/${target.id}?lang=en`, { action: 'reject', seen })).status).toBe(303);
  });

  test('keeps comments, which run nothing and decide nothing', async () => {
    const [item] = await review.queue({ kind: 'statement' });
    const path = `/review/statement/${item?.target.id}?lang=en`;
    expect((await decide(path, { action: 'comment', why: NASTY })).status).toBe(303);
    const page = await html(path, cookie);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img');
    expect((await review.find(item?.target.id ?? ''))?.isOpen).toBe(true);
    for (const fields of [{ why: ' ' }, { action: 'burn' }, { action: 'withdraw', decision: 'rev-none' }])
      expect((await decide(path, { action: 'accept', seen: '0', ...fields })).status).toBe(400);
  });

  test('refuses forms of other sites, of other sessions and without the token', async () => {
    const [item] = await review.queue({ kind: 'statement' });
    const path = `/review/statement/${item?.target.id}`;
    const fields = { action: 'accept', seen: '0' };
    const foreign = tokenIn(await html('/review?lang=en', await logIn('admin one')));
    expect((await decide(path, { ...fields, token: foreign })).status).toBe(403);
    expect((await decide(path, { ...fields, token: '' })).status).toBe(403);
    expect((await decide(path, fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await decide(path, { ...fields, why: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await decide('/review/statement/stmt-none', fields)).status).toBe(404);
    expect(await book.store.facts('review')).toEqual([]);
  });
});

describe('what coders differ on', () => {
  const answerOf = async (who: string, value: string, note: string | null = null) => {
    const [item] = await review.queue({ kind: 'statement' });
    const target = item?.target ?? { kind: 'statement', id: '' };
    await openCoding(book, { now }).code({ target, variable: 'act', value, coder: who, note });
    return target;
  };
  beforeEach(() => serve(false, ['admin', 'editor', 'publisher', 'coder']));
  const path = '/review/differences?lang=en';

  test('is shown to whoever has not answered, and settled by them', async () => {
    await answerOf('coder one', 'agree', NASTY);
    const target = await answerOf('editor one', 'promise');
    const mine = await html(path, await logIn('editor one'));
    expect(mine).toContain('none that you may settle');
    expect(mine).not.toContain('&lt;script&gt;');
    for (const other of ['', await logIn('coder one')])
      expect((await server.request(path, { headers: { cookie: other } })).status).toBe(404);
    const cookie = await logIn('publisher one');
    const page = await html(path, cookie);
    expect(page).toContain('one to settle');
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('too few to say anything');
    const fields = { token: tokenIn(page), of: `statement ${target.id} act`, value: 'promise', why: 'he says he will' };
    expect((await post(path, { ...fields, token: '' }, { ...OWN, cookie })).status).toBe(403);
    expect((await post(path, { ...fields, value: 'sing' }, { ...OWN, cookie })).status).toBe(400);
    expect((await post(path, { ...fields, why: ' ' }, { ...OWN, cookie })).status).toBe(400);
    const own = await logIn('editor one');
    const refused = await post(path, { ...fields, token: tokenIn(await html(path, own)) }, { ...OWN, cookie: own });
    expect(refused.status).toBe(409);
    expect(await refused.text()).not.toContain('coder one');
    expect((await post(path, fields, { ...OWN, cookie })).status).toBe(303);
    expect((await book.store.facts('review')).map(({ body }) => [body.by, body.adjudicates.length])).toEqual([['publisher one', 2]]);
    const late = await post(path, fields, { ...OWN, cookie });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('TB_CODING_NOTHING_TO_SETTLE');
    expect(await html(path, await logIn('admin one'))).toContain('1 differ, 1 settled');
  });
});

describe('the review at the machine, without accounts', () => {
  beforeEach(() => serve(true, []));

  test('asks for a name, and remembers it for the next', async () => {
    const page = await html('/review?lang=en');
    expect(page).toContain('name="by" required');
    const [id = ''] = idsIn(page);
    const item = await review.find(id);
    const path = `/review/${item?.target.kind}/${id}?lang=en`;
    expect((await post(path, { action: 'accept', seen: '0', why: 'so it says', by: '' })).status).toBe(400);
    expect(
      (await post(path, { action: 'accept', seen: '0', why: 'so it says', by: 'Ada' }, { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403);
    const response = await post(path, { action: 'accept', seen: '0', why: 'so it says', by: 'Ada' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/review?by=Ada&lang=en']);
    expect(await html('/review/differences?lang=en')).toContain('Who settles?');
    expect(await html('/review/differences?lang=en&by=Ada')).toContain('Nothing has been coded.');
    expect(await html('/review?by=Ada&lang=en')).toContain('maxlength="100" size="16" value="Ada"');
    expect((await review.find(id))?.decisions[0]?.decision.by).toBe('Ada');
  });
});
