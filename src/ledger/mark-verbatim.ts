import type { Annotation, Reading, Span } from '../model/index.ts';

/**
 * Marks readings whose words stand in quotation marks in the report, so that sentences may quote them: the whole content of
 * direct speech, or a stretch that the report quotes within a clause. Only the text layer knows this; the words are not read.
 */
export function markVerbatim(readings: readonly Reading[], annotations: readonly Annotation[]): readonly Reading[] {
  const quoted = new Map<string, readonly Span[]>();
  for (const { statements } of annotations)
    for (const stmt of statements) quoted.set(stmt.id, [...(stmt.verbatim ?? []), ...(stmt.form === 'direct' ? stmt.content : [])]);
  return readings.map((reading) => {
    if (reading.spans.length === 0 || reading.verbatim !== undefined) return reading;
    const marks = reading.statements.flatMap((id) => quoted.get(id) ?? []);
    const own = reading.spans.every(({ start, end }) => marks.some((mark) => mark.start <= start && end <= mark.end));
    return own ? { ...reading, verbatim: true } : reading;
  });
}
