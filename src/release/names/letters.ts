/** One letter or digit of a text as it is compared, with where it stands; `joined`: nothing but what nobody sees is before it. */
export interface Letter {
  readonly char: string;
  readonly start: number;
  readonly end: number;
  readonly joined: boolean;
}

/** Named entities that hide between letters; numbered ones are read as any character. */
const ENTITY = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(shy|zwnj|zwj|nbsp|amp|apos|rsquo|ensp|emsp|thinsp));/i;
const APOSTROPHES: ReadonlySet<string> = new Set(["'", '’', 'ʼ', 'ʹ', '′', '`', '‘', 'ʻ', '´', 'ˈ']);
const HYPHENS: ReadonlySet<string> = new Set(['-', '‐', '‑', '−', '–', '¬', '\u2043']);
/** Letters that no decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h' };

function entityAt(text: string, at: number): { readonly text: string; readonly length: number } | null {
  const found = ENTITY.exec(text.slice(at, at + 12));
  if (!found) return null;
  const [whole, decimal, hexadecimal, name] = found;
  const point = decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : null;
  if (point !== null) return point > 0 && point <= 0x10_ffff ? { text: String.fromCodePoint(point), length: whole.length } : null;
  const named = { nbsp: ' ', amp: '&', apos: "'", rsquo: '’', ensp: ' ', emsp: ' ', thinsp: ' ' }[(name ?? '').toLowerCase()];
  return { text: named ?? '', length: whole.length };
}

/**
 * The letters and digits of a text as they are compared: small, without marks, without what nobody sees (zero-width and soft
 * characters, direction marks), and across a hyphen at the end of a line or an apostrophe.
 */
export function lettersOf(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  let gap: 'none' | 'seen' = 'seen';
  for (let at = 0; at < text.length; ) {
    const entity = text[at] === '&' ? entityAt(text, at) : null;
    const given = entity?.text ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    const length = entity?.length ?? given.length;
    if (HYPHENS.has(given)) {
      const broken = /^(?:[ \t]*\r?\n[ \t]*)+(?=\p{L})/u.exec(text.slice(at + length, at + length + 40));
      if (broken && gap === 'none') {
        at += length + broken[0].length;
        continue;
      }
    }
    for (const char of given.normalize('NFKD').toLowerCase()) {
      if (/\p{M}|[\p{Cf}\p{Sk}\u3164\u115f\u1160]/u.test(char) || APOSTROPHES.has(char)) continue;
      if (!/[\p{L}\p{N}]/u.test(char)) {
        gap = 'seen';
        continue;
      }
      for (const plain of PLAIN[char] ?? char) {
        letters.push({ char: plain, start: at, end: at + length, joined: gap === 'none' });
        gap = 'none';
      }
    }
    at += length;
  }
  return letters;
}

/** Runs of letters that stand together: words as they are compared. */
export function wordsIn(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const words: Letter[][] = [];
  for (const letter of letters) {
    if (letter.joined) words.at(-1)?.push(letter);
    else words.push([letter]);
  }
  return words;
}
