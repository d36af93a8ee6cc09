import { randomBytes } from 'node:crypto';
import { Refusal } from '../../app/refusal.ts';
import { makeWebhooks, type Webhooks, type WebhookView } from '../../app/webhooks/webhooks.ts';
import { problem } from '../../errors.ts';
import type { ChangeMessages } from '../../i18n/changes/messages.ts';
import { topicsFor } from '../../i18n/topics.ts';
import type { ChangeKind, FollowedAudience } from '../../model/index.ts';
import { openStore } from '../../store/index.ts';
import { type ExitCode, report, type Terminal } from '../terminal.ts';
import { type ByOption, byPerson } from './account-options.ts';
import { type FormatOption, type KeptOptions, minuteOf, placeOf } from './options.ts';

export interface AddWebhookOptions extends KeptOptions, ByOption {
  readonly audience: FollowedAudience;
  readonly kind?: readonly ChangeKind[];
  readonly agreement?: readonly string[];
  readonly holder?: readonly string[];
}

async function withWebhooks(
  terminal: Terminal,
  options: KeptOptions,
  work: (webhooks: Webhooks, words: ChangeMessages) => Promise<ExitCode>,
): Promise<ExitCode> {
  const store = await openStore(placeOf(terminal, options), { now: terminal.now });
  try {
    return await work(makeWebhooks({ store, now: terminal.now, random: randomBytes }), topicsFor(options.lang).changes);
  } catch (failure) {
    if (failure instanceof Refusal) return report(terminal, [failure.problem]);
    throw failure;
  } finally {
    await store.close();
  }
}

/** Adds a webhook; its secret alone goes to standard output, so that it can be piped to where it is kept. */
export function runWebhookAdd(terminal: Terminal, url: string, options: AddWebhookOptions): Promise<ExitCode> {
  return withWebhooks(terminal, options, async (webhooks, words) => {
    const { audience, kind: kinds = [], agreement: agreements = [], holder: holders = [] } = options;
    const { webhook, secret } = await webhooks.add({ url, audience, kinds, agreements, holders }, byPerson(options));
    terminal.err(`${words.webhook.made(webhook.id, webhook.url)}\n`);
    await terminal.out(`${secret}\n`);
    terminal.err(`${words.webhook.once}\n`);
    return 0;
  });
}

function stateOf(
  { id, disabledAt, failures, retryAt, lastAnswer, deliveredUpTo }: WebhookView,
  { webhook: words }: ChangeMessages,
): string {
  const answer = lastAnswer ?? '–';
  if (disabledAt !== null) {
    const why =
      failures === 0
        ? ''
        : ` ${problem(answer === '410' ? 'TB_WEBHOOK_GONE' : 'TB_WEBHOOK_FAILING', { id, count: String(failures), answer }).message}`;
    return `${words.disabled(minuteOf(disabledAt))}${why}`;
  }
  if (failures > 0) return words.failing(failures, answer, retryAt === null ? null : minuteOf(retryAt));
  return deliveredUpTo === null ? words.waiting : words.upTo(minuteOf(deliveredUpTo));
}

/** Prints all webhooks, without their secrets. */
export function runWebhookList(terminal: Terminal, options: KeptOptions & FormatOption): Promise<ExitCode> {
  return withWebhooks(terminal, options, async (webhooks, words) => {
    const all = await webhooks.list();
    if (options.format === 'json') await terminal.out(`${JSON.stringify(all, null, 2)}\n`);
    else if (all.length === 0) await terminal.out(`${words.webhook.none}\n`);
    else
      for (const webhook of all)
        await terminal.out(`${webhook.id}  ${words.webhook.audience[webhook.audience]}, ${webhook.url}\n  ${stateOf(webhook, words)}\n`);
    return 0;
  });
}

/** Removes a webhook. */
export function runWebhookRemove(terminal: Terminal, id: string, options: KeptOptions & ByOption): Promise<ExitCode> {
  return withWebhooks(terminal, options, async (webhooks, words) => {
    await terminal.out(`${words.webhook.removed((await webhooks.remove(id, byPerson(options))).id)}\n`);
    return 0;
  });
}

/** Enables a webhook that was disabled; it goes on where it was. */
export function runWebhookEnable(terminal: Terminal, id: string, options: KeptOptions & ByOption): Promise<ExitCode> {
  return withWebhooks(terminal, options, async (webhooks, words) => {
    await terminal.out(`${words.webhook.enabled((await webhooks.setDisabled(id, false, byPerson(options))).id)}\n`);
    return 0;
  });
}
