import { describe, expect, test } from 'vitest';
import { PLACE_PRECISIONS, PUBLICATION_CLASSES } from '../model/index.ts';
import { PROFILES } from './profiles.ts';

const endless = (hours: number | null): number => hours ?? Number.POSITIVE_INFINITY;
const ORDER = {
  time: ['minute', 'day', 'week'],
  batch: ['none', 'day', 'week'],
  texts: ['full', 'quotations'],
  outcomes: ['kept', 'withheld'],
  provenance: ['kept', 'withheld'],
} as const;

describe('the shipped profiles', () => {
  test('each is at least as coarse as the one before it', () => {
    for (const [at, profile] of PROFILES.entries()) {
      const before = PROFILES[at - 1];
      if (!before) continue;
      for (const group of PUBLICATION_CLASSES) {
        expect(endless(profile.embargoHours[group])).toBeGreaterThanOrEqual(endless(before.embargoHours[group]));
        expect(endless(profile.floorHours[group])).toBeGreaterThanOrEqual(endless(before.floorHours[group]));
        expect(PLACE_PRECISIONS.indexOf(profile.place[group])).toBeGreaterThanOrEqual(PLACE_PRECISIONS.indexOf(before.place[group]));
      }
      for (const [field, order] of Object.entries(ORDER)) {
        const rank = (value: unknown): number => (order as readonly unknown[]).indexOf(value);
        expect(rank(profile[field as keyof typeof ORDER])).toBeGreaterThanOrEqual(rank(before[field as keyof typeof ORDER]));
      }
      expect(profile.minimumCount).toBeGreaterThanOrEqual(before.minimumCount);
      expect(profile.minimumForClass).toBeGreaterThanOrEqual(before.minimumForClass);
      expect(Number(profile.withholdNames)).toBeGreaterThanOrEqual(Number(before.withholdNames));
    }
  });

  test('no embargo is below its floor, and outside the desk no floor below the published norm', () => {
    for (const { id, embargoHours, floorHours } of PROFILES) {
      for (const group of PUBLICATION_CLASSES) expect(endless(embargoHours[group])).toBeGreaterThanOrEqual(endless(floorHours[group]));
      if (id === 'internal') continue;
      expect(embargoHours.military).toBeNull();
      expect(endless(floorHours.energy)).toBeGreaterThanOrEqual(12);
      expect(endless(floorHours.other_civilian)).toBeGreaterThanOrEqual(3);
    }
  });

  test('the public waits as long as the rules say', () => {
    const found = PROFILES.find(({ id }) => id === 'public');
    expect(found).toMatchObject({ embargoHours: { energy: 72, other_civilian: 24 }, minimumCount: 5, minimumForClass: 5, time: 'day' });
  });

  test('every number says where it comes from', () => {
    for (const { sources, embargoHours, floorHours, id } of PROFILES) {
      const told = new Set(sources.map(({ field }) => field));
      const fields = [
        ...Object.keys(embargoHours).map((group) => `embargoHours.${group}`),
        ...Object.keys(floorHours).map((group) => `floorHours.${group}`),
        'place',
        'minimumCount',
        'minimumForClass',
      ];
      expect(
        fields.filter((field) => !told.has(field) && !told.has(field.split('.')[0] ?? '')),
        id,
      ).toEqual([]);
    }
  });
});
