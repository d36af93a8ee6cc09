import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeptBook, openBook } from '../../src/app/book.ts';
import { type FetchingOptions, fetchIntoBook } from '../../src/app/reading/fetch-into-book.ts';
import { startReadingThreads } from '../../src/app/reading/reading-threads.ts';
import { type FeedPlan, parseFeedList } from '../../src/feeds/index.ts';
import { sha256 } from '../../src/store/index.ts';
import { STORES, tickingClock } from '../store/stores.ts';
import { docxOf, pdfOf } from './sample-documents.ts';
import { type Answer, startWeb, type TestWeb } from './test-network.ts';

const by = { author: { kind: 'person', name: 'Ada' } } as const;
const threads = startReadingThreads(0);
const words = (more: string): string =>
  `<html lang="de"><head><title>Pause im Hafen</title><meta property="article:published_time" content="2025-03-18T19:30:00Z"></head><body><article><h1>Pause im Hafen</h1><p>Der Hafenmeister sagte am Dienstag, die Pause gelte seit dem Morgen und alle hielten sich daran. ${more}</p></article></body></html>`;
const item = (name: string, more = ''): string =>
  `<item><title>${name}</title><link>http://kurier.example/${name}.html</link><pubDate>Tue, 18 Mar 2025 19:30:00 GMT</pubDate><description>Kurz über ${name} und die Pause.${more}</description></item>`;
const feed = (...items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Kurier RSS</title><language>de</language>${items.join('')}</channel></rss>`;
const plan = (address: string, more: Partial<FeedPlan> = {}): FeedPlan => ({
  address,
  outlet: null,
  language: null,
  rights: null,
  follow: 0,
  ...more,
});
/** Answers with a version by which an unchanged page is known. */
const versioned =
  (version: string, type: string, body: string): Answer =>
  (request, response) => {
    if (request.headers['if-none-match'] === version) response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': type, etag: version }).end(body);
  };

for (const kind of STORES) {
  describe(`addresses in a book, ${kind.name}`, () => {
    let web: TestWeb;
    let book: KeptBook;
    const now = tickingClock();
    const fetch = (plans: readonly FeedPlan[], more: Partial<FetchingOptions> = {}) =>
      fetchIntoBook(book, plans, { network: web.network, threads, now, by, ...more });
    const reports = async () => (await book.store.facts('report')).map(({ body }) => body);
    beforeAll(async () => {
      web = await startWeb({});
      book = await openBook(await kind.place(), { now, create: true });
    });
    afterAll(async () => {
      await book.close();
      await web.stop();
      await kind.stop();
    });

    test('a page is kept with its bytes; unchanged it is a retrieval and no second source; changed it is a report that names the earlier one', async () => {
      const address = 'http://kurier.example/hafen.html';
      const at = 'kurier.example/hafen.html';
      web.answers[at] = versioned('"1"', 'text/html', words('Niemand widersprach.'));
      const first = await fetch([plan(address, { rights: 'quotations only' })]);
      expect(first.addresses).toEqual([{ address, state: 'read', added: 1, same: 0, changed: 0, followed: 0 }]);
      const [report] = await reports();
      expect(report).toMatchObject({ url: address, source: address, title: 'Pause im Hafen', date: '2025-03-18T19:30Z', key: 'hafen' });
      const [source] = await book.store.facts('source');
      expect(source?.body).toMatchObject({
        address,
        rights: 'quotations only',
        mediaType: 'text/html',
        sha256: sha256(Buffer.from(words('Niemand widersprach.'))),
      });
      expect((await book.store.fact('retrieval', address))?.body).toMatchObject({ source: source?.id, etag: '"1"', outcome: 'new' });

      expect((await fetch([plan(address)])).addresses).toMatchObject([{ state: 'unchanged' }]);
      // Without a version the same bytes are known by their hash.
      web.answers[at] = words('Niemand widersprach.');
      expect((await fetch([plan(address)])).addresses).toMatchObject([{ state: 'unchanged' }]);
      expect(await book.store.counts()).toMatchObject({ source: 1, report: 1, retrieval: 1 });
      expect((await book.store.entries({ about: address })).map(({ action }) => action)).toEqual(['add', 'change', 'change']);

      // Other bytes round the same words bring no report and are not kept, but it is written down what they were.
      web.answers[at] = words('Niemand widersprach.').replace('<body>', '<body class="neu">');
      expect((await fetch([plan(address)])).addresses).toMatchObject([{ state: 'read', added: 0, same: 1 }]);
      expect((await book.store.fact('retrieval', address))?.body).toMatchObject({
        source: source?.id,
        outcome: 'other',
        seen: expect.stringMatching(/^[0-9a-f]{64}$/),
      });

      web.answers[at] = words('Am Abend widersprach die Reederin.');
      const changed = await fetch([plan(address)]);
      expect(changed.addresses).toMatchObject([{ state: 'read', added: 1, changed: 1 }]);
      expect(changed.problems.map(({ code, severity }) => [code, severity])).toEqual([['TB_REPORT_CHANGED', 'warning']]);
      const [, later] = await reports();
      const about = await book.store.entries({ about: later?.id ?? '' });
      expect(about.find((entry) => entry.kind === 'report')?.why).toContain(report?.id ?? 'none');
      const link = (await book.store.entries({ about: report?.id ?? '' })).find((entry) => entry.kind === 'retrieval');
      expect(link?.id).toBe(later?.id);
      expect(await book.store.counts()).toMatchObject({ source: 2, report: 2 });
      expect((await book.store.verify()).faults).toEqual([]);
    });

    test('documents are known by what comes', async () => {
      web.answers['kurier.example/lage.pdf'] = pdfOf([[['Der Sprecher sagte, die Pause gelte weiter und werde verl\xe4ngert.', 70, 700]]]);
      web.answers['kurier.example/lage'] = (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/octet-stream' })
          .end(docxOf('Der Rat sagte, die Frist gelte auch für den Hafen.'));
      web.answers['kurier.example/bild'] = (_, response) =>
        response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('nur Text');
      const { addresses, problems } = await fetch([
        plan('http://kurier.example/lage.pdf'),
        plan('http://kurier.example/lage'),
        plan('http://kurier.example/bild'),
        plan('http://kurier.example/weg'),
      ]);
      expect(addresses.map(({ state }) => state)).toEqual(['read', 'read', 'failed', 'failed']);
      expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['TB_FETCH_TYPE', 'TB_FETCH_STATUS']);
      expect((await reports()).map(({ text }) => text)).toContain('Der Sprecher sagte, die Pause gelte weiter und werde verlängert.');
    });

    test('a feed entry by entry; what the desk states goes before what the feed calls itself; one that fails leaves the others going', async () => {
      web.answers['kurier.example/feed.xml'] = feed(item('eins'), item('zwei'));
      const plans = [
        plan('http://weg.example/feed.xml'),
        plan('http://kurier.example/feed.xml', { outlet: 'Kurier', rights: 'CC-BY-4.0' }),
      ];
      const first = await fetch(plans);
      expect(first.addresses.map(({ state, added }) => [state, added])).toEqual([
        ['failed', 0],
        ['read', 2],
      ]);
      expect((await reports()).slice(-2)).toMatchObject([
        { key: 'eins', outlet: 'Kurier', carrier: { excerpt: true }, url: 'http://kurier.example/eins.html' },
        { key: 'zwei', outlet: 'Kurier' },
      ]);
      web.answers['kurier.example/feed.xml'] = feed(item('drei'), item('eins', ' Berichtigt.'), item('zwei'));
      const second = await fetch(plans);
      expect(second.addresses[1]).toMatchObject({ state: 'read', added: 2, same: 1, changed: 1 });
    });

    test('with --follow the articles take the place of the entries, so many at most, and the rest the next time', async () => {
      const address = 'http://folgt.example/feed.xml';
      const items = ['a', 'b', 'c'].map((name) => item(name).replaceAll('kurier.example', 'folgt.example'));
      web.answers['folgt.example/feed.xml'] = versioned('"f"', 'application/rss+xml', feed(...items));
      for (const name of ['a', 'b']) web.answers[`folgt.example/${name}.html`] = versioned('"x"', 'text/html', words(`Das ist ${name}.`));
      const first = await fetch([plan(address, { follow: 2 })]);
      expect(first.addresses).toMatchObject([{ state: 'read', followed: 2, added: 3 }]);
      const made = (await reports()).filter(({ url }) => url?.startsWith('http://folgt.example'));
      expect(made.map(({ url, source, carrier }) => [url, source, carrier?.excerpt ?? false])).toEqual([
        ['http://folgt.example/a.html', 'http://folgt.example/a.html', false],
        ['http://folgt.example/b.html', 'http://folgt.example/b.html', false],
        ['http://folgt.example/c.html', address, true],
      ]);
      // c was not asked: the feed is not taken as done; what is known is only asked whether it has changed.
      const second = await fetch([plan(address, { follow: 5 })]);
      expect(second.addresses).toMatchObject([{ state: 'read', followed: 3, added: 0 }]);
      expect(second.problems.map(({ code }) => code)).toEqual(['TB_FETCH_STATUS']);
      expect((await fetch([plan(address)])).addresses).toMatchObject([{ state: 'unchanged' }]);
      // Read once more without following, the feed’s summaries do not stand beside the articles.
      web.answers['folgt.example/feed.xml'] = feed(...items, item('d').replace('kurier.', 'folgt.'));
      expect((await fetch([plan(address)])).addresses).toMatchObject([{ added: 1, same: 3, changed: 0 }]);
    });

    test('an end in between loses nothing, and the same call goes on', async () => {
      const plans = ['p', 'q', 'r'].map((name) => {
        web.answers[`ende.example/${name}.html`] = words(`Ende ${name}.`);
        return plan(`http://ende.example/${name}.html`);
      });
      let asked = 0;
      const ended = await fetch(plans, { isInterrupted: () => ++asked > 2 });
      expect(ended).toMatchObject({ interrupted: true });
      expect(ended.added).toBeLessThan(3);
      const whole = await fetch(plans);
      expect(ended.added + whole.added).toBe(3);
      expect((await book.store.verify()).faults).toEqual([]);
    });

    test('a feed of many entries carries its bytes into the book once', async () => {
      const many = Array.from({ length: 300 }, (_, at) => item(`nummer-${at}`).replace('kurier.', 'viele.'));
      web.answers['viele.example/feed.xml'] = feed(...many);
      const before = (await book.store.counts()).source ?? 0;
      expect((await fetch([plan('http://viele.example/feed.xml')])).addresses).toMatchObject([{ added: 300 }]);
      expect(await book.store.counts()).toMatchObject({ source: before + 1 });
      const [, last] = [0, (await book.store.facts('report')).at(-1)];
      expect(last?.origin).toBe(sha256(Buffer.from(feed(...many))));
    });
  });
}

describe('the list of feeds', () => {
  test('as YAML, with what the desk states', () => {
    const { plans, problems } = parseFeedList(
      '- https://kurier.example/feed.xml\n- address: https://bote.example/atom\n  outlet: Bote\n  language: uk\n  rights: CC-BY-4.0\n  follow: true\n  note: abends\n',
      'feeds.yaml',
    );
    expect(problems).toEqual([]);
    expect(plans).toEqual([
      plan('https://kurier.example/feed.xml'),
      { address: 'https://bote.example/atom', outlet: 'Bote', language: 'uk', rights: 'CC-BY-4.0', follow: 50 },
    ]);
  });

  test('what cannot be used is named with its line, the others stay', () => {
    const yaml =
      '- address: https://a.example/\n- outlet: X\n- address: ftp://b.example/\n- address: http://10.0.0.1/\n- address: https://a.example\n- address: https://c.example/\n  language: Deutsch\n- address: https://d.example/\n  follow: 9999\n- address: https://e.example/\n  password: x\n- 7\n';
    const { plans, problems } = parseFeedList(yaml, 'feeds.yaml');
    expect(plans.map(({ address }) => address)).toEqual(['https://a.example/']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['TB_FEED_LIST_ENTRY', 2],
      ['TB_FETCH_ADDRESS', 3],
      ['TB_FETCH_PRIVATE', 4],
      ['TB_FEED_LIST_ENTRY', 5],
      ['TB_FEED_LIST_ENTRY', 6],
      ['TB_FEED_LIST_ENTRY', 8],
      ['TB_FEED_LIST_ENTRY', 10],
      ['TB_FEED_LIST_ENTRY', 12],
    ]);
    expect(problems.find(({ message }) => message.includes('password'))?.message).not.toContain(': x');
    for (const text of ['', 'a: [', 'address: x', '&a [*a, *a]', '- &a x\n- *a'])
      expect(parseFeedList(text, 'f').problems.map(({ code }) => code)).toContain('TB_FEED_LIST_BROKEN');
  });
});
