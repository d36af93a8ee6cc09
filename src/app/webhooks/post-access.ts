import type { Problem } from '../../errors.ts';

/** What came of sending something: the status of the answer, or why there was none. */
export type PostAnswer = { readonly status: number } | { readonly problem: Problem };

/** The way to the network for what is sent; nothing of an answer but its status is taken, and no redirect is followed. */
export interface PostAccess {
  readonly post: (url: string, body: string, headers: Readonly<Record<string, string>>) => Promise<PostAnswer>;
}
