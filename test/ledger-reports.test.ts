import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actors } from '../src/lang/actors/index.ts';
import { buildDossier, changesBetween, checkSentence, type DossierInput, readLedger, replay } from '../src/ledger/index.ts';
import { type Dossier, makeReport, type Report } from '../src/model/index.ts';
import { annotate } from '../src/text/pipeline.ts';

/** The bundled example, read here with its few lines of front matter cut by hand: the intake has tests of its own. */
const folder = new URL('../examples/energy-halt-2025/', import.meta.url);
const reports: readonly Report[] = readdirSync(folder)
  .filter((file) => /^\d\d-.*\.(?:txt|md)$/.test(file))
  .sort()
  .map((file) => {
    const whole = readFileSync(new URL(file, folder), 'utf8');
    const head = /^---\n([\s\S]*?)\n---\n/.exec(whole);
    const field = (name: string): string | null => new RegExp(`^${name}: *"?([^"\n]+)"?`, 'm').exec(head?.[1] ?? '')?.[1] ?? null;
    return makeReport(file.replace(/\.\w+$/, ''), whole.slice(head?.[0].length ?? 0), {
      date: field('date'),
      outlet: field('outlet'),
      language: field('language') ?? 'de',
    });
  });
const annotations = reports.map(annotate);
const input: DossierInput = { reports, annotations, actors };
const pick = (keep: (report: Report) => boolean): DossierInput => ({
  actors,
  reports: reports.filter(keep),
  annotations: annotations.filter(({ report }) => reports.some((one) => one.key === report && keep(one))),
});
const bytes = (book: Dossier): string => JSON.stringify(book);

describe('the book over the bundled reports', () => {
  const book = buildDossier(input);

  test('holds agreements, readings with checkable spans, divergences and questions', () => {
    expect(reports.every(({ date }) => date !== null)).toBe(true);
    expect(book.agreements.length).toBeGreaterThan(2);
    expect(book.divergences.length).toBeGreaterThan(5);
    expect(book.openQuestions.length).toBeGreaterThan(3);
    const texts = new Map(reports.map(({ key, text }) => [key, text]));
    for (const reading of book.readings) {
      expect(reading.stance === 'silent' || reading.spans.length > 0).toBe(true);
      for (const { report, start, end, exact } of reading.spans) expect(texts.get(report)?.slice(start, end)).toBe(exact);
    }
  });

  test('in any order, and with every report twice, it is the same to the byte', () => {
    const turned = { ...input, reports: [...reports].reverse(), annotations: [...annotations].reverse() };
    expect(bytes(buildDossier(turned))).toBe(bytes(book));
    expect(bytes(buildDossier({ ...input, reports: [...reports, ...reports], annotations: [...annotations, ...annotations] }))).toBe(
      bytes(book),
    );
  });

  test.for(reports.map(({ key }) => key))('without %s nothing rests on it, and the words of the others stay', (gone) => {
    const after = buildDossier(pick(({ key }) => key !== gone));
    expect(after.readings.some(({ spans }) => spans.some(({ report }) => report === gone))).toBe(false);
    expect(after.statements.some(({ report }) => report === gone)).toBe(false);
    const words = (of: Dossier): string[] =>
      of.readings
        .filter(({ spans }) => spans.length > 0 && spans.every(({ report }) => report !== gone))
        .map(({ holder, spans }) => `${holder} ${spans.map(({ report, start, end }) => `${report}:${start}-${end}`).join()}`);
    expect([...new Set(words(after))].sort()).toEqual([...new Set(words(book))].sort());
  });

  test('as of a date it is the book of the reports published by then', () => {
    const early = buildDossier({ ...input, asOf: '2025-03-19' });
    expect(early.reports.every(({ date }) => date !== null && date < '2025-03-20')).toBe(true);
    expect(early.readings.every(({ knownFrom }) => knownFrom === null || knownFrom < '2025-03-20')).toBe(true);
    expect(bytes({ ...buildDossier({ ...pick(({ date }) => date !== null && date < '2025-03-20'), asOf: '2025-03-19' }) })).toBe(
      bytes(early),
    );
  });

  test('replayed, every report appears once and the last step is the whole book', () => {
    const steps = [...replay(input)];
    expect(steps.flatMap(({ reports: read }) => read).sort()).toEqual(reports.map(({ key }) => key).sort());
    expect(steps[0]?.changes.some(({ kind }) => kind === 'reading_new')).toBe(true);
    const last = steps.at(-1)?.dossier;
    expect(last && new Set(last.readings.map(({ id }) => id))).toEqual(new Set(book.readings.map(({ id }) => id)));
    expect(changesBetween(book, book)).toEqual([]);
  });

  test('an agreement keeps its id from the first report that speaks of it, whoever turns out to be its party', () => {
    const steps = [...replay(input)].map(({ dossier }) => dossier.agreements.map(({ agreement }) => agreement.id));
    for (const [i, ids] of steps.entries()) expect(steps[i + 1] ?? ids).toEqual(expect.arrayContaining(ids));
  });

  test('every end of a relation, a cell, an answer and a divergence is there', () => {
    const readings = new Set(book.readings.map(({ id }) => id));
    const known = new Set([...readings, ...book.statements.map(({ id }) => id), ...book.openQuestions.map(({ id }) => id)]);
    for (const { from, to } of book.relations) expect([known.has(from), known.has(to)]).toEqual([true, true]);
    for (const { a, b } of book.divergences) expect([readings.has(a.reading), readings.has(b.reading)]).toEqual([true, true]);
    for (const { cells } of book.agreements) for (const cell of cells) for (const id of cell.readings) expect(readings.has(id)).toBe(true);
  });

  test('a sentence is checked against it: who said so, who says otherwise', () => {
    const query = makeReport('query', 'Der Kreml sagte, die Angriffe auf Energieanlagen würden für 30 Tage ausgesetzt.', {
      date: '2025-03-20',
    });
    const sentence = readLedger({ reports: [query], annotations: [annotate(query)], actors });
    const { claims } = checkSentence(sentence, book);
    const duration = claims.find(({ claim }) => claim.element === 'duration');
    expect(duration?.said.some(({ holder }) => holder === 'RU')).toBe(true);
  });
});
