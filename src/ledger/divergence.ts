import { type Divergence, type DivergenceKind, idOf, type Reading } from '../model/index.ts';
import { fillsColumn, heldSince } from './as-of.ts';
import { type Comparison, compareValues } from './compare-values.ts';
import { both, type HolderNames } from './phrase/say.ts';
import { sayDivergence } from './phrase/say-divergence.ts';
import { groupBy } from './read/group-by.ts';
import { isVersion, leavesOpen } from './term.ts';
import { valueKey } from './value-key.ts';

/** What a kind of divergence is worded from: two readings and how the first lies to the second. */
interface Pair {
  readonly a: Reading;
  readonly b: Reading;
  readonly kind: DivergenceKind;
  readonly within: boolean;
  readonly rule: string;
}

/**
 * All differences within one agreement: between any two holders' current readings of an element, and within one holder across
 * time and understandings. `current` are the readings held at the date, `all` those known by it, with their ends.
 */
export function findDivergences(
  current: readonly Reading[],
  all: readonly Reading[],
  asOf: string | null,
  names: HolderNames,
): readonly Divergence[] {
  const pairs: Pair[] = [];
  const byElement = groupBy(
    current.filter((reading) => fillsColumn(reading) && reading.holder !== 'narration'),
    (reading) => reading.element,
  );
  for (const readings of byElement.values()) pairs.push(...acrossHolders(readings), ...atOneTime(readings));
  pairs.push(...toldInOtherWords(current));
  pairs.push(...overTime(all));
  const found = new Map<string, Divergence>();
  for (const pair of pairs) {
    // Two understandings that say the same make one difference to a third version, not two.
    const { a, b, kind, within } = pair;
    // Of one holder it matters when and in which of its understandings it said the two.
    const where = within ? [a.heldFrom, a.arrangement, b.heldFrom, b.arrangement] : [];
    const key = [a.element, kind, within, a.holder, b.holder, valueKey(a.value), valueKey(b.value), ...where].join('\u001f');
    if (!found.has(key)) found.set(key, worded(pair, asOf, names));
  }
  return [...found.values()].sort((x, y) => (x.id < y.id ? -1 : 1));
}

/** Readings that answer the same question: a value's kind, and for conditions and steps which one. */
const topicOf = ({ value }: Reading): string => (value.t === 'condition' || value.t === 'step' ? `${value.t}:${value.kind}` : value.t);

/**
 * The reading that stands for its holder: the latest, then the surest; the id decides what nothing else does. Where the same
 * is said in the holder's own words, those stand for it.
 */
function leading(readings: readonly Reading[]): Reading | undefined {
  const best = first(readings);
  if (best === undefined || best.verbatim === true) return best;
  const key = valueKey(best.value);
  return first(readings.filter((reading) => reading.verbatim === true && valueKey(reading.value) === key)) ?? best;
}

function first(readings: readonly Reading[]): Reading | undefined {
  let best: Reading | undefined;
  for (const reading of readings) {
    if (best === undefined || order(reading, best) < 0) best = reading;
  }
  return best;
}

/** Of a condition, a step or a count the fuller word stands for the others. */
const fullness = ({ value }: Reading): number => (['condition', 'step', 'count', 'text'].includes(value.t) ? valueKey(value).length : 0);

const order = (a: Reading, b: Reading): number =>
  heldSince(b) - heldSince(a) ||
  fullness(b) - fullness(a) ||
  Number(isRendered(a)) - Number(isRendered(b)) ||
  b.confidence - a.confidence ||
  (a.id < b.id ? -1 : 1);

function acrossHolders(readings: readonly Reading[]): readonly Pair[] {
  const spoken = readings.filter((reading) => isVersion(reading));
  const holders = [...new Set(readings.map((reading) => reading.holder))].sort();
  const said = groupBy(spoken, (reading) => reading.holder);
  const pairs: Pair[] = [];
  for (const [index, first] of holders.entries()) {
    for (const second of holders.slice(index + 1)) {
      const [a, b] = [said.get(first) ?? [], said.get(second) ?? []];
      if (a.length && b.length) pairs.push(...betweenSpoken(a, b));
      else if (a.length || b.length) pairs.push(...silentPair(readings, a, b, first, second));
    }
  }
  return pairs;
}

function betweenSpoken(a: readonly Reading[], b: readonly Reading[]): readonly Pair[] {
  const [mine, others] = [groupBy(a, topicOf), groupBy(b, topicOf)];
  const pairs: Pair[] = [];
  for (const [topic, readings] of mine) {
    const counterpart = others.get(topic);
    if (!counterpart) continue;
    const theirs = representatives(counterpart);
    for (const one of representatives(readings))
      for (const other of theirs) pairs.push(...difference(one, other, false, 'divergence.holders'));
  }
  return pairs;
}

/** One reading for each understanding a holder has; more would repeat the same difference. An order to the own side is no mutual consent. */
const representatives = (readings: readonly Reading[]): readonly Reading[] =>
  [
    ...groupBy(
      readings,
      ({ arrangement, value, obliged }) => `${arrangement ?? ''}\u001f${value.t === 'parties' ? obliged.join() : ''}`,
    ).values(),
  ].flatMap((group) => leading(group) ?? []);

function silentPair(
  readings: readonly Reading[],
  a: readonly Reading[],
  b: readonly Reading[],
  first: string,
  second: string,
): readonly Pair[] {
  const speaking = leading(a) ?? leading(b);
  const silentHolder = a.length ? second : first;
  const silent = readings.find((reading) => reading.holder === silentHolder && isSilent(reading));
  if (!speaking || !silent) return [];
  const [left, right] = a.length ? [speaking, silent] : [silent, speaking];
  return [{ a: left, b: right, kind: silenceKind(speaking), within: false, rule: 'divergence.silent' }];
}

const isSilent = (reading: Reading): boolean => reading.stance === 'silent' || (reading.stance !== 'disputes' && leavesOpen(reading.value));

function silenceKind(speaking: Reading): DivergenceKind {
  if (speaking.element === 'release_clause') return 'release_clause_only_one_side';
  if (speaking.element === 'preconditions' || speaking.element === 'reciprocity') return 'condition_only_one_side';
  return 'one_side_silent';
}

/** What one holder says at the same time of one thing: in two understandings, or twice and not alike. */
function atOneTime(readings: readonly Reading[]): readonly Pair[] {
  const spoken = readings.filter((reading) => isVersion(reading));
  const pairs: Pair[] = [];
  for (const group of groupBy(spoken, (reading) => `${reading.holder}\u001f${topicOf(reading)}`).values()) {
    const distinct = [...groupBy(group, (reading) => `${reading.arrangement ?? ''}\u001f${valueKey(reading.value)}`).values()].flatMap(
      (same) => leading(same) ?? [],
    );
    // Each word is held against the next of its own understanding, and the understandings against each other.
    const understandings = [...groupBy(distinct, (reading) => reading.arrangement ?? '').values()];
    for (const own of [...understandings, representatives(group)]) {
      const sorted = [...own].sort((x, y) => heldSince(x) - heldSince(y) || (x.id < y.id ? -1 : 1));
      for (const [index, reading] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next && !repeatsTopic(reading)) pairs.push(...difference(reading, next, true, 'divergence.within'));
      }
    }
  }
  return pairs;
}

/** One consent in the words of several newsrooms: "is ready", "agreed", "signed" are not equally much. */
function toldInOtherWords(current: readonly Reading[]): readonly Pair[] {
  const told = current.filter(
    ({ holder, authority, value }) => holder === 'narration' && authority === 'narration' && value.t === 'parties',
  );
  const pairs: Pair[] = [];
  const about = ({ value }: Reading): string => (value.t === 'parties' ? `${value.polarity}:${value.parties.join('+')}` : '');
  for (const group of groupBy(told, about).values()) {
    const strengths = [...groupBy(group, (reading) => valueKey(reading.value)).values()].flatMap((same) => leading(same) ?? []);
    const sorted = strengths.sort((x, y) => heldSince(x) - heldSince(y) || (x.id < y.id ? -1 : 1));
    for (const [index, reading] of sorted.entries()) {
      const next = sorted[index + 1];
      if (next) pairs.push(...difference(reading, next, true, 'divergence.told'));
    }
  }
  return pairs;
}

/** A holder may name several conditions, steps and counts side by side; that is no contradiction. */
const repeatsTopic = (reading: Reading): boolean => ['condition', 'step', 'count', 'text', 'state'].includes(reading.value.t);

function overTime(all: readonly Reading[]): readonly Pair[] {
  const byId = new Map(all.map((reading) => [reading.id, reading]));
  const pairs: Pair[] = [];
  const seen = new Set<string>();
  for (const reading of all) {
    const later = reading.supersededBy === null ? undefined : byId.get(reading.supersededBy);
    if (!later || !isVersion(reading) || !isVersion(later) || !fillsColumn(reading) || reading.holder === 'narration') continue;
    const key = `${later.id}\u001f${valueKey(reading.value)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    pairs.push(...difference(reading, later, true, 'divergence.over_time'));
  }
  return pairs;
}

function difference(a: Reading, b: Reading, within: boolean, rule: string): readonly Pair[] {
  const comparison = compareValues(a.value, b.value);
  const kind = kindOf(a, b, comparison, within);
  if (kind === null || isEmptyText(a) || isEmptyText(b)) return [];
  // Who is bound is a difference of its own, beside what is protected: an order to one's own side is no mutual halt.
  const other = !within && kind !== 'obligation_differs' && bindsOthers(a, b);
  return [
    { a, b, kind, within, rule },
    ...(other ? [{ a, b, kind: 'obligation_differs' as const, within, rule: 'divergence.bound' }] : []),
  ];
}

/** A text or precondition of which no topic is known cannot be compared: that its words are others says nothing of its sense. */
const isEmptyText = ({ value }: Reading): boolean =>
  (value.t === 'text' || (value.t === 'condition' && value.kind === 'precondition')) && value.topics.length === 0;

const isTranslated = (reading: Reading): boolean => reading.originalLanguage !== null && reading.originalLanguage !== reading.language;
const isRendered = (reading: Reading): boolean => isTranslated(reading) || (reading.mode !== 'direct' && reading.mode !== 'mixed');

/** Values that a translator or a summary may have coarsened; that somebody agreed and also ordered is no rendering. */
const RENDERED: ReadonlySet<Reading['value']['t']> = new Set(['objects', 'acts', 'place', 'start', 'duration', 'count']);

function kindOf(a: Reading, b: Reading, { relation, aspects }: Comparison, within: boolean): DivergenceKind | null {
  if (mirrored(a, b)) return 'obligation_differs';
  const same = relation === 'equal' || relation === 'compatible';
  if (same) return bindsOthers(a, b) ? 'obligation_differs' : wordingDiffers(a, b) ? 'wording_only' : null;
  // One utterance in two renderings of two reports: the difference may be the translators' alone.
  if (within && RENDERED.has(a.value.t) && a.heldFrom === b.heldFrom && a.arrangement === b.arrangement && isRendered(a) && isRendered(b))
    return 'rendering_only';
  switch (a.value.t) {
    case 'objects':
      return relation === 'wider' ? 'scope_wider' : relation === 'narrower' ? 'scope_narrower' : 'scope_overlap';
    case 'place':
    case 'territory':
      return 'territory_differs';
    case 'acts':
      return 'obligation_differs';
    case 'start':
      return 'start_differs';
    case 'duration':
      return 'duration_differs';
    case 'condition':
      return 'condition_only_one_side';
    case 'parties':
      if (aspects.includes('polarity') && (claimsDeal(a) || claimsDeal(b))) return 'existence_denied';
      return aspects.includes('commitment') || aspects.includes('polarity') ? 'commitment_strength_differs' : 'parties_differ';
    case 'step':
      return 'next_step_differs';
    default:
      return 'value_differs';
  }
}

/** Where each side refrains from attacks on the other's land, the places differ because each binds itself. */
function mirrored(a: Reading, b: Reading): boolean {
  if (a.value.t !== 'place' || b.value.t !== 'place' || a.holder === b.holder) return false;
  return a.obliged.join() === a.holder && b.obliged.join() === b.holder;
}

/** One side says there is an agreement; only then does the other's "no" deny one. */
const claimsDeal = ({ value }: Reading): boolean =>
  value.t === 'parties' &&
  value.polarity === 'pos' &&
  (value.commitment === 'agreed' || value.commitment === 'signed') &&
  value.parties.length > 1;

function bindsOthers(a: Reading, b: Reading): boolean {
  if (a.value.t !== 'objects' && a.value.t !== 'acts' && a.value.t !== 'parties') return false;
  const stated = ({ obliged }: Reading): string => {
    const codes = obliged.filter((code) => code !== 'unstated');
    return codes.includes('mutual') || codes.length > 1 ? 'mutual' : codes.join();
  };
  // Two sides that each speak of their own forces alone differ in nothing but where they stand.
  if (stated(a) === a.holder && stated(b) === b.holder) return false;
  return stated(a) !== '' && stated(b) !== '' && stated(a) !== stated(b);
}

function wordingDiffers(a: Reading, b: Reading): boolean {
  if (a.element !== 'protected_objects' || a.holder === b.holder || isRendered(a) || isRendered(b)) return false;
  const words = (reading: Reading): string => (reading.spans[0]?.exact ?? reading.evidence[0]?.exact ?? '').toLowerCase();
  return words(a) !== '' && words(b) !== '' && words(a) !== words(b);
}

function worded({ a, b, kind, within, rule }: Pair, asOf: string | null, names: HolderNames): Divergence {
  const [speaking, other] = isSilent(a) && !isSilent(b) ? [b, a] : [a, b];
  return {
    id: idOf('div', a.agreement, a.element, kind, a.id, b.id),
    agreement: a.agreement,
    element: a.element,
    kind,
    a: { holder: a.holder, reading: a.id },
    b: { holder: b.holder, reading: b.id },
    within,
    sentence: both((language) => sayDivergence({ a: speaking, b: other, kind, within, silent: isSilent(other) }, language, names)),
    renderingOnly: kind === 'rendering_only' || (kind === 'wording_only' && (isTranslated(a) || isTranslated(b))),
    asOf,
    rule,
  };
}
