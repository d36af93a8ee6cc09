import type { CountRange, CoverageGap, Incident, ReleasedBook, Verdict } from '../../model/index.ts';
import { countIncidents } from '../count-incidents.ts';
import { OTHERS, type Side } from '../sides.ts';
import { type DayWindow, daysBetween, dayText } from '../timeline/day-window.ts';

/** How well it is known that something happened: kept apart in every count. */
export const COUNT_GRADES = ['corroborated', 'one_origin', 'unverified'] as const;
export type CountGrade = (typeof COUNT_GRADES)[number];

/** What a verdict means for a count: under the reading, outside it, or open. */
export const COUNT_VERDICTS = ['covered', 'outside', 'open'] as const;
export type CountVerdict = (typeof COUNT_VERDICTS)[number];

/** Counts of one side that is accused, by verdict and grade. */
export type SideCounts = Readonly<Record<CountVerdict, Readonly<Record<CountGrade, CountRange>>>>;

/** Counts of a stretch of days: those that lie within it for certain, by accused side. */
export interface CountRow {
  /** Null for incidents of which the day is not certain, or not known. */
  readonly days: DayWindow | null;
  readonly bySide: Readonly<Record<string, SideCounts>>;
  /** Gaps of sources that touch the days. */
  readonly gaps: readonly CoverageGap[];
}

/** Counts under one holder's reading of one agreement. */
export interface ComplianceCounts {
  readonly rows: readonly CountRow[];
  /** Sums of what the rows tell, so that taking rows from it gives back nothing that was withheld. */
  readonly total: Readonly<Record<string, SideCounts>>;
}

const CORROBORATED: ReadonlySet<Incident['occurrence']['level']> = new Set(['corroborated', 'verified']);
const OPEN: ReadonlySet<Verdict> = new Set(['reading_unknown', 'indeterminate']);
const NOTHING: CountRange = { min: 0, max: 0 };

/** What a verdict counts as. */
export function countVerdictOf(verdict: Verdict): CountVerdict {
  return verdict === 'covered' ? 'covered' : OPEN.has(verdict) ? 'open' : 'outside';
}

/** What an incident counts as by how well it is known. */
export function countGradeOf({ occurrence }: Incident): CountGrade {
  if (CORROBORATED.has(occurrence.level)) return 'corroborated';
  return occurrence.level === 'single_source' ? 'one_origin' : 'unverified';
}

/**
 * Counts incidents by day, accused side, verdict under one reading, and grade. An incident for which both sides are accused counts
 * for both; one for which nobody is accused counts for others. There is no sum over sides and no score.
 */
export function countCompliance(
  book: Pick<ReleasedBook, 'incidents' | 'assessments' | 'profile' | 'gaps'>,
  { agreement, holder, sides, window }: { agreement: string; holder: string; sides: readonly Side[]; window: DayWindow },
): ComplianceCounts {
  const verdicts = new Map(
    book.assessments
      .filter((one) => one.agreement === agreement && one.holder === holder)
      .map(({ incident, verdict }) => [incident, verdict]),
  );
  const codes = [...sides.map(({ code }) => code), OTHERS];
  const byDay = new Map<number, Incident[]>();
  const uncertain: Incident[] = [];
  for (const incident of book.incidents) {
    const days = daysBetween(incident.from, incident.to);
    if (days === null || (days.from < window.to && days.to > window.from && days.to - days.from > 1)) uncertain.push(incident);
    else if (days.from >= window.from && days.to <= window.to) byDay.set(days.from, [...(byDay.get(days.from) ?? []), incident]);
  }
  const rowOf = (days: DayWindow | null, incidents: readonly Incident[]): CountRow => ({
    days,
    bySide: Object.fromEntries(
      codes.map((code) => [
        code,
        countsOf(
          incidents.filter((one) => accusedOf(one, codes).includes(code)),
          verdicts,
          book.profile,
        ),
      ]),
    ),
    gaps: days === null ? [] : book.gaps.filter(({ from, to }) => dayText(days.from) < to && dayText(days.to - 1) >= from),
  });
  const rows = Array.from({ length: window.to - window.from }, (_, at) => window.from + at).map((day) =>
    rowOf({ from: day, to: day + 1 }, byDay.get(day) ?? []),
  );
  if (uncertain.length > 0) rows.push(rowOf(null, uncertain));
  return { rows, total: Object.fromEntries(codes.map((code) => [code, sumOf(rows.flatMap(({ bySide }) => bySide[code] ?? []))])) };
}

/** The same length of days just before. */
export function windowBefore({ from, to }: DayWindow): DayWindow {
  return { from: from - (to - from), to: from };
}

/** All counts of one verdict or grade of a side together. */
export function sumRanges(ranges: readonly CountRange[]): CountRange {
  return ranges.reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), NOTHING);
}

function accusedOf({ attribution }: Incident, codes: readonly string[]): readonly string[] {
  const found = attribution.to.filter((code) => codes.includes(code));
  return found.length > 0 ? found : [OTHERS];
}

function countsOf(incidents: readonly Incident[], verdicts: ReadonlyMap<string, Verdict>, profile: ReleasedBook['profile']): SideCounts {
  const of = (verdict: CountVerdict, grade: CountGrade): CountRange =>
    countIncidents(
      incidents.filter((one) => countVerdictOf(verdicts.get(one.id) ?? 'reading_unknown') === verdict && countGradeOf(one) === grade),
      profile,
    );
  return tableOf(of);
}

function sumOf(counts: readonly SideCounts[]): SideCounts {
  return tableOf((verdict, grade) => sumRanges(counts.map((one) => one[verdict][grade])));
}

function tableOf(of: (verdict: CountVerdict, grade: CountGrade) => CountRange): SideCounts {
  return Object.fromEntries(
    COUNT_VERDICTS.map((verdict) => [verdict, Object.fromEntries(COUNT_GRADES.map((grade) => [grade, of(verdict, grade)]))]),
  ) as SideCounts;
}
