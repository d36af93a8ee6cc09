import { DAY } from '../../ledger/index.ts';
import { ACT_CODES, actsAbove, type GradeReason, type IncidentPlace, type IncidentReport } from '../../model/index.ts';
import { cellsAround } from './cells-around.ts';
import { type Fingerprint, SLACK } from './fingerprint.ts';
import { sharedWording } from './wording.ts';

/**
 * Whether two reports mean the same event. A higher `weight` is the surer reason. `different` is certain (another day, region or
 * class); `unrelated` only means that nothing speaks for it.
 */
export type Comparison =
  | { readonly is: 'same'; readonly weight: 1 | 2 | 3; readonly reason: GradeReason }
  | { readonly is: 'maybe'; readonly reason: GradeReason }
  | { readonly is: 'different'; readonly reason: GradeReason }
  | { readonly is: 'unrelated' };

/** Whether somebody who keeps events apart knows several of a class in one place on one day, so that these alone tell nothing. */
export type IsCrowded = (a: Fingerprint, b: Fingerprint, place: 'cell' | 'region') => boolean;

/** Share of the shorter text that stands in the longer: above it one is a copy of the other, or both of a third. */
export const COPY = 0.75;
const ALIKE = 0.4;

/** `next_day`: two whole days side by side, of which a night may have been meant by either. */
type Nearness = 'same' | 'near' | 'next_day' | 'apart' | 'unknown';
type PlaceNearness = 'cell' | 'region' | 'neighbour' | 'territory' | 'apart' | 'unknown';
type Kinship = 'same' | 'nested' | 'apart' | 'unknown';

const because = (code: string, values: Readonly<Record<string, string>> = {}): GradeReason => ({ code, values });
const different = (code: string): Comparison => ({ is: 'different', reason: because(code) });
const unrelated: Comparison = { is: 'unrelated' };
const maybe = (code: string): Comparison => ({ is: 'maybe', reason: because(code) });
const same = (weight: 1 | 2 | 3, code: string): Comparison => ({ is: 'same', weight, reason: because(code) });

/** Compares two reports by time, place, class, act, sides and wording; the answer does not depend on which comes first. */
export function compare(a: Fingerprint, b: Fingerprint, isCrowded: IsCrowded): Comparison {
  if (isSameRow(a.report, b.report)) return same(3, 'same_row');
  const time = timeNearness(a, b);
  if (time === 'apart') return different('time_apart');
  const place = placeNearness(a.report.place, b.report.place);
  if (place === 'apart') return different('place_apart');
  const wording = a.sketch && b.sketch ? sharedWording(a.sketch, b.sketch) : 0;
  // A side uses the same words again on another day; only on the same days are they a copy.
  if (wording >= COPY && time !== 'unknown') return heldApart(a, b) || !overlaps(a, b) ? maybe('words_alike') : same(3, 'same_words');
  const objects = kinship(a, b);
  if (objects === 'apart') return different('objects_apart');
  const act = actKinship(a.report.act, b.report.act);
  if (act === 'apart') return different('acts_apart');
  if (heldApart(a, b)) return different('rows_of_one_table');
  if (isOfOneReport(a.report, b.report)) return ofOneReport(a, b, objects);
  if (isPrintedTwice(a, b) && place !== 'neighbour') return same(2, 'two_prints');
  return byFacts(a, b, { time, place, objects, wording, isCrowded, act });
}

interface Facts {
  readonly time: Nearness;
  readonly place: PlaceNearness;
  readonly objects: Kinship;
  readonly act: Kinship;
  readonly wording: number;
  readonly isCrowded: IsCrowded;
}

function byFacts(a: Fingerprint, b: Fingerprint, { time, place, objects, act, wording, isCrowded }: Facts): Comparison {
  const sides = sidesOf(a.report, b.report);
  const alike = wording >= ALIKE;
  const local = place === 'cell' || place === 'region';
  if (!local && place !== 'neighbour' && !alike) {
    const telling = objects === 'same' && sides !== 'opposed' && time === 'same' && a.named.length > 0;
    return telling ? maybe('same_class_somewhere') : unrelated;
  }
  if (time !== 'same') return (time === 'near' && local) || alike ? maybe('time_uncertain') : unrelated;
  if (!local) return alike && sides !== 'opposed' ? maybe('words_alike') : maybe('next_cell');
  const precise = spanOf(a) <= 3 * 60 && spanOf(b) <= 3 * 60;
  if (place === 'cell' && precise && objects !== 'unknown' && act !== 'unknown') return same(2, 'same_hour_and_cell');
  const telling = objects === 'same' && a.named.length > 0 && !isCrowded(a, b, place);
  if (telling && sides !== 'opposed') return same(place === 'cell' ? 2 : 1, 'same_class_day_and_place');
  const answers = a.report.stance === 'counter_alleges' || b.report.stance === 'counter_alleges';
  if (telling && (place === 'cell' || answers)) return same(1, 'sides_accuse_each_other');
  if (alike && sides !== 'opposed' && !isCrowded(a, b, place)) return same(1, 'words_alike');
  return maybe(objects === 'unknown' ? 'class_unknown' : 'not_told_apart');
}

function isSameRow({ row: a }: IncidentReport, { row: b }: IncidentReport): boolean {
  return a !== null && b !== null && a.table === b.table && a.key === b.key;
}

/** Whoever lists events in a table lists each once: two of its rows are two events unless they say the same. */
function heldApart(a: Fingerprint, b: Fingerprint): boolean {
  return a.series !== null && a.series === b.series;
}

function isOfOneReport({ statement: a }: IncidentReport, { statement: b }: IncidentReport): boolean {
  return a !== null && b !== null && a.report === b.report;
}

/** Two outlets that print what one source says of the same day, place and class print one statement, where nothing tells them apart. */
function isPrintedTwice({ report: a, time: left }: Fingerprint, { report: b, time: right }: Fingerprint): boolean {
  if (a.independenceGroup !== b.independenceGroup || a.source === b.source || a.stance !== b.stance) return false;
  if (left === null || right === null || left.from !== right.from || left.to !== right.to || a.act !== b.act) return false;
  const key = ({ speaker, accused, objects, place }: IncidentReport): string =>
    [speaker, accused, objects.join(), place.territory, place.admin1, place.cell].join('\u001f');
  return key(a) === key(b);
}

function overlaps({ time: a }: Fingerprint, { time: b }: Fingerprint): boolean {
  return a !== null && b !== null && a.from < b.to && b.from < a.to;
}

/** One news report that speaks twice of an attack on the same kind of object on the same day speaks of the same one. */
function ofOneReport(a: Fingerprint, b: Fingerprint, objects: Kinship): Comparison {
  const samePlace = a.report.place.admin1 === b.report.place.admin1 && a.report.place.territory === b.report.place.territory;
  if (objects === 'same' && samePlace) return same(2, 'same_news_report');
  return maybe('same_news_report');
}

function timeNearness({ time: a }: Fingerprint, { time: b }: Fingerprint): Nearness {
  if (a === null || b === null) return 'unknown';
  const gap = Math.max(a.from, b.from) - Math.min(a.to, b.to);
  if (gap < 0) return Math.max(a.to - a.from, b.to - b.from) > 2 * DAY ? 'near' : 'same';
  if (gap > SLACK) return 'apart';
  return a.to - a.from >= DAY && b.to - b.from >= DAY ? 'next_day' : 'near';
}

const spanOf = ({ time }: Fingerprint): number => (time === null ? Number.POSITIVE_INFINITY : time.to - time.from);

function placeNearness(a: IncidentPlace, b: IncidentPlace): PlaceNearness {
  if (a.domain !== null && b.domain !== null && a.domain !== b.domain && (a.domain === 'sea' || b.domain === 'sea')) return 'apart';
  if (a.cell !== null && b.cell !== null) {
    if (a.cell === b.cell) return 'cell';
    return cellsAround(a.cell).includes(b.cell) ? 'neighbour' : 'apart';
  }
  if (a.admin1 !== null && b.admin1 !== null) return a.admin1 === b.admin1 ? 'region' : 'apart';
  if (a.territory === null || b.territory === null) return 'unknown';
  if (a.territory === b.territory) return 'territory';
  const claimed = new Set([...a.claimedBy, ...b.claimedBy]);
  return claimed.has(a.territory) && claimed.has(b.territory) ? 'unknown' : 'apart';
}

function kinship(a: Fingerprint, b: Fingerprint): Kinship {
  const [left, right] = [a.report.objects, b.report.objects];
  if (left.length === 0 || right.length === 0) return 'unknown';
  if (left.some((code) => right.includes(code))) return 'same';
  return left.some((code) => b.above.has(code)) || right.some((code) => a.above.has(code)) ? 'nested' : 'apart';
}

function actKinship(a: string, b: string): Kinship {
  return ACT_KINSHIP.get(a)?.get(b) ?? (a === b ? 'same' : 'unknown');
}

function kinshipOfActs(a: string, b: string): Kinship {
  if (a === b) return 'same';
  if (actsAbove(a).has(b) || actsAbove(b).has(a)) return 'nested';
  // A drone and a missile may come in one attack; a strike from afar and a fight on the ground do not.
  return isFromAfar(a) && isFromAfar(b) ? 'unknown' : 'apart';
}

const isFromAfar = (act: string): boolean =>
  ['long_range_strike', 'shelling', 'attempted_attack'].some((upper) => actsAbove(act).has(upper));

function sidesOf({ accused: a }: IncidentReport, { accused: b }: IncidentReport): 'same' | 'opposed' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  return a === b ? 'same' : 'opposed';
}

const ACT_KINSHIP = new Map(ACT_CODES.map((a) => [a, new Map(ACT_CODES.map((b) => [b, kinshipOfActs(a, b)]))]));
