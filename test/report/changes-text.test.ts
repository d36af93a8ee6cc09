import { expect, test } from 'vitest';
import { messagesFor } from '../../src/i18n/index.ts';
import { changesBetween } from '../../src/ledger/index.ts';
import type { Dossier } from '../../src/model/index.ts';
import { changesText } from '../../src/report/text/changes-text.ts';
import { exampleDossier } from './example-dossier.ts';

const textOf = (before: Dossier, after: Dossier, language: 'de' | 'en' = 'de'): string =>
  changesText({ before, after, changes: changesBetween(before, after) }, { messages: messagesFor(language) });

const nothing: Dossier = { ...exampleDossier, agreements: [], readings: [], divergences: [], openQuestions: [] };

test('nothing new is said to be nothing new', () => {
  expect(textOf(exampleDossier, exampleDossier)).toBe('  Nichts Neues.\n');
});

test('what was not known before: the agreement, its sides, each reading in its words, what differs', () => {
  const text = textOf(nothing, exampleDossier);
  expect(text).toContain('Mai 2031 (neu): zugesagt, doch die Fassungen weichen ab');
  expect(text).toContain('    · Süden: nichts bekannt → bereit unter Bedingungen');
  expect(text).toMatch(/ {4}\+ Süden, Was geschützt ist: „Wir schonen/);
  expect(text).toContain('    ≠ Was geschützt ist: Der Süden schont');
  expect(text).not.toContain('das halte nie');
});

test('a question that was open and is answered', () => {
  const answered: Dossier = {
    ...exampleDossier,
    openQuestions: exampleDossier.openQuestions.map((question) => ({ ...question, state: 'answered' })),
  };
  expect(textOf(exampleDossier, answered)).toContain('    ! beantwortet: Ab wann gilt der Verzicht?');
});

test('a reading that was superseded, with what took its place', () => {
  const [old, next] = exampleDossier.readings;
  const superseded: Dossier = {
    ...exampleDossier,
    readings: exampleDossier.readings.map((reading) => (reading.id === old?.id ? { ...reading, supersededBy: next?.id ?? null } : reading)),
  };
  expect(textOf(exampleDossier, superseded)).toContain('− überholt: Norden, Was geschützt ist: Objekte der Stromversorgung');
});
