import { DAY } from '../../ledger/index.ts';
import type { GradeReason, IncidentReport } from '../../model/index.ts';
import { isAct, isAnswer, isClassOf, isPlaceOf } from './answer-fits.ts';
import type { Fingerprint } from './fingerprint.ts';

/** An answer with the claims it answers. */
export interface Answered {
  readonly answer: Fingerprint;
  readonly claims: readonly Fingerprint[];
  readonly reason: GradeReason;
}

/** Days beyond which an answer is about the war and not about what happened on a day. */
const LONGEST = 92;

/**
 * Finds what denials and refusals to comment are about. They are no sign of an event of their own: one that denies everything on
 * some days in some area belongs to every event told there, and one to which nobody has made the allegation stands alone.
 */
export function findAnswered(answers: readonly Fingerprint[], claims: readonly Fingerprint[]): readonly Answered[] {
  const shelves = new Map<string, Fingerprint[]>();
  const shelve = (key: string, claim: Fingerprint): void => {
    const shelf = shelves.get(key);
    if (shelf) shelf.push(claim);
    else shelves.set(key, [claim]);
  };
  for (const claim of claims) {
    const { place, statement } = claim.report;
    if (statement) shelve(`n ${statement.report}`, claim);
    for (const day of claim.days) shelve(`${day} ${place.territory ?? ''}`, claim);
  }
  return answers.map((answer) => {
    const near = new Set<Fingerprint>();
    for (const key of keysOf(answer)) for (const claim of shelves.get(key) ?? []) near.add(claim);
    const own = [...near].filter((claim) => answersClaim(answer, claim));
    const general = answer.report.place.admin1 === null || spanDays(answer) > 2;
    return { answer, claims: own, reason: { code: general ? 'general_answer' : 'answer', values: {} } };
  });
}

function keysOf({ report, time }: Fingerprint): readonly string[] {
  const keys = report.statement ? [`n ${report.statement.report}`] : [];
  if (time === null || time.to - time.from > LONGEST * DAY) return keys;
  const { territory } = report.place;
  const first = Math.floor(time.from / DAY);
  const last = Math.floor((time.to - 1) / DAY);
  for (let day = first; day <= last; day++) {
    keys.push(`${day} `);
    if (territory !== null) keys.push(`${day} ${territory}`);
  }
  return keys;
}

const spanDays = ({ time }: Fingerprint): number => (time === null ? 0 : (time.to - time.from) / DAY);

function answersClaim(answer: Fingerprint, claim: Fingerprint): boolean {
  if (!concerns(answer.report, claim.report)) return false;
  const sameReport = answer.report.statement !== null && answer.report.statement.report === claim.report.statement?.report;
  const inTime = answer.time !== null && claim.time !== null && answer.time.from < claim.time.to && claim.time.from < answer.time.to;
  const noTime = answer.time === null && claim.time === null;
  if (!inTime && !(sameReport && noTime)) return false;
  return isPlaceOf(answer.report.place, claim.report.place) && isClassOf(answer, claim) && isAct(answer.report.act, claim.report.act);
}

/** Whether it answers what the claim says of somebody: a side answers for itself, and a denial names whom it clears. */
function concerns(answer: IncidentReport, claim: IncidentReport): boolean {
  if (!isAnswer(answer) || isAnswer(claim)) return false;
  const of = answer.accused ?? (answer.stance === 'no_comment' ? answer.speaker : null);
  return of === null || claim.accused === null || claim.accused === of;
}
