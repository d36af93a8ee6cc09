/**
 * Prints every development figure with the shared scorer. The sets are other people's and stay outside the repository:
 * where `../shared` is missing, the script says so and ends with 0.
 *
 *   npm run eval [-- quotes|timex|reports|cells …] [--misses N] [--reliability]
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
import { toPrediction } from '../src/text/prediction.ts';
import { type Compared, causes, publicGold, reliability } from './eval-causes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const evalFolder = join(root, 'shared', 'eval');
const scorer = join(evalFolder, 'score.mjs');
const args = process.argv.slice(2);
const missesAt = args.indexOf('--misses');
const misses = missesAt >= 0 ? ['--misses', args[missesAt + 1] ?? '5'] : [];
const wantsReliability = args.includes('--reliability');
const only = args.filter((arg, i) => !arg.startsWith('--') && i !== missesAt + 1);

interface SetLine {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly dct?: string;
}

const score = (mode: string, gold: string, predictions: string, ...more: string[]): string =>
  execFileSync(process.execPath, [scorer, mode, gold, predictions, ...more, ...(mode === 'quotes' ? [] : misses)], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

/** Grouped causes and the reliability table for the public quotation set, where a gold statement has a type. */
function study(reports: readonly Report[], gold: string): void {
  if (misses.length === 0 && !wantsReliability) return;
  const wanted = publicGold(gold);
  const sets: Compared[] = reports.map((report) => ({
    report,
    annotation: annotate(report),
    gold: wanted.get(report.key) ?? [],
    layers: ['speech'],
  }));
  if (misses.length > 0) console.log(causes(sets, Number(misses[1])));
  if (wantsReliability) console.log(`stated confidence against measured precision\n${reliability(sets)}`);
}

const predict = (reports: readonly Report[]): string => reports.map((report) => JSON.stringify(toPrediction(annotate(report)))).join('\n');

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
      const reports = fromLines(join(evalFolder, gold));
      writeFileSync(file, predict(reports));
      console.log(`\n${name}: ${gold} (${note})\n${score(name, join(evalFolder, gold), file)}`);
      if (name === 'quotes') study(reports, join(evalFolder, gold));
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
