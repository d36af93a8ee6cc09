import type { ReleasedBook } from '../../model/index.ts';

/** A whole release as JSON, with its profile and card: whoever has the file can work out its hash again. */
export function releasedJson(book: ReleasedBook): string {
  return `${JSON.stringify({ schema: 'trucebook/released@1', ...book }, null, 1)}\n`;
}
