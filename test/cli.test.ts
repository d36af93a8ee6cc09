import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.ts';
import { splitLines } from '../src/cli/split-lines.ts';
import type { ExitCode, Terminal } from '../src/cli/terminal.ts';
import { nodeFiles } from '../src/feeds/index.ts';
import { plain } from '../src/report/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = join(root, 'examples/energy-halt-2025');
const one = join(examples, '03-telefonat-kreml.txt');

interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the program inside the test, with a terminal that lives in memory; `readAtMost` stops reading as `| head` does. */
async function trucebook(
  args: readonly string[],
  { input = [], readAtMost = Number.POSITIVE_INFINITY }: { input?: Iterable<string>; readAtMost?: number } = {},
): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  async function* given(): AsyncGenerator<string> {
    yield* input;
  }
  const terminal: Terminal = {
    out: async (text) => {
      out.push(text);
      return out.length < readAtMost;
    },
    err: (text) => {
      err.push(text);
    },
    files: nodeFiles,
    lines: (path) => splitLines(path === '-' ? given() : given()),
    append: (path, text) => appendFile(path, text),
    now: () => '2026-01-31T09:30:00Z',
    columns: 100,
    paint: plain,
  };
  const code = await run(args, terminal, '0.0.0');
  return { code, out: out.join(''), err: err.join('') };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trucebook-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileWith(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('usage', () => {
  test.for([
    [['--help']],
    [['dossier', '--help']],
    [['annotate', '--help']],
    [['explain', '--help']],
    [['match', '--help']],
    [['replay', '--help']],
    [['changes', '--help']],
    [['correct', '--help']],
    [['common', '--help']],
    [['judge', '--help']],
    [['clarify', '--help']],
  ])('%s prints examples and ends with 0', async ([args]) => {
    const { code, out, err } = await trucebook(args ?? []);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/Examples:\n {2}\$ trucebook /);
  });

  test('--version', async () => {
    expect(await trucebook(['--version'])).toEqual({ code: 0, out: '0.0.0\n', err: '' });
  });

  test.for([
    ['no command', []],
    ['an unknown command', ['dosier']],
    ['no file', ['explain']],
    ['a form that is none', ['dossier', one, '--format', 'pdf']],
    ['a date that is none', ['dossier', one, '--as-of', '2025-02-30']],
    ['a language that is none', ['dossier', one, '--lang', 'fr']],
    ['a width that is none', ['dossier', one, '--width', '7']],
    ['files and lines', ['annotate', one, '--jsonl', '-']],
    ['neither files nor lines', ['annotate']],
  ] as const)('%s ends with 2 and says so on standard error', async ([, args]) => {
    const { code, out, err } = await trucebook(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).not.toBe('');
  });
});

test('a command that reads reports and is given none looks for the book beside the user, and says where', async () => {
  const { code, out, err } = await trucebook(['dossier']);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain('trucebook-book');
});

describe('annotate', () => {
  test('prints one line a report, with ranges into the text', async () => {
    const { code, out } = await trucebook(['annotate', examples]);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines).toHaveLength(11);
    expect(Object.keys(lines[0])).toEqual(['id', 'statements', 'times', 'quantities', 'noise']);
    expect(lines.map(({ id }) => id)).toContain('03-telefonat-kreml');
  });

  test('goes on after a file that cannot be read, and ends with 1', async () => {
    const broken = await fileWith('broken.json', '{"text": "a",\n  oops}');
    const { code, out, err } = await trucebook(['annotate', broken, one]);
    expect(code).toBe(1);
    expect(out.split('\n').filter(Boolean)).toHaveLength(1);
    expect(err).toMatch(/broken\.json:2: TB_JSON_BROKEN: .+\n {2}Repair it/);
  });

  test('reads lines, names a bad one by its number and keeps the rest', async () => {
    const input = [
      '{"id": "a", "text": "Er kam.", "dct": "2025-03-18"}\n',
      'no json\n\n',
      '{"id": 7, "text": "Sie ',
      'ging."}\n{"id": "c"}\n',
    ];
    const { code, out, err } = await trucebook(['annotate', '--jsonl', '-'], { input });
    expect(code).toBe(1);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['a', '7']);
    expect(err).toMatch(/-:2: TB_JSON_SHAPE/);
    expect(err).toMatch(/-:5: TB_JSON_SHAPE.*"text"/);
  });

  test('stops reading when nobody reads its output any more', async () => {
    let given = 0;
    function* endless(): Generator<string> {
      while (given < 100_000) yield `{"id": ${given++}, "text": "Er kam."}\n`;
    }
    const { code } = await trucebook(['annotate', '--jsonl', '-'], { input: endless(), readAtMost: 3 });
    expect(code).toBe(0);
    expect(given).toBeLessThan(10);
  });
});

describe('explain', () => {
  test('names the rule behind every statement', async () => {
    const { code, out } = await trucebook(['explain', one]);
    expect(code).toBe(0);
    expect(out).toContain('03-telefonat-kreml');
    expect(out).toMatch(/Regel\s+de\./);
  });

  test('of a position tells what touches it, also that nothing does', async () => {
    const text = readFileSync(one, 'utf8');
    const body = text.slice(text.indexOf('---\n', 4) + 4);
    const { out } = await trucebook(['explain', `${one}:${body.indexOf('Objekte der')}`, '--lang', 'en']);
    expect(out).toMatch(/rule\s+de\./);
    const { code, out: nothing } = await trucebook(['explain', `${one}:999999`]);
    expect(code).toBe(0);
    expect(nothing).toContain('999999');
  });

  test('of a file that is missing ends with 1', async () => {
    const { code, err } = await trucebook(['explain', join(folder, 'none.txt')]);
    expect(code).toBe(1);
    expect(err).toContain('TB_FILE_UNREADABLE');
  });
});

describe('match', () => {
  test('lists what a family of rules did, with the place, and counts it', async () => {
    const { code, out } = await trucebook(['match', 'de.silence', examples, '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toMatch(/03-telefonat-kreml\.txt:\d+\s+no comment\s+de\.silence\./);
    expect(out).toContain('[Kiew hat bislang nicht auf das Telefonat reagiert.]');
    expect(out).toMatch(/\n\d+ matches in \d+ reports\n$/);
  });

  test('of a rule that is none finds nothing, also not by the beginning of a word', async () => {
    expect((await trucebook(['match', 'de.sil', one])).out).toBe('0 Fundstellen in 0 Berichten\n');
  });
});

describe('replay and changes', () => {
  test('replay goes through the reports in the order of time', async () => {
    const { code, out } = await trucebook(['replay', examples]);
    expect(code).toBe(0);
    const order = out.split('\n').flatMap((line) => /(?<=, )\d\d-[a-z-]+/.exec(/^\S/.test(line) ? line : '')?.[0] ?? []);
    expect(order).toHaveLength(11);
    expect(order).toEqual([...order].sort());
  });

  test('changes tells what the reports since a date brought, and nothing after the last', async () => {
    const { out } = await trucebook(['changes', '--since', '2025-03-19', examples, '--lang', 'en']);
    expect(out).toMatch(/^Since 19 March 2025: 6 new reports\n/);
    expect(out).toContain('07-riad-liste');
    expect(out).not.toContain('05-kiew-antwortet');
    expect((await trucebook(['changes', '--since', '2026-01-01', examples, '--lang', 'en'])).out).toContain('Nothing new.');
  });

  test('changes without a date is wrong usage', async () => {
    expect((await trucebook(['changes', examples])).code).toBe(2);
  });
});

describe('check', () => {
  test('tells who said it and who never spoke to it, with citations', async () => {
    const { code, out } = await trucebook(['check', 'Die Pause bei Angriffen auf Energieanlagen gilt 30 Tage.', examples]);
    expect(code).toBe(0);
    expect(out).toMatch(/Dauer – 30 Tage\n {2}So gesagt von\n {4}· Russland: [^·]*\[03\]/);
    expect(out).toMatch(/Nie dazu geäußert: .*USA/);
  });

  test('of a sentence that names nothing of an agreement ends with 1', async () => {
    const { code, out } = await trucebook(['check', 'The weather is fine today.', examples, '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toContain('nothing that could be looked up');
  });
});

describe('dossier', () => {
  test('as JSON is data alone, and of one agreement if asked', async () => {
    const whole = JSON.parse((await trucebook(['dossier', examples, '--format', 'json'])).out);
    const [first] = whole.agreements;
    const { code, out } = await trucebook(['dossier', examples, '--format', 'json', '--agreement', first.agreement.id]);
    expect(code).toBe(0);
    expect(JSON.parse(out).agreements).toEqual([first]);
  });

  test('of an agreement that nobody speaks of lists those there are', async () => {
    const { code, out, err } = await trucebook(['dossier', examples, '--agreement', 'Mondlandung']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/"Mondlandung"[\s\S]+\n {2}\S+ {2}.*2025/);
  });

  test('knows only what had been published by the date', async () => {
    const keys = async (asOf: string): Promise<readonly string[]> => {
      const { out } = await trucebook(['dossier', examples, '--format', 'json', '--as-of', asOf]);
      const { readings } = JSON.parse(out) as { readonly readings: readonly { readonly spans: readonly { readonly report: string }[] }[] };
      return [...new Set(readings.flatMap(({ spans }) => spans.map(({ report }) => report)))].sort();
    };
    expect(await keys('2025-03-13')).toEqual(expect.not.arrayContaining(['03-telefonat-kreml']));
    expect(await keys('2025-03-18T21:00Z')).toEqual(expect.not.arrayContaining(['04-telefonat-weisses-haus']));
    expect(await keys('2025-03-18T23:00Z')).toEqual(expect.arrayContaining(['03-telefonat-kreml', '04-telefonat-weisses-haus']));
  });

  test('goes on after a file that cannot be read, and ends with 1', async () => {
    const empty = await fileWith('empty.txt', '');
    const { code, out, err } = await trucebook(['dossier', empty, one]);
    expect(code).toBe(1);
    expect(out).toContain('Dossier');
    expect(err).toContain('TB_FILE_EMPTY');
  });

  test('of nothing that can be read ends with 1 and prints no dossier', async () => {
    const { code, out, err } = await trucebook(['dossier', join(folder, 'nowhere')]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('TB_FILE_UNREADABLE');
  });

  test('takes readings that were entered by hand, and says that they were', async () => {
    const curated = join(root, 'data/agreements/energy-halt-2025-03.yaml');
    const { code, out } = await trucebook(['dossier', examples, '--curated', curated, '--format', 'json']);
    const { readings } = JSON.parse(out) as { readonly readings: readonly { readonly origin: string }[] };
    expect(code).toBe(0);
    expect(new Set(readings.map(({ origin }) => origin))).toEqual(new Set(['machine', 'curated']));
  });
});

describe('the program itself', () => {
  /** The source, run as a process; the packed program is tested by `scripts/pack-and-run.mjs`. */
  const start = (args: readonly string[]) =>
    spawn(process.execPath, ['--import', 'tsx', join(root, 'src/cli/main.ts'), ...args], { cwd: root });

  test('a reader that goes away is no error', async () => {
    const child = start(['annotate', '--jsonl', '-']);
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    const line = `{"id": 1, "text": "${'Er kam am Montag. '.repeat(50)}"}\n`;
    child.stdin.end(line.repeat(2000));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('exists where package.json says the command is', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(bin.trucebook).toBe('dist/cli/main.js');
    expect(existsSync(join(root, 'src/cli/main.ts'))).toBe(true);
    expect(readFileSync(join(root, 'src/cli/main.ts'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
