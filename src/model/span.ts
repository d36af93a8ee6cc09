/**
 * A half-open range `[start, end)` of UTF-16 positions in the stored text of one report.
 * `text.slice(start, end)` is the quotation, always.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span that carries its own words, so that a reader can check it without the report. */
export interface AnchoredSpan extends Span {
  /** Key of the report, see {@link Report.key}. */
  readonly report: string;
  /** The words, equal to `report.text.slice(start, end)`. */
  readonly exact: string;
  /** The release gate has taken something out of the words: they are no longer those of the text, and the end is a mere sum. */
  readonly shortened?: true;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** The words a span covers. */
export function wordsOf(text: string, range: Span): string {
  return text.slice(range.start, range.end);
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True if `inner` lies wholly within `outer`; equal ranges contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The range without the white space at its two ends; an all-blank range becomes empty at its start. */
export function trimmed(text: string, range: Span): Span {
  let { start, end } = range;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
