import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
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
let dossier: Dossier;
beforeAll(async () => {
  const { curated } = await readCurated(HALT, nodeFiles);
  dossier = buildDossier({
    reports: [],
    annotations: [],
    actors,
    curated: curated ? [curated] : [],
    corrections: [],
    asOf: AS_OF,
    heldAt: null,
  });
});

function told(
  audience: 'partners' | 'parties' | 'public',
  fields: { objects: readonly string[]; outcome?: IncidentOutcome; act?: string; from?: string },
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
  const book = monitorOf({ dossier, reports: [report], asOf: AS_OF });
  return releasedJson(release(book, profileOf(audience), { now: '2025-04-10T09:00Z', dossier }));
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
