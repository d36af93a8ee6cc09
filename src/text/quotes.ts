import type { Notice, Span } from '../model/index.ts';

/** A stretch between quotation marks; `inner` leaves the marks out. */
export interface Quotation extends Span {
  readonly inner: Span;
}

export interface QuotationsFound {
  readonly quotations: readonly Quotation[];
  readonly notices: readonly Notice[];
}

const MARKS = /[„“”"«»\n]/g;
const LETTER = /[\p{L}\p{N}]/u;
/** A quotation may run over several paragraphs, as interviews do, but not over more than this. */
const LONGEST = 6_000;

/**
 * Finds the outermost quotations of a text in one pass. Four kinds of marks are read: „…“ (also closed by ” or "),
 * «…», »…« and "…" (also “…”). Whether an ambiguous mark opens or closes is told by what stands before and after it; the
 * inner kind (‚…‘) is left inside. An opening mark that is not closed in its paragraph gives a notice and no quotation.
 */
export function findQuotations(text: string): QuotationsFound {
  const quotations: Quotation[] = [];
  const notices: Notice[] = [];
  let open = -1;
  let opener = '';
  const giveUp = (): void => {
    if (open >= 0)
      notices.push({ code: 'unclosed_quote', span: { start: open, end: open + 1 }, message: 'quotation mark without its partner' });
    open = -1;
  };
  for (const found of text.matchAll(MARKS)) {
    const at = found.index;
    const mark = found[0];
    if (mark === '\n') {
      if (open >= 0 && (text[at + 1] === '\n' || text.startsWith('\r\n', at + 1) || at - open > LONGEST)) giveUp();
      continue;
    }
    if (open >= 0 && closes(mark, opener, text, at)) {
      quotations.push({ start: open, end: at + 1, inner: { start: open + 1, end: at } });
      open = -1;
    } else if (open < 0) {
      if (opens(mark, text, at)) {
        open = at;
        opener = mark;
      } else notices.push({ code: 'unopened_quote', span: { start: at, end: at + 1 }, message: 'quotation mark without its partner' });
    } else if (mark === opener && mark !== '"') {
      // A second opening mark of the same kind: the first one was never closed.
      giveUp();
      open = at;
      opener = mark;
    }
  }
  giveUp();
  return { quotations, notices };
}

function opens(mark: string, text: string, at: number): boolean {
  if (mark === '„') return true;
  const after = text.charAt(at + 1);
  const before = text.charAt(at - 1);
  if (mark === '“' || mark === '"' || mark === '”' || mark === '«' || mark === '»') {
    return after !== '' && !/[\s,;:]/.test(after) && !LETTER.test(before);
  }
  return false;
}

function closes(mark: string, opener: string, text: string, at: number): boolean {
  switch (opener) {
    case '„':
      return mark === '“' || mark === '”' || mark === '"';
    case '“':
      return mark === '”' || mark === '“' || mark === '"';
    case '"':
    case '”':
      return mark === '"' || mark === '”' || (mark === '“' && !LETTER.test(text.charAt(at + 1)));
    case '«':
      return mark === '»';
    case '»':
      return mark === '«';
    default:
      return false;
  }
}
