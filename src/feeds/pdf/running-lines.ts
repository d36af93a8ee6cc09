import type { PageLine } from './page-lines.ts';

/** Lines at the top and bottom of a page that may be running titles. */
const EDGE = 2;
/** Pages that must share a line before it counts as running. */
const FEWEST_PAGES = 3;

const PAGE_NUMBER = /^[-–—|\s]*(?:(?:seite|page|s\.|p\.|стор\.?|стр\.?)\s*)?\d{1,4}(?:\s*(?:\/|von|of|из|з)\s*\d{1,4})?[-–—|\s]*$/iu;

/** Pages without the lines that recur at their edges, and those lines, each once. */
export interface WithoutRunning {
  readonly pages: readonly (readonly PageLine[])[];
  readonly left: readonly string[];
  readonly count: number;
}

/** Takes out titles, footers and page numbers: what stands at the edge of three pages but for its digits, and bare numbers there. */
export function withoutRunningLines(pages: readonly (readonly PageLine[])[]): WithoutRunning {
  const shapeOf = (line: PageLine): string => line.text.replace(/\d+/g, '#').toLowerCase();
  // By height on the page, since in columns the last line read need not be the lowest.
  const edgesOf = (lines: readonly PageLine[]): ReadonlySet<PageLine> => {
    const byHeight = [...lines].sort((a, b) => b.y - a.y);
    // Of a page of few lines none is an edge: it would lose its text.
    return new Set(
      byHeight.length < EDGE * 2 + 1
        ? [byHeight[0], byHeight.at(-1)].flatMap((line) => line ?? [])
        : [...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)],
    );
  };
  const seen = new Map<string, number>();
  for (const lines of pages) for (const shape of new Set([...edgesOf(lines)].map(shapeOf))) seen.set(shape, (seen.get(shape) ?? 0) + 1);
  const left = new Set<string>();
  let count = 0;
  const kept = pages.map((lines) => {
    const edges = edgesOf(lines);
    return lines.filter((line) => {
      const isNumber = pages.length > 1 && PAGE_NUMBER.test(line.text);
      if (!edges.has(line) || !(isNumber || (seen.get(shapeOf(line)) ?? 0) >= FEWEST_PAGES)) return true;
      left.add(line.text);
      count++;
      return false;
    });
  });
  return { pages: kept, left: [...left], count };
}
