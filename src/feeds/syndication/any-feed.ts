import type { parseFeed } from 'feedsmith';

/** What the library makes of a feed, by its form; dates are texts as the feed has them. */
export type AnyFeed = ReturnType<typeof parseFeed<string>>;
