import type { Incident, IncidentReport } from '../../model/index.ts';

type Attribution = Incident['attribution'];
type OriginsOf = (reports: readonly IncidentReport[]) => readonly (readonly IncidentReport[])[];

/**
 * Who is said to have done it, by whom, and who denies it. A side's word about itself is an admission or a denial; its word about
 * another is an allegation, however often it is printed; only what belongs to no side attributes from outside.
 */
export function attributionOf(reports: readonly IncidentReport[], originsOf: OriginsOf): Attribution {
  const accusing = reports.filter(({ accused, stance }) => accused !== null && stance !== 'denies' && stance !== 'no_comment');
  const to = unique(accusing.map(({ accused }) => accused));
  const by = unique(accusing.map(({ speaker, source }) => speaker ?? source));
  const deniedBy = unique(
    reports
      .filter(({ stance, accused, speaker }) => stance === 'denies' && speaker !== null && (accused === speaker || accused === null))
      .map(({ speaker }) => speaker),
  );
  return { level: levelOf(accusing, to, deniedBy, originsOf), to, by, deniedBy };
}

function levelOf(
  accusing: readonly IncidentReport[],
  to: readonly string[],
  deniedBy: readonly string[],
  originsOf: OriginsOf,
): Attribution['level'] {
  if (to.length === 0) return 'none_claimed';
  if (to.length === 1 && accusing.some(({ speaker, accused }) => speaker === accused)) return 'admitted_by_party';
  // An unnamed source that alleges belongs to nobody knows whom; only what a newsroom or a monitor tells itself is from outside.
  const outside = accusing.filter(({ speaker, stance }) => speaker === null && (stance === 'reports' || stance === 'confirms'));
  if (to.length === 1 && outside.length > 0)
    return originsOf(outside).length >= 2 ? 'corroborated_independent' : 'attributed_by_third_party';
  // Where the sides accuse each other, each rejects what the other says.
  return to.length > 1 || deniedBy.length > 0 ? 'alleged_and_denied' : 'alleged_by_one_side';
}

function unique(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
