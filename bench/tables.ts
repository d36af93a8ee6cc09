/**
 * Takes the real tables of ../shared/data through import, places, match, monitoring and verdicts and prints what became of
 * their rows: `npm run bench:tables`. Says so where they are missing. Nothing of them is written anywhere.
 */
import { existsSync } from 'node:fs';
import { placeIncidents, readPlaceMaterial } from '../src/app/place-incidents.ts';
import { readBook } from '../src/app/read-book.ts';
import { importIncidents, nodeFiles } from '../src/feeds/index.ts';
import type { Incident, Verdict } from '../src/model/index.ts';
import { factsOf, judgesOf, monitorOf } from '../src/monitor/index.ts';

const root = new URL('..', import.meta.url).pathname;
const data = `${root}../shared/data/`;
const TABLES = [
  'viina_reports_2022.csv',
  'viina_reports_2023.csv',
  'viina_reports_2025.csv',
  'cen4infores_2022H1.csv',
  'ucdp_ged_ukr_2014_2019.csv',
  'ru_claims_energy_moratorium_to_2025-04-05.csv',
  'missile_attacks_daily_to_2025-06.csv',
];
const TODAY = '2026-01-01';
const VERDICTS = 3_000_000;

const number = (value: number): string => Math.round(value).toLocaleString('en');
const counted = (keys: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => `${key} ${number(count)}`).join(', ') || 'none';
};
/** Seconds of processor time, which do not grow when the machine has other work. */
const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const seconds = (since: number): string => (now() - since).toFixed(1);

async function run(): Promise<void> {
  if (!existsSync(data)) {
    console.log('SKIPPED: ../shared/data is missing');
    return;
  }
  const started = now();
  const control = ['0301', '0311', '0318', '0325', '0402', '0408', '0416', '0423', '0430'];
  const material = await readPlaceMaterial(
    {
      gazetteers: ['cities500_UA.tsv', 'cities500_RU.tsv', 'katottg_2025-05-16.csv'].map((name) => `${data}gazetteers/${name}`),
      sites: ['power_plants_ukr_rus_merged.csv', 'ua_power_osm.geojson'].map((name) => `${data}sites/${name}`),
      control: control.map((day) => `${data}control/deepstatemap_data_2025${day}.geojson`),
      controlHolder: 'XX',
    },
    nodeFiles,
    TODAY,
  );
  const { sites } = material.sites.index;
  console.log(`base map, 3 gazetteers, ${number(sites.length)} sites, ${control.length} days of areas: ${seconds(started)} s\n`);
  const { dossier } = await readBook([`${root}examples/energy-halt-2025`], nodeFiles, {
    curated: [`${root}data/agreements/energy-halt-2025-03.yaml`],
  });
  const incidents: Incident[] = [];
  console.log(
    '| table | rows: read, accepted, merged, rejected | places | matches | incidents | verdicts | seconds of processor time: import, place and match, monitor |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const name of TABLES) {
    const importing = now();
    const { reports, positions, summary } = await importIncidents(`${data}incidents/${name}`, nodeFiles, { now: TODAY });
    const imported = seconds(importing);
    const placing = now();
    const placed = placeIncidents(reports, positions, material);
    const matched = seconds(placing);
    const monitoring = now();
    const book = monitorOf({ dossier, reports: placed.reports, matches: placed.matches, asOf: TODAY });
    const monitored = seconds(monitoring);
    incidents.push(...book.incidents);
    const { read, accepted, merged, rejected } = summary.totals;
    if (read !== accepted + merged + rejected) throw new Error(`${name}: the totals do not reconcile`);
    const reasons = placed.notes.map(({ reason }) => reason.code).filter((code) => code.startsWith('place_'));
    const kinds = Object.values(placed.matches).flatMap((list) => list.map(({ match }) => match));
    const columns = [
      name,
      [read, accepted, merged, rejected].map(number).join(', '),
      counted(reasons),
      counted(kinds),
      number(book.incidents.length),
      counted(book.assessments.map(({ verdict }) => verdict)),
      `${imported}, ${matched}, ${monitored}`,
    ];
    console.log(`| ${columns.join(' | ')} |`);
  }
  measureVerdicts(incidents, judgesOf(dossier));
  console.log(`memory at the end: ${number(process.memoryUsage().rss / 1024 / 1024)} MB`);
}

/** Verdicts of every holder on every incident of the tables, over and over. */
function measureVerdicts(incidents: readonly Incident[], judges: ReturnType<typeof judgesOf>): void {
  const facts = incidents.map((incident) => factsOf(incident));
  const counts = new Map<Verdict, number>();
  const started = process.cpuUsage();
  let made = 0;
  while (made < VERDICTS) {
    for (const { judge } of judges) {
      for (const incident of facts) {
        const verdict = judge.verdict(incident);
        counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
        made++;
      }
    }
  }
  const { user, system } = process.cpuUsage(started);
  const rate = made / ((user + system) / 1e6);
  console.log(
    `\nverdicts on the ${number(facts.length)} incidents under ${judges.length} readings: ${number(rate)} a second of processor time (promised: 1,000,000)`,
  );
  console.log(`kinds of verdict: ${[...counts.keys()].join(', ')}`);
  if (rate < 1_000_000) process.exitCode = 1;
}

await run();
