import { countFailed } from '../../app/queue/failed-work.ts';
import { topicsFor } from '../../i18n/topics.ts';
import type { FactKind } from '../../model/index.ts';
import { openStore } from '../../store/index.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { counted, type FormatOption, type KeptOptions, minuteOf, placeOf } from './options.ts';

/** Prints what a book holds. */
export async function runStatus(terminal: Terminal, options: KeptOptions & FormatOption): Promise<ExitCode> {
  const store = await openStore(placeOf(terminal, options), { now: terminal.now });
  try {
    const [head, counts, cards] = [await store.head(), await store.counts(), await store.facts('book')];
    const card = cards[0]?.body ?? null;
    const byRights = new Map<string | null, number>();
    for (const { body } of await store.facts('source')) byRights.set(body.rights, (byRights.get(body.rights) ?? 0) + 1);
    const failed = (counts.job ?? 0) > 0 ? await countFailed({ store }) : 0;
    const rights = [...byRights].sort(([, a], [, b]) => b - a);
    if (options.format === 'json') {
      await terminal.out(
        `${JSON.stringify({ book: card, store: store.kind, place: store.place, head, counts, failedJobs: failed, rights: Object.fromEntries(rights.map(([words, count]) => [words ?? '', count])) }, null, 2)}\n`,
      );
      return 0;
    }
    const { keeping, kinds, queueing, reading, title } = topicsFor(options.lang).book;
    const unread = (counts.report ?? 0) - (counts.annotation ?? 0);
    const rows = (Object.entries(counts) as [FactKind, number][]).filter(([kind]) => kind !== 'book');
    const width = Math.max(0, ...rows.map(([, count]) => counted(count, options.lang).length));
    const lines = [
      `${terminal.paint('title', `${title} ${store.place}`)}, ${keeping.store[store.kind]}`,
      ...(card ? [keeping.createdAt(minuteOf(card.createdAt))] : []),
      keeping.entries(counted(head.seq, options.lang), minuteOf(head.at)),
      '',
      ...(rows.length === 0
        ? [`  ${keeping.empty}`]
        : rows.map(([kind, count]) => `  ${counted(count, options.lang).padStart(width)}  ${kinds[kind] ?? kind}`)),
      ...(rights.length === 0 || (rights.length === 1 && rights[0]?.[0] === null)
        ? []
        : ['', reading.rights, ...rights.map(([words, count]) => `  ${words ?? reading.rightsUnknown}: ${counted(count, options.lang)}`)]),
      ...(failed > 0 ? ['', terminal.paint('differ', queueing.failedJobs(counted(failed, options.lang)))] : []),
      ...(unread > 0 ? ['', queueing.waitsToBeRead(counted(unread, options.lang))] : []),
      '',
      keeping.head(counted(head.seq, options.lang), head.hash),
      terminal.paint('dim', keeping.headHint),
    ];
    await terminal.out(`${lines.join('\n')}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
