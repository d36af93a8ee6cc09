/** How a table separates and quotes its cells. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: '"' | "'";
}

/** In the order in which one is taken when two are equally frequent: a comma also stands inside names of columns. */
const DELIMITERS = ['\t', ';', '|', ','] as const;

/** Counts the delimiters of each line outside of quotation marks, for the lines that the text holds completely. */
function countsOf(lines: readonly string[], delimiter: string, quote: string): number[] {
  const counts: number[] = [];
  let quoted = false;
  let count = 0;
  for (const line of lines) {
    for (const character of line) {
      if (character === quote) quoted = !quoted;
      else if (character === delimiter && !quoted) count++;
    }
    if (quoted) continue;
    counts.push(count);
    count = 0;
  }
  return counts;
}

/**
 * Guesses how a table is written from its first lines: the delimiter that stands in the header and equally often in most
 * of the rows. A table of a single column has none; a comma is then as good as any.
 */
export function guessDialect(text: string): CsvDialect {
  const lines = text.slice(0, 200_000).split('\n').slice(0, 50);
  const [header = ''] = lines;
  const quote = /^\s*'/.test(header) && !header.includes('"') ? "'" : '"';
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const [first = 0, ...rest] = countsOf(lines, delimiter, quote);
    if (first === 0) continue;
    const same = rest.filter((count) => count === first).length;
    const score = first * (1 + same) * (rest.length > 0 && same === 0 ? 0.1 : 1);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, quote };
}
