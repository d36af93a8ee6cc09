import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { factsOfReport } from '../src/app/report-facts.ts';
import { makeReport } from '../src/model/index.ts';
import { type AnyNewFact, type BookStore, contentOf, openStore, sha256 } from '../src/store/index.ts';
import { syntheticNews } from './text.ts';

/**
 * `npm run bench:store`: a book of 10,000 reports of 2,500 characters, on both stores where PostgreSQL can be started. Writing is
 * measured with annotations made before, since reading is measured elsewhere; commands are measured as processes of their own.
 */
const REPORTS = Number(process.argv[2] ?? 10_000);
const BATCH = 50;
const by = { author: { kind: 'program', name: 'bench' } } as const;
const now = (): string => new Date().toISOString();
const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** A few dozen texts are annotated; each report is one of them with a heading of its own. */
const texts = Array.from({ length: 40 }, (_, index) => syntheticNews(2_500, index + 1));
const annotated = texts.map((text, index) => {
  const report = makeReport(`t${index}`, text, { date: '2025-03-18' });
  const [, , annotation] = factsOfReport({ report, bytes: Buffer.from(text), mediaType: 'text/plain', retrievedAt: now() }, 'rules-bench');
  if (annotation?.kind !== 'annotation' || annotation.body === null) throw new Error('no annotation');
  return annotation.body.annotation;
});

function factsOf(index: number): readonly AnyNewFact[] {
  const text = `${texts[index % texts.length]}\n${index}`;
  const annotation = annotated[index % texts.length];
  if (!annotation) throw new Error('no annotation');
  const day = String((index % 28) + 1).padStart(2, '0');
  const report = makeReport(`r${index}`, text, { date: `2025-03-${day}`, outlet: `Blatt ${index % 30}` });
  const bytes = Buffer.from(text);
  const hash = sha256(bytes);
  return [
    {
      kind: 'source',
      id: hash,
      attached: bytes,
      body: {
        sha256: hash,
        size: bytes.length,
        mediaType: 'text/plain',
        retrievedAt: '2025-04-01T00:00:00Z',
        address: `r${index}.txt`,
        rights: null,
      },
    },
    { kind: 'report', id: report.id, body: report, origin: hash },
    { kind: 'annotation', id: report.id, body: { rules: 'rules-bench', annotation: { ...annotation, report: report.key } } },
  ];
}

/** Time on the clock; with it the processor time of this process, which other work on the machine does not change. */
interface Taken {
  readonly clock: number;
  readonly processor: number;
}
const taken = async (work: () => Promise<unknown>): Promise<Taken> => {
  const before = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - started, processor: (user + system) / 1000 };
};
const milliseconds = ({ clock, processor }: Taken): string => `${Math.round(clock)} ms (${Math.round(processor)} ms of processor)`;
const perSecond = (count: number, { clock, processor }: Taken): string =>
  `${Math.round((count / clock) * 1000)} a second (${Math.round((count / processor) * 1000)} a second of processor)`;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function fillBook(store: BookStore): Promise<Taken> {
  return taken(async () => {
    for (let at = 0; at < REPORTS; at += BATCH) {
      const facts = Array.from({ length: Math.min(BATCH, REPORTS - at) }, (_, index) => factsOf(at + index)).flat();
      await store.append(facts, by);
    }
  });
}

function line(what: string, value: string): void {
  console.log(`| ${what} | ${value} |`);
}

async function measure(name: string, place: Parameters<typeof openStore>[0]): Promise<void> {
  const store = await openStore(place, { now, mode: 'create' });
  const written = await fillBook(store);
  line(
    `${name}: ${REPORTS.toLocaleString('en')} reports written, each with source and annotation, ${BATCH} a commit`,
    perSecond(REPORTS, written),
  );
  const singles = 200;
  const single = await taken(async () => {
    for (let index = 0; index < singles; index++)
      await store.append(
        [{ kind: 'gap', id: `g${index}`, body: { from: '2025-03-18', to: '2025-03-19', side: null, source: null, why: 'stated' } }],
        by,
      );
  });
  line(`${name}: single facts, a commit each`, perSecond(singles, single));
  line(`${name}: all reports read`, milliseconds(await taken(() => store.facts('report'))));
  line(`${name}: all annotations read`, milliseconds(await taken(() => store.facts('annotation'))));
  const some = (await store.facts('report', { limit: 100, after: 1000 })).map(({ id }) => id);
  const each: number[] = [];
  for (const id of some) each.push((await taken(() => store.fact('annotation', id))).clock);
  line(`${name}: one annotation`, `${median(each).toFixed(2)} ms`);
  line(`${name}: verify`, milliseconds(await taken(() => store.verify())));
  line(`${name}: rebuild`, milliseconds(await taken(() => store.rebuild())));
  await store.close();
}

const folder = mkdtempSync(join(tmpdir(), 'trucebook-bench-'));
const book = join(folder, 'book');
line(
  'body of one annotation',
  `${Math.round(median(annotated.map((annotation) => contentOf(annotation).size)) / 1000)} kB, kept in ${Math.round(median(annotated.map((annotation) => contentOf(annotation).bytes.length)) / 1000)} kB`,
);
await measure('embedded', { folder: book });
line('embedded: size of the book', `${Math.round(statSync(join(book, 'book.db')).size / 1e6)} MB`);
if (existsSync(cli)) {
  for (const args of [['--version'], ['status'], ['history', 'g1']]) {
    const times: number[] = [];
    for (let round = 0; round < 7; round++) {
      const started = performance.now();
      execFileSync(process.execPath, [cli, ...args, ...(args[0] === '--version' ? [] : ['--book', book])], { stdio: 'ignore' });
      times.push(performance.now() - started);
    }
    line(`cold start: trucebook ${args.join(' ')}`, `${Math.round(median(times))} ms`);
  }
}
rmSync(folder, { recursive: true, force: true });
const { startPostgres } = await import('../test/store/postgres-server.ts');
const server = await startPostgres().catch(() => null);
if (server) {
  await measure(`PostgreSQL ${server.version}`, { databaseUrl: await server.database() });
  await server.stop();
}
