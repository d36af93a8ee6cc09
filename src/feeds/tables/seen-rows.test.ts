import { expect, test } from 'vitest';
import { SeenRows } from './seen-rows.ts';

test('remembers every key and whether it said the same, while its table grows', () => {
  const seen = new SeenRows();
  for (let at = 1; at <= 50_000; at++) expect(seen.meet(`key-${at}`, `content-${at}`, at)).toBeNull();
  for (let at = 1; at <= 50_000; at += 7) {
    expect(seen.meet(`key-${at}`, `content-${at}`, 99)).toEqual({ line: at, same: true });
    expect(seen.meet(`key-${at}`, 'other', 99)).toEqual({ line: at, same: false });
  }
});
