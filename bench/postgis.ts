import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SiteIndex } from '../src/monitor/match/index-sites.ts';
import type { EventColumns } from '../src/monitor/match/match-columns.ts';

/** What PostGIS counted and how long the query took, or why it was not asked. */
export type PostgisFigures =
  | { readonly skipped: string }
  | { readonly skipped: null; readonly version: string; readonly pairs: number; readonly seconds: number };

const DEBIAN = '/usr/lib/postgresql';

/** Where Debian puts a server that has the extension; null if there is none. */
function findServer(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const found = readdirSync(DEBIAN).find((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`));
  return found ? join(DEBIAN, found, 'bin') : null;
}

/**
 * Counts the same pairs in a fresh PostGIS database of its own: positions on the sphere, a GiST index, distance within the
 * radius of each incident, one process. Loading and indexing are not in the seconds.
 */
export function countPairsInPostgis(index: SiteIndex, events: EventColumns, grounds: number): PostgisFigures {
  const bin = findServer();
  if (bin === null)
    return { skipped: 'no PostgreSQL with PostGIS under /usr/lib/postgresql (Debian: postgresql, postgresql-15-postgis-3)' };
  const folder = mkdtempSync(join(tmpdir(), 'trucebook-postgis-'));
  const data = join(folder, 'data');
  const asOwner = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  const exec = (command: readonly string[], input?: string): string => {
    const [program = '', ...rest] = [...asOwner, ...command];
    const ran = spawnSync(program, rest, { input, encoding: 'utf8', cwd: folder, maxBuffer: 1e9 });
    if (ran.status !== 0) throw new Error(`${command[0]}: ${ran.stderr || ran.error?.message}`);
    return ran.stdout;
  };
  const sql = (text: string): string =>
    exec([
      join(bin, 'psql'),
      '-h',
      folder,
      '-p',
      '54329',
      '-U',
      'bench',
      '-d',
      'postgres',
      '-qAtX',
      '-v',
      'ON_ERROR_STOP=1',
      '-c',
      text,
    ]).trim();
  try {
    chmodSync(folder, 0o777);
    exec([join(bin, 'initdb'), '-D', data, '-A', 'trust', '-U', 'bench', '--no-sync']);
    const options = `-F -c listen_addresses= -c unix_socket_directories=${folder} -c port=54329 -c shared_buffers=1GB -c jit=off`;
    exec([join(bin, 'pg_ctl'), '-D', data, '-o', options, '-w', '-l', join(folder, 'log'), 'start']);
    sql(
      'create extension postgis; create table site(id int, at geography(point)); create table event(id int, at geography(point), reach float8);',
    );
    writeFileSync(
      join(folder, 'sites.csv'),
      rows(index.sites.length, (at) => `${at},SRID=4326;POINT(${index.lon[at]} ${index.lat[at]})`),
    );
    writeFileSync(
      join(folder, 'events.csv'),
      rows(events.lat.length, (at) => `${at},SRID=4326;POINT(${events.lon[at]} ${events.lat[at]}),${(events.radius[at] ?? 0) + grounds}`),
    );
    sql(`copy site from '${folder}/sites.csv' csv`);
    sql(`copy event from '${folder}/events.csv' csv`);
    sql('create index on site using gist(at)');
    sql('analyze');
    const version = sql('select postgis_lib_version()');
    // Processor time of the server process, in hundredths of a second: like ours it does not grow when the machine is busy.
    const ticks = "select split_part(stat, ' ', 14)::int + split_part(stat, ' ', 15)::int from pg_read_file('/proc/self/stat') as stat;";
    const query = 'select count(*) from event e join site s on st_dwithin(e.at, s.at, e.reach, false);';
    const [, before, pairs, after] = sql(`set max_parallel_workers_per_gather = 0; select 1; ${ticks} ${query} ${ticks}`).split('\n');
    return { skipped: null, version, pairs: Number(pairs), seconds: (Number(after) - Number(before)) / 100 };
  } finally {
    if (existsSync(join(data, 'postmaster.pid'))) exec([join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  }
}

function rows(count: number, row: (at: number) => string): string {
  const lines: string[] = [];
  for (let at = 0; at < count; at++) lines.push(row(at));
  return `${lines.join('\n')}\n`;
}
