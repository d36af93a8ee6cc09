import { type KillReport, killAgainAndAgain } from '../test/store/kill-rounds.ts';
import { killWorkers } from '../test/store/queue-rounds.ts';
import { newBook, postgresServer, STORES } from '../test/store/stores.ts';

/**
 * `npm run soak`: kills work on a book five hundred times, half of them on each store; on PostgreSQL every tenth time the server
 * is killed as well. A new book is begun every twenty-five rounds. Then it kills workers that share a queue, a fifth as often, and
 * every tenth time the server (`npm run soak -- 500 queue`: this alone). Its result stands in bench/README.md.
 */
const ROUNDS = Number(process.argv[2] ?? 500);
const isQueueAlone = process.argv[3] === 'queue';
const A_BOOK = 25;

let failed = false;
for (const kind of isQueueAlone ? [] : STORES) {
  const started = Date.now();
  const total = { rounds: 0, worked: 0, acknowledged: 0, leftOver: 0, lost: 0, faults: 0 };
  const share = Math.ceil(ROUNDS / STORES.length);
  for (let book = 0; total.rounds < share; book++) {
    const { place, store } = await newBook(kind, { now: () => new Date().toISOString() });
    await store.close();
    const before = total.rounds;
    const report: KillReport = await killAgainAndAgain(
      place,
      { rounds: Math.min(A_BOOK, share - before), seed: book + 1, most: 30 },
      { afterKill: async (round) => (kind.name === 'postgresql' && round % 10 === 9 ? postgresServer().crash() : undefined) },
    );
    for (const line of [...report.lost, ...report.faults]) console.log(`  book ${book}: ${line}`);
    total.rounds += report.rounds;
    total.worked += report.worked;
    total.acknowledged += report.acknowledged;
    total.leftOver += report.leftOver;
    total.lost += report.lost.length;
    total.faults += report.faults.length;
    console.log(`${kind.name}: ${JSON.stringify(total)} after ${Math.round((Date.now() - started) / 1000)} s`);
  }
  failed ||= total.lost > 0 || total.faults > 0 || total.worked < total.rounds;
  if (kind.name === 'embedded') await kind.stop();
}

const [, postgresql] = STORES;
if (postgresql) {
  const started = Date.now();
  const total = { rounds: 0, killed: 0, reports: 0, acknowledged: 0, lost: 0, doubled: 0, left: 0, faults: 0 };
  const share = Math.ceil(ROUNDS / 5);
  for (let book = 0; total.rounds < share; book++) {
    const { place, store } = await newBook(postgresql, { now: () => new Date().toISOString() });
    await store.close();
    if (!('databaseUrl' in place)) break;
    const report = await killWorkers(place.databaseUrl, {
      rounds: Math.min(A_BOOK, share - total.rounds),
      workers: 3,
      reports: 20,
      seed: book + 1,
      afterKill: async (round) => (round % 10 === 9 ? postgresServer().crash() : undefined),
    });
    for (const line of [...report.lost, ...report.doubled, ...report.left, ...report.faults]) console.log(`  queue ${book}: ${line}`);
    for (const name of ['rounds', 'killed', 'reports', 'acknowledged'] as const) total[name] += report[name];
    for (const name of ['lost', 'doubled', 'left', 'faults'] as const) total[name] += report[name].length;
    console.log(`queue: ${JSON.stringify(total)} after ${Math.round((Date.now() - started) / 1000)} s`);
  }
  failed ||= total.lost + total.doubled + total.left + total.faults > 0;
  await postgresql.stop();
}
process.exitCode = failed ? 1 : 0;
