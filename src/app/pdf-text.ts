import { inflateSync } from 'node:zlib';

/** What a reader or a screen reader finds in a printed file. */
export interface PdfText {
  /** Text of each page in the order in which it was drawn. */
  readonly pages: readonly string[];
  readonly title: string | null;
  readonly language: string | null;
  readonly isTagged: boolean;
  /** Headings a reader can jump to. */
  readonly outline: readonly string[];
}

/**
 * Reads back the text of a PDF that Chromium has printed: its objects stand plainly in the file, its fonts carry a table from glyphs
 * to characters. It is no reader for PDFs of other origins. Without it a page on which no letter was drawn would pass for a report.
 */
export function readPdfText(bytes: Uint8Array): PdfText {
  const objects = objectsOf(bytes);
  const pages = pagesOf(objects);
  const all = [...objects.values()].map(({ dict }) => dict);
  const catalog = all.find((dict) => /\/Type\s*\/Catalog\b/.test(dict)) ?? '';
  const info = all.find((dict) => /\/Producer\b/.test(dict)) ?? '';
  return {
    pages: pages.map((page) => textOfPage(page, objects)),
    title: stringAfter(info, 'Title'),
    language: stringAfter(catalog, 'Lang'),
    isTagged: /\/StructTreeRoot\b/.test(catalog) && /\/Marked\s+true\b/.test(catalog),
    outline: all.flatMap((dict) =>
      /\/Parent\b/.test(dict) && /\/Title\b/.test(dict) && !/\/Producer\b/.test(dict) ? (stringAfter(dict, 'Title') ?? []) : [],
    ),
  };
}

interface PdfObject {
  readonly dict: string;
  readonly stream: () => string;
}

/** Objects by number; streams are taken apart only when they are asked for. */
function objectsOf(bytes: Uint8Array): ReadonlyMap<number, PdfObject> {
  // One character a byte, so that positions in the text are positions in the file.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const found of text.matchAll(/(?:^|[\r\n])(\d+) \d+ obj\b/g)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('endobj', start);
    const body = text.slice(start, end === -1 ? undefined : end);
    const at = body.search(/stream\r?\n/);
    const dict = at === -1 ? body : body.slice(0, at);
    objects.set(Number(found[1]), {
      dict,
      stream: () => {
        if (at === -1) return '';
        const from = start + at + (/^stream\r\n/.test(body.slice(at)) ? 8 : 7);
        const length = Number(/\/Length (\d+)/.exec(dict)?.[1] ?? 0);
        const raw = bytes.subarray(from, from + length);
        return Buffer.from(/\/FlateDecode\b/.test(dict) ? inflateSync(raw) : raw).toString('latin1');
      },
    });
  }
  return objects;
}

const reference = (dict: string, name: string): number | null => {
  const found = new RegExp(`/${name}\\s+(\\d+) \\d+ R`).exec(dict);
  return found === null ? null : Number(found[1]);
};

const references = (list: string): readonly number[] => [...list.matchAll(/(\d+) \d+ R/g)].map((found) => Number(found[1]));

/** The pages in their order: the tree of pages is walked from its root. */
function pagesOf(objects: ReadonlyMap<number, PdfObject>): readonly string[] {
  const catalog = [...objects.values()].find(({ dict }) => /\/Type\s*\/Catalog\b/.test(dict));
  const walk = (number: number | null): readonly string[] => {
    const dict = number === null ? undefined : objects.get(number)?.dict;
    if (dict === undefined) return [];
    if (!/\/Type\s*\/Pages\b/.test(dict)) return [dict];
    return references(/\/Kids\s*\[([^\]]*)\]/.exec(dict)?.[1] ?? '').flatMap(walk);
  };
  return walk(catalog ? reference(catalog.dict, 'Pages') : null);
}

/** Characters by the number of the glyph, from the table that the font carries. */
function charactersOf(font: PdfObject | undefined, objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<number, string> {
  const table = font === undefined ? null : reference(font.dict, 'ToUnicode');
  const map = table === null ? '' : (objects.get(table)?.stream() ?? '');
  const characters = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      characters.set(Number.parseInt(glyph, 16), utf16(to));
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      const [start, end, code] = [Number.parseInt(first, 16), Number.parseInt(last, 16), Number.parseInt(to, 16)];
      for (let glyph = start; glyph <= end; glyph++) characters.set(glyph, String.fromCodePoint(code + glyph - start));
    }
  }
  return characters;
}

const utf16 = (hex: string): string => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');

/** Operators that matter: which font is set, where a line begins, and what is shown. */
const SHOWN = /\/(\w+)\s+[-\d.]+\s+Tf|<([0-9A-Fa-f]*)>|\b(BT|Tm|Td)\b/g;

function textOfPage(page: string, objects: ReadonlyMap<number, PdfObject>): string {
  const resources = reference(page, 'Resources');
  const named = resources === null ? page : (objects.get(resources)?.dict ?? '');
  const list = /\/Font\s*(?:<<([\s\S]*?)>>|(\d+) \d+ R)/.exec(named);
  const entries = list?.[1] ?? objects.get(Number(list?.[2] ?? -1))?.dict ?? '';
  const fonts = new Map(
    [...entries.matchAll(/\/(\w+)\s+(\d+) \d+ R/g)].map(([, name = '', number]) => [
      name,
      charactersOf(objects.get(Number(number)), objects),
    ]),
  );
  const contents = /\/Contents\s*\[([^\]]*)\]/.exec(page);
  const streams = contents ? references(contents[1] ?? '') : [reference(page, 'Contents') ?? -1];
  const parts: string[] = [];
  for (const stream of streams) {
    let font: ReadonlyMap<number, string> = new Map();
    for (const [, name, glyphs, operator] of (objects.get(stream)?.stream() ?? '').matchAll(SHOWN)) {
      if (name !== undefined) font = fonts.get(name) ?? new Map();
      else if (operator !== undefined) parts.push(operator === 'BT' ? '\n' : '');
      else parts.push((glyphs?.match(/.{4}/g) ?? []).map((glyph) => font.get(Number.parseInt(glyph, 16)) ?? '').join(''));
    }
  }
  // Fonts draw "fi" as one character; who searches for a word types two.
  return parts
    .join('')
    .normalize('NFKC')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** The text behind a name in a dictionary: in brackets, or in UTF-16 as hexadecimal digits. */
function stringAfter(dict: string, name: string): string | null {
  const found = new RegExp(`/${name}\\s*(?:\\(((?:[^\\\\)]|\\\\.)*)\\)|<([0-9A-Fa-f]+)>)`, 's').exec(dict);
  if (found === null) return null;
  if (found[2] !== undefined) return utf16(found[2].replace(/^feff/i, ''));
  const raw = (found[1] ?? '')
    .replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
    .replace(/\\(.)/g, '$1');
  return raw.startsWith('\u00fe\u00ff') ? utf16(Buffer.from(raw.slice(2), 'latin1').toString('hex')) : raw;
}
