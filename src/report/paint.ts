/** What a piece of text is, so that a terminal can set it apart; without colours every role looks the same. */
export type PaintRole = 'title' | 'heading' | 'holder' | 'value' | 'quoted' | 'dim' | 'agree' | 'differ' | 'only' | 'silent';

/** Sets a piece of text apart; given by whoever knows the terminal. */
export type Paint = (role: PaintRole, text: string) => string;

/** No colours: for files, pipes and tests. */
export const plain: Paint = (_, text) => text;

/** Marks a row before its words, so that a table can be read without colours. */
export const SIGN = { agree: '=', differ: '≠', only: '◐', silent: '—' } as const;
