/**
 * Lines of a stream of text, one at a time and in constant memory. node:readline is not used: it also ends a line at
 * U+2028, which stands unescaped inside JSON strings. Pieces are joined once a line, so one long line stays linear.
 */
export async function* splitLines(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  let pieces: string[] = [];
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      pieces.push(text.slice(from, end));
      yield withoutReturn(pieces.join(''));
      pieces = [];
      from = end + 1;
    }
    if (from < text.length) pieces.push(text.slice(from));
  }
  if (pieces.length > 0) yield withoutReturn(pieces.join(''));
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
