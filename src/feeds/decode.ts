/** A decoded file: its text, and what was doubtful about it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** True if nothing in the file says that it has this encoding. */
  readonly guessed: boolean;
  /** Number of places that could not be decoded and became U+FFFD. */
  readonly damaged: number;
}

/**
 * Windows-1252 at 0x80 to 0x9F. Some releases of Node decode `windows-1252` as Latin-1 and lose exactly these
 * (among them „ “ ” – …), so the table is ours.
 */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Decodes Windows-1252. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

function countOf(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) count++;
  return count;
}

/** Counts well-formed UTF-8 sequences of two bytes and more; German text in Windows-1252 has practically none. */
export function utf8Sequences(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 1;
    if (length === 1) continue;
    let follow = 1;
    while (follow < length && ((bytes[at + follow] ?? 0) & 0xc0) === 0x80) follow++;
    if (follow === length) {
      count++;
      at += length - 1;
    }
  }
  return count;
}

function tryDecode(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // Malformed bytes, or a label that no decoder has.
    return null;
  }
}

function decodeDamaged(label: string, bytes: Uint8Array, guessed: boolean): Decoded {
  const text = new TextDecoder(label).decode(bytes);
  return { text, encoding: label.toUpperCase(), guessed, damaged: countOf(text, '\ufffd') };
}

/** Reads the encoding that a page or an XML file states of itself; browsers look at the first 1024 bytes as well. */
export function statedCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const found =
    /^[\s\xef\xbb\xbf]*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,30})/i.exec(head) ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})/i.exec(head);
  return found?.[1]?.toLowerCase() ?? null;
}

/**
 * Decodes a text file: by its byte order mark, else by what the page states, else UTF-8, else Windows-1252.
 * The mark is dropped, nothing else is changed: line ends and odd characters stay, since offsets count from them.
 */
export function decode(bytes: Uint8Array, stated: string | null = null): Decoded {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (marked) {
    const text = tryDecode(marked, bytes);
    return text === null ? decodeDamaged(marked, bytes, false) : { text, encoding: marked.toUpperCase(), guessed: false, damaged: 0 };
  }
  // A page saved by a browser often is UTF-8 while its meta element still names the server's encoding: UTF-8 that
  // decodes cleanly is believed first.
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'UTF-8', guessed: false, damaged: 0 };
  if (stated !== null && stated !== 'utf-8') {
    // Browsers read these labels as Windows-1252 too.
    if (/^(?:iso-?8859-1|latin-?1|us-ascii|ascii|windows-1252|cp1252)$/.test(stated)) {
      return { text: decodeWindows1252(bytes), encoding: 'Windows-1252', guessed: false, damaged: 0 };
    }
    const text = tryDecode(stated, bytes);
    if (text !== null) return { text, encoding: stated, guessed: false, damaged: 0 };
  }
  // One broken byte must not turn a whole UTF-8 report into gibberish.
  const damaged = decodeDamaged('utf-8', bytes, false);
  if (utf8Sequences(bytes) > damaged.damaged) return damaged;
  return { text: decodeWindows1252(bytes), encoding: 'Windows-1252', guessed: true, damaged: 0 };
}
