import { z } from '@hono/zod-openapi';
import type { TraceStep } from '../../ledger/index.ts';
import {
  ATTRIBUTION_LEVELS,
  INCIDENT_OUTCOMES,
  type Incident,
  type IncidentPlace,
  type IncidentReport,
  OBSERVATION_MEANS,
  OCCURRENCE_LEVELS,
  PLACE_PRECISIONS,
  REPORT_STANCES,
  type Reply,
  SOURCE_GRADES,
  VERDICTS,
  type Verdict,
} from '../../model/index.ts';

const REASON = z.strictObject({ code: z.string(), values: z.record(z.string(), z.string()) });
const PLACE: z.ZodType<IncidentPlace> = z
  .strictObject({
    precision: z.enum(PLACE_PRECISIONS),
    territory: z.string().nullable().describe('ISO 3166-1 alpha-2'),
    admin1: z.string().nullable().describe('region, ISO 3166-2'),
    cell: z.string().nullable().describe('cell of a fixed grid; never a position'),
    claimedBy: z.array(z.string()),
    controlledBy: z.string().nullable(),
    domain: z.enum(['land', 'air', 'sea']).nullable(),
  })
  .openapi('IncidentPlace');
const SPAN = z.strictObject({
  report: z.string(),
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  shortened: z.literal(true).optional(),
});
const DECISION = z.strictObject({
  at: z.string(),
  by: z.string(),
  action: z.enum(['merge', 'split']),
  reports: z.array(z.string()),
  why: z.string(),
});

const INCIDENT = z.strictObject({
  id: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  place: PLACE,
  objects: z.array(z.string()).describe('classes of objects'),
  act: z.string(),
  outcome: z.enum(INCIDENT_OUTCOMES),
  reports: z.array(z.string()),
  matches: z.array(z.strictObject({ objectClass: z.string(), match: z.enum(['named', 'within', 'near', 'class_only']), reason: REASON })),
  grade: z.strictObject({
    source: z.enum(SOURCE_GRADES),
    sourceWhy: REASON,
    information: z.int().min(1).max(6),
    informationWhy: REASON,
  }),
  occurrence: z.strictObject({ level: z.enum(OCCURRENCE_LEVELS), independentGroups: z.int(), why: REASON }),
  attribution: z.strictObject({
    level: z.enum(ATTRIBUTION_LEVELS),
    to: z.array(z.string()),
    by: z.array(z.string()),
    deniedBy: z.array(z.string()),
  }),
  means: z.enum(OBSERVATION_MEANS),
  same: z.array(z.strictObject({ a: z.string(), b: z.string(), reason: REASON })),
  maybe: z.array(z.string()),
  knownFrom: z.string().nullable(),
  decided: z.strictObject({ decisions: z.array(DECISION), machine: z.array(z.array(z.string())) }).optional(),
});

/** What one reading makes of an incident. */
export interface VerdictItem {
  readonly agreement: string;
  readonly holder: string;
  readonly verdict: Verdict;
}
const VERDICT = z.strictObject({ agreement: z.string(), holder: z.string(), verdict: z.enum(VERDICTS) });

/** An incident of a list: what is known of it, and the verdict of each holder's reading. */
export const INCIDENT_ITEM: z.ZodType<Incident & { readonly verdicts: readonly VerdictItem[] }> = z
  .strictObject({ ...INCIDENT.shape, verdicts: z.array(VERDICT) })
  .openapi('Incident') as never;

const REPORT: z.ZodType<IncidentReport> = z
  .strictObject({
    id: z.string(),
    source: z.string(),
    independenceGroup: z.string(),
    url: z.string().nullable(),
    row: z.strictObject({ table: z.string(), file: z.string(), line: z.int(), key: z.string() }).nullable(),
    statement: z.strictObject({ report: z.string(), statement: z.string(), spans: z.array(SPAN) }).nullable(),
    stance: z.enum(REPORT_STANCES),
    speaker: z.string().nullable(),
    accused: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    place: PLACE,
    objects: z.array(z.string()),
    act: z.string(),
    outcome: z.enum(INCIDENT_OUTCOMES),
    means: z.enum(OBSERVATION_MEANS),
    reliability: z.enum(SOURCE_GRADES),
    text: z.string().nullable(),
    language: z.string().nullable(),
    knownFrom: z.string().nullable(),
  })
  .openapi('IncidentReport') as never;

const REPLY: z.ZodType<Reply> = z
  .strictObject({
    id: z.string(),
    incident: z.string(),
    by: z.string(),
    speaker: z.string().nullable(),
    at: z.string(),
    words: z.string(),
    language: z.string(),
    url: z.string(),
  })
  .openapi('Reply');

/** One step of a verdict, with the answer in words. */
export interface StepItem extends Pick<TraceStep, 'step' | 'answer' | 'readings'> {
  readonly because: { readonly de: string; readonly en: string };
}

/** A verdict with the way there: one for each understanding or version that the holder has. */
export interface TracedVerdict extends VerdictItem {
  readonly arrangements: readonly {
    readonly arrangement: string | null;
    readonly verdict: Verdict;
    readonly trace: readonly StepItem[];
  }[];
}

const TRACED: z.ZodType<TracedVerdict> = z
  .strictObject({
    ...VERDICT.shape,
    arrangements: z.array(
      z.strictObject({
        arrangement: z.string().nullable(),
        verdict: z.enum(VERDICTS),
        trace: z.array(
          z.strictObject({
            step: z.enum(['reading', 'object', 'act', 'place', 'start', 'end', 'suspension', 'bound']),
            answer: z.enum(['yes', 'no', 'unknown']),
            because: z.strictObject({ de: z.string(), en: z.string() }),
            readings: z.array(z.string()).describe('ids of the readings it rests on'),
          }),
        ),
      }),
    ),
  })
  .openapi('TracedVerdict');

/** One incident with its reports, what parties reply, and each verdict with its steps. */
export const INCIDENT_ANSWER: z.ZodType = z
  .strictObject({
    ...INCIDENT.shape,
    asOf: z.string().nullable(),
    told: z.array(REPORT).describe('its reports'),
    replies: z.array(REPLY),
    verdicts: z.array(TRACED),
  })
  .openapi('IncidentAnswer');
