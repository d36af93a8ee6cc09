import { describe, expect, test } from 'vitest';
import { makeReport, type Statement } from '../../model/index.ts';
import { annotate } from '../pipeline.ts';

const read = (text: string, date: string | null = '2025-03-19'): readonly Statement[] =>
  annotate(makeReport('r', text, { date, language: 'de' })).statements;
const saidBy = (statements: readonly Statement[], words: string, text: string): Statement | undefined =>
  statements.find(({ content }) => content.some(({ start, end }) => text.slice(start, end).includes(words)));
const names = (statement: Statement | undefined): readonly string[] => statement?.speakers.map(({ name }) => name) ?? [];

describe('what a newsroom puts into words', () => {
  test('a signed bracket and words in square brackets are insertions, dots are none', () => {
    const text =
      '„Wir schonen die Werke (im Norden, Anm. d. Red.)“, sagte Putin. „Das [der Stopp] gilt [...] sofort“, sagte Selenskyj. „Es gilt (ab heute)“, sagte Trump.';
    const inserts = read(text).flatMap(({ editorialInserts }) => editorialInserts.map(({ start, end }) => text.slice(start, end)));
    expect(inserts).toEqual(['(im Norden, Anm. d. Red.)', '[der Stopp]']);
  });

  test('a sentence that opens with a conclusion is the narrator’s', () => {
    const inferred = (text: string): boolean[] => read(text).map(({ inferredByNarrator }) => inferredByNarrator);
    expect(inferred('Damit lehnte Putin eine Waffenruhe ab.')).toEqual([true]);
    expect(inferred('Am Montag lehnte Putin eine Waffenruhe ab.')).toEqual([false]);
  });
});

describe('the reporting clause', () => {
  test('tells when something was said, not when it is to happen', () => {
    const text = 'Putin sagte am Dienstag, dass der Austausch am Freitag beginne.';
    expect(saidBy(read(text), 'beginne', text)?.when).toBe('2025-03-18');
    const later = 'Putin sagte, dass der Austausch am Freitag beginne.';
    expect(saidBy(read(later), 'beginne', later)?.when).toBeNull();
  });

  test('tells to whom, and not about whom', () => {
    const to = (text: string) => read(text).find(({ level }) => level === 0)?.addressee;
    expect(to('Selenskyj bat Trump um weitere Systeme.')).toBe('donald-trump');
    expect(to('Selenskyj sagte über Trump, er sei müde.')).toBeNull();
    expect(to('Der Kreml teilte nach einem Gespräch Putins mit, dass die Pause gelte.')).toBeNull();
  });
});

describe('speakers that the whole report tells', () => {
  test('the readout is that of the body that last spoke', () => {
    const text = 'Der Kreml sagte, das Gespräch sei gut gewesen. Laut dem Protokoll dauert die Pause zehn Tage.';
    expect(names(saidBy(read(text), 'dauert', text))).toEqual(['Kreml']);
  });

  test('both governments are those of the persons in the sentence', () => {
    const text =
      'Selenskyj schwieg zu dem Vorschlag. Der Kreml sagte, das Gespräch sei gut gewesen. Trump und Putin konnten sich nach Angaben beider Regierungen nicht einigen.';
    const found = names(saidBy(read(text), 'konnten', text));
    expect([...found].sort()).toEqual(expect.arrayContaining(['Kreml']));
    expect(found.some((name) => name.includes('Ukraine'))).toBe(false);
  });

  test('who is named in the reported clause is not the one who reports it', () => {
    const text = 'Der Kreml sagte, Putin habe positiv reagiert. Er fügte hinzu, dass Putin sofort den Befehl gegeben habe.';
    expect(names(saidBy(read(text), 'sofort', text))).toEqual(['Kreml']);
  });

  test('after a pledge that is only retold the teller goes on', () => {
    const text = 'Das Weiße Haus schrieb, Moskau habe zugesagt, die Häfen zu schonen. Auch wolle man weitere Schritte erarbeiten.';
    expect(names(saidBy(read(text), 'wolle', text))).toEqual(['Weißes Haus']);
  });
});

test('a text without sentences, of brackets alone or of pronouns gives nothing and takes no time', () => {
  for (const text of ['', '('.repeat(50_000), '[a'.repeat(20_000), 'er '.repeat(20_000), '„(Anm. d. Red.'.repeat(5_000)]) {
    const began = performance.now();
    read(text);
    expect(performance.now() - began).toBeLessThan(5_000);
  }
});
