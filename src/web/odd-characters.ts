/** A stretch of foreign text, or one character of it that a reader must be shown because it would not be seen as what it is. */
export type TextPiece =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'invisible' | 'direction' | 'control'; readonly code: string }
  | { readonly kind: 'lookalike'; readonly code: string; readonly text: string; readonly script: string };

// Bidirectional controls first: most of them count as ignorable too.
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffe\uffff]|\p{Surrogate}/u;
const ODD = new RegExp(`${DIRECTION.source}|${INVISIBLE.source}|${CONTROL.source}`, 'u');

/** Scripts whose letters are drawn like those of another; a word that mixes two of them is written to be misread. */
const SCRIPTS = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
] as const;

const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const scriptOf = (letter: string): string | null => SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0] ?? null;

/** The letters of a word that are not of the script most of it is written in. */
function lookalikes(word: string): readonly TextPiece[] {
  const letters = [...word];
  const counts = new Map<string, number>();
  for (const letter of letters) {
    const script = scriptOf(letter);
    if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  if (counts.size < 2) return [{ kind: 'plain', text: word }];
  const [main] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null];
  return letters.map((letter) => {
    const script = scriptOf(letter);
    return script === null || script === main
      ? { kind: 'plain', text: letter }
      : { kind: 'lookalike', text: letter, script, code: codeOf(letter) };
  });
}

/** Takes foreign text apart into what can be shown as it is and what must be marked; nothing is dropped. */
export function piecesOf(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const add = (piece: TextPiece): void => {
    const last = pieces.at(-1);
    if (piece.kind === 'plain' && last?.kind === 'plain') pieces[pieces.length - 1] = { kind: 'plain', text: last.text + piece.text };
    else pieces.push(piece);
  };
  const addPlain = (plain: string): void => {
    // Most text is of one script: it is not taken apart into words.
    if (SCRIPTS.filter(([, pattern]) => pattern.test(plain)).length < 2) add({ kind: 'plain', text: plain });
    else for (const part of plain.split(/([\p{L}\p{M}]+)/u)) if (part !== '') for (const piece of lookalikes(part)) add(piece);
  };
  let plain = '';
  for (const character of text) {
    if (!ODD.test(character)) {
      plain += character;
      continue;
    }
    if (plain !== '') addPlain(plain);
    plain = '';
    const kind = DIRECTION.test(character) ? 'direction' : INVISIBLE.test(character) ? 'invisible' : 'control';
    add({ kind, code: codeOf(character) });
  }
  if (plain !== '') addPlain(plain);
  return pieces;
}

/** Whether anything in the text has to be marked. */
export function hasOddCharacters(text: string): boolean {
  return piecesOf(text).some(({ kind }) => kind !== 'plain');
}
