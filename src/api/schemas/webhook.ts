import { z } from '@hono/zod-openapi';
import type { WebhookView } from '../../app/webhooks/webhooks.ts';
import { CHANGE_KINDS, type ChangeKind, type FollowedAudience } from '../../model/index.ts';

const AUDIENCE: z.ZodType<FollowedAudience, FollowedAudience> = z.enum(['public', 'internal']);
const MOST = 50;
type Ids = z.ZodDefault<z.ZodArray<z.ZodString>>;
const ids = (what: string): Ids =>
  z.array(z.string().min(1).max(200)).max(MOST).default([]).describe(`only changes of ${what}; empty: of all`);
const KINDS: z.ZodArray<z.ZodEnum<{ readonly [K in ChangeKind]: K }>> = z.array(z.enum(CHANGE_KINDS)).max(CHANGE_KINDS.length);

/** A webhook as it is listed. */
export const WEBHOOK: z.ZodType<WebhookView> = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    audience: AUDIENCE,
    kinds: KINDS,
    agreements: z.array(z.string()),
    holders: z.array(z.string()),
    createdAt: z.string(),
    deliveredUpTo: z.string().nullable().describe('when the last change that was delivered had been told'),
    failures: z.int().describe('in a row'),
    retryAt: z.string().nullable().describe('not before this instant is it tried again'),
    lastAnswer: z.string().nullable().describe('status of the last answer, or a code of docs/reference/errors.md'),
    disabledAt: z.string().nullable().describe('since when nothing is sent, for its failures or by hand'),
  })
  .openapi('Webhook');

/** A webhook to be added. */
export const NEW_WEBHOOK: z.ZodObject<{
  readonly url: z.ZodString;
  readonly audience: z.ZodType<FollowedAudience, FollowedAudience>;
  readonly kinds: z.ZodDefault<typeof KINDS>;
  readonly agreements: Ids;
  readonly holders: Ids;
}> = z
  .strictObject({
    url: z.string().min(1).max(1_000).describe('public address; https for what is not for everybody'),
    audience: AUDIENCE.describe('for whom the changes are that are sent there'),
    kinds: KINDS.default([]).describe('only changes of these kinds; empty: of all'),
    agreements: ids('these agreements'),
    holders: ids('what these holders say'),
  })
  .openapi('NewWebhook');
