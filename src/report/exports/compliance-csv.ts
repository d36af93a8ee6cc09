import { COUNT_GRADES, COUNT_VERDICTS, type ComplianceCounts } from '../incidents/count-compliance.ts';
import { dayText } from '../timeline/day-window.ts';
import { type CsvRow, csvOf } from './csv.ts';

const COLUMNS = ['agreement', 'reading', 'day', 'accused', 'verdict', 'grade', 'min', 'max', 'gaps'] as const;

/** Counts of every reading as rows: one for each day, accused side, verdict and grade that has any; a gap has its row as well. */
export function complianceCsv(
  counted: readonly { readonly agreement: string; readonly holder: string; readonly counts: ComplianceCounts }[],
): string {
  const rows = counted.flatMap(({ agreement, holder, counts }) =>
    counts.rows.flatMap(({ days, bySide, gaps }): readonly CsvRow[] => {
      const head = {
        agreement,
        reading: holder,
        day: days === null ? null : dayText(days.from),
        gaps: [...new Set(gaps.map(({ side }) => side ?? 'all'))].join('; '),
      };
      const counts = Object.entries(bySide).flatMap(([accused, table]) =>
        COUNT_VERDICTS.flatMap((verdict) =>
          COUNT_GRADES.map((grade) => ({ ...head, accused, verdict, grade, ...table[verdict][grade] })).filter(({ max }) => max > 0),
        ),
      );
      return counts.length > 0 || gaps.length === 0
        ? counts
        : [{ ...head, accused: null, verdict: null, grade: null, min: null, max: null }];
    }),
  );
  return csvOf(COLUMNS, rows);
}
