/**
 * Imports every real table and prints what became of its rows; then a CSV made of invented rows, as large as is asked for, to
 * show that memory does not grow with it. `tsx bench/import.ts [--gigabytes 2]`; the large file is removed again.
 */
import { createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importTable, nodeFiles } from '../src/feeds/index.ts';

const NOW = '2026-11-27T00:00Z';
const data = new URL('../../shared/data/', import.meta.url).pathname;

const REAL: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['incidents/cen4infores_2022H1.csv', {}],
  ['incidents/missile_attacks_daily_to_2025-06.csv', {}],
  ['incidents/ru_claims_energy_moratorium_to_2025-04-05.csv', {}],
  ['incidents/ucdp_ged_ukr_2014_2019.csv', {}],
  ['incidents/viina_reports_2022.csv', {}],
  ['incidents/viina_reports_2023.csv', {}],
  ['incidents/viina_reports_2025.csv', {}],
  ['sites/power_plants_ukr_rus_merged.csv', {}],
  ['sites/ua_power_osm.geojson', {}],
  ['sites/ru_refineries_osm.json', { objects: 'oil_refinery', territory: 'RU' }],
];

/** Largest resident memory of this process so far. */
const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

async function measure(path: string, values: Readonly<Record<string, string>> = {}): Promise<string> {
  const before = performance.now();
  const { totals, rejectedByCode } = await importTable(path, nodeFiles, { now: NOW, values }, {});
  const seconds = (performance.now() - before) / 1000;
  const codes = Object.entries(rejectedByCode).map(([code, rows]) => `${rows} ${code}`);
  const cells = [totals.read, totals.accepted, totals.merged, totals.rejected].map((rows) => rows.toLocaleString('en'));
  return `${cells.join(' | ')} | ${codes.join(', ')} | ${seconds.toFixed(2)} | ${peakMegabytes().toFixed(0)}`;
}

/** Rows of our own invention, each with a key of its own, some of them bad. */
function inventedRow(at: number): string {
  const day = String(1 + (at % 28)).padStart(2, '0');
  const lat = at % 1000 === 0 ? '95' : (46 + (at % 500) / 100).toFixed(4);
  const text = `Row ${at}: "a drone struck a substation near the village; the fire was out by morning, ${'and the rest is filler '.repeat(12)}"`;
  return `b-${at},2025-03-${day},UA,UA-63,${lat},${(30 + (at % 700) / 100).toFixed(4)},substation,drone_strike,UA,RU,"${text.replaceAll('"', '""')}"\n`;
}

async function writeTable(path: string, bytes: number): Promise<void> {
  const file = createWriteStream(path);
  let written = file.write('id,from,territory,admin1,lat,lon,objects,act,speaker,accused,text\n');
  for (let at = 1, length = 0; length < bytes; ) {
    let piece = '';
    for (let row = 0; row < 2000; row++) piece += inventedRow(at++);
    length += piece.length;
    written = file.write(piece);
    if (!written) await new Promise<void>((resolve) => file.once('drain', () => resolve()));
  }
  await new Promise<void>((resolve) => file.end(() => resolve()));
}

console.log('| table | read | accepted | merged | rejected | by code | seconds | peak RSS, MB |\n|---|---|---|---|---|---|---|---|');
for (const [file, values] of REAL) {
  if (existsSync(data + file)) console.log(`| ${file} | ${await measure(data + file, values)} |`);
  else console.log(`| ${file} | SKIPPED: the table is not here |`);
}

const asked = process.argv.indexOf('--gigabytes');
if (asked >= 0) {
  for (const share of [0.1, 1]) {
    const path = join(tmpdir(), `trucebook-bench-${process.pid}.csv`);
    try {
      await writeTable(path, Number(process.argv[asked + 1]) * 1e9 * share);
      console.log(`| invented, ${(statSync(path).size / 1e9).toFixed(2)} GB | ${await measure(path)} |`);
    } finally {
      rmSync(path, { force: true });
    }
  }
}
