import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Client } from 'undici';
import { syntheticNews } from './text.ts';

/**
 * `npm run bench:load`: open connections that send mixed reads to `trucebook serve` over a book of 100,000 statements, and the same
 * to a route of Hono that does nothing. Requests go out by a schedule that does not wait for answers; times count from when a
 * request was due, so that a server that stands still is not spared the requests it held up.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '100' },
    connections: { type: 'string', default: '200' },
    /** A book that is there already; left out, one of invented reports is made, which takes minutes. */
    book: { type: 'string' },
    reports: { type: 'string', default: '5300' },
  },
});
const SECONDS = Number(values.seconds);
const RATE = Number(values.rate);
const CONNECTIONS = Number(values.connections);
const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
if (!existsSync(cli)) throw new Error('run `npm run build` first');

/** Ids that reads ask for, as the server names them. */
interface Known {
  readonly reports: readonly string[];
  readonly statements: readonly string[];
  readonly agreements: readonly string[];
}

/** What is read, with how often of a hundred; a path that takes an id takes another one each time. */
const MIX: readonly { readonly name: string; readonly share: number; readonly path: (known: Known, turn: number) => string }[] = [
  { name: 'reports, a page', share: 12, path: (_, turn) => `/reports?limit=${[10, 20, 50][turn % 3]}` },
  { name: 'one report', share: 10, path: ({ reports }, turn) => `/reports/${pick(reports, turn)}` },
  { name: 'statements of a report', share: 12, path: ({ reports }, turn) => `/reports/${pick(reports, turn)}/statements` },
  { name: 'statements, a page', share: 6, path: () => '/statements?limit=50' },
  { name: 'one statement', share: 12, path: ({ statements }, turn) => `/statements/${pick(statements, turn)}` },
  { name: 'agreements', share: 6, path: () => '/agreements' },
  { name: 'one agreement', share: 6, path: ({ agreements }, turn) => `/agreements/${pick(agreements, turn)}` },
  {
    name: 'one agreement as of a date',
    share: 4,
    path: ({ agreements }, turn) => `/agreements/${pick(agreements, turn)}?as_of=2025-06-30`,
  },
  { name: 'readings of an agreement', share: 4, path: ({ agreements }, turn) => `/agreements/${pick(agreements, turn)}/readings?limit=50` },
  { name: 'divergences', share: 2, path: ({ agreements }, turn) => `/agreements/${pick(agreements, turn)}/divergences` },
  { name: 'incidents', share: 4, path: () => '/incidents' },
  { name: 'search', share: 16, path: (_, turn) => `/search?limit=20&q=${encodeURIComponent(pick(SEARCHES, turn))}` },
  { name: 'journal, a page', share: 4, path: (_, turn) => `/journal?limit=${[20, 50][turn % 2]}` },
  { name: 'head of the journal', share: 2, path: () => '/journal/head' },
];

/** A common word, rarer ones, a phrase, fields, a negation. */
const SEARCHES = [
  'Waffenruhe',
  'Raffinerie angegriffen',
  '"seit dem frühen Morgen"',
  'Hafen speaker:Winterfeld',
  'Waffenruhe -Raffinerie',
  'Austausch outlet:"Blatt 7" from:2025-06-01',
  'Umspannwerke',
  'Güterzüge Genf from:2025-04-01 to:2025-04-30',
];

const pick = (list: readonly string[], turn: number): string =>
  encodeURIComponent(list[(turn * 7919) % Math.max(list.length, 1)] ?? 'none');

/** Reports on its own memory and on how long its event loop stood still, when asked. */
const PROBE = `data:text/javascript,${encodeURIComponent(`
import { monitorEventLoopDelay } from 'node:perf_hooks';
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on('message', (what) => {
  if (what === 'reset') delay.reset();
  else process.send({ rss: process.memoryUsage().rss, cpu: process.cpuUsage(), p50: delay.percentile(50), p99: delay.percentile(99), max: delay.max });
});
process.channel?.unref();
`)}`;

interface Probed {
  readonly rss: number;
  readonly cpu: { readonly user: number; readonly system: number };
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

interface Server {
  readonly url: string;
  readonly probe: () => Promise<Probed>;
  readonly reset: () => void;
  readonly stop: () => Promise<void>;
}

async function start(module: string, args: readonly string[]): Promise<Server> {
  const child = fork(module, args, { execArgv: ['--import', PROBE], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
      const found = /http:\/\/[\w.]+:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    url,
    probe: () =>
      new Promise((resolve) => {
        child.once('message', (probed) => resolve(probed as Probed));
        child.send('probe');
      }),
    reset: () => void child.send('reset'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

interface Answered {
  readonly name: string;
  readonly ms: number;
  readonly status: number;
  readonly bytes: number;
}

async function ask(client: Client, path: string): Promise<{ readonly status: number; readonly bytes: number }> {
  try {
    const { statusCode, body } = await client.request({ path, method: 'GET' });
    return { status: statusCode, bytes: (await body.arrayBuffer()).byteLength };
  } catch {
    return { status: 0, bytes: 0 };
  }
}

/** Names of the mix in an order that spreads each over the whole. */
function schedule(): readonly (typeof MIX)[number][] {
  const slots = MIX.flatMap((read) => Array.from({ length: read.share }, (_, at) => ({ read, at: (at + 0.5) / read.share })));
  return slots.sort((a, b) => a.at - b.at || a.read.name.localeCompare(b.read.name)).map(({ read }) => read);
}

async function load(
  url: string,
  known: Known,
  base: string,
  seconds: number,
  opened: () => Promise<void> = async () => {},
): Promise<readonly Answered[]> {
  const clients = Array.from({ length: CONNECTIONS }, () => new Client(url, { pipelining: 1, keepAliveTimeout: 60_000 }));
  // All connections are open before the first request counts.
  await Promise.all(clients.map((client) => ask(client, base === '' ? '/' : `${base}/journal/head`)));
  await opened();
  const reads = schedule();
  const total = Math.round(seconds * RATE);
  const answers: Promise<Answered>[] = [];
  const began = performance.now() + 50;
  for (let turn = 0; turn < total; turn++) {
    const due = began + (turn * 1000) / RATE;
    const wait = due - performance.now();
    // Rounded up: a timer must not send before a request is due.
    if (wait > 0) await pause(Math.ceil(wait));
    const read = reads[turn % reads.length];
    const client = clients[turn % clients.length];
    if (!read || !client) continue;
    answers.push(
      ask(client, `${base}${read.path(known, turn)}`).then(({ status, bytes }) => ({
        name: read.name,
        ms: performance.now() - due,
        status,
        bytes,
      })),
    );
  }
  const done = await Promise.all(answers);
  await Promise.all(clients.map((client) => client.destroy()));
  return done;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const sortedMs = (answers: readonly Answered[]): readonly number[] => answers.map(({ ms }) => ms).sort((a, b) => a - b);
const print = (line: string): void => console.log(line);

function tell(what: string, answers: readonly Answered[]): { readonly p50: number; readonly p95: number } {
  const sorted = sortedMs(answers);
  const failed = answers.filter(({ status }) => status !== 200 && status !== 404);
  const [p50, p95, p99, most] = [quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 0.99), sorted.at(-1) ?? 0];
  const size = answers.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(answers.length, 1) / 1000;
  print(
    `| ${what} | ${answers.length} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} | ${most.toFixed(0)} | ${size.toFixed(1)} | ${failed.length} |`,
  );
  return { p50, p95 };
}

function makeBook(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trucebook-load-'));
  const reports = join(folder, 'reports');
  mkdirSync(reports);
  for (let at = 0; at < Number(values.reports); at++) {
    const day = new Date(Date.UTC(2025, 2, 1 + (at % 250))).toISOString().slice(0, 10);
    const head = `---\ndate: ${day}\noutlet: Blatt ${at % 30}\nlanguage: de\n---\n`;
    writeFileSync(join(reports, `r${at}.txt`), `${head}${syntheticNews(2_300, at + 1)}\n${at}\n`);
  }
  const book = join(folder, 'book');
  execFileSync(process.execPath, [cli, 'init', '--book', book], { stdio: 'ignore' });
  execFileSync(process.execPath, [cli, 'read', '--by', 'bench', '--threads', '2', '--book', book, reports], { stdio: 'ignore' });
  return book;
}

async function knownOf(url: string): Promise<Known> {
  const ids = async (path: string, key = 'id'): Promise<readonly string[]> => {
    const answer = (await (await fetch(`${url}/api/v1${path}`)).json()) as {
      readonly items?: readonly Readonly<Record<string, unknown>>[];
    };
    return (answer.items ?? []).map((item) => String((item['agreement'] as Record<string, unknown> | undefined)?.['id'] ?? item[key]));
  };
  return { reports: await ids('/reports?limit=200'), statements: await ids('/statements?limit=200'), agreements: await ids('/agreements') };
}

const inMb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
const inMs = (nanoseconds: number): string => `${(nanoseconds / 1e6).toFixed(1)} ms`;
async function tellServer(what: string, server: Server, before: Probed): Promise<void> {
  const { rss, cpu, p50, p99, max } = await server.probe();
  const busy = (cpu.user + cpu.system - before.cpu.user - before.cpu.system) / 1e6;
  print(
    `${what}: ${inMb(rss)}, ${busy.toFixed(1)} s of processor time; its event loop waited ${inMs(p50)} (p50), ${inMs(p99)} (p99), ${inMs(max)} at most (5 ms are the measuring itself)`,
  );
}

const book = values.book ?? makeBook();
print(
  `${CONNECTIONS} connections, ${RATE} reads a second, ${SECONDS} s; ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)} at the start`,
);
let began = performance.now();
const server = await start(cli, ['serve', '--book', book, '--port', '0', '--lang', 'en']);
const known = await knownOf(server.url);
print(`first answers after ${((performance.now() - began) / 1000).toFixed(1)} s, ${inMb((await server.probe()).rss)}`);
began = performance.now();
await (await fetch(`${server.url}/api/v1/agreements?as_of=2025-06-30`)).arrayBuffer();
print(`the first answer as of a date after ${((performance.now() - began) / 1000).toFixed(1)} s`);
// A few seconds for the compiler of the engine; they count for nobody.
await load(server.url, known, '/api/v1', Math.min(5, SECONDS));
let before = await server.probe();
print('\n| read | answers | p50 ms | p95 ms | p99 ms | most ms | kB | failed |\n|---|---|---|---|---|---|---|---|');
const answers = await load(server.url, known, '/api/v1', SECONDS, async () => {
  server.reset();
  before = await server.probe();
});
for (const { name } of MIX)
  tell(
    name,
    answers.filter((answer) => answer.name === name),
  );
const all = tell('all', answers);
const plain = await start(fileURLToPath(new URL('plain-route.mjs', import.meta.url)), []);
await load(plain.url, known, '', Math.min(5, SECONDS));
let plainBefore = await plain.probe();
const nothing = tell(
  'a plain route of Hono, 11 kB',
  await load(plain.url, known, '', SECONDS, async () => {
    plain.reset();
    plainBefore = await plain.probe();
  }),
);
print('');
await tellServer('trucebook serve', server, before);
await tellServer('plain route', plain, plainBefore);
print(
  `ratio to the plain route: p50 ${(all.p50 / nothing.p50).toFixed(1)}, p95 ${(all.p95 / nothing.p95).toFixed(1)}; load ${loadavg()[0]?.toFixed(1)} at the end`,
);
await Promise.all([server.stop(), plain.stop()]);
if (values.book === undefined) rmSync(join(book, '..'), { recursive: true, force: true });
const failed = answers.filter(({ status }) => status !== 200 && status !== 404).length;
if (failed > 0 || all.p95 > 50) process.exitCode = 1;
