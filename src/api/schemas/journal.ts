import { z } from '@hono/zod-openapi';
import { ENTRY_ACTIONS, type Entry, type FactKind } from '../../model/index.ts';

const HASH = z.string().regex(/^[0-9a-f]{64}$/);

/** Every kind of fact; held against the model by its type. */
const KINDS = Object.keys({
  book: 0,
  source: 0,
  retrieval: 0,
  timestamp: 0,
  report: 0,
  annotation: 0,
  reread: 0,
  curated: 0,
  correction: 0,
  incident_report: 0,
  gap: 0,
  cluster_decision: 0,
  embargo_override: 0,
  release: 0,
  review: 0,
  coding: 0,
  job: 0,
  position: 0,
  site: 0,
  site_match: 0,
  user: 0,
  token: 0,
  announcement: 0,
  webhook: 0,
  secret: 0,
} satisfies Readonly<Record<FactKind, 0>>) as FactKind[];

export const FACT_KIND: z.ZodType<FactKind, FactKind> = z.enum(KINDS);

const FIELDS = {
  seq: z.int().min(1),
  at: z.string(),
  author: z.strictObject({ kind: z.enum(['person', 'rules', 'program']), name: z.string() }),
  action: z.enum(ENTRY_ACTIONS),
  kind: FACT_KIND,
  id: z.string(),
  home: z.string(),
  origin: z.string().nullable(),
  before: HASH.nullable(),
  after: HASH.nullable(),
  attached: HASH.nullable(),
  why: z.string().nullable(),
  notice: z.string().nullable(),
  previous: HASH,
  hash: HASH,
};

/** One line of the journal, see docs/reference/journal.md. */
export const ENTRY: z.ZodType<Entry> = z.strictObject(FIELDS).openapi('Entry');

/** A line of the journal with the body it made so; null where there is none, it is kept apart, or it was deleted. */
export const ENTRY_WITH_BODY: z.ZodType<Entry & { readonly body: Readonly<Record<string, unknown>> | null }> = z
  .strictObject({ ...FIELDS, body: z.record(z.string(), z.unknown()).nullable() })
  .openapi('EntryWithBody');

/** The newest line: its hash stands for all before it. */
export const HEAD: z.ZodType<Pick<Entry, 'seq' | 'hash' | 'at'>> = z
  .strictObject({ seq: FIELDS.seq, hash: HASH, at: z.string() })
  .openapi('Head');
