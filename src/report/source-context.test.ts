import { describe, expect, test } from 'vitest';
import { makeReport } from '../model/index.ts';
import { contextsOf, isWithinMarks } from './source-context.ts';

const report = makeReport('r', 'Erster Satz. Der zweite Satz. Ende.');
const annotation = {
  report: 'r',
  sentences: [
    { start: 0, end: 12 },
    { start: 13, end: 29 },
    { start: 30, end: 35 },
  ],
} as never;
const contextOf = contextsOf([report], [annotation]);
const at = (start: number, end: number, exact = report.text.slice(start, end)) => contextOf({ report: 'r', start, end, exact });

describe('the sentence around a span', () => {
  test('is the whole sentence, or several', () => {
    expect(at(17, 23)).toEqual({ before: 'Der ', exact: 'zweite', after: ' Satz.' });
    expect(at(7, 16)).toEqual({ before: 'Erster ', exact: 'Satz. Der', after: ' zweite Satz.' });
  });

  test('is not guessed: other words at the place, or no report, give nothing', () => {
    expect(at(17, 23, 'dritte')).toBeNull();
    expect(contextOf({ report: 'x', start: 0, end: 1, exact: 'E' })).toBeNull();
  });
});

test.for([
  ['man schone „', '“ weiter', true],
  ['nannte «', '» und', true],
  ['nannte »', '« und', true],
  ['said “', '” and', true],
  ['said "', '" and', true],
  ['„a“ und ', ' und „b“', false],
  ['«a» und ', ' und «b»', false],
  ['er sagte, ', ' sei gut', false],
  ['offen „ohne ', ' Ende', false],
] as const)('%s|%s is within marks: %s', ([before, after, within]) => {
  expect(isWithinMarks({ before, exact: 'x', after })).toBe(within);
});
