import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { FileAccess } from './file-access.ts';

/** The file system of the machine. */
export const nodeFiles: FileAccess = {
  stat: async (path) => {
    const found = await stat(path);
    return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other' };
  },
  readFile: (path) => readFile(path),
  readDir: (path) => readdir(path),
  readStream: (path) => createReadStream(path, { highWaterMark: 262_144 }),
};
