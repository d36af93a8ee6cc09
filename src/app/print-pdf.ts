import { type Problem, problem } from '../errors.ts';
import type { Chromium } from './find-chromium.ts';
import { readPdfText } from './pdf-text.ts';

/** What is printed beside the page itself. */
export interface PrintOptions {
  readonly chromium: Chromium;
  /** What stands at the foot of every page, already safe to stand in a page: left, and right with the page numbers in it. */
  readonly foot: { readonly left: string; readonly right: (page: string, pages: string) => string };
  /** When the file is said to have been made, so that the same report gives the same file. */
  readonly madeAt: string;
  /** Words that must be found in the text of the file. */
  readonly expect: readonly string[];
}

/** Prints one page of HTML as a tagged PDF with outline and page numbers. The page runs no script and reaches nothing outside. */
export async function printPdf(
  html: string,
  { chromium: found, foot, madeAt, expect }: PrintOptions,
): Promise<{ readonly pdf: Uint8Array } | { readonly problem: Problem }> {
  const { chromium } = await import('playwright-core');
  const env = Object.fromEntries(Object.entries({ ...process.env, ...found.env }).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  let printed: Buffer;
  try {
    const browser = await chromium.launch({ executablePath: found.path, env, args: ['--font-render-hinting=none'] });
    try {
      const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
      const page = await context.newPage();
      await page.route('**/*', (route) => route.abort());
      await page.setContent(html, { waitUntil: 'load' });
      printed = await page.pdf({
        format: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footHtml(foot),
      });
    } finally {
      await browser.close();
    }
  } catch (failure) {
    const reason = failure instanceof Error ? (failure.message.split('\n')[0] ?? '') : String(failure);
    return { problem: problem('TB_CHROMIUM_FAILED', { path: found.path, reason }) };
  }
  const pdf = datedPdf(printed, madeAt);
  const text = readPdfText(pdf).pages.join('\n').replace(/\s+/g, '');
  const missing = expect.find((words) => !text.includes(words.replace(/\s+/g, '')));
  return missing === undefined ? { pdf } : { problem: problem('TB_PDF_WITHOUT_TEXT', { path: found.path, words: missing }) };
}

function footHtml({ left, right }: PrintOptions['foot']): string {
  const numbers = right('<span class="pageNumber"></span>', '<span class="totalPages"></span>');
  return `<div style="font:8px 'Noto Sans',sans-serif;color:#333;width:100%;margin:0 15mm;display:flex;justify-content:space-between"><span>${left}</span><span>${numbers}</span></div>`;
}

/** The file with the time of the report in place of the time of printing; of the same length, since the file counts its bytes. */
function datedPdf(bytes: Uint8Array, instant: string): Uint8Array {
  const digits = instant.replace(/\D/g, '').padEnd(14, '0').slice(0, 14);
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replace(/\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g, `/$1 (D:${digits}+00'00')`), 'latin1');
}
