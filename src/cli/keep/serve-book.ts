import { randomBytes } from 'node:crypto';
import { makeAccounts } from '../../app/accounts/accounts.ts';
import { openBook } from '../../app/book.ts';
import { keepDesks } from '../../app/book-desk.ts';
import { inTurn } from '../../app/book-work.ts';
import { bookSecret } from '../../app/changes/book-secret.ts';
import { makeChangeFeed } from '../../app/changes/change-feed.ts';
import { deskThread } from '../../app/desk-thread/start-desk-thread.ts';
import { nodePosting } from '../../app/fetching/node-network.ts';
import { type GateOptions, readGate } from '../../app/read-gate.ts';
import { startReadingThreads } from '../../app/reading/reading-threads.ts';
import { reportPdf } from '../../app/report-pdf.ts';
import { deliver } from '../../app/webhooks/deliver.ts';
import { keepDelivering } from '../../app/webhooks/keep-delivering.ts';
import { makeWebhooks } from '../../app/webhooks/webhooks.ts';
import { topicsFor } from '../../i18n/index.ts';
import { type ListenOptions, listen } from '../listen.ts';
import { failureTo } from '../serve.ts';
import { type ExitCode, report as reportProblems, type Terminal } from '../terminal.ts';
import { type AccessOptions, accessOf, isForThisMachine } from './access-options.ts';
import { bookServer } from './book-server.ts';
import { type KeptOptions, placeOf } from './options.ts';

export type ServeBookOptions = KeptOptions & ListenOptions & GateOptions & AccessOptions;

/** Serves a book, its pages and its interface for programs, until the program is told to stop. */
export async function runServeBook(terminal: Terminal, options: ServeBookOptions): Promise<ExitCode> {
  const gate = await readGate(options, terminal.files);
  const code = reportProblems(terminal, gate.problems);
  // With one name unread everything behind it would be open to everybody.
  if (!gate.isWhole) return 1;
  const { serving } = topicsFor(options.lang).book;
  const { now } = terminal;
  const failed = failureTo(terminal);
  const isLocal = isForThisMachine(options);
  const book = await openBook(placeOf(terminal, options), { now });
  // What is sent in is small; a thread that fails would take the server with it.
  const threads = startReadingThreads(0);
  const thread = deskThread(placeOf(terminal, options));
  try {
    const accounts = makeAccounts({ store: book.store, now, random: randomBytes });
    const access = await accessOf(terminal, accounts, options);
    // Ids of released incidents are keyed by it: with another one at each start, links would break and all incidents be told anew.
    const whole = { ...gate, secret: gate.secret ?? (await bookSecret(book.store, 'released_ids', randomBytes)) };
    const desks = keepDesks(book, {
      now,
      gate: whole,
      failed,
      thread,
    });
    // Made before anybody asks: nobody is answered while the desks of a large book are made.
    for (const audience of ['public', 'internal'] as const) await desks.desk(audience);
    const changes = makeChangeFeed({ store: book.store, desks: desks.desk, now });
    const webhooks = makeWebhooks({ store: book.store, now, random: randomBytes });
    const server = bookServer({
      book,
      desks,
      accounts,
      access,
      changes,
      webhooks,
      work: { book, gate: whole, threads, files: terminal.files, now, alone: inTurn() },
      language: options.lang,
      now,
      failed,
      isLocal,
      print: async (html, view) => {
        const printed = await reportPdf(html, view);
        if ('pdf' in printed) return printed.pdf;
        reportProblems(terminal, [printed.problem]);
        return null;
      },
    });
    const isOpen = (await accounts.users.list()).length > 0;
    if (!isLocal && gate.names.length === 0) terminal.err(`${serving.noNames}\n`);
    if (isOpen && options.sessionSecret === undefined) terminal.err(`${serving.sessionsEnd}\n`);
    if (!isLocal && options.proxy === undefined) terminal.err(`${serving.needsTls}\n`);
    const network = terminal.posting ?? nodePosting();
    const delivering = keepDelivering(() => deliver({ store: book.store, feed: changes, network, now }), { failed });
    await listen(server.fetch, options, (url) => {
      void terminal.out(`${serving.at(url)}\n${isOpen ? serving.byAccount : isLocal ? serving.atTheMachine : serving.publicAlone}\n`);
    }).finally(delivering.stop);
  } finally {
    await thread.close();
    await threads.close();
    await book.close();
  }
  return code;
}
