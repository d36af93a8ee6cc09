import type { Agreement, Reading, Verdict } from '../../model/index.ts';
import { asOf as readingsAsOf } from '../as-of.ts';
import { rangeOf } from '../instant.ts';
import type { Bounds } from '../term.ts';
import { type CompiledReading, compileHolder } from './compile.ts';
import type { IncidentFacts } from './incident.ts';

/** One step of a verdict: what was asked, what the answer was, and on which readings it rests. */
export interface TraceStep {
  readonly step: 'reading' | 'object' | 'act' | 'place' | 'start' | 'end' | 'suspension' | 'bound';
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly why: string;
  readonly readings: readonly string[];
}

/** What follows from one holder's version for one incident; never who did it, and never that anybody broke anything. */
export interface Judgement {
  readonly verdict: Verdict;
  /** One verdict for each understanding or version the holder has. */
  readonly arrangements: readonly {
    readonly arrangement: string | null;
    readonly verdict: Verdict;
    readonly trace: readonly TraceStep[];
  }[];
}

const NO = 0;
const YES = 1;
const UNKNOWN = 2;

/**
 * The verdict of one version on one incident. A certain "no" decides, in the order of the steps; else the first unknown does,
 * so that what is unknown never becomes covered.
 */
export function verdictOf(compiled: CompiledReading, incident: IncidentFacts, at: Bounds | null): Verdict {
  if (compiled.denied || compiled.starts.length + (compiled.objects?.size ?? 0) + (compiled.anyObject ? 1 : 0) === 0)
    return 'reading_unknown';
  const object = objectAnswer(compiled, incident);
  if (object === NO) return 'not_covered_object';
  const act = actAnswer(compiled, incident);
  if (act === NO) return 'not_covered_act';
  const place = placeAnswer(compiled, incident);
  if (place === NO) return 'not_covered_place';
  const start = startAnswer(compiled, at);
  if (start === NO) return 'before_start';
  const end = endAnswer(compiled, at);
  if (end === NO) return 'after_end';
  const pause = pauseAnswer(compiled, at);
  if (pause === NO) return 'suspended_or_released';
  const bound = boundAnswer(compiled, incident);
  if (bound === NO) return 'not_covered_actor';
  if (object === UNKNOWN) return compiled.objects === null ? 'reading_unknown' : 'indeterminate';
  if (act === UNKNOWN) return 'indeterminate';
  if (place === UNKNOWN) return compiled.area === null ? 'reading_unknown' : 'indeterminate';
  if (start === UNKNOWN) return compiled.starts.length === 0 ? 'reading_unknown' : 'indeterminate';
  return end === UNKNOWN || pause === UNKNOWN || bound === UNKNOWN ? 'indeterminate' : 'covered';
}

function objectAnswer({ objects, anyObject }: CompiledReading, incident: IncidentFacts): number {
  if (anyObject) return YES;
  if (objects === null || incident.objects.length === 0) return UNKNOWN;
  let answer = -1;
  for (const code of incident.objects) {
    const here = objects.get(code) ?? UNKNOWN;
    if (answer !== -1 && here !== answer) return UNKNOWN;
    answer = here;
  }
  return answer;
}

function actAnswer({ acts, attempts }: CompiledReading, incident: IncidentFacts): number {
  const answer = acts.get(incident.act ?? 'attack') ?? UNKNOWN;
  if (incident.attempted === undefined || answer === NO || attempts === YES) return answer;
  return incident.attempted === 'yes' ? attempts : UNKNOWN;
}

function placeAnswer({ area, territories }: CompiledReading, incident: IncidentFacts): number {
  if (area === null) return UNKNOWN;
  const { territory, place, domain } = incident;
  if (domain && area.domains.size > 0 && !area.domains.has(domain)) return NO;
  if (place && area.exclude.has(place)) return NO;
  if (place && area.include.has(place)) return YES;
  if (territory === null) return UNKNOWN;
  if (area.domains.size > 0 && !domain) return UNKNOWN;
  const claimants = incident.claimedBy ?? [];
  if (claimants.length === 0) return area.exclude.has(territory) ? NO : area.include.has(territory) ? YES : NO;
  const said = place ? territories.get(place) : undefined;
  const candidates = claimants.filter((claimant) => said?.get(claimant) !== false);
  const certain = candidates.filter((claimant) => said?.get(claimant) === true);
  const belongs = certain.length ? certain : candidates;
  const inside = belongs.filter((claimant) => area.include.has(claimant) && !area.exclude.has(claimant));
  if (belongs.length > 0 && inside.length === belongs.length) return YES;
  return inside.length === 0 ? NO : UNKNOWN;
}

/** Every start the holder names must agree: two dates of one holder leave what lies between them open. */
function startAnswer({ starts }: CompiledReading, at: Bounds | null): number {
  if (starts.length === 0 || at === null) return UNKNOWN;
  let before = 0;
  let after = 0;
  for (const start of starts) {
    if (at.to <= start.from) before++;
    else if (at.from >= start.to) after++;
  }
  return before === starts.length ? NO : after === starts.length ? YES : UNKNOWN;
}

function endAnswer({ ends, othersEnd }: CompiledReading, at: Bounds | null): number {
  if (at === null) return UNKNOWN;
  if (ends.length === 0) return othersEnd === null || at.to <= othersEnd.from ? YES : UNKNOWN;
  let over = 0;
  let within = 0;
  for (const end of ends) {
    if (at.from >= end.to) over++;
    else if (at.to <= end.from) within++;
  }
  return over === ends.length ? NO : within === ends.length ? YES : UNKNOWN;
}

function pauseAnswer({ pauses, releaseClaimed }: CompiledReading, at: Bounds | null): number {
  if (pauses.length === 0 && releaseClaimed === null) return YES;
  if (at === null) return UNKNOWN;
  let answer = YES;
  for (const { from, state } of pauses) {
    if (at.to <= from.from) continue;
    if (at.from < from.to) answer = UNKNOWN;
    else answer = state === 'off' ? NO : YES;
  }
  if (answer === YES && releaseClaimed !== null && at.to > releaseClaimed.from) return UNKNOWN;
  return answer;
}

function boundAnswer({ bound }: CompiledReading, incident: IncidentFacts): number {
  if (bound === null) return UNKNOWN;
  const by = incident.by ?? null;
  if (by !== null) return bound.has(by) ? YES : NO;
  return bound.size > 1 ? YES : UNKNOWN;
}

/** The time an incident may have happened in; null if its date is none. */
export function timeOf(incident: IncidentFacts): Bounds | null {
  const from = rangeOf(incident.from);
  if (!from) return null;
  const to = incident.to ? rangeOf(incident.to) : null;
  return { from: from.from, to: Math.max(from.to, to?.to ?? 0) };
}

/** A judge that has flattened one holder's readings once and judges any number of incidents. */
export interface Judge {
  readonly holder: string;
  readonly compiled: readonly CompiledReading[];
  readonly verdict: (incident: IncidentFacts) => Verdict;
  readonly judge: (incident: IncidentFacts) => Judgement;
}

/** Prepares the judgement of one holder's version; `current` are the readings of the agreement as of the date. */
export function makeJudge(agreement: Agreement, holder: string, current: readonly Reading[]): Judge {
  const compiled = compileHolder(agreement, holder, current);
  const verdict = (incident: IncidentFacts): Verdict => {
    const at = timeOf(incident);
    let headline: Verdict | null = null;
    for (const version of compiled) {
      const here = verdictOf(version, incident, at);
      if (headline !== null && here !== headline) return 'indeterminate';
      headline = here;
    }
    return headline ?? 'reading_unknown';
  };
  return {
    holder,
    compiled,
    verdict,
    judge: (incident) => ({
      verdict: verdict(incident),
      arrangements: compiled.map((version) => ({
        arrangement: version.arrangement,
        verdict: verdictOf(version, incident, timeOf(incident)),
        trace: traceOf(version, incident),
      })),
    }),
  };
}

/** The verdict of one holder on one incident as of a date; the date sets both axes unless `heldAt` is given. */
export function judge(
  incident: IncidentFacts,
  agreement: Agreement,
  readings: readonly Reading[],
  holder: string,
  asOf: string | null,
  heldAt: string | null = null,
): Judgement {
  const own = readings.filter((reading) => reading.agreement === agreement.id);
  return makeJudge(agreement, holder, readingsAsOf(own, asOf, heldAt)).judge(incident);
}

const WORD = ['no', 'yes', 'unknown'] as const;

/** Why a verdict came out as it did, step by step; built only when somebody asks. */
export function traceOf(compiled: CompiledReading, incident: IncidentFacts): readonly TraceStep[] {
  const at = timeOf(incident);
  const used = (role: string): readonly string[] => compiled.used[role] ?? [];
  const step = (name: TraceStep['step'], answer: number, why: string, readings: readonly string[]): TraceStep => ({
    step: name,
    answer: WORD[answer] ?? 'unknown',
    why,
    readings,
  });
  const known = !compiled.denied && Object.keys(compiled.used).length > 0;
  return [
    step(
      'reading',
      compiled.denied ? NO : known ? YES : UNKNOWN,
      compiled.denied ? 'the holder says there is no agreement' : known ? 'readings held' : 'nothing known',
      used('parties'),
    ),
    step(
      'object',
      objectAnswer(compiled, incident),
      compiled.anyObject ? 'any object' : compiled.objects ? incident.objects.join(' or ') || 'object unknown' : 'no objects named',
      used('object'),
    ),
    step(
      'act',
      actAnswer(compiled, incident),
      `${incident.act ?? 'attack'}${used('act').length ? '' : ', by the meaning of a halt'}`,
      used('act'),
    ),
    step(
      'place',
      placeAnswer(compiled, incident),
      compiled.area ? (incident.place ?? incident.territory ?? 'place unknown') : 'no area named',
      [...used('place'), ...used('territory')],
    ),
    step(
      'start',
      startAnswer(compiled, at),
      compiled.starts.length ? `${compiled.starts.length} start${compiled.starts.length > 1 ? 's' : ''} named` : 'no start named',
      used('start'),
    ),
    step(
      'end',
      endAnswer(compiled, at),
      compiled.ends.length ? 'own end' : compiled.othersEnd ? 'no own end; another holder claims one' : 'no end claimed',
      used('state'),
    ),
    step(
      'suspension',
      pauseAnswer(compiled, at),
      compiled.pauses.length || compiled.releaseClaimed ? 'suspension or release claimed' : 'none claimed',
      used('state'),
    ),
    step(
      'bound',
      boundAnswer(compiled, incident),
      compiled.bound ? [...compiled.bound].sort().join(', ') : 'whom it binds is not said',
      [],
    ),
  ];
}
