import { classesAbove, type Reading } from '../model/index.ts';
import { compareValues } from './compare-values.ts';
import { knownAt, type Minute, momentOf, rangeOf } from './instant.ts';
import { leavesOpen } from './term.ts';
import { facetOf, valueKey } from './value-key.ts';

/**
 * Whether a reading may stand in the column of its holder: said by somebody who may speak for it. That a side has said nothing
 * is always told by others, and stands in its column all the same.
 */
export function fillsColumn(reading: Reading): boolean {
  if (reading.holder === 'narration') return false;
  return (
    reading.stance === 'silent' ||
    reading.authority === 'principal' ||
    reading.authority === 'spokesperson' ||
    reading.authority === 'official'
  );
}

/** When a reading begins to be held: the earliest moment its date may mean; without a date it has always been held. */
export function heldSince(reading: Reading): Minute {
  return (reading.heldFrom === null ? null : rangeOf(reading.heldFrom)?.from) ?? Number.NEGATIVE_INFINITY;
}

/** The readings that had been published by then; a reading of unknown date is known only where no date is asked for. */
export function knownBy(readings: readonly Reading[], asOf: string | null): readonly Reading[] {
  const moment = asOf === null ? null : momentOf(asOf);
  if (moment === null) return readings;
  return readings.filter((reading) => {
    const known = reading.knownFrom === null ? null : knownAt(reading.knownFrom);
    if (known === null || known > moment) return false;
    const until = reading.knownTo === null ? null : knownAt(reading.knownTo);
    return until === null || moment < until;
  });
}

/** Readings of one lane follow one another: same agreement, element, holder, understanding, facet, standing and kind of stance. */
export function laneOf(reading: Reading): string {
  const standing = fillsColumn(reading)
    ? ''
    : `${reading.authority}:${reading.authority === 'anonymous' ? reading.id : (reading.speaker ?? '')}`;
  const stance = reading.stance === 'disputes' ? `disputes:${reading.towards ?? ''}` : '';
  return [reading.agreement, reading.element, reading.holder, reading.arrangement ?? '', facetOf(reading.value), standing, stance].join(
    '\u001f',
  );
}

/** By when they began to be held, then by when they were known; dates are read once, not at every comparison. */
export function inTime(readings: readonly Reading[]): readonly Reading[] {
  return readings
    .map((reading) => ({ reading, since: heldSince(reading) }))
    .sort(
      (a, b) => a.since - b.since || compare(a.reading.knownFrom ?? '', b.reading.knownFrom ?? '') || compare(a.reading.id, b.reading.id),
    )
    .map(({ reading }) => reading);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Ends each reading where a later one of its lane says something else. Nothing is erased: the earlier reading stays, with
 * `heldTo` and `supersededBy`. A repetition ends nothing; a silence is ended by the first word and ends none; two readings of
 * one day contradict each other and both stand. An end that an editor has entered stays as it is.
 */
export function supersede(readings: readonly Reading[]): readonly Reading[] {
  const lanes = new Map<string, Reading[]>();
  const slots = new Map<string, Reading[]>();
  const slotsAnywhere = new Map<string, Reading[]>();
  const silent: Reading[] = [];
  const told: Reading[] = [];
  const seen = new Set<string>();
  for (const reading of readings) {
    if (seen.has(reading.id)) continue;
    seen.add(reading.id);
    if (reading.stance === 'silent' || leavesOpen(reading.value)) {
      silent.push(reading);
      continue;
    }
    // Newsrooms hold no version that a later report could end; several tell one event in their own words.
    if (reading.holder === 'narration' && reading.authority === 'narration') {
      told.push(reading);
      continue;
    }
    push(lanes, laneOf(reading), reading);
    if (fillsColumn(reading)) {
      push(slots, slotOf(reading), reading);
      if (reading.arrangement !== null) push(slotsAnywhere, slotAnywhere(reading), reading);
    }
  }
  const spoken = [...lanes.values()]
    .flatMap(supersedeLane)
    .map((reading) => endUnplaced(reading, slotsAnywhere.get(slotAnywhere(reading)) ?? []));
  const ended = silent.map((reading) => endSilence(reading, slots.get(slotOf(reading)) ?? []));
  return [...spoken, ...ended, ...told].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function push(into: Map<string, Reading[]>, key: string, reading: Reading): void {
  const present = into.get(key);
  if (present) present.push(reading);
  else into.set(key, [reading]);
}

const slotOf = (reading: Reading): string => [reading.agreement, reading.element, reading.holder, reading.arrangement ?? ''].join('\u001f');

const slotAnywhere = (reading: Reading): string =>
  [reading.agreement, reading.element, reading.holder, facetOf(reading.value), reading.stance].join('\u001f');

/** Words said outside any understanding are ended by what the same side says later within its only one. */
function endUnplaced(reading: Reading, placed: readonly Reading[]): Reading {
  if (reading.arrangement !== null || reading.heldTo !== null || !fillsColumn(reading) || placed.length === 0) return reading;
  if (placed.some(({ arrangement }) => arrangement !== placed[0]?.arrangement)) return reading;
  const by = inTime(placed).find(
    (later) => heldSince(later) > heldSince(reading) && saysElse(later, reading) && (isEntered(later) || !isEntered(reading)),
  );
  return by === undefined ? reading : { ...reading, heldTo: by.heldFrom, supersededBy: by.id };
}

function endSilence(reading: Reading, slot: readonly Reading[]): Reading {
  if (reading.heldTo !== null) return reading;
  const by = inTime(slot).find((spoken) => spoken.stance !== 'disputes' && heldSince(spoken) >= heldSince(reading));
  return by === undefined ? reading : { ...reading, heldTo: by.heldFrom, supersededBy: by.id };
}

/** What a person has entered is ended by what a person enters later; a machine that reads something else ends machine readings alone. */
function supersedeLane(lane: Reading[]): Reading[] {
  const entered = lane.filter(isEntered);
  if (entered.length === 0 || entered.length === lane.length) return endInTurn(lane);
  return [...endInTurn(entered), ...endInTurn(lane).filter((reading) => !isEntered(reading))];
}

const isEntered = ({ origin }: Reading): boolean => origin === 'curated';

function endInTurn(lane: Reading[]): Reading[] {
  if (lane.length === 1) return lane;
  const sorted = inTime(lane);
  const made: Reading[] = [];
  let by: Reading | undefined;
  // Backwards: the next different value after a reading is that of its successor, or what ended the successor.
  for (let index = sorted.length - 1; index >= 0; index--) {
    const reading = sorted[index];
    const next = sorted[index + 1];
    if (reading === undefined) continue;
    if (next !== undefined && saysElse(next, reading)) by = firstAfter(sorted, index);
    made.push(by === undefined || reading.heldTo !== null ? reading : { ...reading, heldTo: by.heldFrom, supersededBy: by.id });
  }
  return made;
}

/** The first reading of a later day that says something else than the one at `index`. */
function firstAfter(sorted: readonly Reading[], index: number): Reading | undefined {
  const reading = sorted[index];
  if (reading === undefined) return undefined;
  for (let position = index + 1; position < sorted.length; position++) {
    const later = sorted[position];
    if (later !== undefined && heldSince(later) > heldSince(reading) && saysElse(later, reading)) return later;
  }
  return undefined;
}

function saysElse(later: Reading, earlier: Reading): boolean {
  // A weaker word for a consent already given takes nothing back.
  if (later.value.t === 'parties' && earlier.value.t === 'parties' && weakens(later.value, earlier.value)) return false;
  if (namesLoosely(later, earlier)) return false;
  return valueKey(later.value) !== valueKey(earlier.value) || later.obliged.join() !== earlier.obliged.join();
}

/**
 * A paraphrase that names only the class above what the side has listed ("energy sites" after a list of refineries, dams and
 * substations) retells the list and does not widen it; the side's own words, quoted, would.
 */
function namesLoosely(later: Reading, earlier: Reading): boolean {
  if (later.value.t !== 'objects' || earlier.value.t !== 'objects') return false;
  const { include, open } = later.value;
  const listed = earlier.value.include;
  if (later.mode === 'direct' || later.mode === 'mixed' || later.origin === 'curated') return false;
  if (open !== null || listed.length < 2 || include.length >= listed.length) return false;
  return listed.every((code) => !include.includes(code) && [...classesAbove(code)].some((above) => include.includes(above)));
}

type Parties = Extract<Reading['value'], { t: 'parties' }>;

function weakens(later: Parties, earlier: Parties): boolean {
  const { relation, aspects } = compareValues(later, earlier);
  return relation === 'narrower' && aspects.join() === 'commitment' && later.polarity === 'pos';
}

/** Of readings that know their ends, those held just before `end`, the end of the day or minute asked for; `heldTo` is half-open. */
export function heldBefore(readings: readonly Reading[], end: Minute): readonly Reading[] {
  return readings.filter((reading) => {
    if (heldSince(reading) >= end) return false;
    const to = reading.heldTo === null ? null : (rangeOf(reading.heldTo)?.from ?? null);
    return to === null || end <= to;
  });
}

/** The end of the day, month or minute that a held-at or as-of date means; without a date, the end of time. */
export function endOf(date: string | null): Minute {
  return (date === null ? null : rangeOf(date)?.to) ?? Number.POSITIVE_INFINITY;
}

/**
 * The readings as known on a date, with their ends as they then were, and those held at a date (the same date unless another
 * is given). `null` means: everything that is known by now.
 */
export function asOf(readings: readonly Reading[], date: string | null, held: string | null = null): readonly Reading[] {
  return heldBefore(supersede(knownBy(readings, date)), endOf(held ?? date));
}
