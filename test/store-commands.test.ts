import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook } from '../src/app/book.ts';
import { makeReport } from '../src/model/index.ts';
import { type CommandResult, runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucebook-commands-'));
const book = join(folder, 'book');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const trucebook = (...args: readonly string[]): Promise<CommandResult> => runCommand(args, { env: { TRUCEBOOK_BOOK: book } });

const text = '„Wir sind bereit, die Angriffe auf Energieanlagen für 30 Tage einzustellen“, sagte Selenskyj am Dienstag in Kiew.';
const report = makeReport('kiew', text, { date: '2025-03-18', outlet: 'Beispielblatt', source: 'kiew.txt' });

beforeAll(async () => {
  const made = await trucebook('init');
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain(book);
  const kept = await openBook({ folder: book }, { now: () => '2025-04-01T08:00:01.000Z' });
  const intake = { report, bytes: Buffer.from(text), mediaType: 'text/plain', retrievedAt: '2025-04-01T08:00:00Z' };
  const by = { author: { kind: 'program', name: 'read' } } as const;
  expect((await kept.addReports([intake], by)).entries).toHaveLength(3);
  expect((await kept.addReports([intake], by)).entries).toHaveLength(0);
  // Another file of the same name is another report, and is called otherwise.
  const other = makeReport('kiew', 'Moskau schwieg.', { date: '2025-03-19', source: 'other/kiew.txt' });
  await kept.addReports([{ ...intake, report: other, bytes: Buffer.from('Moskau schwieg.') }], by);
  await kept.close();
});

test('the material of a book is what its reports say, and its dossier is remembered', async () => {
  const kept = await openBook({ folder: book }, { now: () => '2025-04-01T08:00:02.000Z' });
  const { reports, annotations } = await kept.material();
  expect(reports.map(({ key }) => key)).toEqual(['kiew', `kiew-${reports[1]?.id.slice(-6)}`]);
  expect(annotations.map(({ report: key }) => key)).toEqual(reports.map(({ key }) => key));
  const first = await kept.dossier();
  expect(first.reports).toHaveLength(2);
  expect(await kept.dossier()).toEqual(JSON.parse(JSON.stringify(first)));
  expect((await kept.dossier({ asOf: '2025-03-18' })).reports).toHaveLength(1);
  const edition = await kept.edition();
  await kept.store.append([{ kind: 'job', id: 'j', body: { name: 'x', state: 'done', detail: {} } }], {
    author: { kind: 'program', name: 'test' },
  });
  expect(await kept.edition()).toBe(edition);
  await kept.close();
});

test('status says what is kept, in both languages and as data', async () => {
  const { code, out } = await trucebook('status');
  expect(code).toBe(0);
  expect(out).toContain('2  Berichte');
  expect(out).toContain('Kopf des Journals: Eintrag 8, ');
  expect((await trucebook('status', '--lang', 'en')).out).toContain('2  reports');
  expect(JSON.parse((await trucebook('status', '--format', 'json')).out)).toMatchObject({
    counts: { report: 2, source: 2, annotation: 2 },
  });
});

test('history names who, when, what and why', async () => {
  const { code, out } = await trucebook('history', report.id);
  expect(code).toBe(0);
  expect(out).toContain('Eintrag 3  2025-04-01 08:00 UTC  Programm read');
  expect(out).toContain('outlet: Beispielblatt');
  expect((await trucebook('history', 'nothing')).code).toBe(1);
});

test('verify passes, and fails with 1 for a hash that is not in the journal', async () => {
  const whole = await trucebook('verify');
  expect(whole).toMatchObject({ code: 0, err: '' });
  expect(whole.out).toContain('nicht, dass es wahr ist');
  const wrong = await trucebook('verify', '--head', 'f'.repeat(64));
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain('Hash unbekannt');
});

test('export, and a new book that takes it over; move', async () => {
  const exported = join(folder, 'export');
  expect((await trucebook('export', exported)).out).toContain('--with-restricted');
  expect((await trucebook('init', '--book', join(folder, 'copy'), '--from', exported)).code).toBe(0);
  expect((await trucebook('verify', '--book', join(folder, 'copy'))).code).toBe(0);
  expect((await trucebook('move', join(folder, 'moved'))).code).toBe(0);
  const heads = await Promise.all(
    [book, join(folder, 'copy'), join(folder, 'moved')].map(
      async (place) => JSON.parse((await trucebook('status', '--book', place, '--format', 'json')).out).head,
    ),
  );
  expect(heads[1]).toEqual(heads[0]);
  expect(heads[2]).toEqual(heads[0]);
});

test('what the environment does not allow ends with 3 and a code', async () => {
  const missing = await trucebook('status', '--book', join(folder, 'nowhere'));
  expect(missing.code).toBe(3);
  expect(missing.err).toContain('TB_BOOK_MISSING');
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  expect((await trucebook('init')).err).toContain('TB_BOOK_EXISTS');
  const unreachable = await trucebook('status', '--book', 'postgres://nobody:secret@127.0.0.1:1/nothing');
  expect(unreachable.code).toBe(3);
  expect(unreachable.err).toContain('TB_BOOK_DATABASE');
  expect(unreachable.err).not.toContain('secret');
});
