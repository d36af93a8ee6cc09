/**
 * Measures what the project promises about speed and memory and prints a table. `npm run bench` builds first, since the
 * command line is measured as it is installed. `npm run bench -- --quick` leaves out the ten megabytes and does one round.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { makeReport, type Report } from '../src/model/index.ts';
import { annotate } from '../src/text/pipeline.ts';
import { measureLedger } from './ledger.ts';
import { countTokens, syntheticNews } from './text.ts';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 1 : 5;
const root = new URL('..', import.meta.url).pathname;

/** One line of the table; `holds` is null where nothing was promised or nothing could be measured. */
interface Line {
  readonly what: string;
  readonly measured: string;
  readonly promised: string;
  readonly holds: boolean | null;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const report = (text: string, key = 'bench'): Report => makeReport(key, text, { date: '2025-03-18', language: 'de' });

/** Time on the clock, for what a person waits for. */
function waited(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/**
 * Time on the processor, for rates and ratios: it does not grow when the machine has other work. It counts the
 * collector's threads too, so it is never better than the clock of an idle machine.
 */
function worked(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const medianOf = (measure: typeof waited, work: () => void): number => median(Array.from({ length: ROUNDS }, () => measure(work)));

const collect = (): void => {
  if (typeof globalThis.gc === 'function') globalThis.gc();
};

const megabytes = (bytes: number): number => bytes / 1024 / 1024;

function throughput(): Line[] {
  const reports = Array.from({ length: 400 }, (_, at) => report(syntheticNews(2500, at + 1)));
  const tokens = reports.reduce((sum, one) => sum + countTokens(one.text), 0);
  const statements = reports.reduce((sum, one) => sum + annotate(one).statements.length, 0);
  const time = medianOf(worked, () => {
    for (const one of reports) annotate(one);
  });
  const rate = (tokens / time) * 1000;
  return [
    {
      what: `annotate, 400 reports of 2,500 characters (${tokens.toLocaleString('en')} tokens, ${statements.toLocaleString('en')} statements)`,
      measured: `${Math.round(rate).toLocaleString('en')} tokens/s of processor time`,
      promised: '≥ 100,000 tokens/s',
      // A reader that finds nothing is quick; its speed is no figure.
      holds: statements > 0 && rate >= 100_000,
    },
  ];
}

function latency(): Line[] {
  const words = syntheticNews(20_000, 77).split(/(?<=\s)/);
  const one = report(words.slice(0, 1000).join(''));
  const time = medianOf(waited, () => annotate(one));
  return [{ what: 'annotate, one report of 1,000 words', measured: `${time.toFixed(1)} ms`, promised: '≤ 20 ms', holds: time <= 20 }];
}

function growth(): Line[] {
  if (quick) return [];
  const [small, large] = [
    report(syntheticNews(1_000_000, 5).replaceAll('\n', ' ')),
    report(syntheticNews(10_000_000, 6).replaceAll('\n', ' ')),
  ];
  const timeSmall = medianOf(worked, () => annotate(small));
  const timeLarge = medianOf(worked, () => annotate(large));
  const ratio = timeLarge / timeSmall;
  return [
    { what: 'annotate, 1 MB in one line', measured: `${Math.round(timeSmall)} ms of processor time`, promised: '', holds: null },
    {
      what: 'annotate, 10 MB in one line',
      measured: `${Math.round(timeLarge)} ms, ${ratio.toFixed(1)} times as long`,
      promised: '≤ 13 times 1 MB',
      holds: ratio <= 13,
    },
  ];
}

function memory(): Line[] {
  const total = quick ? 2000 : 20_000;
  const at = new Map<number, number>();
  let peak = 0;
  for (let number = 1; number <= total; number++) {
    annotate(report(syntheticNews(1300, number), `bench-${number}`));
    if (number % (total / 20) === 0) {
      collect();
      const used = process.memoryUsage();
      peak = Math.max(peak, used.rss);
      at.set(number, used.heapUsed);
    }
  }
  const first = megabytes(at.get(total / 10) ?? 0);
  const last = megabytes(at.get(total) ?? 0);
  return [
    {
      what: `memory over ${total.toLocaleString('en')} reports, one after the other`,
      measured: `heap ${first.toFixed(1)} MB after ${(total / 10).toLocaleString('en')}, ${last.toFixed(1)} MB at the end; RSS at most ${Math.round(megabytes(peak))} MB`,
      promised: 'flat (≤ 5 MB more)',
      holds: typeof globalThis.gc === 'function' ? last - first <= 5 : null,
    },
  ];
}

function ledger(): Line[] {
  const rounds = Array.from({ length: ROUNDS }, () => measureLedger());
  const one = median(rounds.map((figures) => figures.oneAgreement));
  const all = median(rounds.map((figures) => figures.all));
  const update = median(rounds.map((figures) => figures.update));
  const three = median(rounds.map((figures) => figures.updateOfThree));
  const clarify = median(rounds.map((figures) => figures.clarification));
  const verdicts = median(rounds.map((figures) => figures.verdictsPerSecond));
  const what = `${rounds[0]?.readings.toLocaleString('en')} readings of ${rounds[0]?.agreements} agreements`;
  return [
    { what: `book of one agreement, of ${what}`, measured: `${one.toFixed(1)} ms`, promised: '≤ 50 ms', holds: one <= 50 },
    { what: `books of all, of ${what}`, measured: `${Math.round(all)} ms`, promised: '≤ 3,000 ms', holds: all <= 3000 },
    {
      what: `one more report in the books of ${what}, of one agreement`,
      measured: `${update.toFixed(1)} ms`,
      promised: '≤ 20 ms',
      holds: update <= 20,
    },
    { what: 'the same, a report of three agreements', measured: `${three.toFixed(1)} ms`, promised: '≤ 20 ms', holds: three <= 20 },
    { what: 'the question worth most, 1,000 incidents', measured: `${clarify.toFixed(1)} ms`, promised: '≤ 100 ms', holds: clarify <= 100 },
    { what: 'verdicts of one prepared judge', measured: `${verdicts.toLocaleString('en')} a second`, promised: '', holds: null },
  ];
}

/** Runs the installed command in a fresh process, as a user does. */
function command(what: string, promised: number | null, ...args: string[]): Line {
  const main = `${root}dist/cli/main.js`;
  const label = `trucebook ${args.join(' ')}${what}`;
  const limit = promised === null ? '' : `≤ ${promised} ms`;
  if (!existsSync(main)) return { what: label, measured: 'not built', promised: limit, holds: null };
  let failed = false;
  const time = medianOf(waited, () => {
    const run = spawnSync(process.execPath, [main, ...args], { cwd: root, stdio: 'pipe' });
    if (run.status !== 0) failed = true;
  });
  if (failed) return { what: label, measured: 'the command failed', promised: limit, holds: false };
  return { what: label, measured: `${Math.round(time)} ms`, promised: limit, holds: promised === null ? null : time <= promised };
}

const lines: Line[] = [
  ...throughput(),
  ...latency(),
  ...growth(),
  ...memory(),
  ...ledger(),
  command('', null, '--version'),
  command('', 2000, 'dossier', 'examples/energy-halt-2025'),
];

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(megabytes(totalmem()) / 1024)} GB`,
);
console.log(`median of ${ROUNDS}\n`);
console.log('| what | measured | promised | |\n|---|---|---|---|');
for (const { what, measured, promised, holds } of lines) {
  console.log(`| ${what} | ${measured} | ${promised} | ${holds === null ? '' : holds ? 'holds' : 'MISSED'} |`);
}
if (lines.some((line) => line.holds === false)) process.exitCode = 1;
