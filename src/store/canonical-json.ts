// Most strings of a book need no escape; asking that first is quicker than the general way, which is right for every string.
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** Field names in order, each with its colon; objects of one shape name their fields in one order, so that it is sorted once. */
interface Shape {
  readonly next: Map<string, Shape>;
  sorted: readonly (readonly [name: string, printed: string])[] | null;
}

const makeShape = (): Shape => ({ next: new Map(), sorted: null });
const MOST_SHAPES = 10_000;
let shapes = makeShape();
let made = 0;

function fieldsOf(value: object): readonly (readonly [name: string, printed: string])[] {
  const names = Object.keys(value);
  // Names may come from outside: a list that grows with them is thrown away now and then.
  if (made > MOST_SHAPES) {
    shapes = makeShape();
    made = 0;
  }
  let shape = shapes;
  for (const name of names) {
    let next = shape.next.get(name);
    if (next === undefined) {
      next = makeShape();
      shape.next.set(name, next);
      made++;
    }
    shape = next;
  }
  shape.sorted ??= names.sort().map((name) => [name, `${JSON.stringify(name)}:`] as const);
  return shape.sorted;
}

function printed(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += text === '' ? printed(item) : `,${printed(item)}`;
    return `[${text}]`;
  }
  for (const [name, start] of fieldsOf(value)) {
    const field = (value as Readonly<Record<string, unknown>>)[name];
    if (field !== undefined) text += text === '' ? start + printed(field) : `,${start}${printed(field)}`;
  }
  return `{${text}}`;
}

/**
 * JSON with sorted keys and no white space, the same bytes for the same value on every machine. Fields that are undefined are
 * left out, as JSON.stringify does; numbers are printed as JavaScript prints them, which is what RFC 8785 asks for.
 */
export function canonicalJson(value: unknown): string {
  return printed(value);
}
