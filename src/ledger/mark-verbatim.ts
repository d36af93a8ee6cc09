import type { Reading, Report } from '../model/index.ts';

const MARKS = /[„“”"«»]/g;
/** Closing marks that fit an opening one; Swiss and French marks open and close the other way round than German ones. */
const CLOSING: Readonly<Record<string, string>> = { '„': '“”"', '“': '”', '"': '"', '«': '»', '»': '«' };
/** A mark that nothing closes within this many characters was a slip, not a quotation. */
const LONGEST = 2000;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stretches between paired quotation marks, in order; a mark without a partner opens nothing. */
function quotedStretches(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let open: { readonly at: number; readonly closing: string } | null = null;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (open !== null && index - open.at <= LONGEST && open.closing.includes(mark)) {
      found.push({ start: open.at + 1, end: index });
      open = null;
    } else if (open === null || index - open.at > LONGEST || mark === '„')
      open = CLOSING[mark] ? { at: index, closing: CLOSING[mark] } : null;
  }
  return found;
}

function isInside(stretches: readonly Stretch[], start: number, end: number): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return (stretches[low]?.start ?? Number.POSITIVE_INFINITY) <= start;
}

/** Marks readings whose words stand between quotation marks in the report, so that sentences may quote them. */
export function markVerbatim(readings: readonly Reading[], reports: readonly Report[]): readonly Reading[] {
  const texts = new Map(reports.map(({ key, text }) => [key, text]));
  const known = new Map<string, readonly Stretch[]>();
  const stretchesOf = (key: string): readonly Stretch[] => {
    const made = known.get(key) ?? quotedStretches(texts.get(key) ?? '');
    known.set(key, made);
    return made;
  };
  return readings.map((reading) => {
    if (reading.spans.length === 0 || reading.verbatim !== undefined) return reading;
    return reading.spans.every(({ report, start, end }) => isInside(stretchesOf(report), start, end))
      ? { ...reading, verbatim: true }
      : reading;
  });
}
