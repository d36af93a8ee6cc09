import type { Incident, IncidentReport } from '../../model/index.ts';
import { isAnswer } from '../cluster/answer-fits.ts';
import { independentOrigins } from './origins.ts';

type Attribution = Incident['attribution'];

/**
 * Who is said to have done it, by whom, and who denies it. A side's word about itself is an admission or a denial; its word about
 * another is an allegation, however often it is printed; only what belongs to no side attributes from outside.
 */
export function attributionOf(reports: readonly IncidentReport[], sides: ReadonlySet<string>): Attribution {
  const accusing = reports.filter((report) => report.accused !== null && !isAnswer(report));
  const admitting = new Set(accusing.filter(({ speaker, accused }) => speaker === accused).map(({ speaker }) => speaker));
  const to = unique(accusing.map(({ accused }) => accused));
  const by = unique(accusing.map(({ speaker, source }) => speaker ?? source));
  const deniedBy = unique(
    reports
      .filter(({ stance, accused, speaker }) => stance === 'denies' && (accused === speaker || accused === null) && !admitting.has(speaker))
      .map(({ speaker }) => speaker),
  );
  return { level: levelOf(accusing, { to, deniedBy, sides }), to, by, deniedBy };
}

function levelOf(
  accusing: readonly IncidentReport[],
  { to, deniedBy, sides }: Pick<Attribution, 'to' | 'deniedBy'> & { readonly sides: ReadonlySet<string> },
): Attribution['level'] {
  if (to.length === 0) return 'none_claimed';
  if (to.length === 1 && accusing.some(({ speaker, accused }) => speaker === accused)) return 'admitted_by_party';
  // An unnamed source that alleges belongs to nobody knows whom; only what a newsroom or a monitor tells itself is from outside.
  const outside = accusing.filter(({ speaker, stance }) =>
    speaker === null ? stance === 'reports' || stance === 'confirms' : !sides.has(speaker),
  );
  if (to.length === 1 && outside.length > 0)
    return independentOrigins(outside).length >= 2 ? 'corroborated_independent' : 'attributed_by_third_party';
  // Where the sides accuse each other, each rejects what the other says.
  return to.length > 1 || deniedBy.length > 0 ? 'alleged_and_denied' : 'alleged_by_one_side';
}

function unique(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
