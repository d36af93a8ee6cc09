/** Where JSON breaks, and why, in words that do not change with the version of Node. */
export interface JsonFault {
  readonly reason: string;
  /** 1-based. */
  readonly line: number;
}

const BLANK = /[ \t\r\n]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const ATOM = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Counts lines up to a position; CRLF and lone CR count as one line end each. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = 0; at < position && at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) line++;
  }
  return line;
}

/** End of the string that opens at a position, or -1. A loop, since one regex over a string of megabytes exhausts its stack. */
function stringEnd(text: string, start: number): number {
  if (text.charAt(start) !== '"') return -1;
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) return at + 1;
    if (unit < 32) return -1;
    if (unit !== 92) continue;
    ESCAPE.lastIndex = at;
    const escaped = ESCAPE.exec(text);
    if (!escaped) return -1;
    at += escaped[0].length - 1;
  }
  return -1;
}

/**
 * Finds the first place where a text stops being JSON. JSON.parse tells the place only in some of its messages, and
 * differently in each release; a scan of our own is linear and needs no recursion for deep nesting.
 */
export function findJsonFault(text: string): JsonFault {
  const open: ('{' | '[')[] = [];
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return false;
    at += found[0].length;
    return true;
  };
  const takeString = (): boolean => {
    const end = stringEnd(text, at);
    if (end < 0) return false;
    at = end;
    return true;
  };
  const fault = (expected: string): JsonFault => {
    const rest = text.slice(at, at + 20).split(/[\r\n]/)[0] ?? '';
    return { reason: `${expected} expected, found ${at >= text.length ? 'the end of the file' : `"${rest}"`}`, line: lineAt(text, at) };
  };
  let want: 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'after' = 'value';
  for (;;) {
    take(BLANK);
    const next = text.charAt(at);
    if (want === 'after') {
      const inside = open.at(-1);
      if (inside === undefined) return fault('the end');
      if (next === ',') want = inside === '{' ? 'key' : 'value';
      else if (next === (inside === '{' ? '}' : ']')) open.pop();
      else return fault(`"," or "${inside === '{' ? '}' : ']'}"`);
      at++;
    } else if (want === 'colon') {
      if (next !== ':') return fault('":"');
      at++;
      want = 'value';
    } else if ((want === 'key or }' && next === '}') || (want === 'value or ]' && next === ']')) {
      open.pop();
      at++;
      want = 'after';
    } else if (want === 'key' || want === 'key or }') {
      if (!takeString()) return fault(next === '"' ? 'a string closed on its line' : 'a name in double quotes');
      want = 'colon';
    } else if (next === '{' || next === '[') {
      open.push(next);
      at++;
      want = next === '{' ? 'key or }' : 'value or ]';
    } else {
      if (!takeString() && !take(ATOM)) return fault(next === '"' ? 'a string closed on its line' : 'a value');
      want = 'after';
    }
  }
}
