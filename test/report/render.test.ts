import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { INTERFACE_LANGUAGES, type InterfaceLanguage, messagesFor } from '../../src/i18n/index.ts';
import type { Annotation, Dossier } from '../../src/model/index.ts';
import { contextsOf, renderHtml, renderJson, renderMarkdown, renderText, restrictTo, viewOf } from '../../src/report/index.ts';
import { exampleDossier, exampleReports } from './example-dossier.ts';

const wholeText = exampleReports.map(({ key, text }) => ({ report: key, sentences: [{ start: 0, end: text.length }] }));
const contextOf = contextsOf(exampleReports, wholeText as unknown as readonly Annotation[]);
const view = (dossier: Dossier = exampleDossier, language: InterfaceLanguage = 'de') =>
  viewOf(dossier, { messages: messagesFor(language), contextOf });

/** The example with foreign text in every place where foreign text can stand. */
function withForeignText(text: string): Dossier {
  const poison = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(poison) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        ['exact', 'speaker', 'title', 'outlet', 'label', 'url'].includes(key) && typeof inner === 'string' ? text : poison(inner),
      ]),
    ) as T;
  };
  return poison(exampleDossier);
}

describe('quotation marks', () => {
  const text = renderText(view());

  test('stand round the words of a speaker', () => {
    expect(text).toContain('„Objekte der');
    expect(text).toContain('„Strom und Anlagen“');
    expect(text).toContain('„wenn der Norden es auch');
  });

  test('never round the words of a report', () => {
    expect(text).not.toMatch(/„30 Tage/);
    expect(text).not.toMatch(/„das halte nie/);
    expect(renderHtml(view())).not.toMatch(/„30 Tage|„das halte nie/);
    expect(renderMarkdown(view())).not.toMatch(/„30 Tage|„das halte nie/);
  });

  test('a piece of a mixed clause gets none where the report cannot be looked at', () => {
    const blind = renderText(viewOf(exampleDossier, { messages: messagesFor('de') }));
    expect(blind).toContain('Strom und Anlagen');
    expect(blind).not.toContain('„Strom und Anlagen“');
  });
});

describe('the table', () => {
  const lines = renderText(view()).split('\n');
  const rowAt = (sign: string): string => lines.find((line) => line.startsWith(sign)) ?? '';

  test('says how the versions stand to each other, by a sign and a word', () => {
    expect(rowAt('≠')).toContain('Was geschützt');
    expect(rowAt('◐ Dauer')).not.toBe('');
    expect(lines.join('\n')).toContain('nur Norden');
    expect(rowAt('— Beginn')).not.toBe('');
    expect(lines).toContain('— niemand: Überwachung');
  });

  test('a row that two of three agree on is not called agreed by all', () => {
    const cells =
      exampleDossier.agreements[0]?.cells.map((cell) =>
        cell.mark === 'differ' ? { ...cell, mark: 'silent' as const, readings: [] } : cell,
      ) ?? [];
    const agreements = exampleDossier.agreements.map((found) => ({ ...found, cells }));
    expect(renderText(view({ ...exampleDossier, agreements }))).toMatch(/gleich, 2\s/);
  });

  test.for([40, 60, 80, 100, 140, 200])('keeps within %i columns', (width) => {
    for (const language of INTERFACE_LANGUAGES) {
      const wide = renderText(view(exampleDossier, language), { width })
        .split('\n')
        .filter((line) => stringWidth(line) > width);
      expect(wide).toEqual([]);
    }
  });

  test('a narrow terminal lists every side of every row', () => {
    const narrow = renderText(view(), { width: 40 });
    expect(narrow).not.toContain('│');
    for (const words of ['Objekte der', 'Strom und Anlagen', 'Wir schonen', '30 Tage']) expect(narrow).toContain(words);
  });
});

test('what is in no column is shown apart, and unnamed sources are named as such', () => {
  const text = renderText(view());
  expect(text).toContain('Andere Stimmen');
  expect(text).toContain('Kreise (ungenannt)');
  expect(text).not.toContain('anonymous:');
});

test('the interface changes its language, quotations do not', () => {
  const english = renderText(view(exampleDossier, 'en'));
  expect(english).toContain('What is protected'.slice(0, 7));
  expect(english).toContain('Strom und Anlagen');
  expect(english).not.toMatch(/Was geschützt|Stand |Quellen/);
});

test('long lists are cut with a count, never silently', () => {
  const question = exampleDossier.openQuestions[0];
  const openQuestions = Array.from(
    { length: 30 },
    (_, i) => ({ ...question, id: `oq-${i}` }) as (typeof exampleDossier.openQuestions)[number],
  );
  expect(renderText(view({ ...exampleDossier, openQuestions }))).toContain('+ 18 weitere');
});

describe('foreign text', () => {
  test('runs nothing on a page', () => {
    const html = renderHtml(view(withForeignText('<script>alert(1)</script>" onclick="x" javascript:x')));
    expect(html).not.toMatch(/<script|"\s*onclick=|href="javascript/i);
    expect(html).toContain("default-src 'none'");
  });

  test('makes no mark-up and no row of its own in Markdown', () => {
    const rows = (markdown: string): number => markdown.split('\n').filter((line) => line.startsWith('|')).length;
    const poisoned = renderMarkdown(view(withForeignText('a | b\n| c | [x](y) <b>`')));
    expect(rows(poisoned)).toBe(rows(renderMarkdown(view())));
    expect(poisoned).not.toMatch(/[^\\]\[x[^\\]\]\(/);
    expect(poisoned).not.toContain('<b>');
  });

  test('whatever it is, every form is made and stays well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = view(withForeignText(text));
        for (const out of [renderText(shown), renderMarkdown(shown), renderHtml(shown)]) expect(/\p{Surrogate}/u.test(out)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the page', () => {
  const html = renderHtml(view());

  test('leads from every quotation to its sentence, with the words marked', () => {
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((found) => found[1] ?? '');
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]));
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !ids.has(decodeURIComponent(target)))).toEqual([]);
    expect(html).toContain('<mark>Strom und Anlagen</mark>');
    expect(html).toContain('sprach von «<mark>');
  });

  test('needs nothing but itself', () => {
    expect(html).not.toMatch(/<(?:link|img|iframe|script)\b|@import|url\(/);
  });

  test('has every id once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('JSON', () => {
  test('is the dossier, with its keys in the order of the schema', () => {
    const json = renderJson(exampleDossier);
    expect(JSON.parse(json)).toEqual(exampleDossier);
    expect(Object.keys(JSON.parse(json)).slice(0, 4)).toEqual(['schema', 'asOf', 'heldAt', 'holders']);
    const { flags, schema, ...rest } = exampleDossier;
    expect(renderJson({ flags, ...rest, schema })).toBe(json);
  });

  test('of one agreement refers to nothing that is not in it', () => {
    const only = restrictTo(exampleDossier, 'ag-example');
    expect(only.readings).toEqual(exampleDossier.readings);
    expect(restrictTo(exampleDossier, 'ag-other').readings).toEqual([]);
  });
});
