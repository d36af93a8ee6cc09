import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placeIncidents, readPlaceMaterial } from '../src/app/place-incidents.ts';
import { importIncidents, nodeFiles } from '../src/feeds/index.ts';
import { cellBounds } from '../src/monitor/index.ts';

const data = new URL('../../shared/data/', import.meta.url).pathname;
const present = existsSync(data);
const NOW = '2026-01-01';

test.skipIf(present)('the real tables are not here: ../shared/data is missing, their import and match are skipped', () => {
  expect(present).toBe(false);
});

describe.skipIf(!present)('the real tables (skipped where ../shared/data is missing)', async () => {
  const material = present
    ? await readPlaceMaterial(
        {
          gazetteers: [`${data}gazetteers/cities500_UA.tsv`],
          sites: [`${data}sites/ua_power_osm.geojson`, `${data}sites/power_plants_ukr_rus_merged.csv`],
          control: [`${data}control/deepstatemap_data_20250318.geojson`],
          controlHolder: 'XX',
        },
        nodeFiles,
        NOW,
      )
    : null;

  test('the files about places are read without an error', () => {
    expect(material?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(material?.sites.index.sites.length).toBeGreaterThan(1000);
  });

  test.for([
    ['viina_reports_2023.csv', 600],
    ['viina_reports_2025.csv', 300],
    ['cen4infores_2022H1.csv', 3000],
    ['ucdp_ged_ukr_2014_2019.csv', 1000],
    ['ru_claims_energy_moratorium_to_2025-04-05.csv', 20],
  ] as const)('%s is imported, placed and matched', { timeout: 120_000 }, async ([name, atLeast]) => {
    if (!material) return;
    const { reports, positions, summary } = await importIncidents(`${data}incidents/${name}`, nodeFiles, { now: NOW });
    const { read, accepted, merged, rejected } = summary.totals;
    expect(accepted + merged + rejected).toBe(read);
    expect(accepted).toBeGreaterThan(atLeast);
    const placed = placeIncidents(reports, positions, material);
    expect(placed.reports.length).toBe(accepted);
    // Most positions agree with the region their table names; where they do not, the place is open.
    const contradicted = placed.notes.filter(({ reason }) => reason.code === 'place_contradicted').length;
    expect(contradicted / Math.max(1, positions.length)).toBeLessThan(0.01);
    for (const { place } of placed.reports) {
      if (place.cell !== null) expect(cellBounds(place.cell)).not.toBeNull();
      if (place.admin1 !== null) expect(place.admin1.slice(0, 2)).toBe(place.territory);
    }
    const kept = JSON.stringify([placed.matches, placed.notes, placed.reports.map(({ place }) => place)]);
    expect(kept).not.toMatch(/"lat"|"lon"|"siteId"/);
    for (const { siteId } of placed.restricted.slice(0, 200)) expect(kept).not.toContain(siteId);
    for (const { lat } of positions.slice(0, 200)) if (lat !== null && String(lat).length > 6) expect(kept).not.toContain(String(lat));
  });
});
