import type { ReportPassages } from '../../store/index.ts';
import { type AnyNewFact, contentOf } from '../../store/index.ts';
import type { ReportIntake } from '../book.ts';
import { factsOfReport } from '../report-facts.ts';
import { passagesOf } from '../search-book.ts';

/** What one report puts into a book: its facts with their contents made ready, and its passages for the index of words. */
export interface PreparedReport {
  readonly facts: readonly AnyNewFact[];
  readonly passages: ReportPassages;
}

/** Reads, hashes and packs some reports: all the work that needs no store, so that threads can share it. */
export function prepareReports(intake: readonly ReportIntake[], rules: string): readonly PreparedReport[] {
  return intake.map((one) => {
    const facts = factsOfReport(one, rules).map((fact) => ({ ...fact, content: contentOf(fact.body) }) as AnyNewFact);
    const annotation = facts.find((fact) => fact.kind === 'annotation');
    const passages = annotation?.kind === 'annotation' && annotation.body ? passagesOf(one.report, annotation.body.annotation) : [];
    return { facts, passages: { home: one.report.id, of: annotation?.content?.sha256 ?? '', passages } };
  });
}
