import type { IncidentFacts } from '../ledger/index.ts';
import type { Assessment, Incident } from '../model/index.ts';
import { factsOf, type PreparedJudge } from '../monitor/index.ts';
import { leavesOf } from './publication-class.ts';

/** Verdicts on what is released, and how many of them had to stay with what is told of the object. */
export interface ReleasedVerdicts {
  readonly assessments: readonly Assessment[];
  readonly coarsened: number;
}

/**
 * Classes that must stay possible for whoever sees the verdicts. A choice: with five, one reading that lists most of a group would hide
 * the verdicts on all of it.
 */
const CLASSES_LEFT = 3;

/**
 * Verdicts that may be told although they follow from a class that is not: those that at least `minimum` classes would get. All other
 * classes get the verdicts on their group, and they too must be that many, or who gets those would be told apart.
 */
function commonVerdicts(ofLeaves: readonly string[], minimum: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const verdicts of ofLeaves) counts.set(verdicts, (counts.get(verdicts) ?? 0) + 1);
  const blocks = [...counts].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
  let hidden = 0;
  while (blocks.length > 0) {
    const [, smallest] = blocks[0] ?? ['', 0];
    if (smallest >= minimum && (hidden === 0 || hidden >= minimum)) break;
    hidden += smallest;
    blocks.shift();
  }
  return new Set(blocks.map(([verdicts]) => verdicts));
}

/**
 * Judges the released incidents afresh, from the released day, place and act, so that no verdict tells what the gate withholds.
 * The object class is the exception, since a group is mostly too wide for any verdict: the true class counts where enough classes
 * of the group would get the same verdicts from everybody.
 */
export function judgeReleased(
  pairs: readonly { readonly kept: Incident; readonly incident: Incident }[],
  judges: readonly PreparedJudge[],
  asOf: string,
): ReleasedVerdicts {
  const verdictsOf = remembered((facts: Omit<IncidentFacts, 'id'>) => judges.map(({ judge }) => judge.verdict({ ...facts, id: '' })));
  const commonFor = remembered((facts: Omit<IncidentFacts, 'id'>) => {
    const leaves = [...new Set(facts.objects.flatMap(leavesOf))];
    return commonVerdicts(
      leaves.map((leaf) => verdictsOf({ ...facts, objects: [leaf] }).join()),
      CLASSES_LEFT,
    );
  });
  let coarsened = 0;
  const assessments = pairs.flatMap(({ kept, incident: released }) => {
    const { id: _, ...told } = factsOf(released);
    // Which states claim a region is no secret, and a verdict on a disputed one needs it; where no region leaves, no claim does.
    const claimedBy = released.place.admin1 === null && released.place.cell === null ? [] : kept.place.claimedBy;
    const facts = { ...told, claimedBy };
    const fine = verdictsOf({ ...facts, objects: kept.objects });
    const isTold = kept.objects.join() === released.objects.join();
    const isSafe = isTold || commonFor(facts).has(fine.join());
    const verdicts = isSafe ? fine : verdictsOf(facts);
    if (!isSafe && verdicts.join() !== fine.join()) coarsened++;
    return judges.flatMap(({ agreement, holder }, at) => {
      const verdict = verdicts[at];
      return verdict === undefined ? [] : [{ incident: released.id, agreement, holder, asOf, verdict }];
    });
  });
  return { assessments, coarsened };
}

/** Many incidents share everything a verdict rests on. */
function remembered<F, T>(compute: (facts: F) => T): (facts: F) => T {
  const seen = new Map<string, T>();
  return (facts) => {
    const key = JSON.stringify(facts);
    const known = seen.get(key);
    if (known !== undefined) return known;
    const made = compute(facts);
    seen.set(key, made);
    return made;
  };
}
