import type { AnyFeed } from './any-feed.ts';

/** One entry as the feed has it, whatever its form; texts still are HTML where `isHtml` says so. */
export interface FeedEntry {
  readonly title: string | undefined;
  readonly link: string | undefined;
  /** What the feed calls it by. */
  readonly id: string | undefined;
  readonly date: string | undefined;
  readonly language: string | undefined;
  readonly author: string | undefined;
  readonly content: string | undefined;
  readonly summary: string | undefined;
  /** False where the form says that its text is plain. */
  readonly isHtml: boolean;
}

/** A feed whatever its form. */
export interface Feed {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly entries: readonly FeedEntry[];
}

type Links = readonly { readonly href?: string | undefined; readonly rel?: string | undefined }[] | undefined;

const alternate = (links: Links): string | undefined =>
  (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href;

/** Brings the four forms to one. */
export function feedOf(parsed: AnyFeed): Feed {
  if (parsed.format === 'rss') {
    const { feed } = parsed;
    return {
      title: feed.title,
      language: feed.language ?? feed.dc?.languages?.[0],
      entries: (feed.items ?? []).map((item) => ({
        title: item.title,
        link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
        id: item.guid?.value,
        date: item.pubDate ?? item.dc?.dates?.[0] ?? [item.dcterms?.created].flat()[0],
        language: item.dc?.languages?.[0] ?? item.xml?.lang,
        author: item.dc?.creators?.[0],
        content: item.content?.encoded,
        summary: item.description,
        isHtml: true,
      })),
    };
  }
  if (parsed.format === 'rdf') {
    const { feed } = parsed;
    return {
      title: feed.title,
      language: feed.dc?.languages?.[0],
      entries: (feed.items ?? []).map((item) => ({
        title: item.title,
        link: item.link ?? item.rdf?.about,
        id: item.rdf?.about,
        date: item.dc?.dates?.[0],
        language: item.dc?.languages?.[0],
        author: item.dc?.creators?.[0],
        content: item.content?.encoded,
        summary: item.description,
        isHtml: true,
      })),
    };
  }
  if (parsed.format === 'atom') {
    const { feed } = parsed;
    return {
      title: feed.title?.value,
      language: feed.xml?.lang,
      entries: (feed.entries ?? []).map((entry) => ({
        title: entry.title?.value,
        link: alternate(entry.links),
        id: entry.id,
        date: entry.published ?? entry.updated,
        language: entry.content?.xml?.lang ?? entry.xml?.lang,
        author: entry.authors?.[0]?.name,
        content: entry.content?.value,
        summary: entry.summary?.value,
        isHtml: /html/i.test((entry.content?.value ? entry.content.type : entry.summary?.type) ?? ''),
      })),
    };
  }
  const { feed } = parsed;
  return {
    title: feed.title,
    language: feed.language,
    entries: (feed.items ?? []).map((item) => ({
      title: item.title,
      link: item.url ?? item.external_url,
      id: item.id === undefined ? undefined : String(item.id),
      date: item.date_published ?? item.date_modified,
      language: item.language,
      author: item.authors?.[0]?.name,
      content: item.content_html ?? item.content_text,
      summary: item.summary,
      isHtml: item.content_html !== undefined,
    })),
  };
}
