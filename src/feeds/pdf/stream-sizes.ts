import { createInflate } from 'node:zlib';

/** Unpacked bytes of all streams at most, pictures left out: a book of a thousand pages has less. */
const MOST_BYTES = 256_000_000;

/** Unpacks a stream without keeping it, and counts; broken streams count as far as they go. */
function unpackedSize(bytes: Uint8Array, allowed: number): Promise<number> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    let size = 0;
    const end = (): void => resolve(size);
    inflate.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= allowed) return;
      inflate.destroy();
      end();
    });
    inflate.on('end', end);
    inflate.on('error', end);
    inflate.on('close', end);
    inflate.end(bytes);
  });
}

/** Whether the streams of a PDF unpack to more than is sound: the library would unpack them into memory at once. */
export async function unpacksTooFar(bytes: Uint8Array): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    const dict = file.toString('latin1', Math.max(0, at - 1000), at);
    const own = dict.slice(dict.lastIndexOf(' obj'));
    // Pictures are never unpacked when only words are asked for.
    if (!/Fl(?:ateDecode)?\b/.test(own) || /\/Subtype\s*\/Image\b/.test(own)) continue;
    // Packed twice, a stream hides what it grows to; nobody writes that but to hide.
    if ((own.match(/FlateDecode/g)?.length ?? 0) > 1) return true;
    const start = at + 6 + (file[at + 6] === 13 ? 2 : 1);
    const end = file.indexOf('endstream', start);
    total += await unpackedSize(file.subarray(start, end < 0 ? undefined : end), MOST_BYTES - total);
    if (total > MOST_BYTES) return true;
    if (end > 0) at = end + 3;
  }
  return false;
}
