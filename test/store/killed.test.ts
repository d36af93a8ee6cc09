import { afterAll, expect, test } from 'vitest';
import { killAgainAndAgain } from './kill-rounds.ts';
import { newBook, postgresServer, STORES } from './stores.ts';

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

for (const kind of STORES) {
  test(`${kind.name}: killed twenty times in the middle of work, nothing acknowledged is lost and nothing needs repair`, {
    timeout: 300_000,
  }, async () => {
    const { place, store } = await newBook(kind, { now: () => new Date().toISOString() });
    await store.close();
    const report = await killAgainAndAgain(
      place,
      { rounds: 20, seed: 7 },
      // Every fifth time the server goes as well, as in a power cut.
      { afterKill: async (round) => (kind.name === 'postgresql' && round % 5 === 4 ? postgresServer().crash() : undefined) },
    );
    expect(report.lost).toEqual([]);
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ rounds: 20, worked: 20 });
    expect(report.acknowledged).toBeGreaterThan(20);
  });
}
