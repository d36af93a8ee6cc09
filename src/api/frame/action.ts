import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Refusal } from '../../app/refusal.ts';
import type { ErrorCode } from '../../errors.ts';
import type { Principal, Right } from '../../model/index.ts';
import { BookFailure, type By } from '../../store/index.ts';
import type { ApiEnv } from './asked.ts';
import { type ApiProblem, answerProblem } from './problem.ts';
import { guardedBy, problemAnswers } from './resource.ts';

/** A request that has been checked, of somebody who has the right. */
export interface AskedAction<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly principal: Principal;
  readonly c: Context<ApiEnv>;
}

/** An answer that made nothing new, since what was sent is there already. */
export interface Repeated {
  readonly wasThere: object;
}

interface Action<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Path after {@link BASE}. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly right: Right;
  readonly params: P;
  readonly query: Q;
  /** Schema of the JSON sent along, or of the form where it is an upload; null where there is none. */
  readonly body: B | null;
  /** What is sent along is a form with a file in it. */
  readonly isUpload?: boolean;
  readonly status: 200 | 201 | 204;
  /** What was sent may be there already; then the status is 200. */
  readonly canRepeat?: boolean;
  /** Schema of the answer; null where it has no content. */
  readonly answer: z.ZodType | null;
  /** Statuses of refusals beside those that any action has. */
  readonly refusals?: readonly number[];
  readonly act: (asked: AskedAction<z.output<P>, z.output<Q>, z.output<B>>) => Promise<object | null | ApiProblem | Repeated>;
}

/** Statuses of what is refused; all others are 422. */
const STATUS: Partial<Record<ErrorCode, ApiProblem['status']>> = {
  TB_USER_UNKNOWN: 404,
  TB_TOKEN_UNKNOWN: 404,
  TB_WEBHOOK_UNKNOWN: 404,
  TB_INCIDENT_UNKNOWN: 404,
  TB_REVIEW_UNKNOWN: 404,
  TB_ANCHOR_REPORT: 404,
  TB_REVIEW_OVERTAKEN: 409,
  TB_CODING_SETTLED: 409,
  TB_CODING_NOTHING_TO_SETTLE: 409,
  TB_CODING_OWN: 409,
  TB_REVIEW_NOTHING_TO_WITHDRAW: 409,
  TB_DELETED_BEFORE: 409,
  TB_USER_EXISTS: 409,
  TB_USER_DISABLED: 409,
  TB_USER_LAST_ADMIN: 409,
};

const isProblem = (outcome: object | null): outcome is ApiProblem => outcome !== null && 'code' in outcome && 'status' in outcome;

/** What is refused because of what was asked, and not because something is wrong with the book. */
const isRefusal = (failure: BookFailure): boolean =>
  failure instanceof Refusal || /^TB_(?:REVIEW|CODING|ANCHOR)_/.test(failure.problem.code);

/** What somebody refused with a code, as an answer; anything else is a fault and thrown on. */
function refusalOf(failure: unknown): ApiProblem {
  if (!(failure instanceof BookFailure) || !isRefusal(failure)) throw failure;
  const { code } = failure.problem;
  return { status: STATUS[code] ?? 422, code, values: failure.values };
}

/** Who an entry of the journal is by. */
export const byPrincipal = ({ name }: Principal): By => ({ author: { kind: 'person', name } });

/** Adds what changes something, or answers about the asker alone: no cache keeps it. */
export function addAction<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  api: OpenAPIHono<ApiEnv>,
  shape: Action<P, Q, B>,
): void {
  const { method, right, params, query, body, status, answer, isUpload = false, canRepeat = false, refusals = [] } = shape;
  const isOpen = right === 'releases';
  const codes = [
    400,
    ...(isOpen ? [] : [401, 403]),
    ...(method === 'get' ? [] : [403, 413]),
    ...(body === null ? [] : [415]),
    ...refusals,
    429,
    500,
    503,
  ];
  const responses = {
    [status]:
      answer === null ? { description: 'Done' } : { description: 'The answer', content: { 'application/json': { schema: answer } } },
    ...(!canRepeat || answer === null
      ? {}
      : { 200: { description: 'It was there already', content: { 'application/json': { schema: answer } } } }),
    ...problemAnswers(codes),
  };
  const route = createRoute({
    method,
    ...guardedBy(right, shape),
    request: {
      params: params as never,
      query: query as never,
      ...(body === null
        ? {}
        : { body: { required: true, content: { [isUpload ? 'multipart/form-data' : 'application/json']: { schema: body as never } } } }),
    },
    responses: responses as { 200: { description: string } },
  });
  api.openapi(route, async (c): Promise<Response> => {
    const asked = {
      params: c.req.valid('param' as never) as z.output<P>,
      query: c.req.valid('query' as never) as z.output<Q>,
      body: (body === null ? undefined : c.req.valid((isUpload ? 'form' : 'json') as never)) as z.output<B>,
      principal: c.get('principal'),
      c: c as Context<ApiEnv>,
    };
    const outcome = await shape.act(asked).catch(refusalOf);
    if (isProblem(outcome)) return answerProblem(c, outcome);
    c.header('Cache-Control', 'private, no-store');
    c.header('Vary', 'Accept, Authorization, Cookie');
    if (answer === null || outcome === null) return c.body(null, 204);
    const isThere = 'wasThere' in outcome;
    c.header('Content-Type', 'application/json');
    return c.body(`${JSON.stringify(isThere ? outcome.wasThere : outcome)}\n`, status === 201 && !isThere ? 201 : 200);
  });
}

/** Of an action without a query. */
export const NO_QUERY: z.ZodObject<Record<never, never>> = z.strictObject({});
