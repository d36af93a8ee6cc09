import { type Problem, problem } from '../../errors.ts';
import type { ChangeKey, Webhook } from '../../model/index.ts';
import type { BookStore } from '../../store/index.ts';
import { type PlacedChange, uuidOf } from '../changes/change.ts';
import { type ChangeFeed, isAskedFor } from '../changes/change-feed.ts';
import type { PostAccess } from './post-access.ts';
import { signatureOf } from './sign-delivery.ts';

/** What delivering needs. */
export interface DeliveryParts {
  readonly store: Pick<BookStore, 'accounts' | 'append'>;
  readonly feed: ChangeFeed;
  readonly network: PostAccess;
  readonly now: () => string;
  /** Changes of one delivery at most. */
  readonly atOnce?: number;
}

/** What came of one round. */
export interface Delivered {
  /** Deliveries that a receiver took. */
  readonly deliveries: number;
  readonly changes: number;
  /** What went wrong, webhook by webhook. */
  readonly problems: readonly Problem[];
}

/** Changes of one delivery, where nothing else is said. */
const AT_ONCE = 100;
/** Deliveries to one webhook in a round: a receiver that is far behind must not hold up the others. */
const IN_A_ROW = 20;
/** Failures in a row after which a webhook is disabled; by then some twenty hours have gone. */
export const MOST_FAILURES = 12;
const FIRST_WAIT = 60_000;
const LONGEST_WAIT = 6 * 3_600_000;
const BY = { kind: 'program', name: 'webhooks' } as const;

const isAfter = (key: ChangeKey, { delivered, createdAt }: Webhook): boolean => {
  if (delivered === null) return key[0] > createdAt;
  return key[0] > delivered[0] || (key[0] === delivered[0] && key[1] > delivered[1]);
};

/** What is sent: the same items as in the list of changes. The id is that of the delivery: sent once more it is the same. */
function bodyOf(id: string, { audience }: Webhook, changes: readonly PlacedChange[]): { readonly delivery: string; readonly body: string } {
  const items = changes.map(({ item }) => item);
  const delivery = uuidOf('delivery', id, ...items.map((item) => item.id));
  return { delivery, body: `${JSON.stringify({ id: delivery, webhook: id, audience, items })}\n` };
}

/** Sends what is due to every webhook, each from where it was left; what fails is tried again later, less and less often. */
export async function deliver({ store, feed, network, now, atOnce = AT_ONCE }: DeliveryParts): Promise<Delivered> {
  const problems: Problem[] = [];
  let deliveries = 0;
  let sent = 0;

  /** Writes down how far a webhook is; nothing if somebody has removed it or changed it meanwhile. */
  const note = async (id: string, former: Webhook, changed: Partial<Webhook>, why: string): Promise<Webhook | null> => {
    const [found] = await store.accounts('webhook', { ids: [id] });
    if (!found || found.body.disabledAt !== former.disabledAt || found.body.createdAt !== former.createdAt) return null;
    const body = { ...found.body, ...changed };
    await store.append([{ kind: 'webhook', id, body }], { author: BY, why });
    return body;
  };

  const failed = async (id: string, hook: Webhook, answer: string): Promise<void> => {
    const at = now();
    const failures = hook.failures + 1;
    const isGone = answer === '410';
    const values = { id, count: String(failures), answer };
    if (isGone || failures >= MOST_FAILURES) {
      problems.push(problem(isGone ? 'TB_WEBHOOK_GONE' : 'TB_WEBHOOK_FAILING', values));
      await note(id, hook, { failures, lastAnswer: answer, retryAt: null, disabledAt: at }, `disabled: ${answer}`);
      return;
    }
    const wait = Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
    const retryAt = new Date(Date.parse(at) + wait).toISOString();
    problems.push(problem('TB_WEBHOOK_LATER', { ...values, at: retryAt }, { severity: 'warning' }));
    await note(id, hook, { failures, lastAnswer: answer, retryAt }, `failed: ${answer}`);
  };

  const toOne = async (id: string, given: Webhook): Promise<void> => {
    let hook = given;
    const due = (await feed.changes(hook.audience)).filter(
      // What stood before anybody was told anything is no change.
      ({ item, key, isFirst }) => !isFirst && isAfter(key, hook) && isAskedFor(item, hook),
    );
    for (let from = 0; from < Math.min(due.length, atOnce * IN_A_ROW); from += atOnce) {
      const part = due.slice(from, from + atOnce);
      const { delivery, body } = bodyOf(id, hook, part);
      const answer = await network.post(hook.url, body, {
        'content-type': 'application/json',
        'idempotency-key': delivery,
        'trucebook-delivery': delivery,
        'trucebook-signature': signatureOf(hook.secret, now(), body),
      });
      const status = 'status' in answer ? answer.status : 0;
      if (status < 200 || status > 299) return failed(id, hook, 'status' in answer ? String(status) : answer.problem.code);
      deliveries++;
      sent += part.length;
      const delivered = part.at(-1)?.key ?? null;
      const noted = await note(id, hook, { delivered, failures: 0, retryAt: null, lastAnswer: String(status) }, `delivered ${part.length}`);
      if (noted === null) return;
      hook = noted;
    }
  };

  for (const { id, body } of await store.accounts('webhook')) {
    if (body.disabledAt !== null || (body.retryAt !== null && Date.parse(body.retryAt) > Date.parse(now()))) continue;
    await toOne(id, body);
  }
  return { deliveries, changes: sent, problems };
}
