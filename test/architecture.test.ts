import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = new URL('../src/', import.meta.url).pathname;

/** Who may import whom. A folder may always import itself, `errors.ts` and nothing else of the root; `cli`, `web` and `api` are the outermost. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  lang: ['model'],
  text: ['model', 'lang'],
  ledger: ['model'],
  monitor: ['model', 'ledger'],
  release: ['model', 'ledger', 'monitor'],
  report: ['model', 'ledger', 'monitor', 'release', 'i18n'],
  store: ['model'],
  feeds: ['model'],
  i18n: ['model'],
  app: ['model', 'lang', 'text', 'ledger', 'monitor', 'release', 'report', 'feeds', 'i18n', 'store'],
  web: ['model', 'lang', 'text', 'ledger', 'monitor', 'release', 'report', 'feeds', 'i18n', 'store', 'app'],
  api: ['model', 'lang', 'text', 'ledger', 'monitor', 'release', 'report', 'feeds', 'i18n', 'store', 'app'],
  cli: ['model', 'lang', 'text', 'ledger', 'monitor', 'release', 'report', 'feeds', 'i18n', 'store', 'app', 'web', 'api'],
  errors: [],
};
const NO_SIDE_EFFECTS = ['model', 'lang', 'text', 'ledger', 'monitor', 'release', 'report', 'i18n', 'errors'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const layerOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '');
const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import)\s+'([^']+)'/g)].map((found) => found[1] ?? '');

describe('the layers', () => {
  test('every folder of src is a known layer', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => layer && !(layer in MAY_IMPORT))).toEqual([]);
  });

  test.for(files)('%s imports only the layers it may', (file) => {
    const layer = layerOf(file);
    if (!layer) return;
    const wrong = importsOf(file)
      .filter((target) => target.startsWith('.'))
      .map((target) => normalize(join(dirname(file), target)))
      .filter((target) => {
        const other = layerOf(target);
        return other !== '' && other !== layer && !MAY_IMPORT[layer]?.includes(other);
      });
    expect(wrong, `${layer} may import ${MAY_IMPORT[layer]?.join(', ') || 'nothing'}: move the shared type down into model`).toEqual([]);
  });

  test.for(files.filter((file) => NO_SIDE_EFFECTS.includes(layerOf(file)) && !/\.test\.tsx?$/.test(file)))(
    '%s takes clock, files and network as arguments',
    (file) => {
      const text = readFileSync(join(src, file), 'utf8');
      expect(importsOf(file).filter((target) => /^node:(?!crypto$)/.test(target))).toEqual([]);
      expect(text).not.toMatch(/\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|process\./);
    },
  );

  test.for(files.filter((file) => !file.endsWith('.generated.ts')))('%s stays under 500 lines', (file) => {
    expect(readFileSync(join(src, file), 'utf8').split('\n').length).toBeLessThanOrEqual(500);
  });

  test('nothing is called released but by the gate, and by the samples of tests', () => {
    const claims = files.filter(
      (file) => !/\.test\.tsx?$/.test(file) && /as (?:Released\w*\b|unknown as Released)/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(claims.filter((file) => layerOf(file) !== 'release')).toEqual(['report/sample-released.ts']);
  });
});
