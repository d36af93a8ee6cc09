import type { AnchoredSpan, Annotation, Report } from '../model/index.ts';

/** The sentence around a span, so that a reader sees the words where they stand. */
export interface SourceContext {
  readonly before: string;
  readonly exact: string;
  readonly after: string;
}

/** Looks up the sentence of a span; null where the report is not at hand or the words are not at that place. */
export type ContextOf = (span: AnchoredSpan) => SourceContext | null;

/** Reads contexts from reports and their sentences; a span over several sentences shows all of them. */
export function contextsOf(reports: readonly Report[], annotations: readonly Annotation[]): ContextOf {
  const texts = new Map(reports.map((report) => [report.key, report.text]));
  const sentences = new Map(annotations.map((annotation) => [annotation.report, annotation.sentences]));
  return ({ report, start, end, exact }) => {
    const text = texts.get(report);
    // Never re-anchored: words that are not where they were are not shown somewhere else.
    if (text === undefined || text.slice(start, end) !== exact) return null;
    const touched = (sentences.get(report) ?? []).filter((sentence) => sentence.start < end && start < sentence.end);
    const from = Math.min(start, ...touched.map((sentence) => sentence.start));
    const to = Math.max(end, ...touched.map((sentence) => sentence.end));
    return { before: text.slice(from, start), exact, after: text.slice(end, to) };
  };
}

const MARKS = /[„“”"«»]/g;
const PAIRS = new Set(['„“', '„”', '„"', '“”', '«»', '»«', '""']);

/** True if the span stands between the two marks of one quotation; an odd number of marks is then open before it. */
export function isWithinMarks({ before, after }: SourceContext): boolean {
  const left = before.match(MARKS) ?? [];
  const right = /[„“”"«»]/.exec(after)?.[0];
  const last = left.at(-1);
  return left.length % 2 === 1 && last !== undefined && right !== undefined && PAIRS.has(last + right);
}
