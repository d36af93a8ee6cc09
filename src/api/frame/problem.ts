import { STATUS_CODES } from 'node:http';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type ErrorCode, problem } from '../../errors.ts';

/** One parameter or field that cannot be used. */
export interface WrongField {
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly name: string;
  readonly detail: string;
}

/** What is wrong, as a route says it; {@link answerProblem} makes the answer of it. */
export interface ApiProblem {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 413 | 414 | 415 | 422 | 429 | 500 | 503;
  readonly code: ErrorCode;
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: readonly WrongField[];
}

/** Body of every answer that is none, RFC 9457. */
export const PROBLEM: z.ZodType<
  Readonly<Record<'type' | 'title' | 'detail' | 'code' | 'remedy', string>> & {
    readonly status: number;
    readonly errors?: WrongField[] | undefined;
  }
> = z
  .object({
    type: z.string().describe('urn:trucebook:error: and the code'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    code: z.string().describe('code of docs/reference/errors.md'),
    remedy: z.string().describe('what to do'),
    errors: z
      .array(z.strictObject({ in: z.enum(['path', 'query', 'header', 'body']), name: z.string(), detail: z.string() }))
      .optional()
      .describe('parameters or fields that cannot be used'),
  })
  .strict()
  .openapi('Problem');

/** Longest stretch of what was asked that is repeated in an answer. */
const LONGEST = 120;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Answers with a problem of the registry as `application/problem+json`; nothing of it is kept by a cache. */
export function answerProblem(c: Context, { status, code, values = {}, errors }: ApiProblem): Response {
  const told = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shortened(value)]));
  const { message, remedy } = problem(code, told);
  const filled = remedy.replace(/\{(\w+)\}/g, (whole, name: string) => told[name] ?? whole);
  const body = {
    type: `urn:trucebook:error:${code}`,
    title: STATUS_CODES[status] ?? '',
    status,
    detail: message,
    code,
    remedy: filled,
    ...(errors === undefined ? {} : { errors }),
  };
  c.header('Cache-Control', 'no-store');
  c.header('Content-Type', 'application/problem+json');
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="trucebook"');
  return c.body(`${JSON.stringify(body)}\n`, status);
}

/** Answers somebody who has asked too often; `seconds` from now they may ask again. */
export function answerTooMany(c: Context, seconds: number): Response {
  c.header('Retry-After', String(Math.max(1, Math.ceil(seconds))));
  return answerProblem(c, { status: 429, code: 'TB_API_TOO_MANY' });
}
