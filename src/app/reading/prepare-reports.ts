import {
  type Content,
  contentOf,
  type OpenFact,
  packed,
  packPassages,
  type ReadyFact,
  type ReportPassages,
  timesOf,
} from '../../store/index.ts';
import type { ReportIntake } from '../book.ts';
import { factsOfReport } from '../report-facts.ts';
import { passagesOf } from '../search-book.ts';

/** What one report puts into a book: its facts hashed and packed, and its passages for the index of words. */
export interface PreparedReport {
  readonly facts: readonly ReadyFact[];
  readonly passages: ReportPassages;
}

/** Reads, hashes and packs some reports: all the work that needs no store, so that threads can share it. */
export function prepareReports(intake: readonly ReportIntake[], rules: string): readonly PreparedReport[] {
  // A file with a thousand reports is attached a thousand times and packed once.
  const sources = new Map<Uint8Array, Content>();
  const attachedOf = (bytes: Uint8Array): Content => {
    const made = sources.get(bytes) ?? packed(bytes);
    sources.set(bytes, made);
    return made;
  };
  const ready = ({ kind, id, body, attached, home, origin, why }: OpenFact): ReadyFact => ({
    kind,
    id,
    ...(home === undefined ? {} : { home }),
    ...(origin === undefined ? {} : { origin }),
    ...(why === undefined ? {} : { why }),
    content: contentOf(body),
    times: timesOf(body),
    attached: attached ? attachedOf(attached) : null,
  });
  return intake.map((one) => {
    const facts = factsOfReport(one, rules);
    const made = facts.map(ready);
    const found = facts.find((fact) => fact.kind === 'annotation');
    const of = made.find(({ kind }) => kind === 'annotation')?.content.sha256 ?? '';
    const passages = found?.kind === 'annotation' && found.body ? passagesOf(one.report, found.body.annotation) : [];
    return { facts: made, passages: { home: one.report.id, of, passages: packPassages(one.report.id, passages) } };
  });
}
