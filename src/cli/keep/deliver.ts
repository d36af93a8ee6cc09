import { randomBytes } from 'node:crypto';
import { openBook } from '../../app/book.ts';
import { keepDesks } from '../../app/book-desk.ts';
import { bookSecret } from '../../app/changes/book-secret.ts';
import { makeChangeFeed } from '../../app/changes/change-feed.ts';
import { nodePosting } from '../../app/fetching/node-network.ts';
import { type GateOptions, readGate } from '../../app/read-gate.ts';
import { deliver } from '../../app/webhooks/deliver.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { type ExitCode, report, type Terminal } from '../terminal.ts';
import { counted, type KeptOptions, placeOf } from './options.ts';

/** Sends every webhook what is due, once. */
export async function runDeliver(terminal: Terminal, options: KeptOptions & GateOptions): Promise<ExitCode> {
  const gate = await readGate(options, terminal.files);
  const code = report(terminal, gate.problems);
  // With one name unread everything behind it would be sent to everybody.
  if (!gate.isWhole) return 1;
  const { now } = terminal;
  const book = await openBook(placeOf(terminal, options), { now });
  try {
    const { store } = book;
    const secret = gate.secret ?? (await bookSecret(store, 'released_ids', randomBytes));
    const failed = (fault: unknown): void => {
      throw fault;
    };
    const desks = keepDesks(book, { now, gate: { ...gate, secret }, failed });
    const network = terminal.posting ?? nodePosting();
    const done = await deliver({ store, feed: makeChangeFeed({ store, desks: desks.desk, now }), network, now });
    const { webhook } = topicsFor(options.lang).changes;
    await terminal.out(`${webhook.delivered(counted(done.changes, options.lang), done.deliveries)}\n`);
    return report(terminal, done.problems) === 0 ? code : 1;
  } finally {
    await book.close();
  }
}
