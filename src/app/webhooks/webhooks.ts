import { checkAddress } from '../../feeds/index.ts';
import type { FollowedAudience, Webhook } from '../../model/index.ts';
import type { BookStore, By } from '../../store/index.ts';
import { Refusal } from '../refusal.ts';
import { WEBHOOK_SECRET_PREFIX } from './sign-delivery.ts';

/** A webhook as whoever administers the book sees it: nothing of its secret. */
export interface WebhookView extends Omit<Webhook, 'secret' | 'delivered'> {
  readonly id: string;
  /** When the last change that was delivered had been told; null before the first. */
  readonly deliveredUpTo: string | null;
}

export interface NewWebhook extends Pick<Webhook, 'audience' | 'kinds' | 'agreements' | 'holders'> {
  readonly url: string;
}

/** Where changes are sent to; every change of it is an entry of the journal, which has the id and a hash alone. */
export interface Webhooks {
  readonly list: () => Promise<readonly WebhookView[]>;
  readonly find: (id: string) => Promise<WebhookView | null>;
  /** The secret is given this once; it is kept to sign with. What was told before is not sent. */
  readonly add: (webhook: NewWebhook, by: By) => Promise<{ readonly webhook: WebhookView; readonly secret: string }>;
  readonly remove: (id: string, by: By) => Promise<WebhookView>;
  /** Disabled, nothing is sent; enabled, it goes on where it was. */
  readonly setDisabled: (id: string, disabled: boolean, by: By) => Promise<WebhookView>;
}

interface Parts {
  readonly store: Pick<BookStore, 'accounts' | 'append'>;
  readonly now: () => string;
  readonly random: (bytes: number) => Uint8Array;
}

/** Takes the secret off a webhook. */
function viewOf(id: string, { secret: _, delivered, ...webhook }: Webhook): WebhookView {
  return { id, ...webhook, deliveredUpTo: delivered?.[0] ?? null };
}

/** The address as it is kept, or why nothing is sent there; what is not for everybody goes over an encrypted connection alone. */
function addressFor(given: string, audience: FollowedAudience): string {
  const checked = checkAddress(given);
  if ('problem' in checked) throw new Refusal('TB_WEBHOOK_ADDRESS', { reason: checked.problem.message.replace(/\.$/, '') });
  if (audience === 'internal' && checked.url.protocol !== 'https:')
    throw new Refusal('TB_WEBHOOK_ADDRESS', { reason: 'what is not for everybody needs https' });
  return checked.url.href;
}

/** Makes the webhooks of a store. */
export function makeWebhooks({ store, now, random }: Parts): Webhooks {
  const current = async (id: string): Promise<Webhook> => {
    const [found] = await store.accounts('webhook', { ids: [id] });
    if (!found) throw new Refusal('TB_WEBHOOK_UNKNOWN', { id: id.slice(0, 60) });
    return found.body;
  };
  const hex = (bytes: number): string => Buffer.from(random(bytes)).toString('hex');
  return {
    list: async () => (await store.accounts('webhook')).map(({ id, body }) => viewOf(id, body)),
    find: async (id) => {
      const [found] = await store.accounts('webhook', { ids: [id] });
      return found ? viewOf(id, found.body) : null;
    },
    add: async ({ url, audience, kinds, agreements, holders }, by) => {
      const id = `whk-${hex(6)}`;
      const secret = `${WEBHOOK_SECRET_PREFIX}${Buffer.from(random(32)).toString('base64url')}`;
      const body: Webhook = {
        url: addressFor(url, audience),
        audience,
        kinds,
        agreements,
        holders,
        secret,
        createdAt: now(),
        delivered: null,
        failures: 0,
        retryAt: null,
        lastAnswer: null,
        disabledAt: null,
      };
      await store.append([{ kind: 'webhook', id, body }], { ...by, why: by.why ?? `sent what is told (${audience})` });
      return { webhook: viewOf(id, body), secret };
    },
    remove: async (id, by) => {
      const body = await current(id);
      await store.append([{ kind: 'webhook', id, body: null }], { ...by, why: by.why ?? 'removed' });
      return viewOf(id, body);
    },
    setDisabled: async (id, disabled, by) => {
      const former = await current(id);
      const body: Webhook = { ...former, failures: 0, retryAt: null, disabledAt: disabled ? (former.disabledAt ?? now()) : null };
      await store.append([{ kind: 'webhook', id, body }], { ...by, why: by.why ?? (disabled ? 'disabled' : 'enabled') });
      return viewOf(id, body);
    },
  };
}
