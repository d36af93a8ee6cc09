import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { makeChangeFeed } from '../app/changes/change-feed.ts';
import { makePastGuard } from '../app/past-guard.ts';
import { isLocalName, SHARED_HEADERS } from '../app/security-headers.ts';
import { BookFailure } from '../store/index.ts';
import type { ApiEnv } from './frame/asked.ts';
import { answerProblem, type WrongField } from './frame/problem.ts';
import { refuse } from './frame/refuse.ts';
import { BASE } from './frame/resource.ts';
import { addAgreementRoutes } from './routes/agreement-routes.ts';
import { addChangeRoutes } from './routes/change-routes.ts';
import { addDocumentRoute } from './routes/document-routes.ts';
import { addIncidentRoutes } from './routes/incident-routes.ts';
import { addIntakeRoutes } from './routes/intake-routes.ts';
import { addJournalRoutes } from './routes/journal-routes.ts';
import { addPositionRoute } from './routes/position-routes.ts';
import { addPublishingRoutes } from './routes/publishing-routes.ts';
import { addReleaseRoutes } from './routes/release-routes.ts';
import { addReportRoutes } from './routes/report-routes.ts';
import { addReviewRoutes } from './routes/review-routes.ts';
import { addSearchRoutes } from './routes/search-routes.ts';
import { addSessionRoutes } from './routes/session-routes.ts';
import { addStatementRoutes } from './routes/statement-routes.ts';
import { addTokenRoutes } from './routes/token-routes.ts';
import { addUserRoutes } from './routes/user-routes.ts';
import { addWebhookRoutes } from './routes/webhook-routes.ts';
import type { ApiSite } from './site.ts';

/** Answers for programs run, load and frame nothing, should a browser ever show one. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** Largest body of a request, in bytes, where a route does not say otherwise. */
const LARGEST_BODY = 1_048_576;

/** Where files are sent, and the largest there. */
const UPLOADS: readonly string[] = [`${BASE}/reports/files`, `${BASE}/incidents/import`];
const LARGEST_FILE = 8_388_608;

/** Which part of a request a check is about. */
const PARTS: Readonly<Record<string, WrongField['in']>> = { param: 'path', query: 'query', header: 'header' };

interface ZodFault {
  readonly issues: readonly {
    readonly path: readonly PropertyKey[];
    readonly message: string;
    readonly code: string;
    readonly keys?: readonly string[];
  }[];
}

/** Most fields of one request that are named. */
const NAMED = 20;

function wrongFields(target: string, { issues }: ZodFault): readonly WrongField[] {
  const part = PARTS[target] ?? 'body';
  return issues
    .flatMap(({ path, message, keys }): readonly WrongField[] =>
      keys === undefined
        ? [{ in: part, name: path.join('.'), detail: message }]
        : keys.map((key) => ({ in: part, name: [...path, key].join('.').slice(0, 80), detail: 'is not known here' })),
    )
    .slice(0, NAMED);
}

/** The methods of each path, so that any other is answered with them. */
function addMethods(api: OpenAPIHono<ApiEnv>): void {
  const methods = new Map<string, Set<string>>();
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { path, method } = definition.route;
    const known = methods.get(path) ?? new Set(['OPTIONS']);
    known.add(method.toUpperCase());
    if (method === 'get') known.add('HEAD');
    methods.set(path, known);
  }
  for (const [path, known] of methods) {
    const allow = [...known].sort().join(', ');
    api.all(path.replace(/\{(\w+)\}/g, ':$1'), (c) => {
      c.header('Allow', allow);
      if (c.req.method === 'OPTIONS') return c.body(null, 204);
      return answerProblem(c, { status: 405, code: 'TB_API_METHOD', values: { method: c.req.method, path: c.req.path } });
    });
  }
}

/** A fault of the store has a code of the book; what it says may name places on the disk and stays here. */
const isOfBook = (fault: unknown): boolean => fault instanceof BookFailure;

function answerFault(site: ApiSite, fault: unknown, c: Context): Response {
  // The framework says so where a body is no JSON at all, or said to be something else.
  if (fault instanceof HTTPException && (fault.status === 400 || fault.status === 415))
    return answerProblem(c, { status: fault.status, code: 'TB_API_BODY' });
  site.failed(fault);
  return answerProblem(c, isOfBook(fault) ? { status: 503, code: 'TB_API_BOOK' } : { status: 500, code: 'TB_API_FAILED' });
}

/** Makes the interface for programs over a book; `local` answers only to the names of this machine. */
export function makeApi(given: ApiSite, { local = true }: { readonly local?: boolean } = {}): OpenAPIHono<ApiEnv> {
  const site: ApiSite = { ...given, past: given.past ?? makePastGuard(given.now), changes: given.changes ?? makeChangeFeed(given) };
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const errors = wrongFields(result.target, result.error);
      const reason = errors.map(({ name, detail }) => `${name}: ${detail}`).join('; ');
      return answerProblem(c, { status: 400, code: 'TB_API_INVALID', values: { reason }, errors });
    },
  });
  api.use(async (c, next) => {
    await next();
    for (const [name, value] of SHARED_HEADERS) c.res.headers.set(name, value);
    c.res.headers.set('Content-Security-Policy', POLICY);
  });
  api.use(async (c, next) => {
    if (local && !isLocalName(c.req.header('host'))) return c.text('Misdirected request', 421);
    c.set('principal', await site.access.principalOf(c));
    const refused = await refuse(c, site);
    if (refused) return refused;
    await next();
    return undefined;
  });
  const limitTo = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => answerProblem(c, { status: 413, code: 'TB_API_TOO_LARGE', values: { limit: String(maxSize) } }) });
  const [limitBody, limitFile] = [limitTo(LARGEST_BODY), limitTo(LARGEST_FILE)];
  api.use(`${BASE}/*`, (c, next) => (UPLOADS.includes(c.req.path) ? limitFile(c, next) : limitBody(c, next)));
  addDocumentRoute(api, site);
  addReportRoutes(api, site);
  addStatementRoutes(api, site);
  addAgreementRoutes(api, site);
  addIncidentRoutes(api, site);
  addSearchRoutes(api, site);
  addReleaseRoutes(api, site);
  addJournalRoutes(api, site);
  const { accounts } = site;
  if (accounts) {
    addSessionRoutes(api, accounts);
    addUserRoutes(api, accounts);
    addTokenRoutes(api, accounts);
    addPositionRoute(api, site, accounts);
  }
  addChangeRoutes(api, site);
  if (site.work) {
    addIntakeRoutes(api, site.work);
    addPublishingRoutes(api, site, site.work);
    addReviewRoutes(api, site.work);
  }
  if (site.webhooks) addWebhookRoutes(api, site.webhooks);
  addMethods(api);
  api.notFound((c) => answerProblem(c, { status: 404, code: 'TB_API_PATH_UNKNOWN', values: { path: c.req.path } }));
  api.onError((fault, c) => answerFault(site, fault, c));
  return api;
}
