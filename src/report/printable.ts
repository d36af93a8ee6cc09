// Foreign text goes to terminals and pages: control characters could move the cursor, bidirectional ones reorder a quotation.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const UNPRINTABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ue000\ufeff]/g;

/** Foreign text on one line, fit for a terminal: white space becomes one space, control characters and lone surrogates go. */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(UNPRINTABLE, '')
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}

/** The text up to the last word that fits, with a mark that it goes on; whole where it fits. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 3);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/\p{Surrogate}$/u, '').replace(/[\s,;:]+$/, '')} […]`;
}

/** Notes in one pair of brackets; a full stop inside would end the sentence they stand in. */
export function joinedNotes(notes: readonly string[]): string {
  return notes
    .map((note) => note.replace(/(?<!\d)\.$/, ''))
    .filter(Boolean)
    .join('; ');
}
