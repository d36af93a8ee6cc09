import { printable } from '../printable.ts';

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Foreign text inside a page, in elements and in attributes with quotation marks. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (mark) => NAMES[mark] ?? mark);
}

/** As {@link escaped}, but white space at the ends is kept as one space, for text that joins other text. */
export function escapedPiece(text: string): string {
  const before = /^\s/.test(text) ? ' ' : '';
  const after = text.trim() !== '' && /\s$/.test(text) ? ' ' : '';
  return before + escaped(text) + after;
}

/** An address that may stand in a link: the web, and nothing that runs. */
export function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? escaped(url) : null;
}
