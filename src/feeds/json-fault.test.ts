import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault, lineAt } from './json-fault.ts';

const breaks = (text: string): boolean => {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
};

describe('findJsonFault', () => {
  test.for([
    ['', 1, 'a value expected, found the end of the file'],
    ['{\n "a": 1,\n}', 3, 'a name in double quotes expected, found "}"'],
    ['[1,\r\n2\r\n3]', 3, '"," or "]" expected, found "3]"'],
    ['{"a"\n 1}', 2, '":" expected, found "1}"'],
    ['[1] []', 1, 'the end expected, found "[]"'],
    ['{"text": "zwei\nZeilen"}', 1, 'a string closed on its line expected, found ""zwei"'],
    ["[\n'a']", 2, 'a value expected, found "\'a\']"'],
    ['[1, 2', 1, '"," or "]" expected, found the end of the file'],
    ['["\\x"]', 1, 'a string closed on its line expected, found ""\\x"]"'],
  ] as const)('%j breaks on line %i: %s', ([text, line, reason]) => expect(findJsonFault(text)).toEqual({ reason, line }));

  test('whatever JSON.parse refuses has a fault before its end, and valid JSON has its fault at the end', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'nul',
      '\\u00e4',
      '"\\u00e4"',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
          fc.json(),
        ),
        (text) => {
          const { reason } = findJsonFault(text);
          expect(reason === 'the end expected, found the end of the file').toBe(!breaks(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('megabytes in one string and a hundred thousand open brackets are no trouble', () => {
    expect(findJsonFault(`["${'ä'.repeat(5_000_000)}`).line).toBe(1);
    expect(findJsonFault('['.repeat(100_000)).reason).toContain('the end of the file');
  });

  test('lines end with LF, CR or CRLF', () => {
    expect(['a\nb', 'a\rb', 'a\r\nb'].map((text) => lineAt(text, text.length))).toEqual([2, 2, 2]);
  });
});
