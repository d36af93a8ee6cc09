import { type AnyNewFact, sha256 } from '../store/index.ts';
import { annotate } from '../text/pipeline.ts';
import type { ReportIntake } from './book.ts';

/** The facts that one report makes; pure, so that it may be done in a worker thread. */
export function factsOfReport(
  { report, bytes, mediaType, retrievedAt, rights = null }: ReportIntake,
  rules: string,
): readonly AnyNewFact[] {
  const hash = sha256(bytes);
  return [
    {
      kind: 'source',
      id: hash,
      attached: bytes,
      body: { sha256: hash, size: bytes.length, mediaType, retrievedAt, address: report.source, rights },
    },
    { kind: 'report', id: report.id, body: report, origin: hash },
    { kind: 'annotation', id: report.id, home: report.id, body: { rules, annotation: annotate(report) } },
  ];
}
