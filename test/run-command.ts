import { run } from '../src/cli/program.ts';
import type { Terminal } from '../src/cli/terminal.ts';
import { nodeFiles } from '../src/feeds/index.ts';
import { plain } from '../src/report/index.ts';

/** What a command has ended with and printed. */
export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command on a terminal that lives in memory, with the real files; `own` takes the place of parts of it. */
export async function runCommand(args: readonly string[], own: Partial<Terminal> = {}): Promise<CommandResult> {
  let [out, err] = ['', ''];
  const terminal: Terminal = {
    out: async (text) => {
      out += text;
      return true;
    },
    err: (text) => {
      err += text;
    },
    files: nodeFiles,
    lines: async function* () {},
    append: async () => undefined,
    now: () => '2025-04-01T08:00:00.000Z',
    columns: 100,
    paint: plain,
    env: {},
    ...own,
  };
  return { code: await run(args, terminal, '0.0.0'), out, err };
}
