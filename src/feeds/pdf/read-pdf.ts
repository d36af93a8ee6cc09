import type { PDFPageProxy } from 'pdfjs-dist';
import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';
import { type Problem, problem } from '../../errors.ts';
import { type Drafts, rejected } from '../draft.ts';
import { reportDate } from '../report-date.ts';
import { NOTHING_STATED } from '../stated-fields.ts';
import { joinLines } from './join-lines.ts';
import { type PlacedText, pageLines } from './page-lines.ts';
import { withoutRunningLines } from './running-lines.ts';
import { unpacksTooFar } from './stream-sizes.ts';

/** A report is no library. */
const MOST_BYTES = 50_000_000;
const MOST_PAGES = 1000;
const MOST_PIECES = 500_000;
const LONGEST_MS = 60_000;
/** Words that are named in a notice. */
const NAMED = 12;

/** The date in a PDF's own form, `D:20250318193000+01'00'`. */
export function pdfDate(stated: unknown): string | null {
  const found =
    typeof stated === 'string' ? /^(?:D:)?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:\d{2})?(Z|[+-]\d{2}'?\d{2})?)?/.exec(stated) : null;
  if (!found) return null;
  const [, year, month, day, hour, minute, zone = ''] = found;
  const date = `${year}-${month}-${day}`;
  return reportDate(
    hour === undefined || minute === undefined
      ? date
      : `${date}T${hour}:${minute}${zone.replace("'", ':').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`,
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim().slice(0, 2000) : null);

/** Says in words why pdf.js gave up; its own words are for programmers. */
function faultOf(failure: unknown, path: string): Problem {
  const name = failure instanceof Error ? failure.name : '';
  if (name === 'PasswordException') return problem('TB_PDF_ENCRYPTED', {}, { file: path });
  const reason = name === 'InvalidPDFException' ? 'it is damaged, or no PDF' : 'a part of it is damaged';
  return problem('TB_PDF_BROKEN', { reason }, { file: path });
}

const listed = (values: readonly string[]): string =>
  `${values
    .slice(0, NAMED)
    .map((value) => `"${value.slice(0, 60)}"`)
    .join(', ')}${values.length > NAMED ? ' …' : ''}`;

/** The pieces of text of a page, or why it was given up; they come in portions, between which size and time are looked at. */
async function piecesOf(page: PDFPageProxy, most: number, isLate: () => boolean): Promise<PlacedText[] | string> {
  const placed: PlacedText[] = [];
  const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return placed;
    for (const item of value.items) {
      if (!('str' in item) || item.str === '') continue;
      const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[];
      placed.push({ text: item.str, x, y, width: item.width, size: item.height || Math.hypot(a, b) || Math.abs(d) || 10 });
    }
    const reason =
      placed.length > most
        ? 'it holds more pieces of text than a report has'
        : isLate()
          ? `it takes longer than ${LONGEST_MS / 1000} s`
          : null;
    if (reason === null) continue;
    // What was given up need not end well.
    await reader.cancel(new Error(reason)).catch(() => undefined);
    return reason;
  }
}

/** Reads the text of a PDF: lines by their place on the page, paragraphs, where each page begins; nothing in it is run. */
export async function readPdf(bytes: Uint8Array, base: string, path: string, elapsed: () => number): Promise<Drafts> {
  if (bytes.length > MOST_BYTES)
    return rejected(problem('TB_PDF_TOO_LARGE', { reason: `it has more than ${MOST_BYTES / 1e6} MB` }, { file: path }));
  if (await unpacksTooFar(bytes))
    return rejected(problem('TB_PDF_TOO_LARGE', { reason: 'its parts unpack to far more than it is itself' }, { file: path }));
  const began = elapsed();
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // A copy, since the library takes the buffer for itself.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES)
      return rejected(problem('TB_PDF_TOO_LARGE', { reason: `it has more than ${MOST_PAGES} pages` }, { file: path }));
    const pages: PlacedText[][] = [];
    let left = MOST_PIECES;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const placed = await piecesOf(page, left, () => elapsed() - began > LONGEST_MS);
      if (typeof placed === 'string') return rejected(problem('TB_PDF_TOO_LARGE', { reason: placed }, { file: path }));
      page.cleanup();
      left -= placed.length;
      pages.push(placed);
    }
    const running = withoutRunningLines(pages.map(pageLines));
    const joined = joinLines(running.pages);
    if (!joined.text.trim()) return rejected(problem('TB_PDF_NO_TEXT', { pages: String(document.numPages) }, { file: path }));
    const info = (await document.getMetadata().catch(() => null))?.info as Readonly<Record<string, unknown>> | undefined;
    const author = text(info?.['Author']);
    const warnings: Problem[] = [];
    if (running.count > 0)
      warnings.push(
        problem('TB_PDF_LEFT_OUT', { count: String(running.count), lines: listed(running.left) }, { file: path, severity: 'warning' }),
      );
    if (joined.joined.length > 0)
      warnings.push(
        problem(
          'TB_PDF_JOINED',
          { count: String(joined.joined.length), words: listed(joined.joined) },
          { file: path, severity: 'warning' },
        ),
      );
    return {
      drafts: [
        {
          key: base,
          text: joined.text,
          own: NOTHING_STATED,
          ownOrigin: 'document',
          page: { ...NOTHING_STATED, date: pdfDate(info?.['CreationDate']), title: text(info?.['Title']) },
          pageOrigin: 'document',
          carrier: { pages: joined.pages, ...(author === null ? {} : { author }) },
        },
      ],
      problems: warnings,
    };
  } catch (failure) {
    return rejected(faultOf(failure, path));
  } finally {
    await task.destroy().catch(() => undefined);
  }
}
