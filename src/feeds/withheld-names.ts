import { LineCounter, parseDocument } from 'yaml';
import { type Problem, problem } from '../errors.ts';
import { NAME_KINDS, type WithheldName } from '../model/index.ts';
import { type Checked, code, listOf, oneOf, orNull, recordOf, text } from './curated-value.ts';
import type { FileAccess } from './file-access.ts';
import { textOfFile } from './json-lines.ts';

/** A list of names that are withheld, and what is wrong with entries that are none. */
export interface WithheldNames {
  readonly names: readonly WithheldName[];
  readonly problems: readonly Problem[];
}

const FIELDS = recordOf({
  kind: oneOf(NAME_KINDS),
  spellings: listOf(text),
  territory: orNull(code),
  operator: orNull(text),
  namedBy: orNull(recordOf({ by: text, statement: text })),
});

/** Reads the text of a list of names, YAML or JSON. An entry that is wrong is an error: its name would not be withheld. */
export function parseWithheldNames(yaml: string, file: string): WithheldNames {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, logLevel: 'silent' });
  const broken = document.errors[0];
  if (broken) {
    const line = lines.linePos(broken.pos[0]).line;
    return { names: [], problems: [problem('TB_NAMES_SHAPE', { reason: broken.message.split('\n')[0] ?? '' }, { file, line })] };
  }
  const given: unknown = document.toJS();
  if (given === null || given === undefined) return { names: [], problems: [] };
  if (!Array.isArray(given)) return { names: [], problems: [problem('TB_NAMES_SHAPE', { reason: 'it must be a list' }, { file })] };
  const names: WithheldName[] = [];
  const problems: Problem[] = [];
  for (const [index, entry] of given.entries()) {
    const checked = FIELDS(entry) as Checked<WithheldName>;
    const reason = 'reason' in checked ? checked.reason : checked.value.spellings.length === 0 ? 'spellings: must hold at least one' : null;
    if (reason === null && 'value' in checked) names.push(checked.value);
    else problems.push(problem('TB_NAMES_SHAPE', { reason: `entry ${index + 1}: ${reason ?? ''}` }, { file }));
  }
  return { names, problems };
}

/** Reads one list of names. */
export async function readWithheldNames(path: string, files: FileAccess): Promise<WithheldNames> {
  const read = await textOfFile(path, files);
  return 'problem' in read ? { names: [], problems: [read.problem] } : parseWithheldNames(read.text, path);
}
