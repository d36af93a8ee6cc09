import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from './csv.ts';
import { neutraliseFormula } from './neutralise-formula.ts';

describe('cells that a spreadsheet would run', () => {
  test.for<readonly [string, string]>([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+49 30 1234', "'+49 30 1234"],
    ['-2', "'-2"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t'=1"],
    ['a;=1', "a;'=1"],
    ['a\n@b', "a\n'@b"],
    ['plain; text - with a dash', 'plain; text - with a dash'],
    ["'=1", "'=1"],
    ['a=b', 'a=b'],
  ])('%j becomes %j', ([given, expected]) => {
    expect(neutraliseFormula(given)).toBe(expected);
  });

  test('doing it twice changes nothing more, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ';', '\t', '\n', ' ', 'a', "'", '"', ',') }), (text) => {
        const once = neutraliseFormula(text);
        expect(neutraliseFormula(once)).toBe(once);
        expect(once.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
        // Whatever separates the cells, none begins with what is run.
        for (const cell of once.split(/[;\t\n|]/)) expect(cell).not.toMatch(/^ *[=+@]/);
      }),
    );
  });

  test('a table holds none in any cell, its header included', () => {
    expect(csvOf(['=a', 'b'], [{ '=a': '=1', b: 2 }])).toBe("'=a,b\r\n'=1,2\r\n");
  });
});
