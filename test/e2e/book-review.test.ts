import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KeptBook } from '../../src/app/book.ts';
import { keepDesks } from '../../src/app/book-desk.ts';
import { openCoding } from '../../src/app/review/coding/open-coding.ts';
import { openReview } from '../../src/app/review/open-review.ts';
import { bookServer } from '../../src/cli/keep/book-server.ts';
import { accessOfTest } from '../accounts/access-of-test.ts';
import { reviewedBook } from '../review/reviewed-book.ts';
import { STORES, tickingClock } from '../store/stores.ts';
import { startBrowser, startServer } from './browser.ts';

const kind = STORES[0] as (typeof STORES)[number];
let browser: Browser | null = null;
let server: Awaited<ReturnType<typeof startServer>> | null = null;
let book: KeptBook | null = null;

beforeAll(async () => {
  const now = tickingClock('2025-05-01T08:00:00.000Z');
  book = await reviewedBook(kind, now);
  const coding = openCoding(book, { now });
  const [task] = await coding.tasks('Ada', { kind: 'statement' });
  if (!task) throw new Error('nothing to code');
  for (const [coder, value] of [
    ['Ada', 'agree'],
    ['Eda', 'promise'],
  ] as const)
    await coding.code({ target: task.target, variable: 'act', value, coder });
  const failed = (fault: unknown): void => {
    throw fault;
  };
  const { accounts, access } = accessOfTest(book.store, { now });
  browser = await startBrowser();
  server = await startServer(
    bookServer({ book, desks: keepDesks(book, { now, failed }), accounts, access, language: 'de', now, failed, isLocal: true }),
  );
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await book?.close();
  await kind.stop();
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>('axe.run()');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test.for([
  { path: '/review', lang: 'de', theme: 'light', width: 1100 },
  { path: '/review', lang: 'en', theme: 'dark', width: 320 },
  { path: '/review/differences', lang: 'de', theme: 'dark', width: 320 },
  { path: '/review/differences', lang: 'en', theme: 'light', width: 1100 },
] as const)('$path fits and can be read by everybody ($lang, $theme, $width)', async ({ path, lang, theme, width }) => {
  if (!browser || !server) return;
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${server.url}${path}?lang=${lang}&theme=${theme}&by=Ida`);
  await page.evaluate('for (const one of document.querySelectorAll("main details")) one.open = true');
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  await page.close();
});

test('the least certain item is decided by keyboard, and the next one comes', async () => {
  if (!browser || !server || !book) return;
  const review = openReview(book, { now: () => '2025-06-01T08:00:00.000Z' });
  const [first, second] = await review.queue({ kind: 'reading' });
  const page = await browser.newPage();
  await page.goto(`${server.url}/review?lang=en&kind=reading&by=Ida`);
  await page.fill(`#${first?.target.id} input[name=why]`, 'as it stands');
  await page.focus(`#${first?.target.id}`);
  await Promise.all([page.waitForURL('**/review?kind=reading&by=Ida&lang=en'), page.waitForNavigation(), page.keyboard.press('a')]);
  expect(await page.getAttribute('#queue > li', 'id')).toBe(second?.target.id);
  expect((await review.find(first?.target.id ?? ''))?.decisions.map(({ decision }) => [decision.by, decision.action])).toEqual([
    ['Ida', 'accept'],
  ]);
  await page.close();
});
