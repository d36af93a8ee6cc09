import { defaultBook } from '../app/book-place.ts';
import type { Terminal } from './terminal.ts';

/** The argument of commands that read reports: files, folders, books; left out it is the book that stands beside the user. */
export function reportPaths({ env = {} }: Terminal): [argument: string, what: string, standing: string[]] {
  return ['[path...]', 'files, folders with reports, or books', [defaultBook(env)]];
}
