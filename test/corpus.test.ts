import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { german } from '../src/lang/de/index.ts';
import { makeReport, type Statement } from '../src/model/index.ts';
import { annotate } from '../src/text/pipeline.ts';

/** An example with its brackets taken out: the plain text and what was marked in it. */
interface Example {
  readonly text: string;
  readonly marked: Readonly<Record<string, readonly string[]>>;
}

/** Reads `{s:…}`, `{c:…}`, `{q:…}`; a cue may stand within a content. */
function parseExample(source: string): Example {
  let text = '';
  const marked: Record<string, string[]> = {};
  const open: { kind: string; start: number }[] = [];
  for (let at = 0; at < source.length; at++) {
    const found = /^\{([scq]):/.exec(source.slice(at, at + 3));
    if (found) {
      open.push({ kind: found[1] ?? '', start: text.length });
      at += 2;
    } else if (source[at] === '}') {
      const piece = open.pop();
      if (piece) {
        marked[piece.kind] ??= [];
        marked[piece.kind]?.push(text.slice(piece.start));
      }
    } else text += source[at];
  }
  return { text, marked };
}

const read = (text: string): readonly Statement[] => annotate(makeReport('example', text, { date: '2025-03-20' })).statements;
const wordsOf = (value: string): string => (value.match(/[\p{L}\p{N}-]+/gu) ?? []).join(' ');

describe.each([...german.rules.values()].map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('says what it means and how sure it is', () => {
    expect(rule.meaning.length).toBeGreaterThan(20);
    expect(rule.precision).toBeGreaterThan(0);
    expect(rule.yes.length).toBeGreaterThan(0);
    expect(rule.no.length).toBeGreaterThan(0);
  });

  test.each(rule.yes)('finds %s', (source) => {
    const { text, marked } = parseExample(source);
    const found = read(text).filter((stmt) => stmt.rule === id);
    const contents = found.map((stmt) => wordsOf(stmt.content.map((span) => text.slice(span.start, span.end)).join(' ')));
    expect(contents).toContain(wordsOf((marked['q'] ?? []).join(' ')));
    const stmt = found[contents.indexOf(wordsOf((marked['q'] ?? []).join(' ')))];
    if (marked['s'])
      expect(stmt?.speakerSpan && wordsOf(text.slice(stmt.speakerSpan.start, stmt.speakerSpan.end))).toBe(wordsOf(marked['s'].join(' ')));
    if (marked['c'])
      expect(stmt?.cue.map((span) => wordsOf(text.slice(span.start, span.end))).join(' ')).toBe(marked['c'].map(wordsOf).join(' '));
  });

  test.each(rule.no)('leaves %s', (source) => {
    expect(read(parseExample(source).text).filter((stmt) => stmt.rule === id)).toEqual([]);
  });
});

const folder = new URL('./corpus/de/speech/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

/**
 * Each text stands beside `name.expect.json`: the statements it must give, as "speaker | form | act | content", where the
 * content may be its first and last words; and `never`, words that no statement may have as content.
 */
describe.each(files)('corpus %s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const expected = JSON.parse(readFileSync(new URL(file.replace(/\.txt$/, '.expect.json'), folder), 'utf8')) as {
    readonly statements: readonly {
      readonly speaker: string;
      readonly content: string;
      readonly form?: string;
      readonly act?: string;
      readonly via?: readonly string[];
    }[];
    readonly never?: readonly string[];
  };
  const annotation = annotate(makeReport(file, text, { date: '2025-03-20' }));
  const shown = annotation.statements.map((stmt) => ({
    speaker: stmt.speakers.map((speaker) => speaker.name).join(' + '),
    content: stmt.content.map((span) => text.slice(span.start, span.end)).join(' … '),
    form: stmt.form as string,
    act: stmt.act as string,
    via: stmt.via.map((speaker) => speaker.name),
  }));

  test.each(expected.statements)('has $speaker: $content', (wanted) => {
    expect(shown).toContainEqual(expect.objectContaining(wanted));
  });

  test('has none of what is no statement', () => {
    for (const words of expected.never ?? []) expect(shown.filter((stmt) => stmt.content.includes(words))).toEqual([]);
  });
});
