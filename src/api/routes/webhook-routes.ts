import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Webhooks } from '../../app/webhooks/webhooks.ts';
import { addAction, byPrincipal, NO_QUERY } from '../frame/action.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { ID, NO_PARAMS } from '../schemas/parameters.ts';
import { NEW_WEBHOOK, WEBHOOK } from '../schemas/webhook.ts';

const TAG = 'changes';

/** Adds the webhooks, for whoever administers the book. */
export function addWebhookRoutes(api: OpenAPIHono<ApiEnv>, webhooks: Webhooks): void {
  addAction(api, {
    method: 'get',
    path: '/webhooks',
    tag: TAG,
    summary: 'Where changes are sent to, without the secrets',
    right: 'administer',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: null,
    status: 200,
    answer: z.strictObject({ items: z.array(WEBHOOK) }).openapi('Webhooks'),
    act: async () => ({ items: await webhooks.list() }),
  });
  addAction(api, {
    method: 'post',
    path: '/webhooks',
    tag: TAG,
    summary: 'Has changes sent to an address as they are told; the secret they are signed with is given this once',
    description: 'What was told before is not sent. The same request twice makes two webhooks.',
    right: 'administer',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: NEW_WEBHOOK,
    status: 201,
    answer: z.strictObject({ webhook: WEBHOOK, secret: z.string() }).openapi('MadeWebhook'),
    refusals: [422],
    act: ({ body, principal }) => webhooks.add(body, byPrincipal(principal)),
  });
  addAction(api, {
    method: 'patch',
    path: '/webhooks/{id}',
    tag: TAG,
    summary: 'Disables a webhook, or enables one that was disabled; it goes on where it was',
    right: 'administer',
    params: ID,
    query: NO_QUERY,
    body: z.strictObject({ disabled: z.boolean() }).openapi('WebhookChange'),
    status: 200,
    answer: WEBHOOK,
    refusals: [404],
    act: ({ params: { id }, body: { disabled }, principal }) => webhooks.setDisabled(id, disabled, byPrincipal(principal)),
  });
  addAction(api, {
    method: 'delete',
    path: '/webhooks/{id}',
    tag: TAG,
    summary: 'Removes a webhook',
    right: 'administer',
    params: ID,
    query: NO_QUERY,
    body: null,
    status: 200,
    answer: WEBHOOK,
    refusals: [404],
    act: ({ params: { id }, principal }) => webhooks.remove(id, byPrincipal(principal)),
  });
}
