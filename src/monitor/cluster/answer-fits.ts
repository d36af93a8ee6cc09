import { actsAbove, type IncidentPlace, type IncidentReport } from '../../model/index.ts';
import { cellsAround } from './cells-around.ts';
import type { Fingerprint } from './fingerprint.ts';

/** Whether a report answers an allegation and tells no event itself. */
export function isAnswer({ stance }: IncidentReport): boolean {
  return stance === 'denies' || stance === 'no_comment';
}

/** Whether a place lies in the area an answer speaks of; a finer place than the one told is not known to be the same. */
export function isPlaceOf(area: IncidentPlace, place: IncidentPlace): boolean {
  if (area.cell !== null && place.cell !== null) return area.cell === place.cell || cellsAround(area.cell).includes(place.cell);
  if (area.admin1 !== null) return area.admin1 === place.admin1;
  return area.territory === null || area.territory === place.territory || place.claimedBy.includes(area.territory);
}

/** Whether an answer speaks of a class to which what was told belongs, or may belong. */
export function isClassOf(answer: Fingerprint, claim: Fingerprint): boolean {
  const { objects } = answer.report;
  if (objects.length === 0 || claim.report.objects.length === 0) return true;
  return objects.some((code) => claim.above.has(code)) || claim.report.objects.some((code) => answer.above.has(code));
}

/** Whether an answer about one kind of act may be about another: it or the wider word for it. */
export function isAct(answer: string, claim: string): boolean {
  const [left, right] = [attempted(answer), attempted(claim)];
  return actsAbove(left).has(right) || actsAbove(right).has(left);
}

/** An attempt may have been one of any kind. */
function attempted(act: string): string {
  return act === 'attempted_attack' ? 'attack' : act;
}
