import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDesk } from '../../src/app/desk.ts';
import type { BookStore } from '../../src/store/index.ts';
import { makeApp } from '../../src/web/app.tsx';
import { readAssets } from '../../src/web/assets.ts';
import { accessOfTest } from '../accounts/access-of-test.ts';
import { newBook, STORES } from '../store/stores.ts';
import { materialOf } from '../web/example-site.ts';
import { startBrowser, startServer } from './browser.ts';

const PASSWORD = 'a sentence to remember';
const kind = STORES[0] as (typeof STORES)[number];
let browser: Browser | null = null;
let server: Awaited<ReturnType<typeof startServer>> | null = null;
let store: BookStore | null = null;

beforeAll(async () => {
  const now = (): string => new Date().toISOString();
  ({ store } = await newBook(kind, { now }));
  const { accounts, access } = accessOfTest(store, { now });
  await accounts.users.add({ name: 'Ada', role: 'editor', password: PASSWORD }, { author: { kind: 'person', name: 'Ada' } });
  browser = await startBrowser();
  server = await startServer(
    makeApp({
      desk: makeDesk(materialOf([]), { reports: [] }),
      profile: 'internal',
      language: 'de',
      now,
      assets: readAssets(),
      isServed: true,
      login: access,
      failed: (fault) => {
        throw fault;
      },
    }),
  );
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await store?.close();
  await kind.stop();
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>('axe.run()');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

test.for([
  { lang: 'de', theme: 'light', width: 1100 },
  { lang: 'en', theme: 'dark', width: 320 },
] as const)(
  'logging in and out by keyboard ($lang, $theme, $width px), as axe sees it',
  { timeout: 120_000 },
  async ({ lang, theme, width }, { skip }) => {
    if (browser === null || server === null) return skip('no browser');
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    try {
      const page = await context.newPage();
      const faults: string[] = [];
      const look = async (what: string): Promise<void> => {
        faults.push(...(await violations(page)).map((one) => `${what}: ${one}`));
        expect([what, await overflow(page)]).toEqual([what, 0]);
      };
      await page.goto(`${server.url}/login?lang=${lang}&theme=${theme}`);
      await look('login');
      await page.locator('input[name=name]').focus();
      await page.keyboard.type('Ada');
      await page.keyboard.press('Tab');
      await page.keyboard.type('a wrong sentence');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role=alert]');
      await look('wrong');
      await page.locator('input[name=password]').focus();
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.who');
      await look('in');
      await page.click('.who a');
      await page.waitForSelector('input[name=again]');
      await look('account');
      await page.locator('.who button').press('Enter');
      await page.waitForSelector('.who', { state: 'detached' });
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
    return undefined;
  },
);
