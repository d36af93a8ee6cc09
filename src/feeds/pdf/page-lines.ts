/** One piece of text of a page as the PDF places it; lengths in points, `y` grows upwards. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** One line of a page in the order of reading. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Number of the column block it stands in, from 0: lines of two blocks never follow one another on paper. */
  readonly block: number;
}

/** A gap of this many letter sizes between two pieces of a line may be the space between columns. */
const GUTTER = 1.2;
/** Lines with text on both sides of a gap before it counts as the space between columns; fewer are a table or a tabulator. */
const COLUMN_LINES = 4;
/** Columns within columns at most. */
const DEEPEST = 4;

type Row = readonly PlacedText[];

const rightOf = ({ x, width }: PlacedText): number => x + width;
const sizeOf = (row: Row): number => Math.max(...row.map(({ size }) => size), 1);

/** Pieces that stand on one line, lines from top to bottom, pieces from left to right. */
function rowsOf(pieces: readonly PlacedText[]): Row[] {
  const rows: PlacedText[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    // Raised and lowered marks belong to their line.
    if (row && first && Math.abs(first.y - piece.y) < Math.max(first.size, piece.size) * 0.5) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** The gaps of a row that are wide enough to lie between columns. */
function gapsOf(row: Row): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  let end = row[0] ? rightOf(row[0]) : 0;
  for (const piece of row.slice(1)) {
    if (piece.x - end > sizeOf(row) * GUTTER) found.push([end, piece.x]);
    end = Math.max(end, rightOf(piece));
  }
  return found;
}

/** The place that the gaps of most rows share; null if too few do. */
function gutterOf(rows: readonly Row[]): number | null {
  const gaps = rows.flatMap(gapsOf);
  if (gaps.length < COLUMN_LINES || gaps.length > 4000) return null;
  // The place with most gaps over it lies before the end of one of them.
  const edges = gaps
    .flatMap(([from, to]) => [
      { at: from, by: 1 },
      { at: to, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let open = 0;
  let best = { count: 0, at: 0 };
  edges.forEach(({ at, by }, index) => {
    open += by;
    if (open > best.count) best = { count: open, at: (at + (edges[index + 1]?.at ?? at)) / 2 };
  });
  return best.count >= COLUMN_LINES ? best.at : null;
}

const crosses = (row: Row, at: number): boolean => row.some((piece) => piece.x < at - 0.5 && rightOf(piece) > at + 0.5);

/** Puts the words of a line together; a space only where the file has one or leaves room for one. */
function lineOf(row: Row, block: number): PageLine {
  let text = '';
  let end = row[0]?.x ?? 0;
  for (const piece of row) {
    const gap = piece.x - end;
    if (text && gap > piece.size * 0.15 && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    text += piece.text;
    end = Math.max(end, rightOf(piece));
  }
  return { text: text.replace(/\s+/g, ' ').trim(), x: row[0]?.x ?? 0, right: end, y: row[0]?.y ?? 0, size: sizeOf(row), block };
}

/**
 * Puts the pieces of a page into lines in the order of reading: from top to bottom, and column by column where at least four lines
 * leave the same gap. What spans the columns ends them.
 */
export function pageLines(pieces: readonly PlacedText[]): readonly PageLine[] {
  const lines: PageLine[] = [];
  let block = 0;
  const put = (rows: readonly Row[], depth: number): void => {
    const gutter = depth < DEEPEST ? gutterOf(rows) : null;
    if (gutter === null) {
      for (const row of rows) lines.push(lineOf(row, block));
      block++;
      return;
    }
    let columns: Row[] = [];
    let whole: Row[] = [];
    const endColumns = (): void => {
      const sides = [(piece: PlacedText) => rightOf(piece) <= gutter + 0.5, (piece: PlacedText) => rightOf(piece) > gutter + 0.5];
      for (const side of sides) {
        const part = columns.map((row) => row.filter(side)).filter((row) => row.length > 0);
        if (part.length > 0) put(part, depth + 1);
      }
      columns = [];
    };
    const endWhole = (): void => {
      if (whole.length > 0) put(whole, DEEPEST);
      whole = [];
    };
    for (const row of rows) {
      if (crosses(row, gutter)) {
        endColumns();
        whole.push(row);
      } else {
        endWhole();
        columns.push(row);
      }
    }
    endColumns();
    endWhole();
  };
  put(rowsOf(pieces.filter(({ text }) => text.trim() !== '')), 0);
  return lines.filter(({ text }) => text !== '');
}
