import { describe, expect, test } from 'vitest';
import { german } from '../lang/de/index.ts';
import { analyse } from './analyse.ts';

const clauses = (text: string): string[] =>
  analyse(text, german).analyses.flatMap(({ clauses: found, tokens }) =>
    found.map(
      ({ kind, positions, predicate }) =>
        `${kind} ${predicate?.lemma ?? '-'} ${predicate?.parts.map((at) => tokens[at]?.text).join('+') ?? ''} ${positions.length}`,
    ),
  );

describe('clauses and verb brackets', () => {
  test.each([
    ['a separated prefix', 'Das Amt teilte den Fund am Abend mit.', ['main mitteilen teilte+mit 8']],
    ['a perfect', 'Der Rat hat der Pause zugestimmt.', ['main zustimmen hat+zugestimmt 6']],
    ['a clause in between', 'Der Rat, der lange schwieg, sagte nichts.', ['main sagen sagte 4', 'relative schweigen schwieg 3']],
    ['a clause with dass', 'Sie sagte, dass er gehe.', ['main sagen sagte 2', 'sub gehen gehe 3']],
    ['an infinitive', 'Sie versprach, den Hafen zu öffnen.', ['main versprechen versprach 2', 'infinitive öffnen zu+öffnen 4']],
    ['a passive', 'Der Hafen wird am Montag geöffnet.', ['main öffnen wird+geöffnet 6']],
    ['a modal', 'Der Rat will die Steuer senken.', ['main senken will+senken 6']],
    ['a bracket with a date', 'Er wird am 3. Juli kommen.', ['main kommen wird+kommen 7']],
    [
      'no relative clause without a noun before it',
      'Er meinte nun, die Boote könnten fahren.',
      ['main meinen meinte 3', 'main fahren könnten+fahren 4'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  test('the auxiliary of a main clause is no verb of a relative clause', () => {
    expect(clauses('Er sagte, die Händler würden den Preis prüfen.')[1]).toMatch(/^main prüfen/);
  });
});
