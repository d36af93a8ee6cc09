import { parseCorrections } from '../../feeds/index.ts';
import { canonicalJson } from '../../ledger/index.ts';
import {
  type ClusterDecision,
  type Correction,
  idOf,
  type ReviewAction,
  type ReviewDecision,
  type ReviewTarget,
} from '../../model/index.ts';
import { type AnyNewFact, BookFailure } from '../../store/index.ts';
import { factsOfSettling } from '../reading/reread.ts';
import { anchorStatement } from './anchor-statement.ts';
import type { PlacedDecision } from './in-force.ts';
import { after, decides, keyOf, type ReviewContext } from './review-context.ts';
import { ACTIONS_OF, type ReviewItem } from './review-item.ts';
import { statementChange } from './statement-change.ts';

/** What a person decides. */
export interface DecisionInput {
  readonly action: Exclude<ReviewAction, 'withdraw'>;
  readonly target: ReviewTarget;
  readonly others?: readonly string[];
  readonly by: string;
  readonly why: string;
  /** Of `correct` and `add`: fields and their new values. */
  readonly change?: Readonly<Record<string, unknown>> | null;
  /** Number of the newest decision about the item when it was looked at ({@link ReviewItem.seq}); left out, nothing is compared. */
  readonly seen?: number;
}

/** What is to be written for a decision, or the same decision if it was written already. */
export type DecisionPlan = { readonly facts: readonly AnyNewFact[]; readonly id: string } | { readonly repeats: PlacedDecision };

const LONGEST_NAME = 100;
const LONGEST_REASON = 2_000;

/** A name and a reason as they are kept; without one or the other nothing is decided. */
export function signed({ by, why }: { readonly by: string; readonly why: string }): { readonly by: string; readonly why: string } {
  const [name, reason] = [by.normalize('NFC').trim(), why.trim()];
  if (name === '' || name.length > LONGEST_NAME) throw new BookFailure('TB_REVIEW_NO_NAME');
  if (reason === '') throw new BookFailure('TB_REVIEW_NO_REASON');
  if (reason.length > LONGEST_REASON)
    throw new BookFailure('TB_REVIEW_SHAPE', { reason: `the reason is longer than ${LONGEST_REASON} characters` });
  return { by: name, why: reason };
}

const refused = (reason: string): BookFailure => new BookFailure('TB_REVIEW_SHAPE', { reason });

const contentOf = ({ action, target, others, by, why, change }: ReviewDecision): string =>
  canonicalJson({ action, target, others, by, why, change });

/** Which report, agreement or incident a decision belongs to. */
function homeOf(item: ReviewItem | undefined, target: ReviewTarget, { reports }: ReviewContext): string {
  const key = item?.reports[0];
  if (item?.subject.t === 'incident') return item.subject.incident.reports[0] ?? target.id;
  return (key === undefined ? undefined : reports.get(key)?.id) ?? item?.agreements[0] ?? target.id;
}

/**
 * Holds a decision against what exists, and says what is to be written: the decision, and with it the facts through which it takes
 * effect. Throws a coded failure where it cannot be used, or where somebody else has decided since it was looked at.
 */
export function planDecision(context: ReviewContext, input: DecisionInput, now: string): DecisionPlan {
  const { target, action } = input;
  const allowed = ACTIONS_OF[target.kind];
  if (!allowed.includes(action)) throw new BookFailure('TB_REVIEW_ACTION', { action, kind: target.kind, allowed: allowed.join(', ') });
  const item = context.items.get(keyOf(target));
  if (!isThere(context, target)) throw new BookFailure('TB_REVIEW_UNKNOWN', { kind: target.kind, id: target.id });
  const { by, why } = signed(input);
  const body: ReviewDecision = {
    action,
    target,
    others: [...new Set(input.others ?? [])].sort(),
    by,
    at: now,
    why,
    change: action === 'correct' || action === 'add' ? (input.change ?? null) : null,
    adjudicates: [],
  };
  const settled: ReviewDecision = { ...body, change: checkedChange(context, item, body) };
  if (item !== undefined && action !== 'comment') {
    const newest = item.decisions.filter(decides).at(-1);
    // Sent once more, since the answer was lost: it stands already.
    if (
      newest &&
      !newest.isWithdrawn &&
      contentOf(newest.decision) === contentOf(settled) &&
      (input.seen ?? newest.seq) <= newest.seq &&
      item.seq === newest.seq
    )
      return { repeats: newest };
    if (input.seen !== undefined && input.seen !== item.seq) throw overtaken(item);
  }
  // An addition and a comment have no state to compare: the same one is not made twice.
  const repeated = action === 'add' || action === 'comment' ? sameDecision(context, settled) : undefined;
  if (repeated) return { repeats: repeated };
  const home = homeOf(item, target, context);
  const { facts, effects } = effectsOf(context, item, settled, now);
  const decision: ReviewDecision = effects.length > 0 ? { ...settled, effects } : settled;
  const id = idOf('rev', canonicalJson(decision));
  return { id, facts: [...facts.map((fact) => ({ home, ...fact })), { kind: 'review', id, home, body: decision }] };
}

/** What is changed or added, as it is kept: codes are checked, names looked up, words found in the text. */
function checkedChange(
  { material }: ReviewContext,
  item: ReviewItem | undefined,
  { action, target, change }: ReviewDecision,
): ReviewDecision['change'] {
  if (action === 'correct' && target.kind === 'statement') return { ...statementChange(item, change) };
  if (action !== 'add' || target.kind !== 'report') return change;
  const report = material.reports.find(({ id }) => id === target.id);
  if (!report) throw new BookFailure('TB_ANCHOR_REPORT', { report: target.id });
  const { statement, reading } = anchorStatement(report, change);
  return reading === null ? { statement } : { statement, reading };
}

function sameDecision({ decisions }: ReviewContext, wanted: ReviewDecision): PlacedDecision | undefined {
  const content = contentOf(wanted);
  return decisions.find(({ isWithdrawn, decision }) => !isWithdrawn && contentOf(decision) === content);
}

/** Whoever decided last, and how. */
function overtaken(item: ReviewItem): BookFailure {
  const last = item.decisions.filter(decides).at(-1)?.decision;
  const { by, why, action } = last ?? { by: item.review?.by ?? '?', why: item.review?.why ?? '?', action: item.review?.state ?? '?' };
  return new BookFailure('TB_REVIEW_OVERTAKEN', { id: item.target.id, by, action, why });
}

function isThere({ items, dossier, material, monitor }: ReviewContext, target: ReviewTarget): boolean {
  if (target.kind === 'agreement') return dossier.agreements.some(({ agreement }) => agreement.id === target.id);
  if (target.kind === 'report') return material.reports.some(({ id }) => id === target.id);
  if (target.kind === 'incident_report') return monitor.reports.some(({ id }) => id === target.id);
  return items.has(keyOf(target));
}

interface Effects {
  readonly facts: readonly AnyNewFact[];
  readonly effects: readonly string[];
}

const NONE: Effects = { facts: [], effects: [] };

/** The facts through which a decision takes effect. One about a statement is its own effect: it is laid over what the rules found. */
function effectsOf(context: ReviewContext, item: ReviewItem | undefined, decision: ReviewDecision, now: string): Effects {
  const { action, target } = decision;
  if (action === 'comment') return NONE;
  if (target.kind === 'reading') return correctionOf(context, item, decision, now);
  if (target.kind === 'agreement') return addedReading(context, decision, decision.change, now);
  if (target.kind === 'report') {
    const { reading } = (decision.change ?? {}) as { readonly reading?: Readonly<Record<string, unknown>> };
    return reading ? addedReading(context, decision, reading, now) : NONE;
  }
  if (target.kind === 'incident' || target.kind === 'incident_report')
    return action === 'accept' ? NONE : regrouping(context, decision, now);
  if (target.kind === 'reread') {
    const held = context.rereads.get(target.id);
    if (held?.body.state !== 'held' || held.body.held === null) throw new BookFailure('TB_BOOK_NOTHING_HELD', { id: target.id });
    return { facts: factsOfSettling(held, action === 'accept' ? 'take' : 'keep'), effects: [] };
  }
  return NONE;
}

/** The correction that a line of a file of corrections would be. */
export function checkedCorrection(line: Readonly<Record<string, unknown>>): Correction {
  const { corrections, problems } = parseCorrections(JSON.stringify(line), '');
  const [fault] = problems;
  if (fault) throw new BookFailure({ ...fault, file: null, line: null });
  const [made] = corrections;
  if (!made) throw refused('nothing is in it');
  return made;
}

const written = (correction: Correction): Effects => ({
  facts: [{ kind: 'correction', id: correction.id, body: correction }],
  effects: [correction.id],
});

function correctionOf(
  context: ReviewContext,
  item: ReviewItem | undefined,
  { action, target, by, why, change }: ReviewDecision,
  now: string,
): Effects {
  const reading = item?.subject.t === 'reading' ? item.subject.reading : null;
  const root = reading?.review?.reading;
  const entries = new Set([reading?.review?.entry]);
  const earlier = context.corrections
    .map(({ body }) => body)
    .filter((body) => body.reading === target.id || body.reading === root || entries.has(body.id));
  if (action === 'correct')
    for (const name of ['at', 'by', 'action', 'reading', 'why'])
      if (change && name in change) throw refused(`${name} is no field of a reading`);
  return written(
    checkedCorrection({ at: after(now, earlier), by, action, reading: target.id, why, ...(action === 'correct' ? (change ?? {}) : {}) }),
  );
}

function addedReading(
  context: ReviewContext,
  { target, by, why }: ReviewDecision,
  change: Readonly<Record<string, unknown>> | null,
  now: string,
): Effects {
  const named = target.kind === 'agreement' ? { agreement: target.id } : {};
  const made = checkedCorrection({ ...change, ...named, at: now, by, action: 'add', reading: null, why });
  const { agreements, readings } = context.dossier;
  if (!agreements.some(({ agreement }) => agreement.id === made.agreement) && !readings.some(({ id }) => id === made.agreement))
    throw new BookFailure('TB_REVIEW_UNKNOWN', { kind: 'agreement', id: made.agreement ?? '' });
  for (const { report, start, end, exact } of made.spans ?? [])
    if (context.reports.get(report)?.text.slice(start, end) !== exact)
      throw new BookFailure('TB_ANCHOR_NOT_FOUND', { words: exact.slice(0, 60), report });
  return written(made);
}

function regrouping(
  { monitor, clusterDecisions }: ReviewContext,
  { action, target, others, by, why }: ReviewDecision,
  now: string,
): Effects {
  const own = monitor.incidents.find(({ id }) => id === target.id)?.reports ?? [target.id];
  const named = others.flatMap((id) => monitor.incidents.find((incident) => incident.id === id)?.reports ?? [id]);
  const unknown = named.find((id) => !monitor.reports.some((report) => report.id === id));
  if (unknown !== undefined) throw new BookFailure('TB_REVIEW_UNKNOWN', { kind: 'incident_report', id: unknown });
  let reports: readonly string[];
  if (action === 'merge') {
    if (named.length === 0) throw refused('name what it is merged with');
    reports = [...new Set([...own, ...named])].sort();
  } else {
    const group = monitor.incidents.find(({ reports: members }) => members.includes(own[0] ?? ''))?.reports ?? own;
    reports = target.kind === 'incident_report' ? [...new Set([target.id, ...named])].sort() : named;
    if (reports.length === 0) throw refused('name the reports that are taken out');
    const outside = reports.find((id) => !group.includes(id));
    if (outside !== undefined) throw refused(`${outside} is not in this group`);
    if (reports.length === group.length) throw refused('something must stay in the group');
  }
  const earlier = clusterDecisions.map(({ body }) => body).filter((body) => body.reports.some((id) => reports.includes(id)));
  const body: ClusterDecision = { at: after(now, earlier), by, action: action === 'merge' ? 'merge' : 'split', reports, why };
  const id = idOf('clu', canonicalJson(body));
  return { facts: [{ kind: 'cluster_decision', id, body }], effects: [id] };
}
