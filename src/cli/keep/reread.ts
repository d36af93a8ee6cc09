import { rereadingOf } from '../../app/queue/tasks.ts';
import { reread, settleReread } from '../../app/reading/reread.ts';
import { ruleVersion } from '../../app/rule-version.ts';
import { topicsFor } from '../../i18n/topics.ts';
import type { RereadItem } from '../../model/index.ts';
import { type BookStore, openQueue, openStore, type StorePlace } from '../../store/index.ts';
import { CommandFailure, type ExitCode, type Terminal } from '../terminal.ts';
import { counted, type KeptOptions, placeOf } from './options.ts';

/** Reports that are asked for together. */
const AT_ONCE = 500;

export interface RereadCommandOptions extends KeptOptions {
  readonly by: string;
  readonly take?: string;
  readonly keep?: string;
  readonly why?: string;
  /** Leaves the reading to workers. */
  readonly queue?: boolean;
}

/** Asks for every report that other rules have read to be read anew; gives how many there are. */
async function enqueueRereading(store: BookStore, place: StorePlace, by: string): Promise<number> {
  const queue = await openQueue(place);
  try {
    const rules = ruleVersion();
    let count = 0;
    for (let after = 0; ; ) {
      const page = await store.facts('annotation', { after, limit: AT_ONCE });
      const last = page.at(-1);
      if (!last) return count;
      const old = page.filter(({ body }) => body.rules !== rules);
      await queue.add(old.map(({ id }) => rereadingOf(id, rules, by)));
      count += old.length;
      after = last.seq;
    }
  } finally {
    await queue.close();
  }
}

/** Reads the reports of the book anew by the present rules, or settles a difference that was held back. */
export async function runReread(terminal: Terminal, options: RereadCommandOptions): Promise<ExitCode> {
  const { keeping } = topicsFor(options.lang).book;
  const { take, keep, why } = options;
  if (take !== undefined && keep !== undefined) throw new CommandFailure('Give --take or --keep, not both.', 2);
  const store = await openStore(placeOf(terminal, options), { now: terminal.now });
  const author = { kind: 'person', name: options.by } as const;
  try {
    const id = take ?? keep;
    if (id !== undefined) {
      if (why === undefined) throw new CommandFailure('Give the reason with --why.', 2);
      const choice = take === undefined ? 'keep' : 'take';
      await settleReread(store, id, choice, { author, why });
      await terminal.out(`${keeping.settled[choice](id)}\n`);
      return 0;
    }
    const number = (count: number): string => counted(count, options.lang);
    if (options.queue) {
      const queued = await enqueueRereading(store, placeOf(terminal, options), options.by);
      await terminal.out(`${topicsFor(options.lang).book.queueing.rereading(number(queued))}\n`);
      return 0;
    }
    const result = await reread(store, {
      by: { author },
      onProgress: (read, total) => terminal.progress?.(`${number(read)} / ${number(total)}`),
    });
    terminal.progress?.(null);
    await terminal.out(`${keeping.reread(number(result.read), number(result.same), number(result.taken), number(result.held))}\n`);
    const waiting = (await store.facts('reread')).filter(({ body }) => body.state === 'held');
    if (waiting.length === 0) return 0;
    await terminal.out(`\n${keeping.waiting(waiting.length)}\n`);
    for (const { id: name, body } of waiting) {
      const line = (kind: 'found' | 'lost' | 'changed', { id: item, exact, says }: RereadItem): string => {
        const rests = kind !== 'found' && body.decided.includes(item) ? ` (${keeping.restsOn})` : '';
        return `  ${keeping.difference[kind]}: ${says}${rests}\n    „${exact}“\n`;
      };
      await terminal.out(`\n${terminal.paint('heading', name)}\n`);
      for (const item of body.lost) await terminal.out(line('lost', item));
      for (const { before, after } of body.changed) await terminal.out(`${line('changed', before)}    → ${after.says}\n`);
      for (const item of body.found) await terminal.out(line('found', item));
    }
    await terminal.out(`\n${keeping.settleHint}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
