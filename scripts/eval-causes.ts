import { readFileSync } from 'node:fs';
import type { Annotation, Report, Span } from '../src/model/index.ts';

/** One gold statement of either set: its pieces, and what to file a miss under. */
export interface GoldStatement {
  readonly content: readonly Span[];
  readonly kind: string;
}

export interface Compared {
  readonly report: Report;
  readonly annotation: Annotation;
  readonly gold: readonly GoldStatement[];
  /** Layers that count in this set. */
  readonly layers: readonly string[];
}

interface Pair {
  readonly rule: string;
  readonly confidence: number;
  readonly right: boolean;
  readonly words: string;
}

const length = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
const shared = (a: readonly Span[], b: readonly Span[]): number => {
  let sum = 0;
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return sum;
};

/** Pairs each found statement with at most one gold statement, best overlap first; a pair under one half is none. */
function pairUp({ report, annotation, gold, layers }: Compared): { pairs: Pair[]; missed: GoldStatement[] } {
  const found = annotation.statements.filter(({ layer }) => layers.includes(layer));
  const candidates = found.flatMap((statement, s) =>
    gold.map((each, g) => ({
      s,
      g,
      score: (2 * shared(statement.content, each.content)) / (length(statement.content) + length(each.content) || 1),
    })),
  );
  const takenS = new Set<number>();
  const takenG = new Set<number>();
  for (const { s, g } of candidates.filter(({ score }) => score >= 0.5).sort((a, b) => b.score - a.score)) {
    if (takenS.has(s) || takenG.has(g)) continue;
    takenS.add(s);
    takenG.add(g);
  }
  const wordsOf = (spans: readonly Span[]): string =>
    spans
      .map(({ start, end }) => report.text.slice(start, end))
      .join(' … ')
      .replace(/\s+/g, ' ')
      .slice(0, 140);
  return {
    pairs: found.map((statement, s) => ({
      rule: statement.rule,
      confidence: statement.confidence,
      right: takenS.has(s),
      words: wordsOf(statement.content),
    })),
    missed: gold.filter((_each, g) => !takenG.has(g)),
  };
}

const grouped = <T>(items: readonly T[], key: (item: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
};

/** A table of stated confidence against measured precision, then the precision of each rule. */
export function reliability(sets: readonly Compared[]): string {
  const pairs = sets.flatMap((set) => pairUp(set).pairs);
  const row = (name: string, group: readonly Pair[]): string => {
    const right = group.filter((pair) => pair.right).length;
    const stated = group.reduce((sum, pair) => sum + pair.confidence, 0) / group.length;
    return `  ${name.padEnd(34)} ${String(group.length).padStart(5)}  stated ${stated.toFixed(2)}  measured ${(right / group.length).toFixed(2)}`;
  };
  const buckets = grouped(pairs, (pair) => `confidence ${(Math.floor(pair.confidence * 10) / 10).toFixed(1)}–`).sort((a, b) =>
    a[0] < b[0] ? -1 : 1,
  );
  const rules = grouped(pairs, (pair) => pair.rule);
  return [...buckets.map(([name, group]) => row(name, group)), ...rules.map(([name, group]) => row(name, group))].join('\n');
}

/** What is missed by kind of gold statement and what is extra by rule, at most `most` examples each. */
export function causes(sets: readonly Compared[], most: number): string {
  const results = sets.map((set) => ({ ...pairUp(set), report: set.report }));
  const missed = results.flatMap(({ missed: list, report }) =>
    list.map((each) => ({
      kind: each.kind,
      words: each.content
        .map(({ start, end }) => report.text.slice(start, end))
        .join(' … ')
        .replace(/\s+/g, ' ')
        .slice(0, 140),
      at: report.key,
    })),
  );
  const extra = results.flatMap(({ pairs, report }) => pairs.filter((pair) => !pair.right).map((pair) => ({ ...pair, at: report.key })));
  const lines: string[] = [];
  for (const [kind, list] of grouped(missed, (each) => each.kind)) {
    lines.push(`missed ${kind}: ${list.length}`, ...list.slice(0, most).map((each) => `    ${each.at}  ${each.words}`));
  }
  for (const [rule, list] of grouped(extra, (each) => each.rule)) {
    lines.push(`extra by ${rule}: ${list.length}`, ...list.slice(0, most).map((each) => `    ${each.at}  ${each.words}`));
  }
  return lines.join('\n');
}

/** The gold of the public quotation set, one list a line of the file. */
export function publicGold(file: string): ReadonlyMap<string, readonly GoldStatement[]> {
  const gold = new Map<string, readonly GoldStatement[]>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim()) continue;
    const { id, quotes } = JSON.parse(line) as { id: string; quotes: { type: string; nested: boolean; quote: [number, number][] }[] };
    gold.set(
      id,
      quotes.map(({ type, nested, quote }) => ({
        kind: nested ? `${type}, nested` : type,
        content: quote.map(([start, end]) => ({ start, end })),
      })),
    );
  }
  return gold;
}
