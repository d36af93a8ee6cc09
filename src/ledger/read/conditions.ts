import type { Span } from '../../model/index.ts';
import { type AgreementKey, SETTLEMENTS, TRUCES } from './focus.ts';
import { agreementFor, type Draft, element, holdersIn, obligedBy, type Part, pick, stanceOf, topicsIn } from './part.ts';
import { hull } from './sorted-spans.ts';

/** A negation this near before a word denies it, in characters. */
const NEAR = 24;

/** Content up to this length is shown whole where no smaller piece carries the element. */
const SHORT = 170;

const wholeOr = (part: Part, piece: Span): Span => (part.span.end - part.span.start <= SHORT ? part.span : piece);

/** Agreements whose terms a condition can be said of, the limited ones and the settlements alike. */
const CONDITIONED: ReadonlySet<AgreementKey> = new Set([...SETTLEMENTS, 'prisoner_exchange', 'economic_cooperation', 'security_guarantee']);

/** Whether one side's act is tied to the other doing the same. */
export function readReciprocity(part: Part): readonly Draft[] {
  const clause = element(part, 'reciprocity_clause')[0];
  const cue = clause ?? element(part, 'reciprocity')[0];
  const key = cue ? agreementFor(part, cue.span, SETTLEMENTS) : null;
  // "Mutually" alone says something of an agreement only where one is named.
  const named = clause !== undefined || part.named.some((one) => SETTLEMENTS.has(one.key));
  if (!cue || !key || !named) return releaseClause(part);
  const value = { t: 'condition', kind: 'reciprocity', topics: [], on: holdersIn(part, cue.span) } as const;
  const reading: Draft = {
    part,
    key,
    element: 'reciprocity',
    value,
    span: clause ? clause.span : wholeOr(part, cue.span),
    stance: stanceOf(part),
    obliged: ['mutual'],
    rule: 'read.reciprocity',
  };
  return [reading, ...releaseClause(part)];
}

function releaseClause(part: Part): readonly Draft[] {
  const cue = element(part, 'release_clause')[0];
  const key = cue ? agreementFor(part, cue.span, SETTLEMENTS) : null;
  if (!cue || !key) return [];
  const value = { t: 'condition', kind: 'release_if_breached', topics: [], on: [] } as const;
  return [
    {
      part,
      key,
      element: 'release_clause',
      value,
      span: wholeOr(part, cue.span),
      stance: stanceOf(part),
      obliged: obligedBy(part),
      rule: 'read.release_clause',
    },
  ];
}

/** Acts in which a conditional clause is a condition of the agreement and not a remark. */
const CONDITIONAL_ACTS: ReadonlySet<string> = new Set(['condition', 'agree', 'reject', 'demand', 'promise']);
const PRICE_ACTS: ReadonlySet<string> = new Set(['demand', 'condition', 'assert', 'reject']);
/** Topics that a party may demand as the price of a truce. */
const PRICES: ReadonlySet<string> = new Set([
  'end_military_aid',
  'less_military_aid',
  'less_intelligence',
  'end_intelligence',
  'end_mobilisation',
  'end_rearmament',
  'lift_sanctions',
  'root_causes',
  'withdrawal',
  'alliances',
  'elections',
  'disarmament',
]);

/**
 * What must be so before. `ahead` finds the agreement that the same speaker names in the next sentences: a price is often
 * put before the truce it is the price of.
 */
export function readPreconditions(part: Part, ahead: (part: Part) => AgreementKey | null): readonly Draft[] {
  const act = part.statement?.act ?? 'assert';
  const clause = element(part, 'condition_clause')[0];
  const cue = element(part, 'precondition')[0];
  const topics = topicsIn(part);
  const price = topics.some((topic) => PRICES.has(topic) && (act === 'condition' || act === 'reject' || /^(?:end|less|lift)_/.test(topic)));
  const mutualOnly = !clause && element(part, 'reciprocity_clause').length > 0;
  const carries =
    (clause && (cue || act === 'condition' || (CONDITIONAL_ACTS.has(act) && namesOutside(part, clause.span)))) ||
    cue ||
    (act === 'condition' && !mutualOnly) ||
    (price && PRICE_ACTS.has(act) && part.statement !== null);
  if (!carries || mutualOnly) return [];
  const piece = clause?.span ?? hull([...(cue ? [cue] : []), ...pick(part, 'topic')].map((mention) => mention.span)) ?? part.span;
  const ownName = part.named.some((named) => CONDITIONED.has(named.key));
  const key = (ownName ? null : ahead(part)) ?? truceFor(part, piece, price && !ownName);
  if (!key) return [];
  const negated = (reach: number) =>
    cue !== undefined && element(part, 'negation').some((not) => not.span.end <= cue.span.end && not.span.start >= cue.span.start - reach);
  const denied = cue !== undefined && (act === 'deny' || negated(0));
  // "Named no conditions": the side was asked and says nothing.
  const silent = !clause && topics.length === 0 && act === 'assert' && negated(NEAR);
  const value = { t: 'condition', kind: 'precondition', topics, on: clause ? holdersIn(part, clause.span) : [] } as const;
  return [
    {
      part,
      key,
      element: 'preconditions',
      value,
      span: clause?.span ?? wholeOr(part, piece),
      stance: silent ? 'silent' : denied ? 'disputes' : 'asserts',
      obliged: obligedBy(part),
      rule: 'read.preconditions',
    },
  ];
}

/** An agreement is named outside the conditional clause: it is what the condition is of. */
function namesOutside(part: Part, clause: Span): boolean {
  return part.named.some((named) => CONDITIONED.has(named.key) && (named.span.end <= clause.start || named.span.start >= clause.end));
}

const WIDER: ReadonlySet<AgreementKey> = new Set(['ceasefire']);

/** A price without a name of its own is asked for the wider agreement: a full truce or a peace rather than a limited halt. */
function truceFor(part: Part, cue: Span, price: boolean): AgreementKey | null {
  if (!price) return agreementFor(part, cue, CONDITIONED);
  return agreementFor(part, cue, WIDER) ?? agreementFor(part, cue, CONDITIONED);
}

/** Who watches, or that nobody is known to. */
export function readMonitoring(part: Part): readonly Draft[] {
  const cues = element(part, 'monitoring');
  const cue = cues[0];
  const key = cue ? (agreementFor(part, cue.span, TRUCES) ?? agreementFor(part, cue.span, SETTLEMENTS)) : null;
  if (!cue || !key) return [];
  const act = part.statement?.act;
  const doubted = act === 'doubt' || element(part, 'doubtful').length > 0;
  const asked = act === 'demand' || act === 'request' || act === 'condition';
  const unstated = part.statement === null && element(part, 'negation').length > 0;
  const status = unstated ? 'unstated' : doubted ? 'doubted' : act === 'reject' ? 'refused' : asked ? 'requested' : 'named';
  const by = pick(part, 'actor')
    .map((mention) => mention.code)
    .filter((code) => ['organisation', 'monitor'].includes(part.page.lookup.actor(code)?.kind ?? ''));
  const span = hull(cues.map((mention) => mention.span)) ?? cue.span;
  return [
    {
      part,
      key,
      element: 'monitoring',
      value: { t: 'mechanism', status, by: [...new Set(by)] },
      span,
      stance: stanceOf(part),
      obliged: ['unstated'],
      rule: 'read.monitoring',
    },
  ];
}
