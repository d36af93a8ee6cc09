import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { openStore, type StorePlace } from '../../src/store/index.ts';
import { randomFrom } from './mixed-work.ts';

/** What came of the rounds; `lost` and `faults` must be empty. */
export interface KillReport {
  rounds: number;
  acknowledged: number;
  /** Rounds in which something was written before the kill. */
  worked: number;
  /** Rounds after which an interrupted write had left something behind that needed no hand. */
  leftOver: number;
  readonly lost: string[];
  readonly faults: string[];
}

/** The process that is killed, in one file: it starts in a third of the time. Its place is one from which packages are found. */
const script = fileURLToPath(new URL('../../node_modules/.cache/trucebook-tests/mixed-work.mjs', import.meta.url));
buildSync({
  entryPoints: [fileURLToPath(new URL('mixed-work.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile: script,
});

/** When a process is killed: so many milliseconds after so many acknowledgements, since a clock alone says nothing on a busy machine. */
interface Moment {
  readonly acknowledgements: number;
  readonly milliseconds: number;
}

/** Starts work in a process of its own and kills it at a moment. */
async function killed(place: StorePlace, seed: number, at: Moment, kill: (pid: number) => void): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, 'work', JSON.stringify(place), String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let timer: NodeJS.Timeout | null = null;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (out.split('\n').length > at.acknowledgements) timer ??= setTimeout(() => kill(child.pid ?? 0), at.milliseconds);
  });
  await ended;
  if (timer !== null) clearTimeout(timer);
  if (out === '') throw new Error(`the work did not begin: ${err}`);
  // The last line may be cut by the kill.
  return out.split('\n').slice(0, -1);
}

/**
 * Kills work on one book again and again at points that look random. After every kill the book is opened as any command would
 * open it: what was acknowledged must be in it, and it must verify.
 */
export async function killAgainAndAgain(
  place: StorePlace,
  { rounds, seed, most = 8 }: { readonly rounds: number; readonly seed: number; readonly most?: number },
  shake: { readonly afterKill?: (round: number) => Promise<void>; readonly onRound?: (report: KillReport) => void } = {},
): Promise<KillReport> {
  const random = randomFrom(seed);
  const report: KillReport = { rounds: 0, acknowledged: 0, worked: 0, leftOver: 0, lost: [], faults: [] };
  for (let round = 0; round < rounds; round++) {
    const moment = { acknowledgements: 1 + Math.floor(random() * most), milliseconds: random() * 30 };
    const lines = await killed(place, seed * 1000 + round, moment, (pid) => process.kill(pid, 'SIGKILL'));
    await shake.afterKill?.(round);
    const store = await openStore(place, { now: () => new Date().toISOString() });
    const found = new Map((await store.entries()).map(({ seq, hash }) => [String(seq), hash]));
    for (const line of lines) {
      const [seq = '', hash] = line.split(' ');
      if (found.get(seq) !== hash) report.lost.push(`round ${round}: entry ${seq}`);
    }
    const { faults, notices } = await store.verify();
    report.faults.push(...faults.map(({ code, detail }) => `round ${round}: ${code} ${detail}`));
    report.rounds++;
    report.acknowledged += lines.length;
    if (lines.length > 0) report.worked++;
    if (notices.some(({ code }) => code === 'left_over')) report.leftOver++;
    await store.close();
    shake.onRound?.(report);
  }
  return report;
}
