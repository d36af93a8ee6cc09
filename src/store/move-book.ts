import type { BookStore, Verification } from './book-store.ts';
import { soundOrThrow } from './export-book.ts';

const PAGE = 200;

/** Copies a book into a store that was opened with `fill`, whatever stands behind either, and verifies the copy. */
export async function moveBook(
  from: BookStore,
  to: BookStore,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Verification> {
  // What is written meanwhile is left for the next copy.
  const head = await from.head();
  for (let after = 0; after < head.seq; ) {
    const page = await from.contentsAfter(after, Math.min(PAGE, head.seq - after));
    await to.adopt(page.entries, page.contents);
    after = page.entries.at(-1)?.seq ?? head.seq;
    onProgress(after, head.seq);
  }
  await to.adopted((await from.verify()).notices.some(({ code }) => code === 'withheld'));
  return soundOrThrow(await to.verify({ knownHead: head.hash }));
}
