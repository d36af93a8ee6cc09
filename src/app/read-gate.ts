import { type Problem, problem } from '../errors.ts';
import { type FileAccess, readOverrides, readReplies, readWithheldNames } from '../feeds/index.ts';
import { textOfFile } from '../feeds/json-lines.ts';
import type { EmbargoOverride, Reply, WithheldName } from '../model/index.ts';
import type { ReleaseContext } from '../release/index.ts';

/** Files and people that the gate of a desk goes by. */
export interface GateOptions {
  readonly overrides?: readonly string[];
  readonly editor?: readonly string[];
  readonly names?: readonly string[];
  readonly replies?: readonly string[];
  readonly secret?: string;
}

/** What the gate goes by, as read. */
export interface Gate extends Required<Pick<ReleaseContext, 'overrides' | 'editors' | 'names' | 'replies' | 'secret'>> {
  readonly problems: readonly Problem[];
  /** Every name could be read: with one missing, nothing may leave. */
  readonly isWhole: boolean;
}

/** Letters a secret needs, so that nobody can try all of them. */
const SECRET_LETTERS = 32;

/** Reads decisions on embargoes, names to withhold, replies, and the secret that keys the ids of what leaves. */
export async function readGate(options: GateOptions, files: FileAccess): Promise<Gate> {
  const problems: Problem[] = [];
  const overrides: EmbargoOverride[] = [];
  for (const path of options.overrides ?? []) {
    const read = await readOverrides(path, files);
    overrides.push(...read.entries);
    problems.push(...read.problems);
  }
  const replies: Reply[] = [];
  for (const path of options.replies ?? []) {
    const read = await readReplies(path, files);
    replies.push(...read.entries);
    problems.push(...read.problems);
  }
  const before = problems.length;
  const names: WithheldName[] = [];
  for (const path of options.names ?? []) {
    const read = await readWithheldNames(path, files);
    names.push(...read.names);
    problems.push(...read.problems);
  }
  let secret: string | null = null;
  if (options.secret !== undefined) {
    const read = await textOfFile(options.secret, files);
    secret = 'text' in read ? read.text.trim() : null;
    if ('problem' in read) problems.push(read.problem);
    else if (read.text.trim().length < SECRET_LETTERS) problems.push(problem('TB_SECRET_SHORT', {}, { file: options.secret }));
  }
  // A decision that lengthens an embargo and cannot be read would let out what it was to hold back.
  const isWhole = problems.length === before && !problems.some(({ code }) => code !== 'TB_REPLY_SHAPE');
  return { overrides, editors: options.editor ?? [], names, replies, secret, problems, isWhole };
}
