import type { IncidentReport } from '../../model/index.ts';
import { COPY } from '../cluster/compare.ts';
import { sharedWording, sketchOfReport } from '../cluster/wording.ts';

/** Texts compared with one another in search of copies; a larger incident is measured by its groups alone. */
const TEXTS_COMPARED = 200;

/** Whose word a report is: a side's own, whoever prints it, or that of the group its source belongs to. */
export function originOf({ speaker, independenceGroup }: IncidentReport): string {
  return speaker === null ? independenceGroup : `side:${speaker}`;
}

/**
 * The independent origins of reports. Sources of one group count once, the words of one side count once wherever they are printed,
 * and texts that are copies of one another count once, since one of them is not its own origin.
 */
export function independentOrigins(reports: readonly IncidentReport[]): readonly (readonly IncidentReport[])[] {
  const groups = new Map<string, IncidentReport[]>();
  for (const report of reports) groups.set(originOf(report), [...(groups.get(originOf(report)) ?? []), report]);
  const merged = [...groups.values()];
  if (merged.length < 2 || reports.length > TEXTS_COMPARED) return merged;
  const areCopies = (a: IncidentReport, b: IncidentReport): boolean => {
    const [left, right] = [sketchOfReport(a), sketchOfReport(b)];
    return Boolean(left && right && sharedWording(left, right) >= COPY);
  };
  for (let at = 0; at < merged.length; at++) {
    for (let other = merged.length - 1; other > at; other--) {
      const [left, right] = [merged[at] ?? [], merged[other] ?? []];
      if (!left.some((a) => right.some((b) => areCopies(a, b)))) continue;
      merged[at] = [...left, ...right];
      merged.splice(other, 1);
      // What has just been taken in may be a copy of one already passed.
      other = merged.length;
    }
  }
  return merged;
}
