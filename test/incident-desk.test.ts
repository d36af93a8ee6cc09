import { describe, expect, test } from 'vitest';
import { makeDesk } from '../src/app/desk.ts';
import { readMaterial } from '../src/app/read-book.ts';
import { readIncidents } from '../src/app/read-incidents.ts';
import { nodeFiles } from '../src/feeds/index.ts';

const examples = new URL('../examples/', import.meta.url).pathname;
const now = '2026-01-05T10:20:30.000Z';
const material = await readMaterial([`${examples}energy-halt-2025`], nodeFiles);
const tables = await readIncidents([`${examples}energy-halt-2025-incidents.csv`], nodeFiles, now);
const desk = makeDesk(material, { reports: tables.reports });

describe('the incidents of a desk', () => {
  test('every row of the example is taken', () => {
    expect(tables.problems).toEqual([]);
    expect(tables.rejected).toBe(0);
    expect(tables.reports.length).toBeGreaterThan(60);
  });

  test('what became known later is not there yet', () => {
    const early = desk.incidents.monitor('2025-03-21');
    expect(early.incidents.length).toBeGreaterThan(0);
    expect(early.incidents.length).toBeLessThan(desk.incidents.monitor(null).incidents.length);
  });

  test('an audience sees what the gate lets through, the same within an hour', () => {
    const book = desk.incidents.released(null, 'public', now);
    expect(book.profile.id).toBe('public');
    expect(book.incidents.every(({ place }) => place.cell === null)).toBe(true);
    expect(desk.incidents.released(null, 'public', '2026-01-05T10:59:59.000Z')).toBe(book);
    expect(desk.incidents.released(null, 'public', '2026-01-05T11:00:00.000Z')).not.toBe(book);
  });

  test('without tables it has those that the texts tell, and without texts none', () => {
    expect(makeDesk(material).incidents.monitor(null).incidents.length).toBeGreaterThan(0);
    expect(desk.incidents.monitor(null).reports.length).toBeGreaterThan(tables.reports.length);
    const empty = makeDesk({ ...material, reports: [], annotations: [] });
    expect(empty.incidents.hasIncidents).toBe(false);
    expect(empty.incidents.released(null, 'internal', now).incidents).toEqual([]);
  });

  test('the public finds an incident under one id on every date', () => {
    const late = desk.incidents.released(null, 'public', now);
    const ids = new Set(late.incidents.map(({ id }) => id));
    const early = desk.incidents.released('2025-03-29', 'public', now).incidents;
    expect(early.length).toBeGreaterThan(5);
    expect(early.filter(({ id }) => !ids.has(id)).length).toBeLessThan(early.length / 5);
    expect(late.incidents.every(({ id }) => /^i-[0-9a-f]{16}$/.test(id))).toBe(true);
  });
});
