import { decodeWindows1252, utf8Sequences } from '../decode.ts';

/** What a decoder found out about a file. */
export interface StreamEncoding {
  name: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';
  /** True if nothing in the file says that it has this encoding. */
  guessed: boolean;
  /** Number of places that could not be decoded and became U+FFFD. */
  damaged: number;
}

/** Text of a stream of bytes, piece by piece, and what its encoding was. */
export interface DecodedStream {
  readonly chunks: AsyncIterable<string>;
  readonly encoding: StreamEncoding;
}

/** Bytes looked at before the encoding is decided; a table in German or Ukrainian shows it in its first rows. */
const WINDOW = 65_536;

const isAscii = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) > 0x7f) return false;
  return true;
};

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++) if (head[at] === 0) at % 2 === 0 ? even++ : odd++;
  if (head.length < 8 || (even + odd) * 5 < head.length * 2) return null;
  if (odd > 9 * even) return 'UTF-16LE';
  return even > 9 * odd ? 'UTF-16BE' : null;
}

function decideByWindow(bytes: Uint8Array): { readonly name: 'UTF-8' | 'Windows-1252'; readonly guessed: boolean } {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  let damaged = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) damaged++;
  const utf8 = damaged === 0 || utf8Sequences(bytes) > damaged;
  return utf8 ? { name: 'UTF-8', guessed: false } : { name: 'Windows-1252', guessed: true };
}

/**
 * Decodes a stream of bytes in constant memory, by its byte order mark, else as UTF-8, else as Windows-1252. As long as all
 * is ASCII the encoding stays open; the first 64 KiB with anything else decide it. The mark is dropped.
 */
export function decodeStream(bytes: AsyncIterable<Uint8Array>): DecodedStream {
  const encoding: StreamEncoding = { name: 'UTF-8', guessed: false, damaged: 0 };
  return { chunks: decodeChunks(bytes, encoding), encoding };
}

async function* decodeChunks(bytes: AsyncIterable<Uint8Array>, encoding: StreamEncoding): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let windows = false;
  let start = true;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const decode = (chunk: Uint8Array, last: boolean): string => {
    if (windows) return decodeWindows1252(chunk);
    decoder = decoder ?? new TextDecoder('utf-8');
    const text = decoder.decode(chunk, { stream: !last });
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) encoding.damaged++;
    return text;
  };
  const settle = (window: Uint8Array): void => {
    const [first, second] = window;
    const marked = !start ? null : first === 0xff && second === 0xfe ? 'UTF-16LE' : first === 0xfe && second === 0xff ? 'UTF-16BE' : null;
    const utf16 = marked ?? (start ? unmarkedUtf16(window) : null);
    if (utf16) {
      encoding.name = utf16;
      encoding.guessed = marked === null;
      decoder = new TextDecoder(utf16.toLowerCase());
      return;
    }
    Object.assign(encoding, decideByWindow(window));
    windows = encoding.name === 'Windows-1252';
  };
  for await (const chunk of bytes) {
    if (decoder !== null || windows) {
      yield decode(chunk, false);
      continue;
    }
    // The beginning is held back in any case: two bytes of it may be a mark.
    if (!start && heldBytes === 0 && isAscii(chunk)) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
      continue;
    }
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < WINDOW) continue;
    const window = Buffer.concat(held);
    held = [];
    heldBytes = 0;
    if (isAscii(window) && unmarkedUtf16(window) === null) yield window.toString('latin1');
    else {
      settle(window);
      yield decode(window, false);
    }
    start = false;
  }
  if (heldBytes > 0) {
    const window = Buffer.concat(held);
    settle(window);
    yield decode(window, true);
  } else if (decoder !== null) yield decode(new Uint8Array(0), true);
}
