import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type KeptBook, openBook } from '../../src/app/book.ts';
import { askKey, askLine, type Key, type Keyboard } from '../../src/cli/keyboard.ts';
import { type CommandResult, runCommand } from '../run-command.ts';
import { tickingClock } from '../store/stores.ts';
import { by, REPORTS } from './reviewed-book.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucebook-keyboard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SPECIAL: Readonly<Record<string, Key>> = {
  '\r': { text: '', name: 'enter' },
  '\b': { text: '', name: 'backspace' },
  '\u0015': { text: '', name: 'clear' },
  '\u001b': { text: '', name: 'cancel' },
  '\t': { text: '', name: 'other' },
};

/** A keyboard on which a text is typed; after it nobody types any more. */
function typed(text: string): Keyboard & { readonly isClosed: () => boolean } {
  const keys = [...text].map((one): Key => SPECIAL[one] ?? { text: one, name: 'text' });
  let closed = false;
  return {
    next: () => Promise.resolve(keys.shift() ?? { text: '', name: 'end' }),
    close: () => {
      closed = true;
    },
    isClosed: () => closed,
  };
}

let book = '';
let count = 0;
const now = tickingClock('2025-05-01T08:00:00.000Z');

beforeEach(async () => {
  book = join(folder, `book-${count++}`);
  const made = await openBook({ folder: book }, { now, create: true });
  await made.addReports(
    REPORTS.map((report) => ({ report, bytes: Buffer.from(report.text), mediaType: 'text/plain', retrievedAt: '2025-04-01T00:00:00Z' })),
    by,
  );
  await made.close();
});

async function review(keys: string | null, ...args: readonly string[]): Promise<CommandResult> {
  const keyboard = keys === null ? null : typed(keys);
  const own = { now, env: { TRUCEBOOK_BOOK: book }, ...(keyboard ? { keyboard: async () => keyboard } : {}) };
  const result = await runCommand(['review', ...args, '--lang', 'en'], own);
  if (keyboard) expect(keyboard.isClosed()).toBe(true);
  return result;
}

async function inBook<T>(look: (kept: KeptBook) => Promise<T>): Promise<T> {
  const kept = await openBook({ folder: book }, { now });
  try {
    return await look(kept);
  } finally {
    await kept.close();
  }
}

const decisions = (): Promise<readonly (readonly unknown[])[]> =>
  inBook(async ({ store }) =>
    (await store.facts('review')).map(({ body }) => [body.by, body.action, body.why, ...(body.change ? [body.change] : [])]),
  );

test('keys accept, reject and comment; Enter takes the last reason, Escape gives up', async () => {
  const { code, out } = await review('axz\b\u0015says so\rr\rr\u001bk\u0015a word\rnq', '--by', 'Ada', '--kind', 'reading');
  expect(code).toBe(0);
  expect(await decisions()).toEqual([
    ['Ada', 'accept', 'says so'],
    ['Ada', 'reject', 'says so'],
    ['Ada', 'comment', 'a word'],
  ]);
  expect(out).toContain('Reason (Enter: says so): ');
  expect(out.endsWith('2 decided.\n')).toBe(true);
});

test('a correction asks field by field, and only what is typed is changed', async () => {
  await review('cUA\r\r{"t":"text","topics":[]}\rmeant so\r', '--by', 'Ada', '--kind', 'reading', '--report', 'r1');
  await review('c\r9\r\ran offer\r', '--by', 'Ben', '--kind', 'statement', '--report', 'r1');
  await review('c\r\r{broken\r', '--by', 'Cem', '--kind', 'reading', '--report', 'r2');
  expect(await decisions()).toEqual([
    ['Ada', 'correct', 'meant so', { holder: 'UA', value: { t: 'text', topics: [] } }],
    ['Ben', 'correct', 'an offer', { act: 'announce' }],
  ]);
});

test('my last decision is taken back, of nobody else, and the item waits again', async () => {
  await review('afirst\r', '--by', 'Ben', '--kind', 'reading');
  const { out } = await review('asecond\ruon second thought\ruq', '--by', 'Ada', '--kind', 'reading');
  expect(await decisions()).toEqual([
    ['Ben', 'accept', 'first'],
    ['Ada', 'accept', 'second'],
    ['Ada', 'withdraw', 'on second thought'],
  ]);
  expect(out).toContain('You have decided nothing that could be taken back.');
});

test('a statement that was overlooked is added in the report of the item; what is refused is shown and the item stays', async () => {
  const words = 'Vorschlag';
  const { err, out } = await review(
    `+nowhere\rKiew\r4\r\rseen\r+${words}\rKiew\r4\r\r\r?q`,
    '--by',
    'Ada',
    '--kind',
    'reading',
    '--report',
    'r1',
  );
  expect(err).toContain('TB_ANCHOR_NOT_FOUND');
  expect(out).toContain('a accepts what is shown');
  const [[who, action, why, change] = []] = await decisions();
  expect([who, action, why]).toEqual(['Ada', 'add', 'seen']);
  expect(change).toMatchObject({ statement: { act: 'demand', report: 'r1' } });
});

test('blind coding at the keyboard: one key answers, a note goes with it, and nothing of others is shown', async () => {
  const keys = 'kor a demand\r5n41q';
  const { code, out } = await review(keys, 'blind', '--by', 'Ada', '--variable', 'act', '--report', 'r1');
  expect(code).toBe(0);
  const codings = await inBook(async ({ store }) => (await store.facts('coding')).map(({ body }) => [body.coder, body.value, body.note]));
  expect(codings).toEqual([
    ['Ada', 'propose', 'or a demand'],
    ['Ada', 'demand', null],
    ['Ada', 'assert', null],
  ]);
  expect(out).toContain('Which speech act is it?');
  const other = await review('q', 'blind', '--by', 'Ben', '--variable', 'act', '--report', 'r1');
  expect(other.out).toContain('4 to code');
  expect(other.out).not.toMatch(/Ada|propose \(|or a demand/);
  expect((await review('=ua\rq', 'blind', '--by', 'Ben', '--variable', 'speaker', '--report', 'r1')).err).toBe('');
  expect((await review('q', 'blind', '--by', 'Ben', '--variable', 'guilt')).err).toContain('TB_CODING_VARIABLE');
});

test('without a keyboard nothing is asked, without a name nothing is decided', async () => {
  expect(await review(null, '--by', 'Ada')).toMatchObject({ code: 1, err: expect.stringContaining('TB_REVIEW_NOT_A_TERMINAL') });
  expect((await review(null)).code).toBe(2);
  expect((await review(null, '--list')).code).toBe(0);
});

test('a line is edited by whole characters, and its end is shown where it is long', async () => {
  let shown = '';
  const show = async (text: string): Promise<void> => {
    shown += text;
  };
  const family: Key = { text: '👩‍👩‍👧', name: 'text' };
  const keys: Key[] = [family, { text: 'b', name: 'text' }, { text: '', name: 'backspace' }, { text: '', name: 'backspace' }];
  const keyboard = { next: () => Promise.resolve(keys.shift() ?? { text: '', name: 'enter' as const }), close: () => undefined };
  expect(await askLine(keyboard, show, '> ', 80)).toBe('');
  shown = '';
  expect(await askLine(typed(`${'x'.repeat(50)}\r`), show, '> ', 30)).toBe('x'.repeat(50));
  expect(shown).toContain('…');
  expect(await askKey(typed('xyzQ'), ['q'])).toBe('q');
  expect(await askKey(typed('xy'), ['q'])).toBeNull();
});
