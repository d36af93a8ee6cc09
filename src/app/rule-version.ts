import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folders whose code and data decide what is found in a report. */
const READING = ['../text/', '../lang/', '../ledger/read/'];

let known: string | null = null;

/**
 * Names the rules by which reports are read: a hash of the code and data that read them, so that no change of a rule goes
 * unnoticed because somebody forgot to count a version up.
 */
export function ruleVersion(): string {
  if (known !== null) return known;
  const hash = createHash('sha256');
  for (const folder of READING) {
    const at = new URL(folder, import.meta.url);
    const files = readdirSync(fileURLToPath(at), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /(?<!\.test|\.d)\.(?:ts|js)$/.test(name)).sort()) {
      hash.update(file.replaceAll('\\', '/').replace(/\.(?:ts|js)$/, '')).update(readFileSync(new URL(file.replaceAll('\\', '/'), at)));
    }
  }
  known = `rules-${hash.digest('hex').slice(0, 12)}`;
  return known;
}
