import type { Annotation, Dossier, Reading, Report } from '../model/index.ts';
import { heldSince } from './as-of.ts';
import { rangeOf } from './instant.ts';

type ReportedSilence = Dossier['silences'][number];

/** What reports say about who has not spoken, and which reading ended the silence. */
export function reportedSilences(
  reports: readonly Report[],
  annotations: readonly Annotation[],
  readings: readonly Reading[],
): readonly ReportedSilence[] {
  const byKey = new Map(reports.map((report) => [report.key, report]));
  const made: ReportedSilence[] = [];
  for (const annotation of annotations) {
    const report = byKey.get(annotation.report);
    if (!report) continue;
    for (const silence of annotation.silences) {
      const exact = report.text.slice(silence.span.start, silence.span.end);
      made.push({ ...silence, report: report.key, exact, supersededBy: endedBy(silence.span, report, readings) });
    }
  }
  return made;
}

/** The silent reading made from the same words knows what ended it; otherwise nothing is said of an end. */
function endedBy(span: { readonly start: number; readonly end: number }, report: Report, readings: readonly Reading[]): string | null {
  const silent = readings.find(
    (reading) =>
      reading.stance === 'silent' &&
      reading.spans.some((words) => words.report === report.key && words.start < span.end && span.start < words.end),
  );
  if (!silent) return null;
  if (silent.supersededBy !== null) return silent.supersededBy;
  const since = report.date === null ? null : rangeOf(report.date);
  const later = readings
    .filter(
      (reading) =>
        reading.agreement === silent.agreement &&
        reading.holder === silent.holder &&
        reading.stance !== 'silent' &&
        since !== null &&
        heldSince(reading) >= since.from,
    )
    .sort((a, b) => heldSince(a) - heldSince(b) || (a.id < b.id ? -1 : 1))[0];
  return later?.id ?? null;
}
