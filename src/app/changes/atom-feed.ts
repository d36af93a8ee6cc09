import { generateAtomFeed } from 'feedsmith';
import { type InterfaceLanguage, messagesFor, topicsFor } from '../../i18n/index.ts';
import type { FollowedAudience } from '../../model/index.ts';
import { printable } from '../../report/index.ts';
import { type ChangeItem, uuidOf } from './change.ts';

/** What a feed is written from. */
export interface AtomFeedParts {
  /** Newest first. */
  readonly items: readonly ChangeItem[];
  readonly audience: FollowedAudience;
  readonly language: InterfaceLanguage;
  /** Id of the book. */
  readonly book: string;
  /** Address of this page of the feed; paths are read from it. */
  readonly url: string;
  /** Path of the next page; null on the last. */
  readonly next: string | null;
  /** Path of the first page. */
  readonly first: string;
  /** Names of holders and titles of agreements, for people. */
  readonly nameOf: (code: string) => string;
}

/** When nothing was told yet. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** Writes changes as a feed, Atom 1.0 (RFC 4287). Ids stay as long as the changes are the same. */
export function atomFeed({ items, audience, language, book, url, next, first, nameOf }: AtomFeedParts): string {
  const words = topicsFor(language).changes;
  const { element } = messagesFor(language);
  const at = (path: string): string => new URL(path, url).href;
  const text = (value: string) => ({ value: printable(value), type: 'text' });
  // Only an instant can be a date here; a month or a week stays in the text.
  const instant = (date: string | null): string | null =>
    date !== null && /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(date) && !Number.isNaN(Date.parse(date)) ? new Date(date).toISOString() : null;
  const about = new URL(first, url);
  return generateAtomFeed({
    id: `urn:uuid:${uuidOf('feed', book, audience, language, about.search)}`,
    title: text(words.title[audience]),
    subtitle: text(words.subtitle[audience]),
    updated:
      items
        .map(({ recorded }) => recorded)
        .sort()
        .at(-1) ?? NEVER,
    authors: [{ name: 'Trucebook' }],
    generator: { text: 'Trucebook' },
    links: [
      { href: url, rel: 'self', type: 'application/atom+xml' },
      { href: at(`/?lang=${language}`), rel: 'alternate', type: 'text/html' },
      { href: at(first), rel: 'first', type: 'application/atom+xml' },
      ...(next === null ? [] : [{ href: at(next), rel: 'next', type: 'application/atom+xml' }]),
    ],
    entries: items.map((item) => {
      const published = instant(item.at);
      return {
        id: `urn:uuid:${item.id}`,
        title: text(item.title[language]),
        updated: item.recorded,
        ...(published === null ? {} : { published }),
        content: text(item.text[language]),
        categories: [
          { term: item.kind, scheme: 'urn:trucebook:kind', label: words.kind[item.kind] },
          ...(item.element === null ? [] : [{ term: item.element, scheme: 'urn:trucebook:element', label: element[item.element] }]),
          ...(item.holder === null ? [] : [{ term: item.holder, scheme: 'urn:trucebook:holder', label: nameOf(item.holder) }]),
          ...(item.agreement === null ? [] : [{ term: item.agreement, scheme: 'urn:trucebook:agreement', label: nameOf(item.agreement) }]),
        ],
        links: [
          { href: at(`${item.page}?lang=${language}`), rel: 'alternate', type: 'text/html' },
          { href: at(item.resource), rel: 'related', type: 'application/json' },
        ],
      };
    }),
  });
}
