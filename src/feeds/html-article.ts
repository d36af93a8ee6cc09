import { paragraphsOf } from './html-paragraphs.ts';
import { shapeFault } from './html-shape.ts';
import { reportDate } from './report-date.ts';
import { NOTHING_STATED, type StatedFields } from './stated-fields.ts';

/** The readable part of a page: headline and paragraphs as plain text, and what the page states of itself. */
export interface Article {
  readonly text: string;
  readonly fields: StatedFields;
}

/** A page taken apart, or why it was not; null stands for a page without an article. */
export type ArticleResult = { readonly article: Article | null } | { readonly failure: string };

/** JSON-LD objects of a page, those within `@graph` and lists included; broken ones are passed over as browsers do. */
function linkedData(document: Document): Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const waiting: unknown[] = [JSON.parse(script.textContent ?? '')];
      for (let at = 0; at < waiting.length && at < 1000; at++) {
        const value = waiting[at];
        if (Array.isArray(value)) waiting.push(...value.slice(0, 1000));
        else if (typeof value === 'object' && value !== null) {
          found.push(value as Readonly<Record<string, unknown>>);
          if ('@graph' in value) waiting.push(value['@graph']);
        }
      }
    } catch {
      // A page whose JSON-LD is broken still has its meta elements.
    }
  }
  return found;
}

const nonEmpty = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim().slice(0, 2000) : null);

/** Date, outlet, address, language and title as the page states them; read before extraction, which takes the page apart. */
function pageFields(document: Document): StatedFields {
  const data = linkedData(document);
  const fromData = (pick: (entry: Readonly<Record<string, unknown>>) => unknown): string | null =>
    data.map((entry) => nonEmpty(pick(entry))).find((value) => value !== null) ?? null;
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const content = document
        .querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`)
        ?.getAttribute('content');
      if (nonEmpty(content)) return nonEmpty(content);
    }
    return null;
  };
  const dates = [
    meta('article:published_time', 'og:article:published_time', 'datePublished'),
    fromData((entry) => entry['datePublished']),
    meta('date', 'dc.date', 'DC.date', 'dcterms.date', 'dc.date.issued', 'pubdate', 'publish-date'),
    nonEmpty(document.querySelector('time[itemprop="datePublished"]')?.getAttribute('datetime')),
    nonEmpty((document.querySelector('article time[datetime]') ?? document.querySelector('time[datetime]'))?.getAttribute('datetime')),
  ];
  const publisher = fromData((entry) => {
    const value = entry['publisher'];
    return typeof value === 'object' && value !== null && 'name' in value ? value.name : null;
  });
  const language = /^[a-z]{2}(?![a-z])/i.exec(document.documentElement?.getAttribute('lang') ?? '')?.[0]?.toLowerCase() ?? null;
  return {
    date: dates.map((value) => (value === null ? null : reportDate(value))).find((value) => value !== null) ?? null,
    outlet: meta('og:site_name') ?? publisher,
    url: nonEmpty(document.querySelector('link[rel="canonical"]')?.getAttribute('href')) ?? meta('og:url'),
    language,
    title: fromData((entry) => entry['headline']) ?? meta('og:title'),
  };
}

/** Extracts the article of a page. Scripts do not run and nothing is loaded from anywhere. */
export async function readArticle(html: string): Promise<ArticleResult> {
  const fault = shapeFault(html);
  if (fault) return { failure: fault };
  // Loading a DOM takes half a second; whoever reads only .txt does not wait for it.
  const [{ JSDOM, VirtualConsole }, { Readability }] = await Promise.all([import('jsdom'), import('@mozilla/readability')]);
  try {
    // A silent console: jsdom prints every style sheet it cannot read.
    const page = new JSDOM(html, { virtualConsole: new VirtualConsole() });
    const { document } = page.window;
    const stated = pageFields(document);
    for (const style of document.querySelectorAll('style,link')) style.remove();
    const parsed = new Readability<Node>(document, {
      charThreshold: 100,
      serializer: (element) => element,
    }).parse();
    const body = parsed?.content ? paragraphsOf(parsed.content) : '';
    const title = stated.title ?? nonEmpty(parsed?.title);
    page.window.close();
    if (!body) return { article: null };
    // The headline is part of the report: statements are made in it, and spans need words to point to.
    const text = title && !body.startsWith(title) ? `${title}\n\n${body}` : body;
    return {
      article: { text, fields: { ...NOTHING_STATED, ...stated, outlet: stated.outlet ?? nonEmpty(parsed?.siteName), title } },
    };
  } catch (error) {
    return { failure: error instanceof Error ? (error.message.split('\n')[0]?.slice(0, 200) ?? error.name) : 'the extractor failed' };
  }
}
