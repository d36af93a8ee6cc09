import type { Assessment, Incident, PublicationProfile, Verdict } from '../model/index.ts';
import { factsOf, type PreparedJudge } from '../monitor/index.ts';
import { leavesOf } from './publication-class.ts';

/** Verdicts on what is released, and how many of them had to stay with what is told of the object. */
export interface ReleasedVerdicts {
  readonly assessments: readonly Assessment[];
  readonly coarsened: number;
}

/**
 * Judges the released incidents afresh, from the released day, place and act, so that no verdict tells what the gate withholds.
 * The object class is the exception, since a group is mostly too wide for any verdict: the true class counts as long as at least
 * `minimumForClass` classes of the group would get the same verdicts from everybody; otherwise the group is judged.
 */
export function judgeReleased(
  pairs: readonly { readonly kept: Incident; readonly incident: Incident }[],
  judges: readonly PreparedJudge[],
  profile: PublicationProfile,
  asOf: string,
): ReleasedVerdicts {
  const seen = new Map<string, readonly Verdict[]>();
  const verdictsOn = (incident: Incident, objects: readonly string[], claimedBy: readonly string[]): readonly Verdict[] => {
    const { id: _, ...facts } = { ...factsOf(incident), objects, claimedBy };
    const key = JSON.stringify(facts);
    const known = seen.get(key);
    if (known) return known;
    const made = judges.map(({ judge }) => judge.verdict({ ...facts, id: '' }));
    seen.set(key, made);
    return made;
  };
  let coarsened = 0;
  const assessments = pairs.flatMap(({ kept, incident: released }) => {
    // Which states claim a region is no secret, and a verdict on a disputed one needs it; where no region leaves, no claim does.
    const claimedBy = released.place.admin1 === null && released.place.cell === null ? [] : kept.place.claimedBy;
    const on = (objects: readonly string[]): readonly Verdict[] => verdictsOn(released, objects, claimedBy);
    const fine = on(kept.objects);
    const isTold = kept.objects.join() === released.objects.join();
    const alike = (): number => {
      const leaves = new Set(released.objects.flatMap(leavesOf));
      return [...leaves].filter((leaf) => on([leaf]).join() === fine.join()).length;
    };
    const isSafe = isTold || alike() >= profile.minimumForClass;
    const verdicts = isSafe ? fine : on(released.objects);
    if (!isSafe && verdicts.join() !== fine.join()) coarsened++;
    return judges.flatMap(({ agreement, holder }, at) => {
      const verdict = verdicts[at];
      return verdict === undefined ? [] : [{ incident: released.id, agreement, holder, asOf, verdict }];
    });
  });
  return { assessments, coarsened };
}
