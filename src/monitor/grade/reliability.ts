import type { IncidentReport, SourceGrade } from '../../model/index.ts';
import { reliabilityRules } from './reliability.generated.ts';

/** A kind of source with the grade it has where nothing else is known of it, and its words. */
export interface ReliabilityRule {
  readonly code: SourceKind;
  readonly grade: SourceGrade;
  readonly de: string;
  readonly en: string;
}

/** Kinds of sources that are graded by default. */
export type SourceKind =
  | 'monitor'
  | 'newsroom'
  | 'agency'
  | 'operator'
  | 'side_of_own_act'
  | 'side_of_event'
  | 'side_of_other'
  | 'side_denial'
  | 'unnamed';

const BY_CODE: ReadonlyMap<SourceKind, ReliabilityRule> = new Map(reliabilityRules.map((rule) => [rule.code, rule]));

/** The default reliability of a kind of source. */
export function reliabilityOf(kind: SourceKind): SourceGrade {
  return BY_CODE.get(kind)?.grade ?? 'F';
}

/** The kind of source a report is, as far as its fields tell. */
export function kindOf({ speaker, accused, stance, means }: IncidentReport, sides: ReadonlySet<string>): SourceKind {
  if (means === 'operator_statement') return 'operator';
  if (speaker === null) return stance === 'reports' || stance === 'confirms' ? 'newsroom' : 'unnamed';
  if (!sides.has(speaker)) return 'monitor';
  if (stance === 'denies' || stance === 'no_comment') return 'side_denial';
  if (accused === null) return 'side_of_event';
  return accused === speaker ? 'side_of_own_act' : 'side_of_other';
}
