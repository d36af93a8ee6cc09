import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseCurated } from '../src/feeds/curated.ts';
import { judge } from '../src/ledger/index.ts';
import type { IncidentFacts } from '../src/ledger/judge/incident.ts';

const file = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const { curated, problems } = parseCurated(file('../data/agreements/energy-halt-2025-03.yaml'), 'energy-halt-2025-03.yaml');
const cases = parse(file('./golden/verdicts.yaml')) as {
  incidents: Record<string, Omit<IncidentFacts, 'id'>>;
  expected: { incident: string; asOf: string; RU: string; UA: string; US: string }[];
};
const verdict = (incident: IncidentFacts, holder: string, asOf: string): string | undefined =>
  curated ? judge(incident, curated.agreement, curated.readings, holder, asOf).verdict : undefined;

test('the curated readings are read without a problem', () => {
  expect(problems).toEqual([]);
});

describe('the energy halt as each side told it', () => {
  test.for(cases.expected)('$incident as of $asOf', ({ incident, asOf, ...expected }) => {
    const facts = cases.incidents[incident];
    expect(facts).toBeDefined();
    if (!facts) return;
    for (const [holder, wanted] of Object.entries(expected)) {
      expect([holder, verdict({ id: incident, ...facts }, holder, asOf)]).toEqual([holder, wanted]);
    }
  });
});

const golden = new URL('../../shared/design/golden_case.json', import.meta.url);
describe.skipIf(!existsSync(golden))('the shared acceptance case (skipped where ../shared is missing)', () => {
  const shared = existsSync(golden)
    ? (JSON.parse(readFileSync(golden, 'utf8')) as {
        synthetic_incidents: { id: string; date: string; territory: string; class: string }[];
        expected: { i: string; asOf: string; RU: string; UA: string; US: string }[];
      })
    : { synthetic_incidents: [], expected: [] };
  test.for(shared.expected)('$i as of $asOf', ({ i, asOf, ...expected }) => {
    const found = shared.synthetic_incidents.find(({ id }) => id === i);
    expect(found).toBeDefined();
    if (!found) return;
    const facts = { id: i, from: found.date, territory: found.territory, objects: [found.class] };
    for (const [holder, wanted] of Object.entries(expected)) expect([holder, verdict(facts, holder, asOf)]).toEqual([holder, wanted]);
  });
});
