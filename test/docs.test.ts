import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  'README.md',
  'CHANGELOG.md',
  'bench/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

describe('the pages', () => {
  test.for(pages)('%s links only to what exists', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((found) => found[1] ?? '');
    const missing = targets.filter((target) => !/^https?:/.test(target) && !existsSync(join(root, dirname(page), target)));
    expect(missing).toEqual([]);
  });

  test('the README stays within 120 lines', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(121);
  });

  test('the excerpt in the README is what the program prints', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const printed = readFileSync(join(root, 'test/golden/energy-halt-2025.de.txt'), 'utf8').split('\n');
    const excerpt = (/```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? '').split('\n').filter((line) => line.trim() && line !== '…');
    expect(excerpt.length).toBeGreaterThan(10);
    for (const line of excerpt) expect(printed).toContain(line);
  });

  test('every dependency has its line, with what it is for and its licence', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const page = readFileSync(join(root, 'docs/explanation/dependencies.md'), 'utf8');
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) expect(page, name).toContain(name);
  });
});
