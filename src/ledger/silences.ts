import type { Annotation, Dossier, Reading, Report, Span } from '../model/index.ts';
import { fillsColumn, heldSince } from './as-of.ts';
import { rangeOf } from './instant.ts';
import { groupBy } from './read/group-by.ts';

type ReportedSilence = Dossier['silences'][number];

/** What reports say about who has not spoken, and which reading ended the silence. */
export function reportedSilences(
  reports: readonly Report[],
  annotations: readonly Annotation[],
  readings: readonly Reading[],
): readonly ReportedSilence[] {
  const byKey = new Map(reports.map((report) => [report.key, report]));
  const told = groupBy(
    readings.filter((reading) => reading.stance === 'silent' && reading.spans.length > 0),
    (reading) => reading.spans[0]?.report ?? '',
  );
  const spoken = groupBy(
    readings.filter((reading) => reading.stance !== 'silent' && fillsColumn(reading)),
    (reading) => `${reading.agreement}\u001f${reading.holder}`,
  );
  const made: ReportedSilence[] = [];
  for (const annotation of annotations) {
    const report = byKey.get(annotation.report);
    if (!report) continue;
    for (const silence of annotation.silences) {
      const exact = report.text.slice(silence.span.start, silence.span.end);
      made.push({ ...silence, report: report.key, exact, supersededBy: endedBy(silence.span, report, told.get(report.key) ?? [], spoken) });
    }
  }
  return made;
}

/** The silent reading made from the same words knows what ended it; otherwise nothing is said of an end. */
function endedBy(span: Span, report: Report, told: readonly Reading[], spoken: ReadonlyMap<string, readonly Reading[]>): string | null {
  const silent = told.find((reading) => reading.spans.some((words) => words.start < span.end && span.start < words.end));
  if (!silent) return null;
  if (silent.supersededBy !== null) return silent.supersededBy;
  const since = report.date === null ? null : rangeOf(report.date);
  if (!since) return null;
  let first: Reading | null = null;
  for (const reading of spoken.get(`${silent.agreement}\u001f${silent.holder}`) ?? []) {
    if (heldSince(reading) < since.from) continue;
    if (first === null || heldSince(reading) < heldSince(first) || (heldSince(reading) === heldSince(first) && reading.id < first.id))
      first = reading;
  }
  return first?.id ?? null;
}
