import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCorrections, readCorrections } from './corrections.ts';

const ENTRY = { at: '2026-01-31T09:30:00Z', by: 'Ada', action: 'reject', reading: 'rd-0123456789ab', why: 'said of another pause' };
const ADDED = {
  at: '2026-01-31T09:30:00Z',
  by: 'Ada',
  action: 'add',
  reading: null,
  agreement: 'agr-1',
  element: 'duration',
  holder: 'AA',
  value: { t: 'duration', iso: 'P10D', counting: 'unstated' },
  spans: [{ report: 'r1', start: 0, end: 8, exact: 'ten days' }],
  why: 'overlooked',
};
const parse = (...entries: readonly unknown[]) =>
  parseCorrections(entries.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry))).join('\n'), 'c.jsonl');

describe('corrections from a file', () => {
  test('one entry a line, with an id of its content; empty lines and CRLF are nothing', () => {
    const { corrections, problems } = parse(ENTRY, '', `${JSON.stringify(ADDED)}\r`);
    expect(problems).toEqual([]);
    expect(corrections.map(({ id, ...rest }) => [/^cor-[0-9a-f]{12}$/.test(id), rest])).toEqual([
      [true, ENTRY],
      [true, { ...ADDED, value: { ...ADDED.value, until: null } }],
    ]);
  });

  test('the id is of the content, whatever the order of the fields', () => {
    const [first] = parse(ENTRY).corrections;
    const [second] = parse(Object.fromEntries(Object.entries(ENTRY).reverse())).corrections;
    expect(second?.id).toBe(first?.id);
    expect(parse({ ...ENTRY, by: 'Ben' }).corrections[0]?.id).not.toBe(first?.id);
  });

  test.for([
    ['{"at": ', 'TB_CORRECTION_BROKEN', ''],
    [{ ...ENTRY, at: '2026-01-31' }, 'TB_CORRECTION_SHAPE', 'at: must be an instant'],
    [{ ...ENTRY, by: ' ' }, 'TB_CORRECTION_SHAPE', 'by: must be a text'],
    [{ ...ENTRY, why: undefined }, 'TB_CORRECTION_SHAPE', 'why: must be a text'],
    [{ ...ENTRY, action: 'delete' }, 'TB_CORRECTION_SHAPE', 'action: must be one of'],
    [{ ...ENTRY, reading: null }, 'TB_CORRECTION_SHAPE', 'reading: must be the id'],
    [{ ...ENTRY, note: 'x' }, 'TB_CORRECTION_SHAPE', 'a field "note" that nobody reads'],
    [{ ...ENTRY, holder: 'AA' }, 'TB_CORRECTION_SHAPE', 'has no place in an entry that says "reject"'],
    [{ ...ENTRY, action: 'correct' }, 'TB_CORRECTION_SHAPE', 'it changes nothing'],
    [{ ...ENTRY, action: 'correct', value: { t: 'duration', iso: 'ten' } }, 'TB_CORRECTION_SHAPE', 'value: iso'],
    [{ ...ADDED, reading: 'rd-1' }, 'TB_CORRECTION_SHAPE', '"reading": null'],
    [{ ...ADDED, holder: undefined }, 'TB_CORRECTION_SHAPE', 'holder: must be given'],
    [{ ...ADDED, spans: [] }, 'TB_CORRECTION_EVIDENCE_MISSING', 'rests on no words'],
    [{ ...ADDED, spans: undefined, evidence: [{ url: 'https://a.example/b', exact: 'ten days' }] }, 'TB_CORRECTION_SHAPE', 'heldFrom'],
    [
      { ...ADDED, heldFrom: '2025-01-01', evidence: [{ url: 'https://a.example/b', exact: 'a b c d e f g h i j' }] },
      'TB_CORRECTION_SHAPE',
      'fewer than 10 words',
    ],
    ['7', 'TB_CORRECTION_SHAPE', 'must be a record'],
  ] as const)('%j is %s', ([entry, code, reason]) => {
    const { corrections, problems } = parse(ENTRY, entry, ADDED);
    expect(corrections).toHaveLength(2);
    expect(problems.map((found) => [found.code, found.line, found.file])).toEqual([[code, 2, 'c.jsonl']]);
    expect(problems[0]?.message).toContain(reason);
  });

  test('the same entry twice counts once, with a warning', () => {
    const { corrections, problems } = parse(ENTRY, ENTRY);
    expect(corrections).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'TB_CORRECTION_TWICE', line: 2, severity: 'warning' }]);
  });

  test('a file that is not there is an error', async () => {
    const files = { stat: () => Promise.reject(), readFile: () => Promise.reject(new Error('gone')), readDir: () => Promise.reject() };
    expect((await readCorrections('c.jsonl', files)).problems).toMatchObject([{ code: 'TB_FILE_UNREADABLE', file: 'c.jsonl' }]);
  });

  test('no text throws, and every line that is not empty is an entry or a problem', () => {
    const line = fc.oneof(fc.string(), fc.json(), fc.constant(JSON.stringify(ENTRY)), fc.constant(JSON.stringify(ADDED)));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const { corrections, problems } = parseCorrections(text, 'c.jsonl');
        const filled = text.split('\n').filter((one) => one.trim() !== '').length;
        expect(corrections.length + problems.length).toBe(filled);
      }),
    );
  });
});
