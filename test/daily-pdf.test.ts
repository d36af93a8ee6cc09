import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeDailyReport } from '../src/app/daily.ts';
import { type Chromium, findChromium } from '../src/app/find-chromium.ts';
import { nodeMachine } from '../src/app/node-machine.ts';
import { type PdfText, readPdfText } from '../src/app/pdf-text.ts';
import { printPdf } from '../src/app/print-pdf.ts';
import { readMaterial } from '../src/app/read-book.ts';
import { readIncidents } from '../src/app/read-incidents.ts';
import { nodeFiles } from '../src/feeds/index.ts';
import { type DailyView, dailyView, renderDailyHtml, reportFoot, reportPeriod } from '../src/report/daily/index.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const chromium: Chromium | null = await findChromium(nodeMachine);
// A build server must have one: there a missing browser is a failure and no reason to skip.
const isNeeded = process.env['TRUCEBOOK_NEEDS_CHROMIUM'] === '1';
if (chromium === null && !isNeeded) process.stderr.write('SKIPPED: the PDF is not tested, since no Chromium was found\n');

describe.skipIf(chromium === null && !isNeeded)('the daily report as PDF', () => {
  let view: DailyView;
  let pdf: Uint8Array;
  let read: PdfText;

  const print = async (html: string, expected: readonly string[]): ReturnType<typeof printPdf> => {
    if (chromium === null) throw new Error('no Chromium was found, and TRUCEBOOK_NEEDS_CHROMIUM asks for one');
    const { left, right } = reportFoot(view);
    return printPdf(html, { chromium, foot: { left, right }, madeAt: view.report.card.createdAt, expect: expected });
  };

  beforeAll(async () => {
    const material = await readMaterial([], nodeFiles, { curated: [at('data/agreements/energy-halt-2025-03.yaml')] });
    const { reports } = await readIncidents([at('examples/energy-halt-2025-incidents.csv')], nodeFiles, '2026-01-01T00:00Z');
    const period = reportPeriod('2025-03-27', '24:00', 'Europe/Kyiv');
    if (period === null) throw new Error('no period');
    view = dailyView(makeDailyReport(material, reports, { period, number: '86/2025', profile: 'internal' }).report, 'de');
    const printed = await print(renderDailyHtml(view), reportFoot(view).expect);
    if ('problem' in printed) throw new Error(printed.problem.message);
    pdf = printed.pdf;
    read = readPdfText(pdf);
  }, 120_000);

  test('has its text as text, on pages that say which of how many they are', () => {
    const { pages } = read;
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThanOrEqual(4);
    const bare = (text: string): string => text.replace(/\s+/g, '');
    const all = bare(pages.join('\n'));
    for (const [i, page] of pages.entries()) expect(bare(page)).toContain(`Seite${i + 1}von${pages.length}`);
    for (const text of [...view.findings, ...view.limits.map((line) => line.text)]) expect(all).toContain(bare(text));
    for (const { cells } of view.incidents.flatMap(({ rows }) => rows)) {
      for (const { text } of cells.flat()) expect(all).toContain(bare(text));
    }
  });

  test('is tagged, titled and in its language, with every heading once in the outline', () => {
    expect(read.title).toBe('Tagesbericht 86/2025, 27. März 2025');
    expect(read.language).toBe('de');
    expect(read.isTagged).toBe(true);
    const { section } = view.words.daily;
    for (const heading of [section.findings, section.incidents, section.exchanges, section.limits, section.notes]) {
      expect(read.outline.filter((entry) => entry === heading)).toHaveLength(1);
    }
  });

  test('has the same text and pages when it is printed again', async () => {
    const again = await print(renderDailyHtml(view), []);
    expect('pdf' in again && readPdfText(again.pdf)).toEqual(read);
  }, 120_000);

  test('bears the time of the report, not that of printing', () => {
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toContain("/CreationDate (D:20250327220000+00'00')");
  });

  test('a page without text is no report', async () => {
    const printed = await print('<!doctype html><html lang="de"><title>x</title></html>', ['Vorfälle']);
    expect('problem' in printed && printed.problem.code).toBe('TB_PDF_WITHOUT_TEXT');
  }, 120_000);

  test('runs no script and fetches nothing', async () => {
    const printed = await print(
      '<!doctype html><html lang="de"><title>x</title><p id="p">vorher</p><script>document.getElementById("p").textContent="nachher"</script><img src="https://example.org/a.png" alt="Bild">',
      ['vorher'],
    );
    expect('pdf' in printed).toBe(true);
  }, 120_000);
});

test('a Chromium that cannot be started is an error with a remedy', async () => {
  const printed = await printPdf('<p>x</p>', {
    chromium: { path: at('package.json'), env: {}, from: 'TRUCEBOOK_CHROMIUM' },
    foot: { left: '', right: (page, pages) => `${page}/${pages}` },
    madeAt: '2025-03-27T16:00Z',
    expect: [],
  });
  expect('problem' in printed && printed.problem.code).toBe('TB_CHROMIUM_FAILED');
});

test('what is no PDF has no pages', () => {
  expect(readPdfText(readFileSync(at('package.json')))).toEqual({ pages: [], title: null, language: null, isTagged: false, outline: [] });
});
