import type { Dossier } from '../../model/index.ts';

/** Part of a dossier on its way between threads: some items of a list, or one value. */
export type Piece = { readonly key: string; readonly items: readonly unknown[] } | { readonly key: string; readonly value: unknown };

/** Items of a list that go together: unpacking them takes a millisecond or two. */
const AT_ONCE = 200;

/** Cuts a dossier into pieces, in the order of its fields. */
export function* piecesOf(dossier: Dossier): Generator<Piece> {
  for (const [key, value] of Object.entries(dossier)) {
    if (!Array.isArray(value)) yield { key, value };
    else {
      // A list without items is there all the same.
      yield { key, items: value.slice(0, AT_ONCE) };
      for (let at = AT_ONCE; at < value.length; at += AT_ONCE) yield { key, items: value.slice(at, at + AT_ONCE) };
    }
  }
}

/** Puts pieces together again. */
export function joinPieces(): { readonly add: (piece: Piece) => void; readonly dossier: () => Dossier } {
  const made: Record<string, unknown> = {};
  return {
    add: (piece) => {
      if ('value' in piece) made[piece.key] = piece.value;
      else {
        const list = (made[piece.key] ?? []) as unknown[];
        for (const item of piece.items) list.push(item);
        made[piece.key] = list;
      }
    },
    dossier: () => made as unknown as Dossier,
  };
}
