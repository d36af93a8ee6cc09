import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { AccountFailure } from '../../app/accounts/account-failure.ts';
import { may, type Principal } from '../../model/index.ts';
import { addAction, byPrincipal, NO_QUERY } from '../frame/action.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { NAME, ROLE, TOKEN } from '../schemas/account.ts';
import { ID, NO_PARAMS } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';

const TAG = 'accounts';

const isAdmin = ({ role }: Principal): boolean => may(role, 'administer');

/** Adds the tokens: everybody has their own, whoever administers the book all. */
export function addTokenRoutes(api: OpenAPIHono<ApiEnv>, { accounts }: NonNullable<ApiSite['accounts']>): void {
  addAction(api, {
    method: 'get',
    path: '/tokens',
    tag: TAG,
    summary: 'One’s own tokens; all for whoever administers the book',
    right: 'read',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: null,
    status: 200,
    answer: z.strictObject({ items: z.array(TOKEN) }).openapi('Tokens'),
    act: async ({ principal }) => ({ items: await accounts.tokens.list(isAdmin(principal) ? undefined : (principal.user ?? '')) }),
  });
  addAction(api, {
    method: 'post',
    path: '/tokens',
    tag: TAG,
    summary: 'Makes a token; its secret is given this once',
    description: 'A token can do at most what its user may at the time of use.',
    right: 'read',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: z
      .strictObject({
        label: NAME.describe('what it is for'),
        role: ROLE,
        expiresAt: z.string().max(40).nullable().default(null).describe('instant in UTC; null: until it is revoked'),
        user: z.string().max(200).optional().describe('id or name of somebody else, for whoever administers the book'),
      })
      .openapi('NewToken'),
    status: 201,
    answer: z.strictObject({ token: TOKEN, secret: z.string().describe('to be sent as Authorization: Bearer') }).openapi('MadeToken'),
    refusals: [404, 409, 422],
    act: async ({ principal, body: { user = principal.user ?? '', ...body } }) => {
      if (user !== principal.user && !isAdmin(principal))
        return { status: 403, code: 'TB_API_FORBIDDEN', values: { role: principal.role, right: 'administer' } };
      // Else one that ends tomorrow, or may little, could make one that does not, or may more.
      if (principal.via === 'token' && !isAdmin(principal)) return { status: 403, code: 'TB_TOKEN_BY_TOKEN' };
      return accounts.tokens.create({ ...body, user }, byPrincipal(principal));
    },
  });
  addAction(api, {
    method: 'delete',
    path: '/tokens/{id}',
    tag: TAG,
    summary: 'Revokes a token',
    right: 'read',
    params: ID,
    query: NO_QUERY,
    body: null,
    status: 200,
    answer: TOKEN,
    refusals: [404],
    act: async ({ principal, params: { id } }) => {
      const token = await accounts.tokens.find(id);
      // Of others' tokens not even that there are any is told.
      if (!token || (token.user !== principal.user && !isAdmin(principal))) throw new AccountFailure('TB_TOKEN_UNKNOWN', { id });
      return accounts.tokens.revoke(id, byPrincipal(principal));
    },
  });
}
