/** What a path leads to; `other` is a device, a pipe or a socket. */
export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other';
}

/** What intake asks of a file system; tests give one that lives in memory. Failures reject, as in node:fs. */
export interface FileAccess {
  readonly stat: (path: string) => Promise<FileStat>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Names within a folder, in any order. */
  readonly readDir: (path: string) => Promise<readonly string[]>;
  /** The bytes of a file piece by piece, for tables that are larger than the memory; without it they are read at once. */
  readonly readStream?: (path: string) => AsyncIterable<Uint8Array>;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
  ELOOP: 'its links run in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
  ERR_INVALID_ARG_VALUE: 'its name holds a NUL character',
};

/** Says in words why a file could not be read; system messages carry paths and differ from machine to machine. */
export function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return 'of an unknown reason';
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : '';
  return REASONS[code] ?? (code || failure.message);
}
