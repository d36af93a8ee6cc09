import { type Problem, problem } from '../../errors.ts';
import { type Draft, type Drafts, nameOf, rejected } from '../draft.ts';
import { type FragmentReader, fragmentReader } from '../html-paragraphs.ts';
import { NOTHING_STATED, statedFields } from '../stated-fields.ts';
import { feedDate } from './feed-date.ts';
import { type FeedEntry, feedOf } from './feed-entries.ts';
import { feedFault } from './feed-guard.ts';

/** Entries at most; what is behind them is said to be. */
const MOST_ENTRIES = 20_000;

/** Address of an entry, whole; null if it has none that a browser could open. */
function addressOf(link: string | undefined, base: string): string | null {
  if (!link) return null;
  try {
    const url = new URL(link.trim(), /^https?:/.test(base) ? base : undefined);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Title and text as plain words. A text without marks needs no DOM. */
function plainOf(html: string | undefined, isHtml: boolean, { read }: FragmentReader): string | null {
  if (html === undefined) return '';
  if (!isHtml || !/[<&]/.test(html)) return html.trim();
  return read(html);
}

/** The name that readings call an entry by: the last part of its address, else its title, else its number. */
function keyOf({ title }: FeedEntry, url: string | null, fallback: string): string {
  const path = url === null ? '' : (new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '').replace(/\.\w{2,5}$/, '');
  return nameOf(path) || nameOf(title ?? '') || fallback;
}

/**
 * Reads an RSS, RDF, Atom or JSON feed: each entry a report with the feed as outlet. Where the feed gives no more than a summary the
 * report says so. An entry that cannot be used becomes a problem with its number; the others are read.
 */
export async function readFeed(text: string, base: string, path: string): Promise<Drafts> {
  const isJson = /^\s*\{/.test(text);
  const fault = isJson ? null : feedFault(text);
  if (fault === 'entities') return rejected(problem('TB_FEED_ENTITIES', {}, { file: path }));
  if (fault) return rejected(problem('TB_FEED_BROKEN', fault, { file: path }));
  const [{ parseFeed, parseJsonFeed }, fragments] = await Promise.all([import('feedsmith'), fragmentReader()]);
  let feed: ReturnType<typeof feedOf>;
  try {
    feed = feedOf(isJson ? { format: 'json', feed: parseJsonFeed(text) as never } : parseFeed<string>(text));
  } catch {
    return rejected(problem('TB_FEED_BROKEN', { reason: 'it is no well-formed feed' }, { file: path }));
  }
  const problems: Problem[] = [];
  const drafts: Draft[] = [];
  const reject = (number: number, reason: string): void => {
    problems.push(problem('TB_FEED_ENTRY', { number: String(number), reason }, { file: path }));
  };
  for (const [index, entry] of feed.entries.entries()) {
    const number = index + 1;
    if (number > MOST_ENTRIES) {
      reject(number, `a feed of more than ${MOST_ENTRIES} entries is read no further (${feed.entries.length - MOST_ENTRIES} are left)`);
      break;
    }
    const title = plainOf(entry.title?.trim(), true, fragments);
    const content = plainOf(entry.content, entry.isHtml, fragments);
    const summary = plainOf(entry.summary, entry.isHtml, fragments);
    if (content === null || summary === null) {
      reject(number, 'its text nests too deep or holds too much');
      continue;
    }
    const body = content || summary;
    if (!body && !title) {
      reject(number, 'it has neither a title nor a text');
      continue;
    }
    const url = addressOf(entry.link, path);
    const { fields, problems: doubts } = statedFields(
      { outlet: feed.title, language: entry.language ?? feed.language, title: title || undefined },
      { file: path, lineOf: () => undefined },
    );
    problems.push(...doubts);
    const date = feedDate(entry.date);
    if (entry.date !== undefined && date === null)
      problems.push(
        problem('TB_DATE_INVALID', { value: entry.date.slice(0, 60) }, { file: `${path} (entry ${number})`, severity: 'warning' }),
      );
    const author = entry.author?.trim().slice(0, 200);
    const carrier = { ...(content ? {} : { excerpt: true as const }), ...(author ? { author } : {}) };
    drafts.push({
      key: keyOf(entry, url, `${base}#${number}`),
      // As in a saved page the headline is part of the report.
      text: title && body && !body.startsWith(title) ? `${title}\n\n${body}` : body || title || '',
      own: { ...fields, date, url },
      ownOrigin: 'field',
      page: NOTHING_STATED,
      ...(Object.keys(carrier).length > 0 ? { carrier } : {}),
    });
  }
  if (drafts.length === 0 && problems.length === 0) problems.push(problem('TB_FILE_EMPTY', {}, { file: path }));
  return { drafts, problems };
}
