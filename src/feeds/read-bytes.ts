import { type Problem, problem } from '../errors.ts';
import { binaryKind } from './binary.ts';
import { decode, statedCharset } from './decode.ts';
import { type Draft, type Drafts, rejected } from './draft.ts';
import { reasonOf } from './file-access.ts';
import { cutFrontMatter } from './front-matter.ts';
import { readArticle } from './html-article.ts';
import { type JsonReport, parsedJson, readJsonReports } from './json-reports.ts';
import { NOTHING_STATED } from './stated-fields.ts';
import { isXmlFeed, rootOf } from './syndication/feed-guard.ts';
import { isTelegramExport, readTelegram } from './telegram.ts';

/** Endings of files that may hold reports. */
export const ENDING: RegExp = /\.(txt|md|json|html?|pdf|docx|xml|rss|atom|rdf)$/i;

/** Media types by what the bytes turn out to be. */
export type Form = 'text' | 'markdown' | 'json' | 'html' | 'pdf' | 'docx' | 'feed' | 'telegram';

/** What is known of bytes before they are looked at. */
export interface BytesOrigin {
  /** File or address, for messages. */
  readonly path: string;
  /** Name without its ending. */
  readonly base: string;
  /** Ending of the name without its dot, or the one that the media type stands for; null if neither says anything. */
  readonly ending: string | null;
  /** Encoding that came with the bytes (of a header); null if none was named. */
  readonly charset?: string | null;
  /** Milliseconds that only go forward. */
  readonly elapsed?: () => number;
}

/** What bytes hold, and what they turned out to be. */
export interface ReadBytes extends Drafts {
  readonly form: Form | null;
}

const startsWith = (bytes: Uint8Array, mark: string, within = 0): boolean => {
  const head = Buffer.from(bytes.subarray(0, within + mark.length)).toString('latin1');
  return within === 0 ? head.startsWith(mark) : head.includes(mark);
};

/** Whether a ZIP holds a Word document; its names stand in the open. */
const isWord = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 'PK\x03\x04') && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml');

/** Whether bytes are a PDF or a Word document, whatever they are called. */
export function isDocument(bytes: Uint8Array): boolean {
  return startsWith(bytes, '%PDF-') || isWord(bytes);
}

async function feedOf(text: string, { base, path }: BytesOrigin): Promise<ReadBytes> {
  const { readFeed } = await import('./syndication/read-feed.ts');
  return { form: 'feed', ...(await readFeed(text, base, path)) };
}

const isJsonFeed = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'version' in value && /^https?:\/\/(?:www\.)?jsonfeed\.org\//.test(String(value.version));

async function draftsOfJson(text: string, origin: BytesOrigin): Promise<ReadBytes> {
  const { base, path } = origin;
  const value = parsedJson(text);
  if (isJsonFeed(value)) return feedOf(text, origin);
  if (isTelegramExport(value)) return { form: 'telegram', ...readTelegram(value, base, path) };
  const { reports, problems } = readJsonReports(text, base, path);
  const draft = (found: JsonReport): Draft => ({
    key: found.key ?? base,
    text: found.text,
    own: found.fields,
    ownOrigin: 'field',
    page: NOTHING_STATED,
  });
  return { form: 'json', drafts: reports.map(draft), problems };
}

/** Takes decoded text apart, each form in its own way. */
async function draftsOfText(text: string, origin: BytesOrigin): Promise<ReadBytes> {
  const { base, path, ending } = origin;
  // The library for feeds need not be loaded to see that a page is none.
  if (isXmlFeed(text)) return feedOf(text, origin);
  if (ending === 'json') return draftsOfJson(text, origin);
  const root = rootOf(text)?.toLowerCase() ?? null;
  const isPage = ending?.startsWith('htm') || root === 'html';
  if (!isPage && /^(?:xml|rss|atom|rdf)$/.test(ending ?? ''))
    return {
      form: null,
      ...rejected(problem('TB_FEED_BROKEN', { reason: root === null ? 'it is no XML' : `its first element is "${root}"` }, { file: path })),
    };
  const { fields: own, body, problems, broken } = cutFrontMatter(text, path);
  const form = isPage ? 'html' : ending === 'md' ? 'markdown' : 'text';
  if (broken) return { form, drafts: [], problems };
  if (!body.trim()) return { form, ...rejected(...problems, problem('TB_FILE_EMPTY', {}, { file: path })) };
  if (!isPage) return { form, drafts: [{ key: base, text: body, own, ownOrigin: 'front-matter', page: NOTHING_STATED }], problems };
  const result = await readArticle(body);
  if ('failure' in result) return { form, ...rejected(...problems, problem('TB_HTML_BROKEN', { reason: result.failure }, { file: path })) };
  if (!result.article) return { form, ...rejected(...problems, problem('TB_HTML_EMPTY', {}, { file: path })) };
  const { text: article, fields: page } = result.article;
  return { form, drafts: [{ key: base, text: article, own, ownOrigin: 'front-matter', page }], problems };
}

/** Reads bytes as what they are, whatever they are called; whatever goes wrong becomes a problem. */
export async function readBytes(bytes: Uint8Array, origin: BytesOrigin): Promise<ReadBytes> {
  const { path, ending, base } = origin;
  if (bytes.length === 0) return { form: null, ...rejected(problem('TB_FILE_EMPTY', {}, { file: path })) };
  if (startsWith(bytes, '%PDF-') || (ending === 'pdf' && startsWith(bytes, '%PDF-', 1024))) {
    const { readPdf } = await import('./pdf/read-pdf.ts');
    return { form: 'pdf', ...(await readPdf(bytes, base, path, origin.elapsed ?? (() => performance.now()))) };
  }
  if (isWord(bytes)) {
    const { readDocx } = await import('./docx/read-docx.ts');
    return { form: 'docx', ...(await readDocx(bytes, base, path)) };
  }
  const kind = binaryKind(bytes);
  if (kind) return { form: null, ...rejected(problem('TB_FILE_BINARY', { kind }, { file: path })) };
  if (ending === 'pdf') return { form: null, ...rejected(problem('TB_PDF_BROKEN', { reason: 'it is no PDF' }, { file: path })) };
  if (ending === 'docx') return { form: null, ...rejected(problem('TB_DOCX_BROKEN', { reason: 'it is no Word file' }, { file: path })) };
  let decoded: ReturnType<typeof decode>;
  try {
    decoded = decode(bytes, origin.charset ?? (ending === 'txt' || ending === 'md' || ending === 'json' ? null : statedCharset(bytes)));
  } catch (failure) {
    // A string of Node holds half a gigabyte of characters at most.
    return { form: null, ...rejected(problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path })) };
  }
  const { text, encoding, guessed, damaged } = decoded;
  const doubts: Problem[] = [];
  if (guessed) doubts.push(problem('TB_ENCODING_GUESSED', { encoding }, { file: path, severity: 'warning' }));
  if (damaged > 0) doubts.push(problem('TB_ENCODING_DAMAGED', { encoding, count: String(damaged) }, { file: path, severity: 'warning' }));
  const { form, drafts, problems } = await draftsOfText(text, origin);
  return { form, drafts, problems: [...doubts, ...problems] };
}
