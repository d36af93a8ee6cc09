import type { Annotation, Span } from '../model/index.ts';

/** A stretch of a report over which the same things are marked; `text.slice(start, end)` are its words. */
export interface MarkedPiece extends Span {
  /** Statements whose content covers it, from the outermost level of speech to the innermost. */
  readonly statements: readonly string[];
  /** It is no part of the report: what the page carried besides. */
  readonly noise: boolean;
}

interface Edge {
  readonly at: number;
  readonly opens: boolean;
  readonly statement: string | null;
}

/** Cuts a text where anything begins or ends; the pieces join to the text without gap or overlap, whatever nests in whatever. */
export function markedPieces(text: string, annotation: Annotation): readonly MarkedPiece[] {
  const levels = new Map(annotation.statements.map(({ id, level }) => [id, level]));
  const edges: Edge[] = [
    ...annotation.statements.flatMap(({ id, content }) =>
      content.flatMap(({ start, end }) => [
        { at: start, opens: true, statement: id },
        { at: end, opens: false, statement: id },
      ]),
    ),
    ...annotation.noise.flatMap(({ span }) => [
      { at: span.start, opens: true, statement: null },
      { at: span.end, opens: false, statement: null },
    ]),
  ].sort((a, b) => a.at - b.at);
  const pieces: MarkedPiece[] = [];
  const open = new Map<string | null, number>();
  let from = 0;
  const cut = (to: number): void => {
    if (to <= from) return;
    const statements = [...open].flatMap(([id, count]) => (id !== null && count > 0 ? [id] : []));
    statements.sort((a, b) => (levels.get(a) ?? 0) - (levels.get(b) ?? 0) || (a < b ? -1 : 1));
    pieces.push({ start: from, end: to, statements, noise: (open.get(null) ?? 0) > 0 });
    from = to;
  };
  for (const { at, opens, statement } of edges) {
    cut(at);
    open.set(statement, (open.get(statement) ?? 0) + (opens ? 1 : -1));
  }
  cut(text.length);
  return pieces;
}

/** Pieces by paragraph: cut at the ends of lines, which no longer stand in them; empty lines are left out. */
export function markedParagraphs(text: string, annotation: Annotation): readonly (readonly MarkedPiece[])[] {
  const paragraphs: MarkedPiece[][] = [[]];
  for (const piece of markedPieces(text, annotation)) {
    let { start } = piece;
    while (start < piece.end) {
      const line = text.indexOf('\n', start);
      const end = line < 0 || line >= piece.end ? piece.end : line;
      if (end > start) paragraphs.at(-1)?.push({ ...piece, start, end });
      if (end < piece.end) paragraphs.push([]);
      start = end + 1;
    }
  }
  return paragraphs.filter((pieces) => pieces.some(({ start, end }) => text.slice(start, end).trim() !== ''));
}
