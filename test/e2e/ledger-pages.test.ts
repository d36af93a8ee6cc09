import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDesk } from '../../src/app/desk.ts';
import { readPdfText } from '../../src/app/pdf-text.ts';
import { appOf, exampleMaterial } from '../web/example-site.ts';
import { startBrowser, startServer } from './browser.ts';

const material = await exampleMaterial();
const desk = makeDesk(material);
const halt = desk.dossier().agreements.find(({ agreement }) => agreement.title.en.startsWith('Limited halt'))?.agreement.id ?? '';
const [statement = ''] = desk.statements.keys();

/** Every kind of page, with what it can be asked for. */
const PAGES = [
  '/',
  `/a/${halt}`,
  `/a/${halt}?pair=RU-UA`,
  `/a/${halt}?asof=2025-03-26&since=2025-03-19`,
  `/a/${halt}/history`,
  `/a/${halt}/common`,
  `/s/${statement}`,
  '/sources',
  '/sources/03-telefonat-kreml',
  '/replay?asof=2025-03-25T21:00Z',
  '/tracks',
  '/method',
  '/nowhere',
  '/?asof=yesterday',
];

let browser: Browser | null = null;
let server: Awaited<ReturnType<typeof startServer>> | null = null;

beforeAll(async () => {
  browser = await startBrowser();
  server = await startServer(appOf(material));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const at = (path: string, more: string): string => `${server?.url}${path}${path.includes('?') ? '&' : '?'}${more}`;

/** Opens pages one after the other, does something with each, and fails on any error that the browser reports. */
async function visitAll<T>(
  addresses: readonly string[],
  options: BrowserContextOptions,
  act: (page: Page, address: string) => Promise<T>,
): Promise<readonly T[]> {
  if (browser === null) return [];
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(`${page.url()} ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 40[04]/.test(message.text())) errors.push(`${page.url()} ${message.text()}`);
    });
    const results: T[] = [];
    for (const address of addresses) {
      await page.goto(address, { waitUntil: 'load' });
      results.push(await act(page, address));
    }
    expect(errors).toEqual([]);
    return results;
  } finally {
    await context.close();
  }
}

const visit = async <T>(address: string, options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T | undefined> =>
  (await visitAll([address], options, act))[0];

const everyPage = (more: string): readonly string[] => PAGES.map((path) => at(path, more));

describe('accessibility, as axe sees it', () => {
  const looks = (['de', 'en'] as const).flatMap((lang) => (['light', 'dark'] as const).map((theme) => ({ lang, theme })));
  test.for(looks)('no violations on any page ($lang, $theme)', { timeout: 240_000 }, async ({ lang, theme }, { skip }) => {
    if (browser === null) skip();
    const found = await visitAll(
      everyPage(`lang=${lang}&theme=${theme}`),
      { viewport: { width: 1280, height: 900 } },
      async (page, address) => {
        // Folded parts are looked at too.
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        // By the protocol, not as a script of the page: the page lets no script in.
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
        return violations.map(
          ({ id, nodes }) =>
            `${address} ${id}: ${nodes
              .slice(0, 3)
              .map(({ html }) => html.slice(0, 160))
              .join(' | ')}`,
        );
      },
    );
    expect(found.flat()).toEqual([]);
  });
});

describe('on a phone', () => {
  test.for([
    { width: 320, javaScriptEnabled: true },
    { width: 360, javaScriptEnabled: false },
  ])(
    'nothing is wider than $width px (scripts: $javaScriptEnabled)',
    { timeout: 120_000 },
    async ({ width, javaScriptEnabled }, { skip }) => {
      if (browser === null) skip();
      const wide = await visitAll(everyPage('lang=de'), { viewport: { width, height: 700 }, javaScriptEnabled }, async (page, address) => {
        const [content, window] = await page.locator('html').evaluate((root) => [root.scrollWidth, root.clientWidth] as const);
        if (content <= window) return [];
        const found = await page
          .locator('body *')
          .evaluateAll(
            (all, most) => all.filter((one) => one.getBoundingClientRect().right > most + 1).map((one) => one.outerHTML.slice(0, 120)),
            width,
          );
        return found.slice(0, 3).map((html) => `${address} ${html}`);
      });
      expect(wide.flat()).toEqual([]);
    },
  );

  test('the table keeps the name of the side in every cell', async ({ skip }) => {
    if (browser === null) skip();
    const labels = await visit(at(`/a/${halt}`, 'lang=en'), { viewport: { width: 320, height: 700 } }, (page) =>
      page.locator('td[data-holder]').evaluateAll((cells) => [...new Set(cells.map((cell) => getComputedStyle(cell, '::before').content))]),
    );
    expect(labels).toEqual(['"■ Russia"', '"◆ Ukraine"', '"● United States"']);
  });
});

describe('in the browser', () => {
  test('nothing moves after the first paint', { timeout: 120_000 }, async ({ skip }) => {
    if (browser === null) skip();
    const shifts = await visitAll(everyPage('lang=de'), { viewport: { width: 1280, height: 900 } }, async (page, address) => {
      await page.waitForLoadState('networkidle');
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
          }),
      );
      return { address, shift };
    });
    // A page that is still coming in may grow by a hair; 0.1 is what is called good.
    expect(shifts.filter(({ shift }) => shift > 0.002)).toEqual([]);
  });

  test('keys reach the content first, then every link and control', async ({ skip }) => {
    if (browser === null) skip();
    await visit(at(`/a/${halt}`, 'lang=en'), {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toContain('Skip to content');
      await page.keyboard.press('Enter');
      expect(await page.locator(':focus').getAttribute('id')).toBe('content');
      const reachable = await page
        .locator('a[href], button, input:not([type=hidden]), select, summary')
        .evaluateAll((all) => all.filter((one) => (one as HTMLElement).tabIndex < 0).length);
      expect(reachable).toBe(0);
    });
  });

  test('the slider leads to the page of its day', async ({ skip }) => {
    if (browser === null) skip();
    await visit(at(`/a/${halt}`, 'lang=en'), {}, async (page) => {
      const slider = page.getByRole('slider', { name: 'Move the as-of date' });
      await slider.focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await Promise.all([page.waitForURL(/asof=2025-03-26/), page.keyboard.press('Enter')]);
      expect(await page.locator('.time .now').textContent()).toContain('26 March 2025');
    });
  });

  test('the arrow keys step through the replay', async ({ skip }) => {
    if (browser === null) skip();
    await visit(at('/replay?asof=2025-03-19T21:00Z', 'lang=en'), {}, async (page) => {
      expect(await page.locator('h1').textContent()).toContain('Step 5 of 10');
      await Promise.all([page.waitForURL(/asof=2025-03-21/), page.keyboard.press('ArrowRight')]);
      expect(await page.locator('h1').textContent()).toContain('Step 6 of 10');
    });
  });
});

describe('the way of a desk officer', () => {
  test.for([true, false])('from today to the sentence in its source (scripts: %s)', async (javaScriptEnabled, { skip }) => {
    if (browser === null) skip();
    await visit(at('/', 'lang=en'), { javaScriptEnabled }, async (page) => {
      await page
        .getByRole('link', { name: /^Limited halt of attacks/ })
        .first()
        .click();
      expect(await page.locator('h1').textContent()).toContain('Limited halt of attacks Russia–Ukraine');
      // What was known a month earlier, by the form alone.
      await page.locator('input[name=asof]').fill('2025-03-19');
      await page.getByRole('button', { name: 'Show' }).click();
      expect(page.url()).toContain('asof=2025-03-19');
      await page.locator('input[name=since]').fill('2025-03-18');
      await page.getByRole('button', { name: 'Compare' }).click();
      expect(await page.locator('#changes').count()).toBe(1);
      await page.locator('#protected_objects .words a').first().click();
      expect(await page.locator('mark').first().textContent()).toContain('Objekte der Energieinfrastruktur');
      await page.locator('.chain a').first().click();
      expect(page.url()).toContain('/sources/03-telefonat-kreml');
      // Everything so far is in the address.
      expect(page.url()).toContain('asof=2025-03-19');
      expect(page.url()).toContain('lang=en');
    });
  });
});

test('on paper: every side, the words, the address; nothing to click', async ({ skip }) => {
  if (browser === null) skip();
  const pdf = await visit(at(`/a/${halt}`, 'lang=de'), { javaScriptEnabled: false }, (page) =>
    page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, outline: true }),
  );
  const { pages } = readPdfText(pdf ?? new Uint8Array());
  const text = pages.join(' ').replace(/\s+/g, ' ');
  for (const words of ['Russland', 'Ukraine', 'USA', 'Objekte der Energieinfrastruktur', 'verschieden', 'Offen: 6 Fragen', `/a/${halt}`])
    expect(text).toContain(words);
  // What is folded on the screen is open on paper.
  expect(text).toContain('energy sites');
  expect(text).not.toContain('Anzeigen');
});
