import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { BookWork } from '../../app/book-work.ts';
import { openCoding } from '../../app/review/coding/open-coding.ts';
import { type Decided, openReview } from '../../app/review/open-review.ts';
import { REVIEW_QUEUES, type ReviewItem } from '../../app/review/review-item.ts';
import { REVIEW_ACTIONS, type ReviewAction } from '../../model/index.ts';
import { addAction, NO_QUERY, type Repeated } from '../frame/action.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { unknownId } from '../frame/resource.ts';
import { NO_PARAMS } from '../schemas/parameters.ts';

const TAG = 'review';
const MOST = 200;

const TARGET = z
  .strictObject({
    kind: z.enum(['statement', 'reading', 'incident', 'incident_report', 'reread', 'agreement', 'report']),
    id: z.string().min(1).max(200),
  })
  .openapi('ReviewTarget');
const LIMIT = z.coerce.number().int().min(1).max(MOST).default(50).openapi({ description: 'how many items at most' });
const REPORT = z.string().min(1).max(200).optional().openapi({ description: 'key of a report' });
const WHY = z.string().min(1).max(2_000).describe('the reason; it is kept with the decision');
const VALUE = z.string().min(1).max(200);
const DECIDED = z.strictObject({ id: z.string() }).openapi('Decided');
const ACTIONS = REVIEW_ACTIONS.filter((action): action is Exclude<ReviewAction, 'withdraw'> => action !== 'withdraw');

const listOf = (name: string) => z.strictObject({ items: z.array(z.looseObject({ target: TARGET })), total: z.int() }).openapi(name);

const decided = ({ id, isRepeated }: Decided): object | Repeated => (isRepeated ? { wasThere: { id } } : { id });

/** What is told of an item: not the texts of whole reports, which have addresses of their own. */
const itemOf = ({ subject: _, ...item }: ReviewItem): object => item;

/** Adds the review: what waits, decisions, blind coding and its agreement, statements anchored by hand. */
export function addReviewRoutes(api: OpenAPIHono<ApiEnv>, { book, now }: BookWork): void {
  const review = openReview(book, { now });
  const coding = openCoding(book, { now });
  const shared = { tag: TAG, params: NO_PARAMS };
  addAction(api, {
    ...shared,
    method: 'get',
    path: '/review/queue',
    summary: 'What waits for a person, the least certain first',
    right: 'review',
    query: z.strictObject({
      kind: z.enum(REVIEW_QUEUES).optional(),
      agreement: z.string().min(1).max(200).optional(),
      report: REPORT,
      decided: z.enum(['true', 'false']).default('false').openapi({ description: 'those decided about as well' }),
      limit: LIMIT,
    }),
    body: null,
    status: 200,
    answer: listOf('ReviewQueue'),
    act: async ({ query: { limit, decided: isDecided, kind, agreement, report } }) => {
      const filter = {
        decided: isDecided === 'true',
        ...(kind === undefined ? {} : { kind }),
        ...(agreement === undefined ? {} : { agreement }),
        ...(report === undefined ? {} : { report }),
      };
      const found = await review.queue(filter);
      return { items: found.slice(0, limit).map(itemOf), total: found.length };
    },
  });
  addAction(api, {
    ...shared,
    method: 'post',
    path: '/review/decisions',
    summary: 'Decides about a thing; the decision takes effect in the same step',
    description: '`seen` is the `seq` of the item as it was looked at: if somebody has decided since, the answer is 409.',
    right: 'review',
    query: NO_QUERY,
    body: z
      .strictObject({
        target: TARGET,
        action: z.enum(ACTIONS),
        others: z.array(z.string().min(1).max(200)).max(MOST).default([]).describe('further items: merged with it, or taken out of it'),
        change: z.record(z.string().max(60), z.unknown()).nullable().default(null).describe('of correct and add: fields and new values'),
        seen: z.int().min(0).optional(),
        why: WHY,
      })
      .openapi('NewDecision'),
    status: 201,
    answer: DECIDED,
    canRepeat: true,
    refusals: [404, 409, 422],
    act: async ({ body: { seen, ...body }, principal: { name } }) =>
      decided(await review.decide({ ...body, by: name, ...(seen === undefined ? {} : { seen }) })),
  });
  addAction(api, {
    ...shared,
    method: 'post',
    path: '/review/withdrawals',
    summary: 'Takes a decision back by a later one; both stay on record',
    right: 'review',
    query: NO_QUERY,
    body: z.strictObject({ decision: z.string().min(1).max(200), why: WHY }).openapi('NewWithdrawal'),
    status: 201,
    answer: DECIDED,
    canRepeat: true,
    refusals: [404, 409, 422],
    act: async ({ body, principal: { name } }) => decided(await review.withdraw({ ...body, by: name })),
  });
  addAction(api, {
    ...shared,
    method: 'get',
    path: '/review/tasks',
    summary: 'What is to be coded, with one’s own answers and nobody else’s',
    right: 'code',
    query: z.strictObject({ kind: z.enum(['statement', 'reading', 'incident']).optional(), report: REPORT, limit: LIMIT }),
    body: null,
    status: 200,
    answer: listOf('CodingTasks'),
    act: async ({ query: { limit, kind, report }, principal: { name } }) => {
      const found = await coding.tasks(name, { ...(kind === undefined ? {} : { kind }), ...(report === undefined ? {} : { report }) });
      return { items: found.slice(0, limit), total: found.length };
    },
  });
  addAction(api, {
    ...shared,
    method: 'post',
    path: '/review/codings',
    summary: 'Answers one variable of the codebook about one thing, without sight of what others answer',
    right: 'code',
    query: NO_QUERY,
    body: z
      .strictObject({
        target: TARGET,
        variable: z.string().min(1).max(60),
        value: VALUE,
        note: z.string().max(2_000).nullable().default(null),
      })
      .openapi('NewCoding'),
    status: 201,
    answer: DECIDED,
    canRepeat: true,
    refusals: [404, 409, 422],
    act: async ({ body, principal: { name } }) => decided(await coding.code({ ...body, coder: name })),
  });
  addAction(api, {
    ...shared,
    method: 'get',
    path: '/review/agreement',
    summary: 'How far the coders agree on each variable, as coded (Krippendorff’s alpha)',
    right: 'review',
    query: NO_QUERY,
    body: null,
    status: 200,
    answer: z.strictObject({ items: z.array(z.looseObject({ alpha: z.number().nullable(), units: z.int() })) }).openapi('CoderAgreement'),
    // The samples of the interval come out the same every time.
    act: async () => ({ items: (await coding.agreement(1)).map(({ disputed: _, ...item }) => item) }),
  });
  addAction(api, {
    ...shared,
    method: 'get',
    path: '/review/adjudications',
    summary: 'Answers that differ and that the asker may settle: of things they have not coded themselves',
    right: 'review',
    query: z.strictObject({ limit: LIMIT }),
    body: null,
    status: 200,
    answer: listOf('CodingDifferences'),
    act: async ({ query: { limit }, principal: { name } }) => {
      const found = await coding.differences(name);
      return { items: found.slice(0, limit), total: found.length };
    },
  });
  addAction(api, {
    ...shared,
    method: 'post',
    path: '/review/adjudications',
    summary: 'Settles a difference, by somebody who has not coded it',
    right: 'review',
    query: NO_QUERY,
    body: z.strictObject({ target: TARGET, variable: z.string().min(1).max(60), value: VALUE, why: WHY }).openapi('NewAdjudication'),
    status: 201,
    answer: DECIDED,
    canRepeat: true,
    refusals: [404, 409, 422],
    act: async ({ body, principal: { name } }) => decided(await coding.adjudicate({ ...body, by: name })),
  });
  addAction(api, {
    ...shared,
    method: 'post',
    path: '/statements',
    summary: 'Anchors a statement by hand in a text of any language: its words must stand in the report',
    right: 'review',
    query: NO_QUERY,
    body: z
      .strictObject({
        report: z.string().min(1).max(200).describe('id of the report'),
        statement: z.record(z.string().max(60), z.unknown()).describe('words, occurrence, speakers, act, polarity … as `trucebook anchor`'),
        why: WHY,
      })
      .openapi('NewStatement'),
    status: 201,
    answer: DECIDED,
    canRepeat: true,
    refusals: [404, 409, 422],
    act: async ({ body: { report, statement, why }, principal: { name } }) => {
      const [kept] = await book.store.facts('report', { ids: [report] });
      if (!kept) return unknownId('report', report);
      return decided(await review.decide({ action: 'add', target: { kind: 'report', id: report }, change: statement, by: name, why }));
    },
  });
}
