import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Breaks text into lines of at most `width` columns; words that are longer are cut, so that nothing leaves its column. */
export function wrapped(text: string, width: number): readonly string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');
}

/** Fills up to `width` columns with spaces; wide characters count as two. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** A paragraph with a first line that begins with `lead` and further lines indented to it. */
export function hanging(lead: string, text: string, width: number): readonly string[] {
  const indent = stringWidth(lead);
  return wrapped(text, width - indent).map((piece, i) => (i === 0 ? lead : ' '.repeat(indent)) + piece);
}
