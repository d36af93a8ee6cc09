import { beforeEach, describe, expect, test } from 'vitest';
import { makeReviewDesk, type ReviewDesk, reviewQueue } from '../../src/app/review-desk.ts';
import { parseCorrections } from '../../src/feeds/index.ts';
import { makeApp } from '../../src/web/app.tsx';
import { readAssets } from '../../src/web/assets.ts';
import type { Site } from '../../src/web/site.ts';
import { appOf, exampleMaterial } from './example-site.ts';

const material = await exampleMaterial();
const assets = readAssets();
const NOW = '2025-04-20T10:00:00.000Z';
const TOKEN = 'token-of-this-test';
const SAME = { 'sec-fetch-site': 'same-origin' };

let lines: string[];
let review: ReviewDesk;
let app: ReturnType<typeof makeApp>;

beforeEach(() => {
  lines = [];
  review = makeReviewDesk(
    material,
    { reports: [] },
    {
      path: 'c.jsonl',
      append: (line) => {
        lines.push(line);
        return Promise.resolve();
      },
      now: () => NOW,
    },
  );
  const site: Site = {
    get desk() {
      return review.desk();
    },
    profile: 'internal',
    language: 'en',
    now: () => NOW,
    assets,
    isServed: true,
    review: { token: TOKEN, decide: review.decide },
    failed: (fault) => {
      throw fault;
    },
  };
  app = makeApp(site);
});

const first = (): string => reviewQueue(review.desk().dossier())[0]?.id ?? '';
const post = (fields: Record<string, string>, headers: Record<string, string> = SAME): Promise<Response> =>
  Promise.resolve(
    app.request('/review?lang=en', {
      method: 'POST',
      body: new URLSearchParams({ token: TOKEN, by: 'Ada', why: 'read it in the report', ...fields }),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    }),
  );

describe('the review', () => {
  test('shows the least certain readings first, each with a form that asks for reason and name', async () => {
    const html = await (await app.request('/review?lang=en')).text();
    const queue = reviewQueue(review.desk().dossier());
    expect([...html.matchAll(/<li id="(rd-[^"]+)"/g)].map(([, id]) => id)).toEqual(queue.slice(0, 10).map(({ id }) => id));
    expect(queue.map(({ confidence }) => confidence)).toEqual(queue.map(({ confidence }) => confidence).toSorted((a, b) => a - b));
    expect(html.match(/name="why" required/g)?.length).toBe(10);
    expect(await (await app.request('/')).text()).toContain('/review');
  });

  test.for(['accept', 'reject'] as const)('%s writes one line that every command reads, and the pages follow', async (action) => {
    const id = first();
    const before = reviewQueue(review.desk().dossier()).length;
    const response = await post({ action, reading: id });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/review?by=Ada&lang=en']);
    const { corrections, problems } = parseCorrections(lines.join(''), 'c.jsonl');
    expect([problems, corrections.map((one) => [one.action, one.reading, one.by])]).toEqual([[], [[action, id, 'Ada']]]);
    expect(reviewQueue(review.desk().dossier()).some((reading) => reading.id === id)).toBe(false);
    expect(reviewQueue(review.desk().dossier()).length).toBeLessThan(before);
  });

  test('a correction holds only what is different', async () => {
    const reading = reviewQueue(review.desk().dossier())[0];
    const holder = review.desk().holders.find(({ code }) => code !== reading?.holder)?.code ?? '';
    const fields = {
      action: 'correct',
      reading: reading?.id ?? '',
      value: JSON.stringify(reading?.value),
      element: reading?.element ?? '',
    };
    expect((await post({ ...fields, holder })).status).toBe(303);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: NOW,
      reading: reading?.id,
      action: 'correct',
      by: 'Ada',
      why: 'read it in the report',
      holder,
    });
    // Decided about already: nothing to change in it, and no other decision is lost.
    expect(lines.length).toBe(1);
  });

  test('what cannot be used is named, stands in its form again, and writes nothing', async () => {
    const reading = first();
    for (const fields of [
      { why: ' ' },
      { by: '' },
      { action: 'correct', value: '{' },
      { action: 'correct', value: '{"t":"none such"}' },
      { reading: 'rd-none' },
      { action: 'burn' },
    ]) {
      const response = await post({ action: 'accept', reading, ...fields });
      expect([fields, response.status]).toEqual([fields, 400]);
    }
    expect(await (await post({ action: 'accept', reading, why: '', by: '"><script>' })).text()).toContain('&quot;&gt;&lt;script&gt;');
    expect(lines).toEqual([]);
  });

  test('a form of another site is refused, and so is one without the token', async () => {
    const fields = { action: 'accept', reading: first() };
    expect((await post({ ...fields, token: 'guessed' })).status).toBe(403);
    expect((await post(fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post(fields, {})).status).toBe(403);
    expect((await post(fields, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await post({ ...fields, why: 'x'.repeat(70_000) })).status).toBe(413);
    expect(lines).toEqual([]);
    expect((await post(fields, { origin: 'http://localhost' })).status).toBe(303);
  });

  test('is not there where there is no file to write to', async () => {
    const other = appOf(material);
    expect((await other.request('/review')).status).toBe(404);
    expect((await other.request('/review', { method: 'POST' })).status).toBe(404);
    expect(await (await other.request('/')).text()).not.toContain('/review');
  });
});
