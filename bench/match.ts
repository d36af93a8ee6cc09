/**
 * Measures the match of incidents to sites, alone and against PostGIS on the same columns: `npm run bench:match`, with
 * `-- --quick` for a tenth of the work. PostGIS is looked for where Debian puts it; without it that line says "skipped".
 */

import { cpus } from 'node:os';
import type { Site } from '../src/model/index.ts';
import { makeClassSets } from '../src/monitor/match/class-sets.ts';
import { indexSites } from '../src/monitor/match/index-sites.ts';
import { type EventColumns, matchColumns } from '../src/monitor/match/match-columns.ts';
import { matchReports, prepareSites } from '../src/monitor/match/match-reports.ts';
import { GROUNDS } from '../src/monitor/match/precision.ts';
import { sampleExactPlace, sampleIncidentReport } from '../src/monitor/match/sample-site.ts';
import { countPairsInPostgis } from './postgis.ts';

const CLASSES = [
  'substation',
  'thermal_power_plant',
  'oil_refinery',
  'hospital',
  'rail',
  'port_facility',
  'oil_gas_storage',
  'renewable_plant',
];
const STATED: readonly (readonly string[])[] = [[], ['energy_infrastructure'], ['infrastructure'], ['substation'], ['hospital']];
const TOWNS = 3000;

/** Numbers from 0 to 1, the same on every machine. */
function makeChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Sites that crowd around towns, as real registers do; a twentieth have an outline. */
export function syntheticSites(count: number, outlines: boolean): readonly Site[] {
  const chance = makeChance(11);
  const towns = Array.from({ length: TOWNS }, () => ({ lat: 44 + chance() * 12, lon: 22 + chance() * 28 }));
  return Array.from({ length: count }, (_, at) => {
    const town = towns[Math.floor(chance() ** 2 * TOWNS)] ?? { lat: 50, lon: 30 };
    const lat = town.lat + (chance() + chance() - 1) * 0.12;
    const lon = town.lon + (chance() + chance() - 1) * 0.18;
    const half = 0.002;
    const square = [
      [lon - half, lat - half],
      [lon + half, lat - half],
      [lon + half, lat + half],
      [lon - half, lat + half],
      [lon - half, lat - half],
    ] as const;
    return {
      id: `s-${at}`,
      objects: [CLASSES[at % CLASSES.length] ?? 'rail'],
      territory: null,
      admin1: null,
      names: [],
      position: { lat, lon },
      outline: outlines && at % 20 === 0 ? [square] : null,
      source: 'bench',
    };
  });
}

/** Incidents near sites, in the precisions that tables state; `stated` adds classes to four of five. */
export function syntheticEvents(count: number, sites: readonly Site[], stated: boolean): EventColumns {
  const chance = makeChance(23);
  const radii = [10, 100, 1000, 1500, 2200];
  const columns = {
    lat: new Float64Array(count),
    lon: new Float64Array(count),
    radius: new Float64Array(count),
    fine: new Uint8Array(count),
    stated: new Uint16Array(count),
  };
  for (let at = 0; at < count; at++) {
    const position = sites[Math.floor(chance() * sites.length)]?.position ?? { lat: 50, lon: 30 };
    columns.lat[at] = position.lat + (chance() - 0.5) * 0.03;
    columns.lon[at] = position.lon + (chance() - 0.5) * 0.045;
    columns.radius[at] = radii[at % radii.length] ?? 100;
    columns.fine[at] = stated && at % radii.length > 1 ? 0 : 1;
    columns.stated[at] = stated ? at % STATED.length : 0;
  }
  return columns;
}

function run(): void {
  const quick = process.argv.includes('--quick');
  const [siteCount, eventCount] = quick ? [10_000, 100_000] : [100_000, 1_000_000];
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown'}, one core`);
  const stated = makeClassSets();
  for (const set of STATED) stated.numberOf(set);

  const plain = syntheticSites(siteCount, false);
  const events = syntheticEvents(eventCount, plain, false);
  const before = process.memoryUsage().rss;
  const indexed = performance.now();
  const index = indexSites(plain);
  const indexing = performance.now() - indexed;
  const rates: number[] = [];
  let pairs = 0;
  for (let round = 0; round < 5; round++) {
    const started = process.cpuUsage();
    pairs = matchColumns(index, events, stated).pairs.event.length;
    const { user, system } = process.cpuUsage(started);
    rates.push(eventCount / ((user + system) / 1e6));
  }
  const rate = median(rates);
  const memory = (process.memoryUsage().rss - before) / 1024 / 1024;
  const number = (value: number): string => Math.round(value).toLocaleString('en');
  console.log(`distance alone: ${number(eventCount)} incidents, ${number(siteCount)} sites, ${number(pairs)} pairs`);
  console.log(
    `  ${number(rate)} incidents a second of processor time (promised: 300,000), index ${number(indexing)} ms, memory ${number(memory)} MB`,
  );

  const outlined = indexSites(syntheticSites(siteCount, true));
  const mixed = syntheticEvents(eventCount, plain, true);
  const mixedRates: number[] = [];
  let matched = 0;
  for (let round = 0; round < 5; round++) {
    const started = process.cpuUsage();
    const { found } = matchColumns(outlined, mixed, stated);
    const { user, system } = process.cpuUsage(started);
    mixedRates.push(eventCount / ((user + system) / 1e6));
    matched = found.reduce((sum, list) => sum + (list ? 1 : 0), 0);
  }
  console.log(`with classes and outlines: ${number(median(mixedRates))} incidents a second, ${number(matched)} matched`);

  measureReports(plain, false, number);
  measureReports(plain, true, number);

  const postgis = countPairsInPostgis(index, events, GROUNDS);
  if (postgis.skipped !== null) {
    console.log(`PostGIS: SKIPPED, ${postgis.skipped}`);
  } else {
    console.log(
      `PostGIS ${postgis.version}: ${number(postgis.pairs)} pairs in ${(postgis.seconds).toFixed(1)} s, ${number(eventCount / postgis.seconds)} incidents a second; ratio ${(rate / (eventCount / postgis.seconds)).toFixed(1)}`,
    );
    if (postgis.pairs !== pairs) {
      console.log(`  the pairs differ by ${postgis.pairs - pairs}`);
      process.exitCode = 1;
    }
  }
  if (rate < 300_000) process.exitCode = 1;
}

/** The same from whole reports to whole answers; of the texts one in ten names a site. */
function measureReports(sites: readonly Site[], withTexts: boolean, number: (value: number) => string): void {
  const count = 100_000;
  const named = sites.map((site, at) => ({ ...site, names: [`Anlage Nummer ${at} am See`] }));
  const book = prepareSites(named);
  const reports = Array.from({ length: count }, (_, at) =>
    sampleIncidentReport({
      id: `r-${at}`,
      objects: STATED[at % STATED.length] ?? [],
      text: !withTexts
        ? null
        : `Nach Angaben der Verwaltung brannte in der Nacht ${at % 10 ? 'eine Anlage' : `Anlage Nummer ${at % sites.length} am See`}.`,
      place: { precision: 'locality_1km', territory: null, admin1: null, cell: null, claimedBy: [], controlledBy: null, domain: null },
    }),
  );
  const exact = reports.map(({ id }, at) => {
    const { lat, lon } = sites[at % sites.length]?.position ?? { lat: 50, lon: 30 };
    return sampleExactPlace({ reportId: id, lat, lon: lon + 0.005, precision: 'locality_1km' });
  });
  const started = process.cpuUsage();
  const { matches, restricted } = matchReports(reports, exact, book);
  const { user, system } = process.cpuUsage(started);
  const rate = count / ((user + system) / 1e6);
  console.log(
    `whole reports ${withTexts ? 'with' : 'without'} texts: ${number(rate)} a second, ${number(Object.keys(matches).length)} matched, ${number(restricted.length)} pairs`,
  );
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

run();
