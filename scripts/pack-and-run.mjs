// Packs the package, installs the tarball into an empty folder and runs the program from there.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'trucebook-pack-'));
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root));
  run('npm', ['init', '-y'], folder);
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)], folder);
  const out = run(
    join(folder, 'node_modules/.bin/trucebook'),
    ['dossier', join(folder, 'node_modules/trucebook/examples/energy-halt-2025')],
    folder,
  );
  if (!out.includes('30')) throw new Error(`the packed program printed no dossier:\n${out.slice(0, 500)}`);
  console.log('the packed program runs');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
