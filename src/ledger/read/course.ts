import { contains, type Mention, overlaps, type Span } from '../../model/index.ts';
import { type AgreementKey, inFocus, type Named, SETTLEMENTS, TRUCES } from './focus.ts';
import { agreementFor, type Draft, dateOf, element, holdersIn, obligedBy, type Part, pick, stanceOf, topicsIn } from './part.ts';
import { distance, hull, within } from './sorted-spans.ts';

const STEPPED: ReadonlySet<AgreementKey> = new Set([...SETTLEMENTS, 'support', 'sanctions', 'economic_cooperation']);
const FUTURE_ACTS: ReadonlySet<string> = new Set(['announce', 'promise', 'propose', 'agree', 'demand', 'request', 'order']);

/** What is to happen next: talks on an agreement, measures announced and not yet taken. */
export function readNextSteps(part: Part): readonly Draft[] {
  // "If he stays away from the talks" announces none.
  const supposed = element(part, 'condition_clause');
  const said = element(part, 'talks', 'measure_to_come').filter((cue) => !supposed.some(({ span }) => contains(span, cue.span)));
  const cues = said.filter((cue, at, all) => at === 0 || distance(cue.span, all[at - 1]?.span ?? cue.span) > 3);
  const coming = element(part, 'to_come').length > 0 || (part.statement !== null && FUTURE_ACTS.has(part.statement.act));
  if (!coming) return [];
  const drafts: Draft[] = [];
  for (const [at, cue] of cues.entries()) {
    // "Talks on X" name X behind them; what is said before the cue belongs to the cue before.
    const until = cues[at + 1]?.span.start ?? part.span.end;
    const behind = part.named.filter((one) => STEPPED.has(one.key) && one.span.start >= cue.span.start && one.span.start < until);
    const key = behind[0]?.key ?? agreementFor(part, cue.span, STEPPED);
    if (!key) continue;
    const places = pick(part, 'place').filter(
      (place) => place.rule !== 'territory' && place.code !== 'both_countries' && place.code !== 'black_sea',
    );
    const when = dateOf(part);
    const others = part.times.filter((time) => time.type !== 'DURATION').map((time) => time.span);
    const span = stepSpan(part, cue, [
      ...behind.slice(0, 1).map((one) => one.span),
      ...(cues.length === 1 ? [...others, ...places.map((place) => place.span)] : []),
    ]);
    const called = part.named.find((one) => one.key === key && one.called !== null)?.called;
    const topics = called ? [...topicsIn(part), called].sort() : topicsIn(part);
    const value = { t: 'step', kind: cue.code, when, place: places[0]?.code ?? null, topics } as const;
    drafts.push({ part, key, element: 'next_step', value, span, stance: stanceOf(part), obliged: ['unstated'], rule: 'read.next_step' });
  }
  return drafts;
}

function stepSpan(part: Part, cue: Mention, others: readonly Span[]): Span {
  return hull([cue.span, ...others.filter((one) => distance(one, cue.span) < 80)]) ?? part.span;
}

/** Who is exchanged or released, how many, when. */
export function readExchange(part: Part): readonly Draft[] {
  const cue = element(part, 'exchange')[0] ?? null;
  const named = part.named.find((one) => one.key === 'prisoner_exchange');
  const known = named ?? (cue && inFocus(part.page.named, part.span.start, new Set(['prisoner_exchange'])) ? cue : null);
  if (!known) return [];
  const wounded = pick(part, 'topic', 'wounded');
  const items = part.quantities
    .filter((quantity) => Number.isInteger(quantity.value) && quantity.value > 0)
    .map((quantity) => ({
      n: quantity.value,
      of: wounded.some((mention) => mention.span.start < quantity.span.end + 20 && mention.span.end > quantity.span.start)
        ? 'wounded'
        : 'prisoners',
      perSide: quantity.perSide,
    }));
  const span = hull(part.quantities.map((quantity) => quantity.span)) ?? known.span;
  const value = { t: 'count', items, when: dateOf(part) } as const;
  return [
    {
      part,
      key: 'prisoner_exchange',
      element: 'exchange',
      value,
      span,
      stance: stanceOf(part),
      obliged: obligedBy(part),
      rule: 'read.exchange',
    },
  ];
}

/** Who vouches for whose safety. */
export function readGuarantee(part: Part): readonly Draft[] {
  const cue = element(part, 'guarantee')[0];
  // Help with running a plant is help; it vouches for nothing.
  if (!cue && element(part, 'help').length) return [];
  const named = part.named.filter((one) => one.key === 'security_guarantee' && one.described);
  const key: AgreementKey | null = named.length
    ? 'security_guarantee'
    : cue
      ? agreementFor(part, cue.span, new Set([...SETTLEMENTS, 'security_guarantee']))
      : null;
  if (
    !key ||
    element(part, 'condition_clause').some((clause) => cue && clause.span.start <= cue.span.start && cue.span.end <= clause.span.end)
  )
    return [];
  const span = hull([...named.map((one) => one.span), ...(cue ? [cue.span] : [])]);
  if (!span) return [];
  const topics = [...new Set([...pick(part, 'object').map((mention) => mention.code), ...topicsIn(part)])].sort();
  return [
    {
      part,
      key,
      element: 'guarantee',
      value: { t: 'text', topics },
      span,
      stance: stanceOf(part),
      obliged: obligedBy(part),
      rule: 'read.guarantee',
    },
  ];
}

const HELPED: ReadonlySet<AgreementKey> = new Set([...SETTLEMENTS, 'support', 'security_guarantee', 'economic_cooperation', 'sanctions']);

/** Help from outside: asked for, offered, given, refused. A price put on a truce is a precondition and no help. */
export function readSupport(part: Part, priced: boolean): readonly Draft[] {
  if (priced) return [];
  const topics = part.named.filter((one) => one.key === 'support');
  const help = element(part, 'help');
  const cue = topics[0] ?? help[0];
  if (!cue || pick(part, 'topic').some((mention) => /^(?:end|less)_/.test(mention.code))) return [];
  const key = topics.length ? 'support' : agreementFor(part, cue.span, HELPED);
  if (!key) return [];
  const span = hull([...topics.map((one) => one.span), ...help.map((mention) => mention.span)]) ?? cue.span;
  const value = { t: 'text', topics: topicsIn(part) } as const;
  return [
    {
      part,
      key,
      element: 'external_support',
      value,
      span,
      stance: stanceOf(part),
      obliged: obligedBy(part),
      rule: 'read.external_support',
    },
  ];
}

/** Commitments from the weakest to the strongest; where several stand in one part the strongest is meant. */
const STRENGTH: readonly string[] = ['proposed', 'ready', 'agreed', 'signed', 'ordered', 'rejected'];
const TO_TALK = 40;
const BOUND: ReadonlySet<AgreementKey> = new Set([...SETTLEMENTS, 'security_guarantee', 'economic_cooperation']);
/** Acts that are themselves a commitment, and how strong a one. */
export const COMMITS: Readonly<Record<string, string>> = { agree: 'agreed', reject: 'rejected', order: 'ordered' };

/** Who has agreed, ordered, signed or refused, with the strength of the verb that says so. */
export function readParties(part: Part): readonly Draft[] {
  // "No new orders" speaks of prolonging and is no order.
  const prolonging = element(part, 'extension');
  const cues = element(part, ...STRENGTH).filter(
    (cue) => (part.named.length > 0 || cue.code !== 'proposed') && !prolonging.some((other) => overlaps(other.span, cue.span)),
  );
  // "Agreed in principle" is weaker than the "agreed" within it.
  const whole = cues.filter((cue) => !cues.some((other) => other !== cue && contains(other.span, cue.span) && other.code !== cue.code));
  const strongest = [...whole].sort((a, b) => STRENGTH.indexOf(b.code) - STRENGTH.indexOf(a.code))[0];
  const act = part.statement?.act ?? 'assert';
  const promised = act === 'promise' && part.named.some((one) => TRUCES.has(one.key)) ? 'agreed' : undefined;
  const byAct = COMMITS[act] ?? promised;
  const statement = part.statement;
  const told = statement !== null && statement.layer === 'act';
  if (!strongest && !byAct) return [];
  if (strongest?.code === 'proposed' && !byAct) return [];
  const anchor = strongest?.span ?? part.span;
  if (!strongest && part.named.length === 0 && element(part, 'talks').length) return [];
  // Who agrees to talk has agreed to nothing else yet.
  if (strongest && element(part, 'talks').some((talk) => talk.span.start >= anchor.end && talk.span.start - anchor.end < TO_TALK))
    return [];
  const near = nearestBound(part, anchor, told || byAct !== undefined);
  if (!near) return [];
  const negated = strongest !== undefined && strongest.code !== 'rejected' && isNegated(part, strongest.span);
  const rejecting = (byAct === 'rejected' || strongest?.code === 'rejected' || negated) && act !== 'deny';
  const commitment = rejecting ? (negated ? 'not_reached' : 'rejected') : commitmentOf(part, strongest?.code, byAct);
  const span = hull([anchor, ...(near.span ? [near.span] : []), ...subjects(part, anchor)]) ?? anchor;
  const value = {
    t: 'parties',
    parties: committing(part, told || byAct !== undefined, anchor),
    commitment,
    polarity: rejecting ? 'neg' : 'pos',
  } as const;
  return [
    {
      part,
      key: near.key,
      element: 'parties_and_signatories',
      value,
      span,
      stance: 'asserts',
      obliged: obligedBy(part),
      rule: 'read.parties_and_signatories',
    },
  ];
}

/** "Ready" and "signed" are weaker and stronger than the act of agreeing; the words of the cue decide where they say which. */
function commitmentOf(part: Part, word: string | undefined, byAct: string | undefined): string {
  const cueWords = part.statement
    ? part.statement.cue.flatMap((cue) => part.page.mentions.filter((mention) => mention.kind === 'element' && overlaps(mention.span, cue)))
    : [];
  const said = cueWords.find((mention) => STRENGTH.includes(mention.code))?.code ?? word;
  if (said === 'ready' || said === 'signed' || said === 'ordered') return said;
  return byAct ?? said ?? 'agreed';
}

/** A content up to this length is a mere pronoun, one up to the other may point back with a demonstrative or as "the proposal". */
const POINTING = 10;
const LONGEST_POINTER = 40;

function nearestBound(part: Part, anchor: Span, wide: boolean): { readonly key: AgreementKey; readonly span: Span | null } | null {
  const choose = (named: readonly Named[]) =>
    named
      .filter((one) => BOUND.has(one.key))
      .sort((a, b) => Number(b.described) - Number(a.described) || distance(a.span, anchor) - distance(b.span, anchor))[0];
  const inside = choose(part.named);
  if (inside) return inside;
  if (!wide && part.statement !== null) return null;
  // Outside the content only what was named before it can be what was agreed to ("… to which the other is ready").
  const around = choose(part.namedAround.filter((one) => one.span.start < part.span.start));
  if (around) return { key: around.key, span: null };
  if (!wide) return null;
  // "He agreed to it": a content so short has no room for another matter.
  const points = part.span.end - part.span.start <= POINTING || element(part, 'anaphor', 'proposed').length > 0;
  if (!points || part.span.end - part.span.start > LONGEST_POINTER || part.statement?.act === 'order') return null;
  const key = inFocus(part.page.named, part.span.start, TRUCES);
  return key ? { key, span: null } : null;
}

function isNegated(part: Part, cue: Span): boolean {
  return element(part, 'negation').some(
    (not) => (not.span.start >= cue.start && not.span.end <= cue.end) || (not.span.end <= cue.start && cue.start - not.span.end < 60),
  );
}

/** The actors before the commitment, as long as they are near enough to be its subject. */
function subjects(part: Part, anchor: Span): readonly Span[] {
  return [...pick(part, 'actor'), ...element(part, 'both_sides')]
    .map((mention) => mention.span)
    .filter((one) => one.end <= anchor.start && anchor.start - one.end < 70);
}

/** The first actors named before a verb, with those joined to them by "and"; whose offer it was is no part of the subject. */
function subjectBefore(part: Part, anchor: Span): readonly string[] {
  const { lookup } = part.page;
  const offers = element(part, 'proposed');
  const joints = element(part, 'and');
  const all = pick(part, 'actor').filter(
    ({ span }) => span.end <= anchor.start && !offers.some((offer) => distance(offer.span, span) <= 1),
  );
  const sides = all.filter(({ code }) => !['organisation', 'monitor', 'outlet', 'agency'].includes(lookup.actor(code)?.kind ?? ''));
  const [first, ...rest] = sides.length ? sides : all;
  if (!first) return [];
  const group = [first];
  for (const next of rest) {
    const last = group.at(-1) ?? first;
    if (!joints.some(({ span }) => span.start >= last.span.end && span.end <= next.span.start)) break;
    group.push(next);
  }
  return [...new Set(group.map(({ code }) => lookup.holderOf(code)).filter((holder) => holder !== null))].sort();
}

/** Stands for the two sides until it is known which agreement and whose understanding is meant. */
export const BOTH = 'both';

/** How far behind its verb a subject may end, in characters. */
const SUBJECT_AFTER = 24;

function committing(part: Part, byAct: boolean, anchor: Span): readonly string[] {
  const statement = part.statement;
  if (statement && byAct) {
    const named = statement.speakerSpan;
    const both = named && within(part.page.mentions, named).some(({ kind, code }) => kind === 'element' && code === 'both_sides');
    if (both) return [BOTH];
    const at = statement.when ?? part.page.report.date;
    const holders = statement.speakers
      .map((speaker) => part.page.lookup.standingOf(speaker, at).holder)
      .filter((holder) => holder !== null);
    if (holders.length) return [...new Set(holders)].sort();
  }
  // The subject stands before its verb or is the speaker; adjectives and places behind it are no parties.
  // A verb before its subject may leave the subject at the head of the content.
  const leading = pick(part, 'actor').find(({ span }) => span.start - part.span.start < 3);
  if (leading && byAct && anchor.start === part.span.start) {
    const holder = part.page.lookup.holderOf(leading.code);
    if (holder !== null) return [holder];
  }
  const subject = subjectBefore(part, anchor);
  if (subject.length) return subject;
  if (element(part, 'both_sides').length) return [BOTH];
  // Verb first: "signed by", "unterzeichnete X".
  const [after] = holdersIn(part, { start: anchor.end, end: Math.min(part.span.end, anchor.end + SUBJECT_AFTER) });
  if (after !== undefined) return [after];
  return part.voices.map((voice) => voice.holder).filter((holder) => holder !== 'narration');
}
