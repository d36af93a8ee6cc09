import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dossier, Reading } from '../src/model/index.ts';
import { type CommandResult, runCommand } from './run-command.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const incidents = join(root, 'examples/incidents-2025.json');
const halt = join(root, 'data/agreements/energy-halt-2025-03.yaml');

const REPORTS = {
  'a.txt': `---
date: 2025-03-18
outlet: Musterkurier
---
Die Präsidenten Russlands und der USA haben am Dienstag telefoniert. Russland werde 30 Tage lang keine Angriffe auf Energieanlagen in der Ukraine führen, teilte der Kreml mit. Wladimir Putin habe sein Militär angewiesen, die Angriffe einzustellen.
`,
  'b.txt': `---
date: 2025-03-19
outlet: Beispielbote
---
Nach dem Telefonat mit Russland hat die Ukraine geantwortet. Wolodymyr Selenskyj sagte, die Ukraine sei bereit, Angriffe auf Energieanlagen und andere zivile Infrastruktur einzustellen. Kiew erwarte, dass die USA die Einhaltung überwachen.
`,
};

let folder = '';
let file = '';
let seconds = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trucebook-book-'));
  for (const [name, text] of Object.entries(REPORTS)) await writeFile(join(folder, name), text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const trucebook = (...args: readonly string[]): Promise<CommandResult> =>
  runCommand(args, {
    append: (path, text) => appendFile(path, text),
    now: () => new Date(Date.UTC(2026, 0, 31, 9, 30, seconds++)).toISOString(),
  });

const dossier = async (...args: readonly string[]): Promise<Dossier> =>
  JSON.parse((await trucebook('dossier', '--format', 'json', ...args)).out) as Dossier;
const a = (): string => join(folder, 'a.txt');
const b = (): string => join(folder, 'b.txt');
const duration = async (): Promise<Reading> => {
  const found = (await dossier(a(), b())).readings.find(({ element, holder }) => element === 'duration' && holder === 'RU');
  if (!found || found.stance === 'silent') throw new Error('the example no longer gives a duration');
  return found;
};
const TWENTY = '{"t": "duration", "iso": "P20D", "counting": "unstated"}';
const decide = (reading: string, ...rest: readonly string[]) =>
  trucebook('correct', reading, ...rest, '--why', 'als Probe', '--by', 'Ada', '--file', file, a(), b());

describe('correct', () => {
  test('each decision is one line more, and what stood there stays', async () => {
    file = join(folder, 'lines.jsonl');
    const { id } = await duration();
    expect(await decide(id, '--accept')).toMatchObject({ code: 0, err: '' });
    const first = await readFile(file, 'utf8');
    expect(JSON.parse(first)).toEqual({
      at: expect.stringMatching(/^2026-01-31T09:30:\d\d\.000Z$/),
      by: 'Ada',
      action: 'accept',
      reading: id,
      why: 'als Probe',
    });
    await decide(id, '--value', TWENTY);
    const second = await readFile(file, 'utf8');
    expect(second.startsWith(first)).toBe(true);
    expect(second.trim().split('\n')).toHaveLength(2);
  });

  test('a corrected reading is in the column and the machine’s beside it, in JSON always and in text on request', async () => {
    file = join(folder, 'correct.jsonl');
    const { id } = await duration();
    await decide(id, '--value', TWENTY);
    const after = await dossier(a(), b(), '--corrections', file);
    const entered = after.readings.find(({ origin }) => origin === 'curated');
    expect(entered).toMatchObject({ value: { iso: 'P20D' }, review: { state: 'entered', by: 'Ada', reading: id } });
    expect(after.setAside).toMatchObject([{ id, origin: 'machine', supersededBy: entered?.id, review: { state: 'corrected' } }]);
    const cell = after.agreements.flatMap(({ cells }) => cells).find(({ element, holder }) => element === 'duration' && holder === 'RU');
    expect(cell?.readings).toEqual([entered?.id]);
    const standing = (await trucebook('dossier', a(), b(), '--corrections', file)).out;
    expect(standing).toContain('20 Tage');
    expect(standing).not.toContain('berichtigt von Ada');
    for (const format of ['text', 'md', 'html']) {
      const both = (await trucebook('dossier', a(), b(), '--corrections', file, '--show', 'both', '--format', format)).out;
      expect(both.replace(/\s+/g, ' '), format).toContain('berichtigt von Ada, 31. Januar 2026: als Probe');
    }
  });

  test('a rejected reading leaves the columns and stays in the JSON with its mark', async () => {
    file = join(folder, 'reject.jsonl');
    const { id } = await duration();
    await decide(id, '--reject');
    const after = await dossier(a(), b(), '--corrections', file);
    expect(after.agreements.flatMap(({ cells }) => cells.flatMap(({ readings }) => readings))).not.toContain(id);
    expect(after.setAside).toMatchObject([{ id, review: { state: 'rejected' } }]);
  });

  test('an overlooked reading is added by the words it rests on', async () => {
    file = join(folder, 'new.jsonl');
    const { id } = await duration();
    const value = '{"t": "mechanism", "status": "requested", "by": ["US"]}';
    const rest = ['--element', 'verification', '--holder', 'UA', '--agreement', id, '--value', value];
    expect(await decide('new', ...rest, '--words', 'die USA die Einhaltung überwachen')).toMatchObject({ code: 0 });
    const after = await dossier(a(), b(), '--corrections', file);
    const added = after.readings.find(({ element, holder }) => element === 'verification' && holder === 'UA');
    expect(added).toMatchObject({ knownFrom: '2025-03-19', spans: [{ report: 'b', exact: 'die USA die Einhaltung überwachen' }] });
    expect(await decide('new', ...rest, '--words', 'niemals gesagt')).toMatchObject({
      code: 1,
      err: expect.stringContaining('TB_WORDS_NOT_FOUND'),
    });
    expect(await decide('new', ...rest)).toMatchObject({ code: 2, err: expect.stringContaining('--words') });
  });

  test('ids stay when other reports are read beside, and an entry without its reading is a warning', async () => {
    file = join(folder, 'ids.jsonl');
    const { id } = await duration();
    expect((await dossier(a())).readings.map((reading) => reading.id)).toContain(id);
    await decide(id, '--value', TWENTY);
    const [alone, together] = [await dossier(a(), '--corrections', file), await dossier(a(), b(), '--corrections', file)];
    const entered = ({ readings }: Dossier): string | undefined => readings.find(({ origin }) => origin === 'curated')?.id;
    expect(entered(alone)).toBeDefined();
    expect(entered(alone)).toBe(entered(together));
    const without = await trucebook('dossier', b(), '--corrections', file);
    expect(without.code).toBe(0);
    expect(without.err).toContain('warning TB_CORRECTION_WITHOUT_READING');
  });

  test('nothing is written where the reading, the value or the decision is missing', async () => {
    file = join(folder, 'nothing.jsonl');
    const { id } = await duration();
    expect(await decide('rd-000000000000', '--accept')).toMatchObject({ code: 1, err: expect.stringContaining('TB_READING_UNKNOWN') });
    expect(await decide(id, '--value', '{"t": "duration", "iso": "ten"}')).toMatchObject({
      code: 1,
      err: expect.stringContaining('TB_CORRECTION_SHAPE'),
    });
    expect(await decide(id)).toMatchObject({ code: 2 });
    expect(await decide(id, '--accept', '--reject')).toMatchObject({ code: 2 });
    await expect(readFile(file, 'utf8')).rejects.toThrow();
  });

  test('a last line that was never ended does not swallow the entry', async () => {
    file = join(folder, 'unended.jsonl');
    const { id } = await duration();
    await writeFile(file, '{"at":');
    expect(await decide(id, '--accept')).toMatchObject({ code: 1, err: expect.stringContaining(`${file}:1: TB_CORRECTION_BROKEN`) });
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(3);
  });
});

describe('judge and clarify', () => {
  test('every incident is told under every side’s reading, with its steps and its attribution, and nobody is found guilty', async () => {
    const { code, out } = await trucebook('judge', incidents, a(), b(), '--curated', halt, '--as-of', '2025-03-27', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('covered by Ukraine’s reading');
    expect(out).toContain('attribution: to Russia, says Ukraine');
    expect(out).not.toMatch(/violat|guilty|breach(?!es)/i);
    for (let n = 1; n <= 8; n++) expect(out).toContain(`invented-${n} · `);
  });

  test('as data: a verdict for each incident, truce and side, with trace and readings', async () => {
    const { out } = await trucebook('judge', incidents, a(), b(), '--curated', halt, '--as-of', '2025-03-27', '--format', 'json');
    const made = JSON.parse(out) as {
      incidents: readonly unknown[];
      verdicts: readonly { incident: string; agreement: string; holder: string; verdict: string; arrangements: readonly unknown[] }[];
    };
    expect(made.incidents).toHaveLength(8);
    const rail = made.verdicts.filter(({ incident, agreement }) => incident === 'invented-4' && agreement === 'energy-halt-2025-03');
    expect(new Set(rail.map(({ holder }) => holder))).toEqual(new Set(['RU', 'UA', 'US']));
    expect(rail.find(({ holder }) => holder === 'UA')?.verdict).toMatch(/^(?:covered|indeterminate)$/);
    expect(rail.find(({ holder }) => holder === 'RU')?.verdict).toBe('not_covered_object');
  });

  test('German says the same without a verdict on anybody', async () => {
    const { out } = await trucebook('judge', incidents, a(), '--curated', halt);
    expect(out).toContain('Zurechnung: Russland, laut Ukraine');
    expect(out).not.toMatch(/verletzt|verstoßen|schuldig/i);
  });

  test('the question worth most comes first', async () => {
    const { code, out } = await trucebook('clarify', incidents, a(), b(), '--curated', halt, '--as-of', '2025-03-20', '--format', 'json');
    const { clarifications } = JSON.parse(out) as { clarifications: readonly { changes: number; of: number; element: string }[] };
    expect(code).toBe(0);
    expect(clarifications[0]?.changes).toBeGreaterThan(0);
    expect(clarifications.map(({ changes }) => changes)).toEqual(clarifications.map(({ changes }) => changes).toSorted((x, y) => y - x));
    const text = (await trucebook('clarify', incidents, a(), b(), '--curated', halt, '--as-of', '2025-03-20')).out;
    expect(text).toContain(`${clarifications[0]?.changes} von 8`);
  });

  test('a file of incidents with a site in it is refused, and the rest is judged', async () => {
    const path = join(folder, 'fine.json');
    const one = { id: 'i1', from: '2025-03-20', territory: 'UA', objects: ['rail'] };
    await writeFile(path, JSON.stringify([one, { ...one, id: 'i2', lat: 1 }]));
    const { code, out, err } = await trucebook('judge', path, a());
    expect(code).toBe(1);
    expect(err).toContain('TB_INCIDENT_TOO_FINE');
    expect(out).toContain('i1 · ');
    expect(out).not.toContain('i2 · ');
  });
});

describe('common', () => {
  test('clause by clause: what is shared, what anybody says, the words, and who would have to answer', async () => {
    const { code, out } = await trucebook('common', a(), b());
    expect(code).toBe(0);
    expect(out).toMatch(/in jeder Fassung: Energie/);
    expect(out).toMatch(/in mindestens einer: .*zivile Infrastruktur/);
    expect(out).toContain('nur Russland: 30 Tage');
    expect(out).toContain('kein Wort von: Ukraine');
    expect(out).toContain('Fragen, deren Antworten die Lücken schlössen');
  });

  test('as data every clause names readings, and every reading is there', async () => {
    const made = JSON.parse((await trucebook('common', a(), b(), '--format', 'json')).out) as {
      agreements: readonly { clauses: readonly { readings: readonly string[] }[]; questions: readonly { to: string }[] }[];
      readings: readonly { id: string }[];
    };
    const cited = made.agreements.flatMap(({ clauses }) => clauses.flatMap(({ readings }) => readings));
    expect(cited.length).toBeGreaterThan(2);
    expect([...new Set(cited)].sort()).toEqual(made.readings.map(({ id }) => id).sort());
    expect(made.agreements.flatMap(({ questions }) => questions.map(({ to }) => to))).toContain('UA');
  });

  test('as Markdown, in English, of one agreement; an unknown one is wrong usage', async () => {
    const { out } = await trucebook('common', a(), b(), '--format', 'md', '--lang', 'en');
    expect(out).toMatch(/^# Common text\n/);
    expect(out).toContain('- in at least one: **');
    expect(await trucebook('common', a(), '--agreement', 'nowhere')).toMatchObject({ code: 2 });
  });
});
