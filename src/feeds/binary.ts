/** First bytes of common files that are no text, as Latin-1 characters, and what to call them. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a ZIP, Word or spreadsheet file'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['RIFF', 'a WebP image, sound or film'],
  ['\x1f\x8b', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['\xfd7zXZ', 'an xz archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['\xd0\xcf\x11\xe0', 'an old Word or Excel file'],
  // RTF is text, but its control words would be read as the report.
  ['{\\rtf', 'a rich-text (RTF) file'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
  ['SQLite format 3\0', 'a SQLite database'],
];

/** Enough to tell: a text with a picture behind its first 64 KiB does not occur. */
const LOOKED_AT = 65_536;

/**
 * Says what a file seems to be if it is no text, else null. One stray NUL is no proof: a report that was damaged
 * in copying is still read.
 */
export function binaryKind(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  for (const [magic, kind] of MAGIC) if (start.startsWith(magic)) return kind;
  // UTF-16 text is full of NULs; its mark says so.
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) return null;

  const head = bytes.subarray(0, LOOKED_AT);
  let nul = 0;
  let nulAtOdd = 0;
  let control = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] ?? 0;
    if (byte === 0) {
      nul++;
      nulAtOdd += at % 2;
    } else if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) control++;
  }
  if (nul > 2 && nul * 5 > head.length * 2 && (nulAtOdd * 10 > nul * 9 || nulAtOdd * 10 < nul))
    return 'UTF-16 text without a byte order mark';
  if (nul > 2 && nul * 100 > head.length) return 'binary data';
  if (control > 8 && control * 20 > head.length) return 'binary data';
  return null;
}
