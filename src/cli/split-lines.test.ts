import { expect, test } from 'vitest';
import { splitLines } from './split-lines.ts';

async function linesOf(chunks: readonly string[]): Promise<readonly string[]> {
  async function* stream(): AsyncGenerator<string> {
    yield* chunks;
  }
  const lines: string[] = [];
  for await (const line of splitLines(stream())) lines.push(line);
  return lines;
}

test('lines are put together over the borders of chunks, with either ending', async () => {
  expect(await linesOf(['{"a":', '1}\n{"b"', ':2}\r', '\n\n', 'last'])).toEqual(['{"a":1}', '{"b":2}', '', 'last']);
  expect(await linesOf([])).toEqual([]);
  expect(await linesOf(['a\n'])).toEqual(['a']);
});

test('a line separator of Unicode inside a string ends no line', async () => {
  expect(await linesOf(['"a\u2028b\u2029c"\n'])).toEqual(['"a\u2028b\u2029c"']);
});

test('a long line in many pieces takes linear time', async () => {
  const piece = 'x'.repeat(1000);
  const started = performance.now();
  const [line] = await linesOf(Array.from({ length: 20_000 }, () => piece));
  expect(line?.length).toBe(20_000_000);
  expect(performance.now() - started).toBeLessThan(5000);
});
