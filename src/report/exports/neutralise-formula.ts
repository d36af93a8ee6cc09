/** What a spreadsheet takes for a formula at the beginning of a cell, also after blanks or in full width. */
const AT_START = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * What becomes the beginning of a cell where the program separates by something else than we do: in German a spreadsheet
 * splits at semicolons, and quotation marks in the middle of what it takes for a cell do not hold it back.
 */
const AFTER_SEPARATOR = /([;\t\n|])(?=[ \u00a0]*[=+@＝＋＠]|-)/g;

/** Text that no spreadsheet runs: an apostrophe before what it would take for a formula makes it text again. */
export function neutraliseFormula(text: string): string {
  const inner = text.replace(AFTER_SEPARATOR, "$1'");
  return AT_START.test(inner) ? `'${inner}` : inner;
}
