import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Stands where a long word may be broken; private use, so it is in no text that was made printable. */
const BREAK = '\ue000';

/** Lets words that are wider than the line break behind a hyphen, before they are cut anywhere else. */
const withBreaks = (text: string, width: number): string =>
  text.replace(/\S+/g, (word) => (word.length > width ? word.replace(/-(?=\p{L})/gu, `-${BREAK} `) : word));

/** Breaks text into lines of at most `width` columns; words that are longer are cut, so that nothing leaves its column. */
export function wrapped(text: string, width: number): readonly string[] {
  const room = Math.max(1, width);
  const lines = wrapAnsi(withBreaks(text, room), room, { hard: true, trim: true }).split('\n');
  return lines.map((line) => line.replaceAll(`${BREAK} `, '').replaceAll(BREAK, ''));
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
