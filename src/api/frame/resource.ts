import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import type { ServedAudience } from '../../app/book-desk.ts';
import type { Moment } from '../../app/desk.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../i18n/index.ts';
import { may, type Principal, type Right } from '../../model/index.ts';
import type { BookStore } from '../../store/index.ts';
import type { ApiSite } from '../site.ts';
import { type View, viewOf } from '../view.ts';
import { answerBody } from './answer.ts';
import type { ApiEnv } from './asked.ts';
import { type Ordered, type Page, pageAfter } from './cursor.ts';
import { chooseForm, type Form, MEDIA_TYPES } from './negotiate.ts';
import { type ApiProblem, answerProblem, answerTooMany, PROBLEM } from './problem.ts';

/** Where every address of the interface begins. */
export const BASE = '/api/v1';

/** What a route gives: the body of its JSON, and the other forms it can be had in. */
export interface Found {
  readonly body: object;
  readonly csv?: () => string;
  readonly geojson?: () => string;
  readonly jsonld?: () => string;
  /** Of a list: the cursor of the next page, null on the last. */
  readonly next?: string | null;
}

/** Bytes as they were kept; never shown by a browser under our name. */
export interface FoundBytes {
  readonly bytes: Uint8Array;
  /** Name under which they are saved. */
  readonly name: string;
}

/** A text in a form of its own, such as a feed. */
export interface FoundText {
  readonly text: string;
  /** Cursor of the next page, null on the last. */
  readonly next: string | null;
}

export type Outcome = Found | FoundBytes | FoundText | ApiProblem;

/** A request that has been checked; a route of the public knows no more of the book than the view. */
export interface Asked<P, Q> {
  readonly params: P;
  readonly query: Q;
  readonly view: View;
  /** Name of the list asked for with everything it is narrowed by: a cursor belongs to one. */
  readonly list: string;
  /** Address asked for, with its host. */
  readonly url: string;
  /** Language of the interface: asked for by the address, else by the header. */
  readonly language: InterfaceLanguage;
  /** The same address after a cursor, without its host. */
  readonly addressAfter: (cursor: string) => string;
}

/** A request of somebody who may read the book. */
export interface AskedInside<P, Q> extends Asked<P, Q> {
  readonly store: BookStore;
  readonly principal: Principal;
}

interface Shape<P extends z.ZodType, Q extends z.ZodType, A> {
  /** Path after {@link BASE}, `/agreements/{id}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params: P;
  readonly query: Q;
  /** Schema of the JSON; null where bytes are given as they were kept, or a text of `media`. */
  readonly answer: z.ZodType | null;
  /** Media type of a text that has no other form. */
  readonly media?: string;
  /** Forms beside JSON. */
  readonly forms?: readonly Exclude<Form, 'json'>[];
  /** Statuses of problems beside those that any answer can have. */
  readonly problems?: readonly number[];
  readonly find: (asked: A) => Outcome | Promise<Outcome>;
}

const OTHER_FORMS: Readonly<Record<Exclude<Form, 'json'>, z.ZodType>> = {
  csv: z.string(),
  geojson: z.looseObject({ type: z.literal('FeatureCollection') }),
  jsonld: z.looseObject({ '@graph': z.array(z.looseObject({})) }),
};

/** Statuses that any answer can have, with what they mean. */
const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'A parameter cannot be used',
  401: 'Only users may ask this',
  403: 'The role of the user does not have the right',
  404: 'There is no such thing that the asker may see',
  409: 'It does not fit with what there is',
  413: 'The body is too large',
  415: 'The body is no JSON',
  422: 'What the body says cannot be used',
  406: 'There is no form that the header Accept allows',
  429: 'Too many requests',
  500: 'A fault of the program',
  503: 'The book cannot be read at the moment',
};

/** Descriptions of answers that are none. */
export const problemAnswers = (
  codes: readonly number[],
): Readonly<
  Record<string, { readonly description: string; readonly content: Readonly<Record<string, { readonly schema: typeof PROBLEM }>> }>
> =>
  Object.fromEntries(
    codes.map((code) => [code, { description: PROBLEMS[code] ?? '', content: { 'application/problem+json': { schema: PROBLEM } } }]),
  );

/** Lets those pass whose role has a right. */
export function needs(right: Right): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { role, via } = c.get('principal');
    if (!may(role, right))
      return via === 'nothing'
        ? answerProblem(c, { status: 401, code: 'TB_API_LOGIN' })
        : answerProblem(c, { status: 403, code: 'TB_API_FORBIDDEN', values: { role, right } });
    await next();
    return undefined;
  };
}

/** For whom somebody is answered. */
export const audienceOf = ({ role }: Principal): ServedAudience => (may(role, 'read') ? 'internal' : 'public');

function listOf(path: string, params: object, query: object): string {
  const { limit: _, cursor: __, ...narrowed } = query as Readonly<Record<string, unknown>>;
  return createHash('sha256')
    .update(JSON.stringify([path, params, narrowed]))
    .digest('base64url')
    .slice(0, 10);
}

/** The dates that a request asks for. */
function momentsIn(query: object): readonly Moment[] {
  const { as_of: asOf = null, held_at: heldAt = null } = query as { readonly as_of?: string; readonly held_at?: string };
  return asOf === null && heldAt === null ? [] : [{ asOf, heldAt }];
}

/** The address of the same list after a cursor. */
function addressAfter(c: Context, cursor: string): string {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set('cursor', cursor);
  return `${pathname}?${searchParams}`;
}

/** The language of an answer that is written in one: the address decides before the header. */
function languageOf(c: Context, query: unknown): InterfaceLanguage {
  const { lang } = query as { readonly lang?: InterfaceLanguage };
  if (lang !== undefined) return lang;
  const known = (type: string): InterfaceLanguage | undefined =>
    INTERFACE_LANGUAGES.find((language) => language === type.slice(0, 2).toLowerCase());
  const match = (wanted: readonly { readonly type: string; readonly q: number }[]): string =>
    [...wanted].sort((x, y) => y.q - x.q).flatMap(({ type, q }) => (q > 0 ? (known(type) ?? []) : []))[0] ?? 'de';
  return accepts(c, { header: 'Accept-Language', supports: [...INTERFACE_LANGUAGES], default: 'de', match }) as InterfaceLanguage;
}

function answerFound(c: Context<ApiEnv>, found: Found, form: Form, audience: ServedAudience): Response {
  const next = found.next === undefined || found.next === null ? null : addressAfter(c, found.next);
  if (next !== null) c.header('Link', `<${next}>; rel="next"`);
  const body = found.next === undefined ? found.body : { ...found.body, next };
  const text = form === 'json' ? `${JSON.stringify(body)}\n` : (found[form]?.() ?? '');
  return answerBody(c, text, form === 'csv' ? `${MEDIA_TYPES.csv}; charset=utf-8` : MEDIA_TYPES[form], audience);
}

function answerBytes(c: Context<ApiEnv>, { bytes, name }: FoundBytes, audience: ServedAudience): Response {
  // What was kept may be a page with scripts: it is saved, never shown.
  c.header('Content-Disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`);
  return answerBody(c, new Uint8Array(bytes), 'application/octet-stream', audience);
}

interface Guarded {
  readonly path: string;
  readonly tags: string[];
  readonly summary: string;
  readonly description: string;
  readonly security: Record<string, string[]>[];
  readonly 'x-right': Right;
  readonly middleware: MiddlewareHandler<ApiEnv>[];
}

/** What every route says of itself, and the check of the right that it names. */
export function guardedBy(
  right: Right,
  {
    path,
    tag,
    summary,
    description,
  }: { readonly path: string; readonly tag: string; readonly summary: string; readonly description?: string },
): Guarded {
  return {
    path: `${BASE}${path}`,
    tags: [tag],
    summary,
    description: `${description === undefined ? '' : `${description} `}Right: \`${right}\`.`,
    security: [...(right === 'releases' ? [{}] : []), { token: [] }, { session: [] }],
    'x-right': right,
    middleware: [needs(right)],
  };
}

function add<P extends z.ZodType, Q extends z.ZodType>(
  api: OpenAPIHono<ApiEnv>,
  site: ApiSite,
  right: Right,
  shape: Shape<P, Q, AskedInside<z.output<P>, z.output<Q>>>,
): void {
  const { path, params, query, answer, media, forms = [], problems = [] } = shape;
  const all: readonly Form[] = ['json', ...forms];
  const content =
    answer === null
      ? media === undefined
        ? { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } }
        : { [media]: { schema: z.string() } }
      : {
          'application/json': { schema: answer },
          ...Object.fromEntries(forms.map((form) => [MEDIA_TYPES[form], { schema: OTHER_FORMS[form] }])),
        };
  const isOpen = right === 'releases';
  const route = createRoute({
    method: 'get',
    ...guardedBy(right, shape),
    request: { params: params as never, query: query as never },
    responses: {
      200: { description: 'The answer', content },
      304: { description: 'The asker has it already, as If-None-Match says' },
      ...problemAnswers([400, ...(isOpen ? problems : [401, 403, ...problems]), 404, 406, 429, 500, 503]),
    },
  });
  api.openapi(route, async (c): Promise<Response> => {
    const principal = c.get('principal');
    const audience = audienceOf(principal);
    const accept = c.req.header('accept');
    const form = answer === null ? 'json' : chooseForm(accept, all);
    if (form === null) {
      const values = { accept: accept ?? '', forms: all.map((one) => MEDIA_TYPES[one]).join(', ') };
      return answerProblem(c, { status: 406, code: 'TB_API_NOT_ACCEPTABLE', values });
    }
    const asked = { params: c.req.valid('param' as never) as z.output<P>, query: c.req.valid('query' as never) as z.output<Q> };
    const desk = await site.desks(audience);
    // A desk for others would tell the asker what they may not know.
    if (desk.audience !== audience) throw new Error(`The desk is for ${desk.audience}, the asker is ${audience}.`);
    const view = viewOf(desk, site);
    const list = listOf(path, asked.params as object, asked.query as object);
    const language = languageOf(c, asked.query);
    const after = (cursor: string): string => addressAfter(c, cursor);
    const moments = momentsIn(asked.query as object);
    const seconds = site.past?.wait(desk, moments) ?? 0;
    if (seconds > 0) return answerTooMany(c, seconds);
    const find = async (): Promise<Outcome> =>
      shape.find({ ...asked, view, list, url: c.req.url, language, addressAfter: after, store: site.store, principal });
    const outcome = await (site.past?.answer(desk, moments, find) ?? find());
    if ('code' in outcome) return answerProblem(c, outcome);
    if ('text' in outcome) {
      if (outcome.next !== null) c.header('Link', `<${addressAfter(c, outcome.next)}>; rel="next"`);
      const answer = answerBody(c, outcome.text, `${media ?? 'text/plain'}; charset=utf-8`, audience);
      answer.headers.append('Vary', 'Accept-Language');
      return answer;
    }
    return 'bytes' in outcome ? answerBytes(c, outcome, audience) : answerFound(c, outcome, form, audience);
  });
}

/** Adds what everybody may ask; each asker sees it as far as it may be seen. */
export function addOpen<P extends z.ZodType, Q extends z.ZodType>(
  api: OpenAPIHono<ApiEnv>,
  site: ApiSite,
  shape: Shape<P, Q, Asked<z.output<P>, z.output<Q>>>,
): void {
  add(api, site, 'releases', shape);
}

/** Adds what a right beyond that of the public is needed for. */
export function addInside<P extends z.ZodType, Q extends z.ZodType>(
  api: OpenAPIHono<ApiEnv>,
  site: ApiSite,
  right: Exclude<Right, 'releases'>,
  shape: Shape<P, Q, AskedInside<z.output<P>, z.output<Q>>>,
): void {
  add(api, site, right, shape);
}

/** The page of a list that a request asks for. */
export function pageOf<T>(
  list: Ordered<T>,
  asked: { readonly list: string; readonly query: { readonly cursor?: string | undefined; readonly limit: number } },
): Page<T> | ApiProblem {
  return pageAfter(list, asked.list, asked.query) ?? { status: 400, code: 'TB_API_CURSOR' };
}

/** There is no such thing, or none that the asker may see: the two cannot be told apart. */
export function unknownId(kind: string, id: string): ApiProblem {
  return { status: 404, code: 'TB_API_ID_UNKNOWN', values: { kind, id } };
}
