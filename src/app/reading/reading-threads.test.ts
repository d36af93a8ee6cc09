import { expect, test } from 'vitest';
import { makeReport } from '../../model/index.ts';
import { startReadingThreads } from './reading-threads.ts';

/** A thread that does what the text of its first report says. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ intake: [{ report }] }) => {
      const kept = [];
      if (report.text === 'circle') for (;;) kept.length = 0;
      if (report.text === 'grow') for (;;) kept.push(new Array(100_000).fill(kept.length));
      if (report.text === 'throw') throw new Error('it bites');
      parentPort.postMessage([report.text]);
    });`)}`,
);
const intake = (text: string) => [
  {
    report: makeReport('key', text, { date: '2025-03-19' }),
    bytes: Buffer.from(text),
    mediaType: 'text/plain',
    retrievedAt: '2025-03-19T10:00:00Z',
  },
];

test.for([
  ['circle', 'more than 1500 ms'],
  ['grow', 'memory'],
  ['throw', 'it bites'],
] as const)('a thread that ends in the middle (%s) costs its own batch alone, and another takes its place', async ([text, reason]) => {
  const threads = startReadingThreads(1, { program, memory: 32, ...(text === 'circle' ? { longestMs: 1500 } : {}) });
  const lost = threads.prepare(intake(text), 'rules').catch((failure: unknown) => failure);
  const waiting = threads.prepare(intake('one'), 'rules');
  expect(await lost).toMatchObject({ problem: { code: 'TB_QUEUE_THREAD', message: expect.stringContaining(reason) } });
  expect(await waiting).toEqual(['one']);
  expect(await threads.prepare(intake('two'), 'rules')).toEqual(['two']);
  await threads.close();
});

test('what is under way when the threads are closed ends with a code', async () => {
  const threads = startReadingThreads(1, { program });
  const lost = threads.prepare(intake('circle'), 'rules').catch((failure: unknown) => failure);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await threads.close();
  expect(await lost).toMatchObject({ problem: { code: 'TB_QUEUE_THREAD' } });
});
