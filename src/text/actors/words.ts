/** One word of a text; a hyphen ends it, so that "US-Präsident" is two words, joined. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** The form that is compared: lower case, ß as ss (Swiss spelling), without an English possessive. */
  readonly key: string;
  readonly upper: boolean;
  /** A hyphen joins it to the word before. */
  readonly joined: boolean;
}

/** The form of a word that is compared. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  const plain = lower.includes('ß') ? lower.replaceAll('ß', 'ss') : lower;
  return plain.length > 3 && plain.endsWith('s') && (plain.at(-2) === "'" || plain.at(-2) === '’') ? plain.slice(0, -2) : plain;
}

/** Splits a text into words, in one pass. */
export function wordsIn(text: string): Word[] {
  const found: Word[] = [];
  const pattern = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)?/gu;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const raw = match[0];
    const start = match.index;
    const first = raw.charAt(0);
    found.push({
      start,
      end: start + raw.length,
      key: keyOf(raw),
      upper: first !== first.toLowerCase() || (first >= '0' && first <= '9'),
      joined: start > 0 && isHyphen(text.charCodeAt(start - 1)) && found.at(-1)?.end === start - 1,
    });
  }
  return found;
}

/** True for the hyphens that join the parts of a compound; dashes do not. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}
