/**
 * Prints every development figure with the shared scorer. The sets are other people's and stay outside the repository:
 * where `../shared` is missing, the script says so and ends with 0.
 *
 *   npm run eval [-- quotes|timex|reports|cells …] [--misses N]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFiles, readReports } from '../src/feeds/index.ts';
import { actors } from '../src/lang/actors/index.ts';
import { buildDossier } from '../src/ledger/index.ts';
import { makeReport, type Report } from '../src/model/index.ts';
import { annotate } from '../src/text/index.ts';
import { type PredictionOptions, toPrediction } from '../src/text/prediction.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const evalFolder = join(root, 'shared', 'eval');
const scorer = join(evalFolder, 'score.mjs');
const args = process.argv.slice(2);
const missesAt = args.indexOf('--misses');
const misses = missesAt >= 0 ? ['--misses', args[missesAt + 1] ?? '5'] : [];
const only = args.filter((arg, i) => !arg.startsWith('--') && i !== missesAt + 1);

interface SetLine {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly dct?: string;
}

const score = (mode: string, gold: string, predictions: string, ...more: string[]): string =>
  execFileSync(process.execPath, [scorer, mode, gold, predictions, ...more, ...misses], { encoding: 'utf8', maxBuffer: 1 << 28 });

const predict = (reports: readonly Report[], options: PredictionOptions = {}): string =>
  reports.map((report) => JSON.stringify(toPrediction(annotate(report), options))).join('\n');

function fromLines(file: string): Report[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as SetLine)
    .map((line) => makeReport(line.id, line.text, { date: line.date ?? line.dct ?? null }));
}

async function main(): Promise<void> {
  if (!existsSync(scorer)) {
    console.log('SKIPPED: the evaluation sets (../shared/eval) are not here; nothing was measured.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'trucebook-eval-'));
  const wants = (name: string): boolean => only.length === 0 || only.includes(name);
  const sets = [
    { name: 'quotes', gold: 'wikinews_de_quotes.dev.jsonl', note: 'development set, public, 150 articles' },
    { name: 'timex', gold: 'krauts_Dolomiten-100.jsonl', note: 'development set, public, 100 articles' },
  ];
  try {
    for (const { name, gold, note } of sets) {
      if (!wants(name)) continue;
      const file = join(folder, `${name}.ndjson`);
      writeFileSync(file, predict(fromLines(join(evalFolder, gold)), { publicSet: name === 'quotes' }));
      console.log(`\n${name}: ${gold} (${note})\n${score(name, join(evalFolder, gold), file)}`);
    }
    if (!wants('reports') && !wants('cells')) return;
    const { reports } = await readReports([join(evalFolder, 'reports')], nodeFiles);
    if (wants('reports')) {
      const file = join(folder, 'reports.ndjson');
      writeFileSync(file, predict(reports));
      console.log(`\nreports: own gold, German (development set)\n${score('reports', join(evalFolder, 'gold'), file, '--lang', 'de')}`);
    }
    if (wants('cells')) {
      const file = join(folder, 'dossier.json');
      writeFileSync(file, JSON.stringify(buildDossier({ reports, annotations: reports.map((report) => annotate(report)), actors })));
      console.log(`\ncells: dossier of the 18 reports (development set)\n${score('cells', join(evalFolder, 'gold'), file)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
