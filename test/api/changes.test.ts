import { parseAtomFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChangeItem } from '../../src/app/changes/change.ts';
import { makeChangeFeed } from '../../src/app/changes/change-feed.ts';
import { type AccessRole, makeReport } from '../../src/model/index.ts';
import { STORES } from '../store/stores.ts';
import { by, CANARIES, NOW, type ServedBook, servedBook } from './served-book.ts';

const V1 = '/api/v1';
interface Answer {
  readonly items: readonly ChangeItem[];
  readonly cursor: string | null;
  readonly next: string | null;
}

describe.each(STORES)('what followers of a book are told ($name)', (kind) => {
  let served: ServedBook;
  beforeAll(async () => {
    served = await servedBook(kind);
  });
  afterAll(async () => {
    expect(served.faults).toEqual([]);
    await served.book.close();
    await kind.stop();
  });

  const changes = async (role: AccessRole, query = 'limit=200'): Promise<Answer> =>
    (await (await served.get(`${V1}/changes?${query}`, role)).json()) as Answer;
  const all = async (role: AccessRole): Promise<readonly ChangeItem[]> => {
    const found: ChangeItem[] = [];
    for (let page: string | null = `${V1}/changes?limit=60`; page !== null; ) {
      const answer: Answer = (await (await served.get(page, role)).json()) as Answer;
      found.push(...answer.items);
      page = answer.next;
    }
    return found;
  };
  const add = async (key: string, text: string, date: string): Promise<void> => {
    const report = makeReport(key, text, { date, outlet: 'Musterkurier' });
    await served.book.addReports([{ report, bytes: Buffer.from(text), mediaType: 'text/plain', retrievedAt: '2025-06-01T00:00:00Z' }], by);
    await served.desks.refresh();
  };
  const agreement = async (): Promise<string> => {
    const items = await all('reader');
    return items.find((item) => item.kind === 'reading_new' && item.element === 'protected_objects')?.agreement ?? '';
  };

  test('each kind has its words, in both languages, with the addresses of what it is about', async () => {
    const items = await all('reader');
    expect(new Set(items.map((item) => item.kind))).toEqual(
      new Set(['reading_new', 'reading_superseded', 'divergence', 'question_answered', 'status', 'correction', 'incident', 'release']),
    );
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const item of items) for (const words of [item.title.de, item.title.en, item.text.de, item.text.en]) expect(words).not.toBe('');
    for (const { resource } of new Map(items.map((item) => [item.kind, item])).values())
      expect([resource, (await served.get(resource, 'reader')).status]).toEqual([resource, 200]);
    expect(items.filter((item) => item.kind === 'verdict')).toEqual([]);
    expect(items.map(({ text }) => `${text.de} ${text.en}`).join(' ')).not.toMatch(/violat|verletzt|gebrochen/i);
  });

  test('the public is told what its desk shows, to the day, of the last batch; nothing that waits or is withheld', async () => {
    const ours = await all('reader');
    const theirs = await all('public');
    expect(theirs.length).toBeGreaterThan(20);
    expect(theirs.filter((item) => item.recorded !== '2025-06-02T00:00:00.000Z')).toEqual([]);
    expect(theirs.filter(({ at }) => at !== null && at.length > 10)).toEqual([]);
    expect(ours.some(({ at }) => at !== null && at.length > 10)).toBe(true);
    const known = new Set(ours.map(({ id }) => id));
    expect(theirs.filter(({ id }) => known.has(id))).toEqual([]);
    for (const accept of ['application/json', 'text/csv'])
      for (const address of ['/changes?limit=200', '/changes.atom?limit=200', '/changes.atom?limit=200&lang=en']) {
        const text = await (await served.get(V1 + address, 'public', { accept })).text();
        for (const canary of Object.values(CANARIES)) expect(text, `${address} ${canary}`).not.toContain(canary);
        expect(text).not.toContain('rel-partners');
      }
    const young = served.book.store.fact('incident_report', 'irep-embargoed');
    expect((await young)?.body.from).toBe('2025-06-01');
    const newest = (items: readonly ChangeItem[]): string =>
      items
        .filter((item) => item.kind === 'incident')
        .map(({ at }) => at ?? '')
        .sort()
        .at(-1) ?? '';
    expect(newest(ours)).toMatch(/^2025-06-01/);
    expect(newest(theirs) < '2025-05').toBe(true);
  });

  test('what is told is kept as hashes alone', async () => {
    await all('public');
    const kept = await served.book.store.facts('announcement');
    expect(kept.length).toBeGreaterThanOrEqual(2);
    for (const { body } of kept) for (const told of body.told) expect(told).toMatch(/^[\w-]{16}\.(?:[\w-]{16})?$/);
  });

  test('a new report is told to readers at once and to the public with the next batch, each thing once', async () => {
    const [ours, theirs] = [await all('reader'), await all('public')];
    const { cursor } = await changes('reader', 'limit=200&kind=reading_new');
    await add('later', 'Der Kreml teilte mit, die Pause bei Angriffen auf Energieanlagen gelte 45 Tage.', '2025-04-02');
    const fresh = (await all('reader')).filter(({ id }) => !ours.some((item) => item.id === id));
    expect(fresh.map((item) => item.kind)).toContain('reading_new');
    expect(fresh.map(({ text }) => text.en).join()).toContain('45');
    expect(fresh.every(({ recorded }) => recorded >= NOW)).toBe(true);
    // A program goes on where it was.
    const on = await changes('reader', `limit=200&kind=reading_new&cursor=${cursor}`);
    expect(on.items.length).toBeGreaterThan(0);
    expect(on.items.every((item) => fresh.some(({ id }) => id === item.id))).toBe(true);
    expect((await changes('reader', `limit=200&kind=reading_new&cursor=${on.cursor}`)).items).toEqual([]);
    // Until then nothing is added; what has come to stand otherwise is not told any more.
    const meanwhile = await all('public');
    expect(meanwhile.filter(({ id }) => !theirs.some((item) => item.id === id))).toEqual([]);
    await served.moveTo('2025-06-03T09:00:00.000Z');
    const next = (await all('public')).filter(({ id }) => !theirs.some((item) => item.id === id));
    expect(next.map(({ text }) => text.en).join()).toContain('45');
    expect(next.every(({ recorded }) => recorded === '2025-06-03T00:00:00.000Z')).toBe(true);
    expect((await changes('public', 'limit=200&since=2025-06-03')).items.map(({ id }) => id).sort()).toEqual(
      next.map(({ id }) => id).sort(),
    );
    const now = (await all('reader')).map(({ id }) => id);
    expect(now).toEqual([...ours, ...fresh].map(({ id }) => id).filter((id) => now.includes(id)));
  });

  test('another start tells nothing anew, and two at once tell it once', async () => {
    const before = await all('reader');
    const again = makeChangeFeed({ store: served.book.store, desks: served.desks.desk, now: served.now });
    expect((await again.changes('internal')).map(({ item }) => item.id)).toEqual(before.map(({ id }) => id));
    await add('twice', 'Selenskyj sagte, die Pause bei Angriffen auf Energieanlagen gelte 60 Tage.', '2025-04-03');
    const [a, b] = await Promise.all([again.changes('internal'), all('reader')]);
    expect(a.map(({ item }) => item.id)).toEqual(b.map(({ id }) => id));
  });

  test('an incident comes with its verdicts; another verdict later is told, and so is a decision about a reading', async () => {
    const id = await agreement();
    const before = await all('reader');
    const { readings } = (await served.desks.desk('internal')).dossier();
    const ours = readings.filter((reading) => reading.agreement === id && reading.holder === 'RU' && reading.stance !== 'silent');
    await served.book.store.append(
      ours.map(({ id: reading }, at) => ({
        kind: 'correction' as const,
        id: `cor-${at}`,
        body: {
          id: `cor-${at}`,
          at: '2025-06-03T08:00:00Z',
          by: CANARIES.author,
          action: 'reject' as const,
          reading,
          why: 'another agreement',
        },
      })),
      by,
    );
    await served.desks.refresh();
    const fresh = (await all('reader')).filter((item) => !before.some((known) => known.id === item.id));
    const verdicts = fresh.filter((item) => item.kind === 'verdict');
    expect(verdicts.length).toBeGreaterThan(0);
    expect(new Set(verdicts.map(({ agreement: of, holder }) => `${of} ${holder}`))).toContain(`${id} RU`);
    const decisions = fresh.filter((item) => item.kind === 'correction');
    expect(decisions.length).toBeGreaterThan(0);
    expect(JSON.stringify(decisions)).not.toContain(CANARIES.author);
    await served.moveTo('2025-06-04T09:00:00.000Z');
    const text = JSON.stringify(await all('public'));
    expect(text).toContain('"correction"');
    for (const canary of Object.values(CANARIES)) expect(text, canary).not.toContain(canary);
  });

  test('what was deleted is told no more', async () => {
    const told = async (): Promise<boolean> => JSON.stringify(await all('reader')).includes('60 days');
    expect(await told()).toBe(true);
    const report = (await served.book.store.facts('report')).find(({ body }) => body.key === 'twice');
    await served.book.store.erase({ kind: 'source', id: report?.origin ?? '' }, { ...by, why: 'judgment' });
    await served.desks.refresh();
    expect(await told()).toBe(false);
    expect((await served.book.store.verify()).faults).toEqual([]);
  });

  test('the feed is Atom that others read, page by page, in the language asked for', async () => {
    const ids: string[] = [];
    let pages = 0;
    for (let address: string | undefined = `http://localhost${V1}/changes.atom?limit=40`; address !== undefined; pages++) {
      const answer: Response = await served.get(address, 'reader', { 'accept-language': 'fr, en;q=0.8, de;q=0.5' });
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const text = await answer.text();
      const parser = new SaxesParser({ xmlns: true });
      const faults: Error[] = [];
      parser.on('error', (fault) => faults.push(fault));
      parser.write(text).close();
      expect(faults).toEqual([]);
      const feed = parseAtomFeed(text);
      expect(feed.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(feed.title?.value).toBe('Trucebook: changes in the book');
      expect(Date.parse(String(feed.updated))).not.toBeNaN();
      for (const { id = '', updated, title, content, links = [], categories = [] } of feed.entries ?? []) {
        expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect([title?.value, content?.value, updated].includes(undefined)).toBe(false);
        expect(links.map(({ rel }) => rel)).toEqual(['alternate', 'related']);
        expect(categories[0]?.scheme).toBe('urn:trucebook:kind');
        ids.push(id);
      }
      address = feed.links?.find(({ rel }) => rel === 'next')?.href;
      expect(answer.headers.get('link') === null).toBe(address === undefined);
    }
    expect(pages).toBeGreaterThan(2);
    expect(ids).toEqual((await all('reader')).map(({ id }) => `urn:uuid:${id}`).reverse());
    const first = await served.get(`${V1}/changes.atom?lang=de`, 'reader');
    expect(parseAtomFeed(await first.text()).title?.value).toBe('Trucebook: Änderungen im Buch');
    const again = await served.get(`${V1}/changes.atom?lang=de`, 'reader', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('text that would do harm stands in the feed as text', async () => {
    const text = await (await served.get(`${V1}/changes.atom?limit=200`, 'reader')).text();
    expect(text).not.toMatch(/<script|<img/);
  });
});
