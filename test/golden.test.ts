import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Book, readBook } from '../src/app/read-book.ts';
import { nodeFiles } from '../src/feeds/index.ts';
import { messagesFor } from '../src/i18n/index.ts';
import type { Annotation } from '../src/model/index.ts';
import { claimsJsonLd, contextsOf, readingsCsv, renderHtml, renderJson, renderMarkdown, renderText, viewOf } from '../src/report/index.ts';
import { exampleDossier, exampleReports } from './report/example-dossier.ts';

// Golden files are read in the diff: whoever changes a rule sees what the reader of a dossier will see. `UPDATE=1 npx vitest
// run test/golden` writes them; on a build server nothing is ever written.
const update = process.env['UPDATE'] === '1' && !process.env['CI'];
const example = fileURLToPath(new URL('../examples/energy-halt-2025', import.meta.url));

async function expectGolden(name: string, actual: string): Promise<void> {
  const path = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  if (update) writeFileSync(path, actual);
  expect(existsSync(path), `${name} does not exist; run with UPDATE=1 and read it`).toBe(true);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

describe('the bundled example', () => {
  let book: Book;
  let view: ReturnType<typeof viewOf>;
  beforeAll(async () => {
    book = await readBook([example], nodeFiles);
    view = viewOf(book.dossier, { messages: messagesFor('de'), contextOf: contextsOf(book.reports, book.annotations) });
  });

  test('is read without a complaint', () => {
    expect(book.problems).toEqual([]);
  });

  test('as text', () => expectGolden('energy-halt-2025.de.txt', renderText(view)));

  test('as known on the evening of the first call', async () => {
    const early = await readBook([example], nodeFiles, { asOf: '2025-03-18T22:00Z' });
    await expectGolden(
      'energy-halt-2025.as-of-call.de.txt',
      renderText(viewOf(early.dossier, { messages: messagesFor('de'), contextOf: contextsOf(early.reports, early.annotations) })),
    );
  });

  test('is what the schema says', () => {
    const schema = JSON.parse(readFileSync(new URL('../schema/dossier.schema.json', import.meta.url), 'utf8'));
    const validate: ValidateFunction = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
    validate(JSON.parse(renderJson(book.dossier)));
    expect((validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([]);
  });

  test('gives the same bytes whatever the order of the reports', async () => {
    const { reports } = book;
    const backwards = await readBook(
      [...reports].reverse().map(({ source }) => source),
      nodeFiles,
    );
    const sorted = (dossier: Book['dossier']): string =>
      renderJson({ ...dossier, reports: [...dossier.reports].sort((a, b) => (a.key < b.key ? -1 : 1)) });
    expect(sorted(backwards.dossier)).toBe(sorted(book.dossier));
  });

  test('every span is the words it claims to be', () => {
    const texts = new Map(book.reports.map(({ key, text }) => [key, text]));
    const spans = [
      ...book.dossier.readings.flatMap((reading) => reading.spans),
      ...book.dossier.requests.map(({ span }) => span),
      ...book.dossier.positions.map(({ span }) => span),
      ...book.dossier.flags.map(({ span }) => span),
      ...book.dossier.openQuestions.flatMap((question) => question.spans),
      ...book.dossier.agreements.flatMap(({ agreement }) => agreement.mentions),
    ];
    expect(spans.length).toBeGreaterThan(50);
    expect(spans.filter(({ report, start, end, exact }) => texts.get(report)?.slice(start, end) !== exact)).toEqual([]);
  });
});

// Forms are held on a dossier made by hand, so that a better reading of the example changes one golden file and not five.
describe('the forms of a dossier', () => {
  const sentences = exampleReports.map(({ key, text }) => ({ report: key, sentences: [{ start: 0, end: text.length }] }));
  const contextOf = contextsOf(exampleReports, sentences as unknown as readonly Annotation[]);
  const viewIn = (language: 'de' | 'en') => viewOf(exampleDossier, { messages: messagesFor(language), contextOf });

  test.for([
    ['form.de.txt', () => renderText(viewIn('de'))],
    ['form.en.txt', () => renderText(viewIn('en'))],
    ['form.narrow.de.txt', () => renderText(viewIn('de'), { width: 60 })],
    ['form.de.md', () => renderMarkdown(viewIn('de'))],
    ['form.de.html', () => renderHtml(viewIn('de'))],
    ['form.json', () => renderJson(exampleDossier)],
    ['form.readings.csv', () => readingsCsv(exampleDossier)],
    ['form.claims.jsonld', () => claimsJsonLd(exampleDossier)],
  ] as const)('%s', async ([name, make]) => {
    await expectGolden(name, make());
  });
});
