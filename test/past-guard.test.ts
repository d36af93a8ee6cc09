import { expect, test } from 'vitest';
import { makeDesk } from '../src/app/desk.ts';
import { makePastGuard } from '../src/app/past-guard.ts';
import { exampleMaterial } from './web/example-site.ts';

const material = await exampleMaterial();
const NOW = Date.parse('2025-06-02T10:00:00.000Z');
const past = (asOf: string) => [{ asOf, heldAt: null }];

test('whoever sees releases only waits after a date that took long, and others do not', async () => {
  let at = NOW;
  const guard = makePastGuard(() => new Date(at).toISOString());
  const open = makeDesk(material, { reports: [] }, 'public', new Date(NOW).toISOString());
  const own = makeDesk(material);
  const work = async (desk: typeof open, asOf: string, took: number): Promise<void> =>
    guard.answer(desk, past(asOf), async () => {
      desk.dossier({ asOf, heldAt: null });
      at += took;
    });
  await work(open, '2025-03-20', 50);
  expect(guard.wait(open, past('2025-03-21'))).toBe(0);
  await work(open, '2025-03-21', 5_000);
  expect(guard.wait(open, past('2025-03-22'))).toBe(20);
  // What is at hand, or of today, costs nothing.
  expect(guard.wait(open, past('2025-03-21'))).toBe(0);
  expect(guard.wait(open, past('2025-06-02T09:00Z'))).toBe(0);
  expect(guard.wait(open, [])).toBe(0);
  expect(guard.wait(own, past('2025-03-22'))).toBe(0);
  at += 19_500;
  expect(guard.wait(open, past('2025-03-22'))).toBe(1);
  at += 500;
  expect(guard.wait(open, past('2025-03-22'))).toBe(0);
});

test('a failure counts as well, and a clock that is set back shuts nothing for long', async () => {
  let at = NOW;
  const guard = makePastGuard(() => new Date(at).toISOString());
  const open = makeDesk(material, { reports: [] }, 'public', new Date(NOW).toISOString());
  const failing = guard.answer(open, past('2025-03-20'), async () => {
    at += 2_000;
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  expect(guard.wait(open, past('2025-03-22'))).toBe(8);
  at -= 86_400_000;
  expect(guard.wait(open, past('2025-03-22'))).toBeLessThanOrEqual(8);
});
