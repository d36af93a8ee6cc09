import { classesAbove, type EventMention, type Span } from '../../model/index.ts';
import { toldTime } from './told-time.ts';

/** What is known of one event within one report: told once, then pointed back to. */
export interface Thread {
  readonly at: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly regions: readonly string[];
  readonly territory: string | null;
  readonly objects: readonly string[];
  readonly act: string;
  readonly outcome: EventMention['outcome'];
  readonly scene: Span | null;
  /** Sides accused of it so far in the report; they grow while the report is read. */
  readonly accused: Set<string>;
  /** Those of them that were accused first, and not in answer to an accusation of theirs. */
  readonly charged: Set<string>;
  /** Stretch of the scene that has been made a report of its own. */
  sceneTold: boolean;
}

/** Characters back in which a text points to an event: about six sentences. */
const REACH = 900;
/** And in which a bare "it was shelling" means what was just told. */
const NEAR = 450;

/** The event of a report that an event mention tells or points back to; null if it says too little to be one. */
export function threadOf(event: EventMention, earlier: readonly Thread[], date: string | null, pointsBack: boolean): Thread | null {
  const time = event.time === null ? null : toldTime(event.time, event.since, date);
  // A time that is given and lies years back makes it history, whatever else is told.
  if (event.general || (event.time !== null && time === null)) return null;
  const vague = time === null && event.regions.length === 0;
  // "Drones were shot down" after the news of an attack is another matter; "denied the attack" is that attack.
  const known = (vague && pointsBack) || event.definite ? antecedent(event, earlier) : null;
  if (known) {
    return {
      ...known,
      at: event.head.start,
      from: time?.from ?? known.from,
      to: time ? time.to : known.to,
      regions: event.regions.length > 0 ? event.regions : known.regions,
      objects: narrower(event.objects, known.objects),
      act: event.act === 'attack' ? known.act : event.act,
      outcome: event.outcome === 'unknown' ? known.outcome : event.outcome,
      scene: known.scene,
    };
  }
  if (vague) return null;
  // A day alone, of an attack on nobody knows what and where, is no event that could be told from others.
  if (event.regions.length === 0 && event.objects.length === 0 && event.target === null) return null;
  return {
    at: event.head.start,
    from: time?.from ?? null,
    to: time?.to ?? null,
    regions: event.regions,
    territory: event.target,
    objects: event.objects,
    act: event.act,
    outcome: event.outcome,
    scene: event.scene ? event.span : null,
    accused: new Set(),
    charged: new Set(),
    sceneTold: false,
  };
}

/** The nearest event told before that can be meant. */
function antecedent(event: EventMention, earlier: readonly Thread[]): Thread | null {
  const reach = event.definite || event.objects.length > 0 ? REACH : NEAR;
  const near = [...earlier].reverse().filter((thread) => {
    if (event.head.start - thread.at > reach) return false;
    if (event.regions.length > 0 && !event.regions.some((code) => thread.regions.includes(code))) return false;
    return areKin(event.objects, thread.objects);
  });
  // "The attack on the substation" is the one on a substation, before any of which the object is not known.
  return near.find(({ objects }) => event.objects.length > 0 && objects.length > 0) ?? near[0] ?? null;
}

function areKin(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === 0 || b.length === 0 || a.some((left) => b.some((right) => classesAbove(left).has(right) || classesAbove(right).has(left)))
  );
}

function narrower(own: readonly string[], known: readonly string[]): readonly string[] {
  if (own.length === 0) return known;
  if (known.length === 0) return own;
  return known.every((code) => own.some((other) => classesAbove(code).has(other))) ? known : own;
}

/** The events of a report that an allegation spoken of before was about, newest first: those of which the side was accused. */
export function allegedAgainst(side: string | null, threads: readonly Thread[], at: number, all: boolean): readonly Thread[] {
  const accusing = [...threads].reverse().filter((thread) => at - thread.at <= REACH * 2 && side !== null && thread.accused.has(side));
  return all ? distinct(accusing) : accusing.slice(0, 1);
}

/** The event that was just told, for a responsibility taken, denied or given. */
export function justTold(threads: readonly Thread[], at: number): Thread | null {
  const last = threads.at(-1);
  return last && at - last.at <= NEAR ? last : null;
}

function distinct(threads: readonly Thread[]): readonly Thread[] {
  const seen = new Set<string>();
  return threads.filter(({ from, regions, objects, act }) => {
    const key = [from, regions.join(), objects.join(), act].join('\u001f');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
