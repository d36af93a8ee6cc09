import type { FileAccess } from './file-access.ts';

const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

/** A file system that lives in memory, without folders; its streams come in pieces of the size given. */
export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>>, piece = 65_536): FileAccess {
  const read = (path: string): Uint8Array => {
    const content = contents[path];
    if (content === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return bytesOf(content);
  };
  return {
    stat: async (path) => {
      read(path);
      return { kind: 'file' };
    },
    readFile: async (path) => read(path),
    readDir: async () => Object.keys(contents),
    readStream: async function* (path) {
      const bytes = read(path);
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}
