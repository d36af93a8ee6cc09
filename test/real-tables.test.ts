import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importIncidents, nodeFiles } from '../src/feeds/index.ts';

/** Third parties' tables lie outside the project and are never part of it; only counts stand here. */
const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const present = existsSync(folder);
const NOW = '2026-11-27T00:00Z';

/** Rows as counted apart from the program, with a CSV reader of another language; what must be accepted at least. */
const TABLES = [
  { file: 'incidents/cen4infores_2022H1.csv', mapping: 'cen4infores', read: 5672, accepted: 3300 },
  { file: 'incidents/missile_attacks_daily_to_2025-06.csv', mapping: 'missile-totals', read: 2617, accepted: 1500 },
  { file: 'incidents/ru_claims_energy_moratorium_to_2025-04-05.csv', mapping: 'ru-claims', read: 26, accepted: 20 },
  { file: 'incidents/ucdp_ged_ukr_2014_2019.csv', mapping: 'ucdp-ged', read: 1167, accepted: 1167 },
  { file: 'incidents/viina_reports_2022.csv', mapping: 'viina', read: 2060, accepted: 2000 },
  { file: 'incidents/viina_reports_2023.csv', mapping: 'viina', read: 650, accepted: 600 },
  { file: 'incidents/viina_reports_2025.csv', mapping: 'viina', read: 325, accepted: 300 },
  { file: 'sites/power_plants_ukr_rus_merged.csv', mapping: 'power-plants', read: 1135, accepted: 890 },
  { file: 'sites/ua_power_osm.geojson', mapping: 'osm-sites', read: 999, accepted: 990 },
  { file: 'sites/ru_refineries_osm.json', mapping: 'sites', read: 12, accepted: 12, values: { objects: 'oil_refinery', territory: 'RU' } },
] as const;

if (!present) process.stderr.write('SKIPPED: the real tables (../shared/data) are not here; imports were tested on invented ones only.\n');

describe.skipIf(!present)('real tables (../shared/data)', () => {
  test.for(TABLES)('$file reconciles to the last row', async (table) => {
    const values = 'values' in table ? { values: table.values } : {};
    const result = await importIncidents(`${folder}${table.file}`, nodeFiles, { now: NOW, ...values });
    const { summary, reports, positions, countryTotals, sites, rejected, merged } = result;
    const { read, accepted } = summary.totals;
    expect([summary.mapping, read]).toEqual([table.mapping, table.read]);
    expect(accepted + summary.totals.merged + summary.totals.rejected).toBe(read);
    expect(accepted).toBeGreaterThanOrEqual(table.accepted);
    expect(reports.length + countryTotals.length + sites.length).toBe(accepted);
    expect([rejected.length, merged.length]).toEqual([summary.totals.rejected, summary.totals.merged]);
    expect(new Set(rejected.map(({ line }) => line)).size).toBe(rejected.length);
    // Exact places go apart: no report holds a coordinate.
    expect(reports.every(({ place }) => place.cell === null && !('lat' in place))).toBe(true);
    expect(positions.every(({ lat }) => lat === null || Math.abs(lat) <= 90)).toBe(true);
  });
});
