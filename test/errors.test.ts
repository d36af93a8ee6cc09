import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERRORS, problem } from '../src/errors.ts';

const root = new URL('..', import.meta.url).pathname;
const src = join(root, 'src');
const registered = Object.keys(ERRORS).sort();

/** Codes that the program uses, tests and the registry itself left out. */
const used = new Set(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && file !== 'errors.ts' && !file.startsWith('errors/'))
    .flatMap((file) => readFileSync(join(src, file), 'utf8').match(/\bTB_[A-Z0-9_]+\b/g) ?? []),
);

describe('the registry of errors', () => {
  test('every code that the program uses is registered', () => {
    expect([...used].filter((code) => !(code in ERRORS)).sort()).toEqual([]);
  });

  test('every registered code is used', () => {
    expect(registered.filter((code) => !used.has(code))).toEqual([]);
  });

  test('codes are upper snake, sentences and remedies are sentences', () => {
    for (const [code, { sentence, remedy }] of Object.entries(ERRORS)) {
      expect(code).toMatch(/^TB(?:_[A-Z0-9]+){2,}$/);
      expect(sentence, code).toMatch(/^[A-Zr"].*\.$/);
      expect(remedy, code).toMatch(/^[A-Z"].*\.$/);
    }
  });

  test('the reference page is what the registry says, and names nothing else', () => {
    execFileSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/build-docs.ts'), '--check'], {
      cwd: root,
    });
    const page = readFileSync(join(root, 'docs/reference/errors.md'), 'utf8');
    const documented = [...page.matchAll(/`(TB_[A-Z0-9_]+)`/g)].map((found) => found[1]);
    expect(documented).toEqual(registered);
  });

  test('a problem fills the values it is given and keeps the names of the others', () => {
    expect(problem('TB_DATE_INVALID', { value: '2025-02-30' }, { file: 'a.txt', line: 2 })).toEqual({
      code: 'TB_DATE_INVALID',
      message: 'The date "2025-02-30" is no date.',
      remedy: ERRORS.TB_DATE_INVALID.remedy,
      file: 'a.txt',
      line: 2,
      severity: 'error',
    });
    expect(problem('TB_DATE_INVALID').message).toContain('{value}');
  });
});
