import type { Annotation, Mention, Report, Span, Statement } from '../model/index.ts';
import type { HolderLookup, Standing } from './read/index.ts';

/** Answers which mentions lie in a span; the mentions are sorted once. */
export function mentionFinder(annotation: Annotation): (within: readonly Span[]) => readonly Mention[] {
  const sorted = [...annotation.mentions].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const firstFrom = (offset: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.span.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (within) =>
    within.flatMap(({ start, end }) => {
      const found: Mention[] = [];
      for (let index = firstFrom(start); index < sorted.length; index++) {
        const mention = sorted[index];
        if (mention === undefined || mention.span.start >= end) break;
        if (mention.span.end <= end) found.push(mention);
      }
      return found;
    });
}

/** A statement with its report, whose column it is said for, and the codes of what it is about. */
export interface Said {
  readonly statement: Statement;
  readonly report: Report;
  readonly standing: Standing;
  readonly mentions: readonly Mention[];
  readonly annotation: Annotation;
}

/** Every statement of all reports with its standing and mentions, in the order of time and text. */
export function saidIn(reports: readonly Report[], annotations: readonly Annotation[], lookup: HolderLookup): readonly Said[] {
  const byKey = new Map(annotations.map((annotation) => [annotation.report, annotation]));
  return reports.flatMap((report) => {
    const annotation = byKey.get(report.key);
    if (!annotation) return [];
    const mentionsIn = mentionFinder(annotation);
    return annotation.statements.map((statement) => {
      const [speaker] = statement.speakers;
      const at = statement.when ?? report.date;
      const standing = speaker ? lookup.standingOf(speaker, at) : { holder: null, authority: 'narration' as const, relays: false };
      return { statement, report, standing, mentions: mentionsIn(statement.content), annotation };
    });
  });
}
