import { compareObjects, compareSets, type ObjectSet, type ReadingValue, type SetRelation } from '../model/index.ts';
import { durationOf, rangeOf } from './instant.ts';
import { valueKey } from './value-key.ts';

/** How one value lies to another, and in what they differ. */
export interface Comparison {
  /** `compatible`: the same, said with different precision. */
  readonly relation: SetRelation | 'compatible' | 'different';
  /** The parts that differ: "at", "mode", "topics", "on", "commitment" … */
  readonly aspects: readonly string[];
}

const EQUAL: Comparison = { relation: 'equal', aspects: [] };

/** Commitment from the weakest word to the strongest; an order to one's own forces does more than a signature says. */
export const COMMITMENTS: readonly string[] = [
  'none',
  'rejected',
  'not_reached',
  'proposed',
  'called_for',
  'ready',
  'agreed_in_principle',
  'agreed_conditionally',
  'agreed',
  'announced',
  'ordered',
  'signed',
];

type Of<T extends ReadingValue['t']> = Extract<ReadingValue, { t: T }>;

/** Compares two values of readings by what they mean; values of different kinds are different. */
export function compareValues(a: ReadingValue, b: ReadingValue): Comparison {
  if (a.t !== b.t) return { relation: 'different', aspects: ['t'] };
  if (valueKey(a) === valueKey(b)) return EQUAL;
  switch (a.t) {
    case 'objects':
      return bySet(compareObjects(objectSetOf(a), objectSetOf(b as Of<'objects'>)), 'include');
    case 'acts':
      return sets([
        ['prohibited', a.prohibited, (b as Of<'acts'>).prohibited],
        ['permitted', (b as Of<'acts'>).permitted, a.permitted],
      ]);
    case 'place': {
      const other = b as Of<'place'>;
      return sets([
        ['include', a.include, other.include],
        ['exclude', other.exclude, a.exclude],
        ['domains', a.domains, other.domains],
      ]);
    }
    case 'territory': {
      const other = b as Of<'territory'>;
      return sets([
        ['of', [a.of], [other.of]],
        ['includes', a.includes, other.includes],
        ['excludes', other.excludes, a.excludes],
      ]);
    }
    case 'start':
      return compareStarts(a, b as Of<'start'>);
    case 'duration':
      return compareDurations(a, b as Of<'duration'>);
    case 'extension':
      return fields([
        ['mode', a.mode === (b as Of<'extension'>).mode],
        ['until', sameDate(a.until, (b as Of<'extension'>).until)],
      ]);
    case 'condition': {
      const other = b as Of<'condition'>;
      if (a.kind !== other.kind) return { relation: 'different', aspects: ['kind'] };
      return sets([
        ['topics', a.topics, other.topics],
        ['on', a.on, other.on],
      ]);
    }
    case 'parties':
      return compareParties(a, b as Of<'parties'>);
    case 'mechanism':
      return fields([
        ['status', a.status === (b as Of<'mechanism'>).status],
        ['by', sameSet(a.by, (b as Of<'mechanism'>).by)],
      ]);
    case 'step': {
      const other = b as Of<'step'>;
      return fields([
        ['kind', a.kind === other.kind],
        ['when', sameDate(a.when, other.when)],
        ['place', a.place === other.place || a.place === null || other.place === null],
        ['topics', sameSet(a.topics, other.topics)],
      ]);
    }
    case 'count':
      return compareCounts(a, b as Of<'count'>);
    case 'state':
      return fields([
        ['state', a.state === (b as Of<'state'>).state],
        ['at', sameDate(a.at, (b as Of<'state'>).at)],
        ['by', sameSet(a.by, (b as Of<'state'>).by)],
      ]);
    case 'text':
      return sets([['topics', a.topics, (b as Of<'text'>).topics]]);
  }
}

/** The object set of a value; the code for "others, not named" is an open end and no class. */
export function objectSetOf(value: Of<'objects'>): ObjectSet {
  const named = value.include.filter((code) => code !== 'unspecified');
  if (named.length === value.include.length) return value;
  return { include: named, exclude: value.exclude, open: value.open ?? 'unspecified' };
}

const bySet = (relation: SetRelation, aspect: string): Comparison =>
  relation === 'equal' ? { relation: 'compatible', aspects: [aspect] } : { relation, aspects: [aspect] };

function sets(parts: readonly (readonly [string, readonly string[], readonly string[]])[]): Comparison {
  let relation: SetRelation = 'equal';
  const aspects: string[] = [];
  for (const [name, a, b] of parts) {
    const here = compareSets(new Set(a), new Set(b));
    if (here === 'equal') continue;
    aspects.push(name);
    relation = relation === 'equal' || relation === here ? here : 'overlapping';
  }
  return { relation, aspects };
}

function fields(parts: readonly (readonly [string, boolean])[]): Comparison {
  const aspects = parts.filter(([, same]) => !same).map(([name]) => name);
  return { relation: aspects.length ? 'different' : 'compatible', aspects };
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => compareSets(new Set(a), new Set(b)) === 'equal';

/** Two dates agree if one may mean the other: "March" and "18 March" do; an unstated one agrees with any. */
function sameDate(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  const [first, second] = [rangeOf(a), rangeOf(b)];
  if (!first || !second) return false;
  return first.from < second.to && second.from < first.to;
}

function compareStarts(a: Of<'start'>, b: Of<'start'>): Comparison {
  if (a.at !== null && b.at !== null) return fields([['at', sameDate(a.at, b.at)]]);
  if (a.at === null && b.at === null) return fields([['mode', a.mode === b.mode || a.mode === 'unstated' || b.mode === 'unstated']]);
  return { relation: 'different', aspects: ['at'] };
}

function compareDurations(a: Of<'duration'>, b: Of<'duration'>): Comparison {
  const [first, second] = [lengthOf(a.iso), lengthOf(b.iso)];
  const counting = a.counting === b.counting || a.counting === 'unstated' || b.counting === 'unstated';
  return fields([
    ['iso', first === second],
    ['until', sameDate(a.until, b.until) && (a.until === null) === (b.until === null)],
    ['counting', counting],
  ]);
}

/** A month of 30 days stands for comparison only; an end is always computed by the calendar. */
function lengthOf(iso: string | null): number | null {
  const duration = iso === null ? null : durationOf(iso);
  return duration && duration.months * 30 * 1440 + duration.minutes;
}

function compareParties(a: Of<'parties'>, b: Of<'parties'>): Comparison {
  const strength = COMMITMENTS.indexOf(a.commitment) - COMMITMENTS.indexOf(b.commitment);
  const aspects = [
    ...(a.polarity === b.polarity ? [] : ['polarity']),
    ...(a.commitment === b.commitment ? [] : ['commitment']),
    // Each side tells its own consent; only two lists of who is in it can differ.
    ...(sameSet(a.parties, b.parties) || a.parties.length < 2 || b.parties.length < 2 ? [] : ['parties']),
  ];
  if (!aspects.length) return EQUAL;
  if (aspects.length === 1 && aspects[0] === 'commitment') return { relation: strength > 0 ? 'wider' : 'narrower', aspects };
  return { relation: 'different', aspects };
}

function compareCounts(a: Of<'count'>, b: Of<'count'>): Comparison {
  const other = new Map(b.items.map((item) => [item.of, item]));
  const common = a.items.filter((item) => other.has(item.of));
  const differ = common.filter((item) => other.get(item.of)?.n !== item.n);
  const dates = sameDate(a.when, b.when);
  if (differ.length || !dates) return { relation: 'different', aspects: [...(differ.length ? ['items'] : []), ...(dates ? [] : ['when'])] };
  const relation = compareSets(new Set(a.items.map((item) => item.of)), new Set(b.items.map((item) => item.of)));
  return relation === 'equal' ? { relation: 'compatible', aspects: [] } : { relation, aspects: ['items'] };
}
