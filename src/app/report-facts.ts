import { type OpenFact, sha256 } from '../store/index.ts';
import { annotate } from '../text/pipeline.ts';
import type { ReportIntake } from './book.ts';

/** The facts that one report makes; pure, so that it may be done in a worker thread. */
export function factsOfReport(intake: ReportIntake, rules: string): readonly OpenFact[] {
  const { report } = intake;
  return [
    ...factsBeforeReading(intake),
    { kind: 'annotation', id: report.id, home: report.id, body: { rules, annotation: annotate(report) } },
  ];
}

/** The facts of a report that is kept before it is read: its source, itself, and what it takes the place of. */
export function factsBeforeReading({
  report,
  bytes,
  mediaType,
  retrievedAt,
  rights = null,
  sourceHash,
  earlier = [],
}: ReportIntake): readonly OpenFact[] {
  const hash = sourceHash ?? sha256(bytes);
  const [first] = earlier;
  const before = earlier.at(-1);
  return [
    ...(sourceHash === undefined
      ? [
          {
            kind: 'source',
            id: hash,
            attached: bytes,
            body: { sha256: hash, size: bytes.length, mediaType, retrievedAt, address: report.source, rights },
          } as const,
        ]
      : []),
    {
      kind: 'report',
      id: report.id,
      body: report,
      origin: hash,
      ...(before === undefined ? {} : { why: `takes the place of ${before} at ${report.url ?? report.source}` }),
    },
    // Told with the first of them, so that the history of each leads to the others.
    ...(first === undefined
      ? []
      : [
          {
            kind: 'retrieval',
            id: report.id,
            home: first,
            body: { source: hash, address: report.url ?? report.source, retrievedAt, rights, reports: [...earlier, report.id] },
          } as const,
        ]),
  ];
}
