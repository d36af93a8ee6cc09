import type { PageLine } from './page-lines.ts';

/** The text of a document, where each page begins in it, and the words that were put together. */
export interface JoinedText {
  readonly text: string;
  readonly pages: readonly number[];
  readonly joined: readonly string[];
}

/** Words before which a hyphen stands for a word left out: "Energie- und Wärmeversorgung". */
const SUSPENDED = /^(?:und|oder|bzw|sowie|bis|wie|als|noch|and|or|to|und\/oder|та|або|и|или)(?![\p{L}\p{N}])/iu;
/** Signs that begin an item of a list. */
const LISTED = /^[•◦▪‣·–—]\s/u;
const BROKEN = /(\p{L}{2,})[-\u2010]$/u;

/** Words of the document that stand within a line, so that nobody has broken them. */
function wordsWithin(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const lines of pages)
    for (const { text } of lines)
      for (const [word] of text.matchAll(/\p{L}[\p{L}\p{N}]*(?:[-\u2010]\p{L}[\p{L}\p{N}]*)*/gu))
        words.add(word.toLowerCase().replaceAll('\u2010', '-'));
  return words;
}

/**
 * How two lines follow one another: with a blank, or without. A hyphen at the end of a line is taken away only between small letters,
 * never before "und" and the like, and not where the document writes the word with its hyphen elsewhere. A soft hyphen always goes.
 */
function seam(before: string, after: string, words: ReadonlySet<string>): { readonly cut: number; readonly glue: string } {
  if (before.endsWith('\u00ad')) return { cut: 1, glue: '' };
  const head = BROKEN.exec(before)?.[1];
  const tail = /^\p{L}+/u.exec(after)?.[0];
  if (head === undefined || tail === undefined || SUSPENDED.test(after)) return { cut: 0, glue: ' ' };
  // "US-" and "Präsident" are one word with its hyphen.
  if (!/^\p{Ll}/u.test(tail)) return { cut: 0, glue: '' };
  const withHyphen = `${head}-${tail}`.toLowerCase();
  return words.has(withHyphen) && !words.has(`${head}${tail}`.toLowerCase()) ? { cut: 0, glue: '' } : { cut: 1, glue: '' };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How far the lines of each block reach. */
function marginsOf(lines: readonly PageLine[]): ReadonlyMap<number, { readonly left: number; readonly right: number }> {
  const found = new Map<number, { left: number; right: number }>();
  for (const { block, x, right } of lines) {
    const known = found.get(block);
    found.set(block, { left: Math.min(known?.left ?? x, x), right: Math.max(known?.right ?? right, right) });
  }
  return found;
}

/** Puts lines into paragraphs: a wider gap, another letter size, an indented line or a short line before it begin a new one. */
export function joinLines(pages: readonly (readonly PageLine[])[]): JoinedText {
  const words = wordsWithin(pages);
  const starts: number[] = [];
  const joined: string[] = [];
  let text = '';
  let last: PageLine | null = null;
  for (const lines of pages) {
    const pitches = lines.flatMap((line, at) => {
      const next = lines[at + 1];
      return next && next.block === line.block && next.y < line.y ? [line.y - next.y] : [];
    });
    const pitch = median(pitches);
    const margins = marginsOf(lines);
    let start: number | null = null;
    lines.forEach((line, at) => {
      const onPage: PageLine | undefined = lines[at - 1];
      const left = margins.get(line.block)?.left ?? line.x;
      const rightmost = margins.get((onPage ?? line).block)?.right ?? line.right;
      const isNew =
        last === null ||
        LISTED.test(line.text) ||
        Math.abs(last.size - line.size) > 0.15 * Math.max(last.size, line.size) ||
        (onPage !== undefined && onPage.block === line.block && onPage.y - line.y > pitch * 1.35) ||
        (line.x - left > line.size * 0.8 && (onPage?.x ?? left) - left < line.size * 0.8) ||
        // A sentence that ends well before the margin ends its paragraph; so does one at the end of a page or column.
        (/[.!?…:“”"»]$/u.test(last.text) &&
          (onPage === undefined || onPage.block !== line.block || rightmost - onPage.right > 0.25 * (rightmost - left)));
      if (text !== '' && isNew) text += '\n\n';
      else if (text !== '') {
        // The end alone: the whole text for every line would be quadratic.
        const { cut, glue } = seam(text.slice(-80), line.text, words);
        if (cut === 1) {
          const head = /\p{L}+[-\u2010\u00ad]$/u.exec(text.slice(-80))?.[0].slice(0, -1) ?? '';
          joined.push(`${head}${/^\p{L}+/u.exec(line.text)?.[0] ?? ''}`);
        }
        text = `${text.slice(0, text.length - cut)}${glue}`;
      }
      start ??= text.length;
      text += line.text;
      last = line;
    });
    starts.push(start ?? text.length);
  }
  return { text, pages: starts, joined };
}
