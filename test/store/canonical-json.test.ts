import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/store/index.ts';

/** The same said plainly: what the quick form must print, byte for byte. */
function plainly(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  const fields = Object.keys(value).sort();
  const known = fields.filter((name) => (value as Record<string, unknown>)[name] !== undefined);
  return `{${known.map((name) => `${JSON.stringify(name)}:${plainly((value as Record<string, unknown>)[name])}`).join(',')}}`;
}

test('any value is printed as the plain form prints it', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\ud800', 'a\udc00b', '"', '\\', '\n', '\u007f', '\u2028', 'ß'),
  );
  const leaf = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(text, tie('tree'), { maxKeys: 5 })),
  }));
  fc.assert(fc.property(tree, (value) => canonicalJson(value) === plainly(value)));
});

test('fields are sorted whatever order they came in, again and again', () => {
  const orders = [
    { b: 1, a: 2, 10: 3, 9: 4 },
    { a: 2, b: 1, 9: 4, 10: 3 },
    { b: 1, a: 2 },
    { a: undefined, b: 1 },
  ];
  for (let round = 0; round < 2; round++)
    expect(orders.map(canonicalJson)).toEqual(['{"10":3,"9":4,"a":2,"b":1}', '{"10":3,"9":4,"a":2,"b":1}', '{"a":2,"b":1}', '{"b":1}']);
});

test('names that never end do not change what is printed', () => {
  for (let at = 0; at < 10_500; at++)
    if (at % 500 === 0) expect(canonicalJson({ z: 1, [`n${at}`]: 2 })).toBe(`{"n${at}":2,"z":1}`);
    else canonicalJson({ [`n${at}`]: 1 });
});
