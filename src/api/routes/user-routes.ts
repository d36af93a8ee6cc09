import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { AccountFailure } from '../../app/accounts/account-failure.ts';
import { addAction, byPrincipal, NO_QUERY } from '../frame/action.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { NAME, PASSWORD, ROLE, USER } from '../schemas/account.ts';
import { ID, NO_PARAMS } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';

const TAG = 'accounts';

/** Adds the accounts, for whoever administers the book. */
export function addUserRoutes(api: OpenAPIHono<ApiEnv>, { accounts }: NonNullable<ApiSite['accounts']>): void {
  addAction(api, {
    method: 'get',
    path: '/users',
    tag: TAG,
    summary: 'All accounts',
    right: 'administer',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: null,
    status: 200,
    answer: z.strictObject({ items: z.array(USER) }).openapi('Users'),
    act: async () => ({ items: await accounts.users.list() }),
  });
  addAction(api, {
    method: 'post',
    path: '/users',
    tag: TAG,
    summary: 'Adds an account',
    right: 'administer',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: z
      .strictObject({ name: NAME, role: ROLE, password: PASSWORD.nullable().default(null).describe('null: the account has tokens only') })
      .openapi('NewUser'),
    status: 201,
    answer: USER,
    refusals: [409, 422],
    act: ({ principal, body }) => accounts.users.add(body, byPrincipal(principal)),
  });
  addAction(api, {
    method: 'patch',
    path: '/users/{id}',
    tag: TAG,
    summary: 'Changes role or password of an account, disables or enables it',
    description: 'Each ends the sessions of the account. One thing at a time, each an entry of the journal.',
    right: 'administer',
    params: ID,
    query: NO_QUERY,
    body: z
      .union([z.strictObject({ role: ROLE }), z.strictObject({ password: PASSWORD }), z.strictObject({ disabled: z.boolean() })])
      .openapi('UserChange'),
    status: 200,
    answer: USER,
    refusals: [404, 409, 422],
    act: async ({ principal, params: { id }, body }) => {
      // By id alone: a name could be that of another by now.
      if (!(await accounts.users.list()).some((user) => user.id === id)) throw new AccountFailure('TB_USER_UNKNOWN', { name: id });
      const by = byPrincipal(principal);
      if ('role' in body) return accounts.users.changeRole(id, body.role, by);
      if ('password' in body) return accounts.users.setPassword(id, body.password, by);
      return accounts.users.setDisabled(id, body.disabled, by);
    },
  });
}
