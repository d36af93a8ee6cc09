import type { SourceGrade } from '../../model/index.ts';
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
