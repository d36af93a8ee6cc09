import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { LoginOutcome } from '../../app/accounts/login.ts';
import { may, type Principal, RIGHTS } from '../../model/index.ts';
import { addAction, NO_QUERY } from '../frame/action.ts';
import type { ApiEnv } from '../frame/asked.ts';
import type { ApiProblem } from '../frame/problem.ts';
import { NAME, PASSWORD, SESSION, type SessionView } from '../schemas/account.ts';
import { NO_PARAMS } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';

const TAG = 'session';

const viewOf = ({ user, name, role, via }: Principal, csrf: string | null): SessionView => ({
  user,
  name,
  role,
  via,
  rights: RIGHTS.filter((right) => may(role, right)),
  csrf,
});

function answerOf(c: Context<ApiEnv>, outcome: LoginOutcome): SessionView | ApiProblem {
  if (outcome.kind === 'in') return viewOf(outcome.principal, outcome.csrf);
  if (outcome.kind === 'refused') return { status: 401, code: 'TB_LOGIN_WRONG' };
  c.header('Retry-After', String(outcome.seconds));
  return { status: 429, code: 'TB_LOGIN_WAIT', values: { seconds: String(outcome.seconds) } };
}

/** Adds logging in and out, and the question who one is. */
export function addSessionRoutes(api: OpenAPIHono<ApiEnv>, { access }: NonNullable<ApiSite['accounts']>): void {
  addAction(api, {
    method: 'get',
    path: '/session',
    tag: TAG,
    summary: 'Who asks, with which rights',
    right: 'releases',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: null,
    status: 200,
    answer: SESSION,
    act: async ({ c, principal }) => viewOf(principal, await access.csrfOf(c)),
  });
  addAction(api, {
    method: 'post',
    path: '/session',
    tag: TAG,
    summary: 'Logs in',
    description: 'The session is in a cookie that scripts cannot read. Programs do better with an access token.',
    right: 'releases',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: z.strictObject({ name: NAME, password: PASSWORD }).openapi('Login'),
    status: 200,
    answer: SESSION,
    refusals: [401],
    act: async ({ c, body: { name, password } }) => answerOf(c, await access.logIn(c, name, password)),
  });
  addAction(api, {
    method: 'delete',
    path: '/session',
    tag: TAG,
    summary: 'Logs out',
    right: 'releases',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: null,
    status: 204,
    answer: null,
    act: async ({ c }) => {
      await access.logOut(c);
      return null;
    },
  });
  addAction(api, {
    method: 'post',
    path: '/session/password',
    tag: TAG,
    summary: 'Gives oneself another password',
    description: 'Ends all other sessions of the user. Tokens stay.',
    right: 'releases',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: z.strictObject({ current: PASSWORD, password: PASSWORD }).openapi('NewPassword'),
    status: 200,
    answer: SESSION,
    refusals: [401, 422],
    act: async ({ c, principal, body: { current, password } }) =>
      principal.via === 'session' ? answerOf(c, await access.changePassword(c, current, password)) : { status: 401, code: 'TB_API_LOGIN' },
  });
}
