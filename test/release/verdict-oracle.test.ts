import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nodeFiles, readCurated } from '../../src/feeds/index.ts';
import { actors } from '../../src/lang/actors/index.ts';
import { buildDossier } from '../../src/ledger/index.ts';
import type { Dossier, IncidentOutcome } from '../../src/model/index.ts';
import { monitorOf } from '../../src/monitor/index.ts';
import { sampleReport } from '../../src/monitor/sample-report.ts';
import { profileOf, release } from '../../src/release/index.ts';
import { leavesOf } from '../../src/release/publication-class.ts';
import { releasedJson } from '../../src/report/index.ts';

const HALT = fileURLToPath(new URL('../../data/agreements/energy-halt-2025-03.yaml', import.meta.url));
const AS_OF = '2025-03-31';
const { curated } = await readCurated(HALT, nodeFiles);
const dossier = buildDossier({
  reports: [],
  annotations: [],
  actors,
  curated: curated ? [curated] : [],
  corrections: [],
  asOf: AS_OF,
  heldAt: null,
});
/** The same with a side that protects one class alone: whoever is told "covered" would know which. */
const narrow: Dossier = {
  ...dossier,
  readings: dossier.readings.map((reading) =>
    reading.holder === 'RU' && reading.value.t === 'objects'
      ? { ...reading, value: { ...reading.value, include: ['nuclear_power_plant'] } }
      : reading,
  ),
};

function told(
  audience: 'partners' | 'parties' | 'public',
  fields: { objects: readonly string[]; outcome?: IncidentOutcome; act?: string; from?: string },
  book: Dossier = dossier,
): string {
  const report = sampleReport({
    id: 'r',
    from: '2025-03-26',
    knownFrom: '2025-03-26',
    place: { admin1: 'UA-53' },
    accused: 'RU',
    speaker: 'UA',
    stance: 'alleges',
    ...fields,
  });
  const monitor = monitorOf({ dossier: book, reports: [report], asOf: AS_OF });
  return releasedJson(release(monitor, profileOf(audience), { now: '2025-04-10T09:00Z', dossier: book }));
}

describe.for(['parties', 'public'] as const)('verdicts for the %s tell no class that is withheld', (audience) => {
  test.for(['energy_infrastructure', 'other_civilian_infrastructure'])('of %s', (group) => {
    const byRelease = new Map<string, string[]>();
    for (const leaf of leavesOf(group)) {
      const key = told(audience, { objects: [leaf] });
      byRelease.set(key, [...(byRelease.get(key) ?? []), leaf]);
    }
    const sets = [...byRelease.values()];
    expect(sets.flat().length).toBeGreaterThan(8);
    // Port is in both groups of the ontology and told by another name; nothing else may stand in a small set.
    for (const leaves of sets.filter((each) => !each.includes('port_facility')))
      expect(leaves.length, leaves.join()).toBeGreaterThanOrEqual(3);
  });

  test('nor where one side protects a single class', () => {
    const releases = leavesOf('energy_infrastructure').map((leaf) => told(audience, { objects: [leaf] }, narrow));
    expect(new Set(releases).size).toBe(1);
    expect(told('partners', { objects: ['nuclear_power_plant'] }, narrow)).not.toBe(told('partners', { objects: ['substation'] }, narrow));
  });

  test('nor whether anything was hit', () => {
    const all = (['impact_on_site', 'intercepted_no_effect', 'attempt_reported', 'unknown'] as const).map((outcome) =>
      told(audience, { objects: ['substation'], outcome }),
    );
    expect(new Set([...all, told(audience, { objects: ['substation'], act: 'attempted_attack' })]).size).toBe(1);
  });

  test('nor the hour, on the day on which a halt begins', () => {
    for (const day of ['2025-03-18', '2025-03-25'])
      expect(
        new Set(['T00:01Z', 'T12:00Z', 'T23:58Z'].map((hour) => told(audience, { objects: ['substation'], from: `${day}${hour}` }))).size,
      ).toBe(1);
  });
});

test('the true class counts where that is safe: a substation is judged as what it is', () => {
  const { assessments } = JSON.parse(told('public', { objects: ['substation'] }));
  const { assessments: fine } = JSON.parse(told('partners', { objects: ['substation'] }));
  expect(assessments).toEqual(fine);
  expect(assessments.map(({ verdict }: { verdict: string }) => verdict)).toContain('covered');
});
