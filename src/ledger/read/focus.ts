import type { AgreementKind, Mention, Span } from '../../model/index.ts';
import { firstFrom } from './sorted-spans.ts';

/** What a local agreement is called while one report is read; one a report and kind. */
export type AgreementKey =
  | 'limited_halt'
  | 'ceasefire'
  | 'holiday_truce'
  | 'humanitarian_pause'
  | 'maritime_truce'
  | 'grain_corridor'
  | 'peace_agreement'
  | 'prisoner_exchange'
  | 'security_guarantee'
  | 'economic_cooperation'
  | 'support'
  | 'sanctions';

/** Kinds in the field's codes. */
export const KIND_OF: Readonly<Record<AgreementKey, AgreementKind>> = {
  limited_halt: 'limited_halt_of_attacks',
  ceasefire: 'ceasefire',
  holiday_truce: 'ceasefire',
  humanitarian_pause: 'humanitarian_pause',
  maritime_truce: 'maritime_truce',
  grain_corridor: 'other',
  peace_agreement: 'peace_agreement',
  prisoner_exchange: 'prisoner_exchange',
  security_guarantee: 'security_guarantee',
  economic_cooperation: 'economic_cooperation',
  support: 'support_and_intelligence',
  sanctions: 'sanctions',
};

/** Agreements that stop violence; what terms such as a duration can be said of. */
export const TRUCES: ReadonlySet<AgreementKey> = new Set([
  'limited_halt',
  'ceasefire',
  'holiday_truce',
  'humanitarian_pause',
  'maritime_truce',
]);
export const SETTLEMENTS: ReadonlySet<AgreementKey> = new Set([...TRUCES, 'peace_agreement', 'grain_corridor']);

const NAMED: Readonly<Record<string, AgreementKey>> = {
  limited_halt: 'limited_halt',
  full_ceasefire: 'ceasefire',
  ceasefire: 'ceasefire',
  holiday_truce: 'holiday_truce',
  humanitarian_pause: 'humanitarian_pause',
  maritime_truce: 'maritime_truce',
  grain_corridor: 'grain_corridor',
  peace_agreement: 'peace_agreement',
  prisoner_exchange: 'prisoner_exchange',
  security_guarantee: 'security_guarantee',
  plant_ownership: 'security_guarantee',
  economic_cooperation: 'economic_cooperation',
};

const SUPPORT_TOPICS: ReadonlySet<string> = new Set([
  'military_aid',
  'intelligence',
  'long_range_weapons',
  'air_defence_aid',
  'weapons_cooperation',
  'financial_aid',
]);
const SANCTION_TOPICS: ReadonlySet<string> = new Set(['sanctions', 'oil_purchases']);

/** Kinds that a backward-pointing name can mean. */
const CAN_MEAN: Readonly<Record<string, ReadonlySet<AgreementKey>>> = {
  this_truce: TRUCES,
  the_truce: TRUCES,
  this_halt: new Set(['limited_halt', 'ceasefire', 'holiday_truce']),
  this_order: new Set(['limited_halt', 'ceasefire', 'holiday_truce']),
  this_agreement: SETTLEMENTS,
  the_agreement: SETTLEMENTS,
};

const ORDERED: ReadonlySet<string> = new Set(['this_halt', 'this_order']);

/** A mention of an agreement with the one it means. */
export interface Named {
  readonly span: Span;
  readonly key: AgreementKey;
  /** An arrangement at sea is called a truce by one side and the safety of shipping by the other; null elsewhere. */
  readonly called: 'maritime_truce' | 'security_of_shipping' | null;
  /** Named by kind and content here; false if it only points back. */
  readonly described: boolean;
}

/**
 * Resolves every agreement mention of a report in order of the text: described ones name themselves; demonstratives mean
 * the last suitable one, definites in a new paragraph the one the report began with.
 */
export function resolveAgreements(mentions: readonly Mention[], text: string): readonly Named[] {
  const named: Named[] = [];
  const memory: Memory = { first: new Map(), last: new Map() };
  const add = (one: Named) => {
    named.push(one);
    if (!memory.first.has(one.key)) memory.first.set(one.key, one);
    memory.last.set(one.key, one);
  };
  let enlargedTo = -1;
  let spared = false;
  for (const mention of mentions) {
    if (mention.kind === 'topic') {
      if (mention.code === 'enlargement') enlargedTo = mention.span.end;
      if (SUPPORT_TOPICS.has(mention.code)) add({ span: mention.span, key: 'support', described: true, called: null });
      else if (SANCTION_TOPICS.has(mention.code)) add({ span: mention.span, key: 'sanctions', described: true, called: null });
      continue;
    }
    // An order in a report on attacks against such objects is the order to spare them.
    if (mention.kind === 'object') spared = true;
    if (mention.kind !== 'agreement') continue;
    const key = NAMED[mention.code];
    if (key) {
      const called = key !== 'maritime_truce' ? null : mention.rule === 'mention.truce' ? 'maritime_truce' : 'security_of_shipping';
      add({ span: mention.span, key, described: true, called });
      continue;
    }
    const candidates = CAN_MEAN[mention.code];
    if (!candidates) continue;
    const enlarged = enlargedTo >= 0 && mention.span.start - enlargedTo < 8;
    const found = pointBack(memory, candidates, mention, text, enlarged);
    if (found) add({ span: mention.span, key: found, described: false, called: null });
    else if (mention.code.endsWith('_truce')) add({ span: mention.span, key: 'ceasefire', described: true, called: null });
    else if (mention.code === 'this_halt' || (mention.code === 'this_order' && spared))
      add({ span: mention.span, key: 'limited_halt', described: true, called: null });
  }
  return named;
}

/** What has been named so far, by kind: the first and the last of each, so that pointing back takes no search. */
interface Memory {
  readonly first: Map<AgreementKey, Named>;
  readonly last: Map<AgreementKey, Named>;
}

function pointBack(
  memory: Memory,
  candidates: ReadonlySet<AgreementKey>,
  mention: Mention,
  text: string,
  enlarged: boolean,
): AgreementKey | null {
  const latest = [...memory.last.values()].filter((one) => candidates.has(one.key)).sort((a, b) => b.span.start - a.span.start);
  const last = latest[0];
  if (!last) return null;
  // What is to be enlarged has a limit: "an enlargement of the truce" cannot mean the full one just refused.
  if (enlarged && memory.last.has('limited_halt')) return 'limited_halt';
  // "These attacks", "the order": what was ordered to stop is the halt, even if a wider truce was spoken of in between.
  if (ORDERED.has(mention.code) && memory.last.has('limited_halt')) return 'limited_halt';
  const definite = mention.code.startsWith('the_');
  const newParagraph = /\n\s{0,20}\n/.test(text.slice(last.span.end, Math.min(mention.span.start, last.span.end + 2000)));
  if (!definite || !newParagraph) return last.key;
  const earliest = [...memory.first.values()].filter((one) => candidates.has(one.key)).sort((a, b) => a.span.start - b.span.start);
  return earliest[0]?.key ?? last.key;
}

/** Agreements named further back than this many others are out of mind. */
const LOOK_BACK = 200;

/** The last agreement of the kinds wanted that is named before a position. */
export function inFocus(
  named: readonly Named[],
  position: number,
  wanted: ReadonlySet<AgreementKey>,
  reach: number = Number.POSITIVE_INFINITY,
): AgreementKey | null {
  const from = firstFrom(named, position) - 1;
  for (let index = from; index >= 0 && index > from - LOOK_BACK; index--) {
    const one = named[index];
    if (one && position - one.span.end > reach) return null;
    if (one && wanted.has(one.key)) return one.key;
  }
  return null;
}
