import { type Problem, problem } from '../errors.ts';
import { lineOfValue, parseJson } from './json-reports.ts';
import { type StatedFields, statedFields } from './stated-fields.ts';

/** Name of the file that states date, outlet, language and address of the other files of its folder. */
export const SIDECAR = 'reports.json';

/** What a sidecar states, by file name. */
export interface Sidecar {
  readonly entries: ReadonlyMap<string, StatedFields>;
  readonly problems: readonly Problem[];
}

/** Reads a sidecar: a list of `{file, date, outlet, language, url, title}`; other fields are for people. */
export function readSidecar(json: string, file: string): Sidecar {
  const parsed = parseJson(json, file, 'TB_SIDECAR_BROKEN');
  if ('problem' in parsed) return { entries: new Map(), problems: [parsed.problem] };
  if (!Array.isArray(parsed.value)) {
    return { entries: new Map(), problems: [problem('TB_SIDECAR_BROKEN', { reason: 'it is no list' }, { file })] };
  }
  const entries = new Map<string, StatedFields>();
  const problems: Problem[] = [];
  parsed.value.forEach((entry: unknown, index) => {
    const name = typeof entry === 'object' && entry !== null && 'file' in entry ? entry.file : undefined;
    if (typeof name !== 'string' || name === '') {
      problems.push(problem('TB_SIDECAR_BROKEN', { reason: `entry ${index + 1} names no "file"` }, { file }));
      return;
    }
    // An invalid date may stand in several entries; the line named is that of the entry's own file name.
    const { fields, problems: found } = statedFields(entry as Readonly<Record<string, unknown>>, {
      file,
      lineOf: () => lineOfValue(json, name),
    });
    problems.push(...found);
    entries.set(name, fields);
  });
  return { entries, problems };
}
