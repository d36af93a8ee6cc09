/** Longest literal that is taken apart; a list in a cell is short. */
const LONGEST = 20_000;

const TOKEN = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([[\](){},:])|([^\s[\](){},:'"]+))/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
const NOTHING = new Set(['None', 'null', 'NaN', 'nan']);

const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character);

/**
 * Reads a cell that holds a list, tuple, set or dictionary as Python or JSON prints it (data frames are saved so); gives its
 * entries, of a dictionary its values, without those that are nothing. Null if the cell is no such literal.
 */
export function readLiteral(cell: string): readonly string[] | null {
  const text = cell.trim();
  const [open, close] = [text.charAt(0), text.charAt(text.length - 1)];
  if (text.length > LONGEST || !['[]', '()', '{}'].includes(open + close)) return null;
  const entries: string[] = [];
  let depth = 0;
  let pending: string | null = null;
  const settle = (): void => {
    if (pending !== null) entries.push(pending);
    pending = null;
  };
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return null;
    const [, quoted, mark, bare] = found;
    if (mark === undefined) {
      // Two values without anything between them: this is text in brackets.
      if (pending !== null) return null;
      pending = quoted !== undefined ? unquoted(quoted) : bare !== undefined && !NOTHING.has(bare) ? bare : null;
    } else if (mark === ':')
      pending = null; // It was a key.
    else {
      settle();
      if ('[({'.includes(mark)) depth++;
      else if ('])}'.includes(mark)) depth--;
      if (depth < 0 || (depth === 0 && TOKEN.lastIndex < text.length)) return null;
    }
  }
  return depth === 0 ? entries : null;
}
