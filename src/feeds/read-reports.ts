import { basename, dirname, join, normalize } from 'node:path';
import { type Problem, problem } from '../errors.ts';
import { makeReport, type Report } from '../model/index.ts';
import { binaryKind } from './binary.ts';
import { decode } from './decode.ts';
import { type Draft, type Drafts, rejected } from './draft.ts';
import { type FileAccess, reasonOf } from './file-access.ts';
import { guessLanguage } from './guess-language.ts';
import { ENDING, isDocument, readBytes } from './read-bytes.ts';
import { readSidecar, SIDECAR, type Sidecar } from './sidecar.ts';
import { firstStated, NOTHING_STATED, type StatedFields } from './stated-fields.ts';

/** What came of one file or of a whole call: the reports that were read, and everything that was wrong or doubtful. */
export interface Intake {
  readonly reports: readonly Report[];
  readonly problems: readonly Problem[];
}

const NO_SIDECAR: Sidecar = { entries: new Map(), problems: [] };

/** Names that are no reports even where their ending is: read-me files, the sidecar, hidden files. */
const isSetAside = (name: string): boolean => /^(?:readme\.|\.)/i.test(name) || name === SIDECAR;

/** Compares by code unit, so that the order of a folder is the same on every machine. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Reads one file as far as its bodies; whatever goes wrong becomes a problem. */
async function readDrafts(path: string, files: FileAccess): Promise<Drafts> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(path);
  } catch (failure) {
    return rejected(problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path }));
  }
  const name = basename(path);
  const ending = ENDING.exec(name)?.[1]?.toLowerCase() ?? null;
  const base = ending === null ? name : name.slice(0, -ending.length - 1);
  const kind = ending === null && bytes.length > 0 && !isDocument(bytes) ? (binaryKind(bytes) ?? 'text') : null;
  if (kind === 'text') return rejected(problem('TB_FILE_FORMAT', { ending: /\.[^.]*$/.exec(name)?.[0] ?? name }, { file: path }));
  return readBytes(bytes, { path, base, ending });
}

/** Makes the report of a draft: what the file states goes before the sidecar, and the sidecar before the page. */
export function finish(draft: Draft, sidecar: StatedFields, key: string, path: string): Intake {
  const problems: Problem[] = [];
  const doubt = (code: 'TB_DATE_MISSING' | 'TB_LANGUAGE_UNKNOWN'): void => {
    problems.push(problem(code, {}, { file: key === draft.key && !key.includes('#') ? path : `${path} (${key})`, severity: 'warning' }));
  };
  const { date, outlet, url, title, language: stated } = firstStated(draft.own, sidecar, draft.page);
  const dateOrigin = draft.own.date ? draft.ownOrigin : sidecar.date ? 'sidecar' : draft.page.date ? (draft.pageOrigin ?? 'page') : 'none';
  if (date === null) doubt('TB_DATE_MISSING');
  if (dateOrigin === 'document') problems.push(problem('TB_DATE_OF_DOCUMENT', { date: date ?? '' }, { file: path, severity: 'warning' }));
  const language = stated ?? guessLanguage(draft.text);
  if (language === null) doubt('TB_LANGUAGE_UNKNOWN');
  const report = makeReport(key, draft.text, {
    date,
    dateOrigin,
    outlet,
    url,
    title,
    source: path,
    ...(language === null ? {} : { language }),
    ...(draft.carrier === undefined ? {} : { carrier: draft.carrier }),
  });
  return { reports: [report], problems };
}

/** Reads a folder's sidecar; a folder without one is the usual case and no problem. */
async function sidecarOf(folder: string, files: FileAccess): Promise<Sidecar> {
  const path = join(folder, SIDECAR);
  let bytes: Uint8Array;
  try {
    if ((await files.stat(path)).kind !== 'file') return NO_SIDECAR;
    bytes = await files.readFile(path);
  } catch (failure) {
    const absent = failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';
    return absent
      ? NO_SIDECAR
      : { entries: new Map(), problems: [problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path })] };
  }
  const kind = binaryKind(bytes);
  if (kind) return { entries: new Map(), problems: [problem('TB_FILE_BINARY', { kind }, { file: path })] };
  return readSidecar(decode(bytes).text, path);
}

/**
 * Reads files and folders one after the other, so that a long list needs no more memory than its largest file.
 * Every path gives what it can: one bad file costs none of the others.
 */
export async function* streamReports(paths: readonly string[], files: FileAccess): AsyncGenerator<Intake> {
  const sidecars = new Map<string, Sidecar>();
  const seen = new Set<string>();
  const keys = new Set<string>();
  // Where counting stopped, since a list of a hundred thousand equal ids must not be counted from two each time.
  const copies = new Map<string, number>();
  let visited = 0;

  const freeKey = (wanted: string): string => {
    let key = wanted;
    let number = copies.get(wanted) ?? 1;
    while (keys.has(key)) key = `${wanted}-${++number}`;
    copies.set(wanted, number);
    keys.add(key);
    return key;
  };

  async function* sidecarFor(folder: string): AsyncGenerator<Intake, Sidecar> {
    const known = sidecars.get(folder);
    if (known) return known;
    const sidecar = await sidecarOf(folder, files);
    sidecars.set(folder, sidecar);
    if (sidecar.problems.length > 0) yield { reports: [], problems: sidecar.problems };
    return sidecar;
  }

  async function* file(path: string): AsyncGenerator<Intake> {
    visited++;
    // The same file given twice, or alone and with its folder, is one report.
    if (seen.has(normalize(path))) return;
    seen.add(normalize(path));
    const { drafts, problems } = await readDrafts(path, files);
    const named = basename(path) === SIDECAR ? NO_SIDECAR : yield* sidecarFor(dirname(path));
    const stated = named.entries.get(basename(path)) ?? NOTHING_STATED;
    const finished = drafts.map((draft) => finish(draft, stated, freeKey(draft.key), path));
    yield {
      reports: finished.flatMap((one) => one.reports),
      problems: [...problems, ...finished.flatMap((one) => one.problems)],
    };
  }

  async function* folder(path: string): AsyncGenerator<Intake> {
    const names = [...(await files.readDir(path))].sort(byName);
    const sidecar = yield* sidecarFor(normalize(path).replace(/(?<=.)[/\\]$/, ''));
    const missing = [...sidecar.entries.keys()].filter((name) => !names.includes(name));
    const at = { file: join(path, SIDECAR), severity: 'warning' } as const;
    if (missing.length > 0) yield { reports: [], problems: missing.map((name) => problem('TB_SIDECAR_FILE_MISSING', { name }, at)) };
    for (const name of names) {
      if (isSetAside(name) || !ENDING.test(name)) continue;
      const inside = join(path, name);
      // Sub-folders are not entered, whatever they are called.
      if ((await kindOf(inside)) !== 'folder') yield* file(inside);
    }
  }

  /** A path that cannot be looked at is left to the reader of files, which says why. */
  const kindOf = async (path: string): Promise<'file' | 'folder' | 'other'> => {
    try {
      return (await files.stat(path)).kind;
    } catch {
      return 'file';
    }
  };

  for (const path of paths) {
    const visitedBefore = visited;
    try {
      const kind = await kindOf(path);
      if (kind === 'other') {
        visited++;
        yield { reports: [], problems: [problem('TB_FILE_UNREADABLE', { reason: 'it is a device or a pipe' }, { file: path })] };
      } else yield* kind === 'folder' ? folder(path) : file(path);
    } catch (failure) {
      visited++;
      yield { reports: [], problems: [problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path })] };
    }
    if (visited === visitedBefore) yield { reports: [], problems: [problem('TB_NOTHING_READ', { what: path }, { file: path })] };
  }
  if (paths.length === 0) yield { reports: [], problems: [problem('TB_NOTHING_READ', { what: 'no path' })] };
}

/** Reads files and folders into reports, in the order given, folders sorted by name. */
export async function readReports(paths: readonly string[], files: FileAccess): Promise<Intake> {
  const reports: Report[] = [];
  const problems: Problem[] = [];
  for await (const intake of streamReports(paths, files)) {
    // No spread: a JSON array of a hundred thousand reports would exceed the number of arguments a call may have.
    for (const report of intake.reports) reports.push(report);
    for (const found of intake.problems) problems.push(found);
  }
  return { reports, problems };
}
