import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook } from '../../src/app/book.ts';
import { type CommandResult, runCommand } from '../run-command.ts';
import { tickingClock } from '../store/stores.ts';
import { by, REPORTS } from './reviewed-book.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucebook-review-'));
const place = join(folder, 'book');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const now = tickingClock('2025-05-01T08:00:00.000Z');

const trucebook = (...args: readonly string[]): Promise<CommandResult> => runCommand(args, { now, env: { TRUCEBOOK_BOOK: place } });

interface Listed {
  readonly total: number;
  readonly items: readonly { readonly id: string; readonly seq: number; readonly kind: string }[];
}
const list = async (...args: readonly string[]): Promise<Listed> =>
  JSON.parse((await trucebook('review', '--format', 'json', '--limit', '100', ...args)).out) as Listed;

beforeAll(async () => {
  const book = await openBook({ folder: place }, { now, create: true });
  await book.addReports(
    REPORTS.map((report) => ({ report, bytes: Buffer.from(report.text), mediaType: 'text/plain', retrievedAt: '2025-04-01T00:00:00Z' })),
    by,
  );
  await book.close();
});

test('the queue is printed in both languages and as data, and can be narrowed', async () => {
  const german = await trucebook('review', '--list', '--limit', '2');
  expect(german.code).toBe(0);
  expect(german.out).toMatch(/^\d+ offen\n\nrd-[0-9a-f]{12} {2}Lesart · /);
  expect((await trucebook('review', '--list', '--lang', 'en')).out).toMatch(/^\d+ waiting\n/);
  const readings = await list('--kind', 'reading', '--report', 'r1');
  expect(readings.total).toBeGreaterThan(1);
  expect(readings.items.every(({ kind }) => kind === 'reading')).toBe(true);
  expect((await trucebook('review', '--list', '--agreement', 'agr-none', '--lang', 'en')).out).toBe('Nothing waits.\n');
});

test('a decision is written with name and reason, shown in the history, and can be taken back', async () => {
  const [item] = (await list('--kind', 'reading')).items;
  const id = item?.id ?? '';
  expect((await trucebook('review', 'decide', id, 'accept', '--by', 'Ada')).code).toBe(2);
  const made = await trucebook('review', 'decide', id, 'accept', '--by', 'Ada', '--why', 'says so', '--seen', '0', '--lang', 'en');
  expect(made).toMatchObject({ code: 0, err: '' });
  const decision = /rev-[0-9a-f]{12}/.exec(made.out)?.[0] ?? '';
  const shown = await trucebook('review', 'show', id, '--lang', 'en');
  expect(shown.out).toContain(`${decision} · entry`);
  expect(shown.out).toContain('Ada: accepted – says so');
  const late = await trucebook('review', 'decide', id, 'reject', '--by', 'Ben', '--why', 'no', '--seen', '0');
  expect([late.code, late.err]).toEqual([1, expect.stringContaining('in between: Ada, accept (says so)')]);
  expect((await trucebook('review', 'withdraw', decision, '--by', 'Ada', '--why', 'misread')).code).toBe(0);
  expect((await list('--kind', 'reading')).items.some((one) => one.id === id)).toBe(true);
  expect((await trucebook('review', 'withdraw', 'rev-000000000000', '--by', 'Ada', '--why', 'x')).code).toBe(1);
  expect((await trucebook('review', 'decide', 'rd-000000000000', 'accept', '--by', 'Ada', '--why', 'x')).err).toContain(
    'TB_REVIEW_UNKNOWN',
  );
  expect((await trucebook('review', 'decide', id, 'correct', '--by', 'Ada', '--why', 'x', '--change', '[]')).code).toBe(2);
});

test('a statement is anchored by hand, or its places are listed', async () => {
  const words = 'przerwa potrwa trzydzieści dni';
  const args = ['anchor', 'pl', words, '--speaker', 'Rzecznik rządu', '--act', 'assert', '--by', 'Ada', '--lang', 'en'];
  const several = await trucebook(...args);
  expect([several.code, several.err]).toEqual([1, expect.stringContaining('2 times: 1: 30–60, 2: 72–102')]);
  const made = await trucebook(...args, '--occurrence', '2');
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^Anchored as stmt-[0-9a-f]{12} at pl 72–102, /) });
  expect((await trucebook(...args, '--occurrence', '2')).out).toContain('Stands already');
  expect((await trucebook('anchor', 'none', words, '--speaker', 'A', '--act', 'assert', '--by', 'Ada')).err).toContain('TB_ANCHOR_REPORT');
  expect((await trucebook('anchor', 'pl', words, '--speaker', 'A', '--act', 'shout', '--by', 'Ada')).code).toBe(2);
});

test('two people code blind, a third settles, and agreement says how much it rests on', async () => {
  expect((await trucebook('review', 'codebook', '--lang', 'en')).out).toContain('Which speech act is it?');
  const tasks = async (who: string) =>
    JSON.parse((await trucebook('review', 'tasks', '--by', who, '--kind', 'statement', '--format', 'json')).out) as {
      readonly items: readonly { readonly target: { readonly id: string } }[];
    };
  const id = (await tasks('Ada')).items[0]?.target.id ?? '';
  expect((await trucebook('review', 'code', id, 'act', 'demand', '--by', 'Ada', '--lang', 'en')).out).toBe('Noted: act = demand.\n');
  expect((await tasks('Ben')).items[0]).toMatchObject({ target: { id }, own: [] });
  await trucebook('review', 'code', id, 'act', 'propose', '--by', 'Ben', '--note', 'an offer');
  expect((await trucebook('review', 'tasks', '--by', 'Ben', '--variable', 'act')).out).not.toContain(id);
  expect((await trucebook('review', 'differences', '--by', 'Ada', '--lang', 'en')).out).toBe('No differences that you may settle.\n');
  expect((await trucebook('review', 'differences', '--by', 'Cem')).out).toContain('  Ben: propose (an offer)');
  const settle = ['review', 'adjudicate', id, 'act', 'propose', '--why', 'it is an offer'];
  expect((await trucebook(...settle, '--by', 'Ben')).err).toContain('TB_CODING_OWN');
  expect((await trucebook(...settle, '--by', 'Cem', '--lang', 'en')).out).toMatch(/^Written down as rev-/);
  const { out } = await trucebook('review', 'agreement', '--lang', 'en');
  expect(out).toContain('too few to say anything: 1 coded by two, at least 10 are needed');
  expect(out).toContain('1 differ, 1 settled');
  expect((await trucebook('review', 'code', id, 'act', 'shout', '--by', 'Ada')).err).toContain('TB_CODING_VALUE');
});
