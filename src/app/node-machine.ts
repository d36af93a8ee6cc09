import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod, lstat, mkdir, mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Machine } from './find-chromium.ts';

/** The machine that the program runs on. */
export const nodeMachine: Machine = {
  env: process.env,
  platform: process.platform,
  isFile: async (path) => {
    try {
      await access(path, constants.X_OK);
      return (await stat(path)).isFile();
    } catch {
      return false;
    }
  },
  unpack: unpackPackage,
};

/** Prints the path of the unpacked browser; runs in a process of its own, since the package changes its environment. */
const UNPACK =
  'const { default: chromium } = await import(process.argv[1]); chromium.setGraphicsMode = false; console.log(await chromium.executablePath());';

/** Unpacks the optional package into a folder that nobody else can write to. */
async function unpackPackage(): ReturnType<Machine['unpack']> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  let entry: string;
  try {
    entry = import.meta.resolve('@sparticuz/chromium');
  } catch {
    return null;
  }
  const folder = await ownFolder();
  try {
    // It brings its own libraries only for the cloud it was made for, so it is told that it runs there.
    const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK, entry], { env });
    const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter((path) => path !== undefined && path !== '');
    // Without a configuration of fonts it draws no text at all and reports no error.
    const fonts = (await exists('/etc/fonts/fonts.conf')) ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
    return { path: stdout.trim(), env: { LD_LIBRARY_PATH: libraries.join(':'), ...fonts } };
  } catch {
    return null;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** The same folder for every run of one user, so that unpacking happens once; a stranger's folder of that name is not used. */
async function ownFolder(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `trucebook-chromium-${user}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== user) return mkdtemp(join(tmpdir(), 'trucebook-chromium-'));
  await chmod(folder, 0o700);
  return folder;
}
