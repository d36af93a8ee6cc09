import { openBook } from '../../src/app/book.ts';
import { fillQueue, tasksOf } from '../../src/app/queue/tasks.ts';
import { startReadingThreads } from '../../src/app/reading/reading-threads.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import { openQueue } from '../../src/store/index.ts';

// A worker process for the tests: works on a book until it is killed, or until nothing waits. A line for each piece done.
const [databaseUrl = '', lease = '1000', until = 'killed'] = process.argv.slice(2);
const now = (): string => new Date().toISOString();
const book = await openBook({ databaseUrl }, { now });
const queue = await openQueue({ databaseUrl });
const threads = startReadingThreads(0);
const tasks = tasksOf({ book, threads, now, files: nodeFiles });
await fillQueue(book, queue, 'queue');
const worker = await queue.work({
  concurrency: 2,
  leaseMs: Number(lease),
  failed: () => undefined,
  tasks: Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload, about) => {
        await task(payload, about);
        process.stdout.write(`${about.key}\n`);
      },
    ]),
  ),
});
process.stdout.write('ready\n');
process.once('SIGTERM', () => void worker.stop());
while (until === 'empty') {
  await new Promise((resolve) => setTimeout(resolve, 100));
  const waiting = (await queue.list()).filter(({ state }) => state !== 'failed');
  if (waiting.length === 0) break;
}
if (until === 'empty') await worker.stop();
await worker.ended.catch(() => undefined);
await queue.close();
await book.close();
