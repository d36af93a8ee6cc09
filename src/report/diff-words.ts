/** A stretch of two texts: in both, or in one of them only. */
export interface DiffPiece {
  readonly kind: 'same' | 'first' | 'second';
  readonly text: string;
}

/** Longer texts are not compared word by word: the table would not be worth its time. */
const MOST_WORDS = 1500;

const tokensOf = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu) ?? [];

/** The words of two texts against each other, by the longest sequence that both hold; the pieces of one kind join to its text. */
export function diffWords(first: string, second: string): readonly DiffPiece[] {
  const [a, b] = [tokensOf(first), tokensOf(second)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return [
      { kind: 'first', text: first },
      { kind: 'second', text: second },
    ];
  }
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const both = a[i] === b[j] ? (length[(i + 1) * width + j + 1] ?? 0) + 1 : 0;
      length[i * width + j] = Math.max(both, length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
    }
  const pieces: DiffPiece[] = [];
  const add = (kind: DiffPiece['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right && length[i * width + j] === (length[(i + 1) * width + j + 1] ?? 0) + 1) {
      add('same', left);
      i++;
      j++;
    } else if (right === undefined || (left !== undefined && (length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0))) {
      add('first', left ?? '');
      i++;
    } else {
      add('second', right);
      j++;
    }
  }
  return pieces;
}
