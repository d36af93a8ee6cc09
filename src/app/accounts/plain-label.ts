const LONGEST = 60;

/** A name or label in its plain form, or why it cannot be one. */
export type PlainLabel = { readonly text: string } | { readonly reason: string };

/**
 * Brings a name or label into one form: NFKC, single blanks. Control characters, line breaks, and characters that are invisible or
 * turn the direction of a text are refused: such a name would look like another, or break out of a header or log.
 */
export function plainLabel(given: string): PlainLabel {
  if (given.length > 1000) return { reason: 'it is too long' };
  const normal = given.normalize('NFKC');
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(normal)) return { reason: 'it has a line break or an invisible character' };
  const text = normal.replace(/\s+/gu, ' ').trim();
  if (text === '') return { reason: 'it is empty' };
  return [...text].length > LONGEST ? { reason: `it has more than ${LONGEST} characters` } : { text };
}

/** The form in which two names are the same. */
export function foldedName(name: string): string {
  return name.slice(0, 1000).normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
