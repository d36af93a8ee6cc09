import type { Divergence, OpenQuestion, Reading, StatementRelation, StatementRelationKind } from '../model/index.ts';
import { regionsOf } from '../model/index.ts';
import { fillsColumn, heldSince, inTime } from './as-of.ts';
import { compareValues } from './compare-values.ts';
import { groupBy } from './read/group-by.ts';
import { sortBy } from './sort-by.ts';
import { isVersion } from './term.ts';
import { valueKey } from './value-key.ts';

/** What relations are computed from: readings with their ends, and what was found between them. */
export interface RelationInput {
  readonly readings: readonly Reading[];
  readonly divergences: readonly Divergence[];
  readonly questions: readonly OpenQuestion[];
}

/** Differences that are a contradiction between two sides, and not only a fuller or a weaker word. */
const CONTRADICTING: ReadonlySet<Divergence['kind']> = new Set([
  'start_differs',
  'duration_differs',
  'scope_overlap',
  'territory_differs',
  'value_differs',
  'next_step_differs',
  'parties_differ',
]);
const QUALIFYING: ReadonlySet<Divergence['kind']> = new Set([
  'scope_wider',
  'scope_narrower',
  'obligation_differs',
  'condition_only_one_side',
  'commitment_strength_differs',
]);

/**
 * How statements stand to one another, by the readings made from them. Ends are the ids of statements, or of the reading where
 * it rests on none (a silence, an entry of an editor); an answer points to the question.
 */
export function relateStatements({ readings, divergences, questions }: RelationInput): readonly StatementRelation[] {
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  const made = new Map<string, StatementRelation>();
  const add = (
    from: Reading,
    to: Reading | string,
    kind: StatementRelationKind,
    rule: string,
    basis: StatementRelation['basis'] = 'computed',
  ): void => {
    const [a, b] = [endOf(from), typeof to === 'string' ? to : endOf(to)];
    if (a !== b) made.set(`${a}\u001f${b}\u001f${kind}`, { from: a, to: b, kind, basis, rule });
  };
  repetitions(readings, add);
  for (const reading of readings) {
    const later = reading.supersededBy === null ? undefined : byId.get(reading.supersededBy);
    if (later && reading.stance !== 'silent')
      add(
        later,
        reading,
        withdraws(later, reading) ? 'withdraws' : refines(later, reading) ? 'elaborates' : 'supersedes',
        'relation.over_time',
      );
  }
  for (const divergence of divergences) {
    const [a, b] = [byId.get(divergence.a.reading), byId.get(divergence.b.reading)];
    if (!a || !b || divergence.within) continue;
    const [later, earlier] = heldSince(a) > heldSince(b) ? [a, b] : [b, a];
    if (a.stance === 'silent') add(a, b, 'is_silent_where_other_speaks', 'relation.silence');
    else if (b.stance === 'silent') add(b, a, 'is_silent_where_other_speaks', 'relation.silence');
    else if (divergence.kind === 'existence_denied') add(later, earlier, 'denies', 'relation.polarity');
    else if (CONTRADICTING.has(divergence.kind)) add(later, earlier, 'contradicts', 'relation.value');
    else if (QUALIFYING.has(divergence.kind)) add(later, earlier, 'qualifies', 'relation.extent');
  }
  additions(readings, add);
  narrowedSteps(readings, add);
  disputes(readings, add);
  for (const question of questions) {
    if (question.state === 'open' || question.state === 'moot') continue;
    for (const id of question.answers) {
      const answer = byId.get(id);
      if (answer) add(answer, question.id, 'answers_question', 'relation.question');
    }
  }
  return sortBy(made, ([key]) => key).map(([, relation]) => relation);
}

type Add = (from: Reading, to: Reading | string, kind: StatementRelationKind, rule: string, basis?: StatementRelation['basis']) => void;

const endOf = (reading: Reading): string => reading.statements[0] ?? reading.id;

/** The same value again: by the same holder it repeats, by another it confirms. A chain is enough, each to the one before it. */
function repetitions(readings: readonly Reading[], add: Add): void {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    if (reading.stance === 'silent' || reading.stance === 'disputes' || !fillsColumn(reading) || saysNothing(reading)) continue;
    const key = [reading.agreement, reading.element, valueKey(reading.value)].join('\u001f');
    const group = groups.get(key);
    if (group) group.push(reading);
    else groups.set(key, [reading]);
  }
  for (const group of groups.values()) {
    const sorted = inTime(group);
    const last = new Map<string, Reading>();
    let previous: Reading | undefined;
    for (const reading of sorted) {
      const voice = `${reading.holder}\u001f${reading.arrangement ?? ''}`;
      const own = last.get(voice);
      if (own) add(reading, own, 'repeats', 'relation.same_value');
      else if (previous && previous.holder !== reading.holder) add(reading, previous, 'confirms', 'relation.same_value');
      last.set(voice, reading);
      previous = reading;
    }
  }
}

/** Further conditions, steps and counts of one side complete what it has said before; they end nothing. */
function additions(readings: readonly Reading[], add: Add): void {
  const several = readings.filter(
    (reading) => ['condition', 'step', 'count'].includes(reading.value.t) && isVersion(reading) && fillsColumn(reading),
  );
  for (const group of groupBy(several, ({ agreement, element, holder }) => `${agreement}\u001f${element}\u001f${holder}`).values()) {
    const seen = new Set<string>();
    let previous: Reading | undefined;
    for (const reading of inTime(group)) {
      const key = valueKey(reading.value);
      if (seen.has(key)) continue;
      seen.add(key);
      if (previous && previous.supersededBy !== reading.id) add(reading, previous, 'elaborates', 'relation.addition');
      previous = reading;
    }
  }
}

/**
 * Talks that a side announces for a wider place and later, under whatever name, for a place within it: the later word is the
 * fuller one. Only the same calendar month is compared, since talks of another month are other talks.
 */
function narrowedSteps(readings: readonly Reading[], add: Add): void {
  const steps = readings.filter((reading) => reading.value.t === 'step' && fillsColumn(reading) && isVersion(reading));
  const placed = groupBy(steps, ({ holder, heldFrom }) => `${holder}\u001f${heldFrom?.slice(0, 7) ?? ''}`);
  for (const group of placed.values()) {
    const byPlace = groupBy(group, ({ value }) => (value.t === 'step' ? (value.place ?? '') : ''));
    for (const [place, later] of byPlace) {
      for (const region of regionsOf(place)) {
        const earlier = byPlace.get(region)?.at(0);
        const first = inTime(later)[0];
        if (earlier && first && sameKind(first, earlier) && heldSince(first) > heldSince(earlier))
          add(first, earlier, 'elaborates', 'relation.place_within');
      }
    }
  }
}

const sameKind = (a: Reading, b: Reading): boolean => a.value.t === 'step' && b.value.t === 'step' && a.value.kind === b.value.kind;

const saysNothing = ({ value }: Reading): boolean => value.t === 'text' && value.topics.length === 0;

/** A denial of somebody's version names whose; it denies that holder's readings of the element. */
function disputes(readings: readonly Reading[], add: Add): void {
  const bySlot = new Map<string, Reading[]>();
  for (const reading of readings) {
    if (reading.stance === 'silent' || reading.stance === 'disputes') continue;
    const key = [reading.agreement, reading.element, reading.holder].join('\u001f');
    bySlot.set(key, [...(bySlot.get(key) ?? []), reading]);
  }
  for (const reading of readings) {
    if (reading.stance !== 'disputes' || reading.towards === undefined) continue;
    for (const denied of bySlot.get([reading.agreement, reading.element, reading.towards].join('\u001f')) ?? []) {
      if (compareValues(reading.value, denied.value).relation !== 'different')
        add(reading, denied, 'denies', 'relation.dispute', 'explicit_cue');
    }
  }
}

function withdraws(later: Reading, earlier: Reading): boolean {
  if (later.value.t === 'state') return later.value.state === 'withdrawn' || later.value.state === 'released';
  return later.value.t === 'parties' && earlier.value.t === 'parties' && later.value.polarity === 'neg' && earlier.value.polarity === 'pos';
}

function refines(later: Reading, earlier: Reading): boolean {
  const { relation, aspects } = compareValues(later.value, earlier.value);
  return relation === 'compatible' || (later.value.t === 'step' && aspects.every((aspect) => aspect === 'place' || aspect === 'when'));
}
