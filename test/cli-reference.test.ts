import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { buildProgram } from '../src/cli/program.ts';
import type { Terminal } from '../src/cli/terminal.ts';
import { plain } from '../src/report/index.ts';

const page = new URL('../docs/reference/cli.md', import.meta.url);

const silent: Terminal = {
  out: async () => true,
  err: () => undefined,
  files: { stat: () => Promise.reject(), readFile: () => Promise.reject(), readDir: () => Promise.reject() },
  lines: async function* () {},
  append: async () => undefined,
  now: () => '2026-01-31T09:30:00Z',
  columns: 100,
  paint: plain,
};

/** The help exactly as it is printed, with the texts that commander adds only when it writes. */
function helpOf(command: Command): string {
  let help = '';
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
    getOutHelpWidth: () => 100,
  });
  command.outputHelp();
  return help.trimEnd();
}

/** The reference page as the program's own help makes it. */
function reference(): string {
  const program = buildProgram(silent, '0.0.0', () => undefined);
  const section = (heading: string, command: Command): string => `## ${heading}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`;
  return [
    '<!-- Generated from the program’s help by test/cli-reference.test.ts; run `UPDATE=1 npx vitest run test/cli-reference`. -->',
    '# The command line\n',
    section('trucebook', program),
    ...program.commands.flatMap((command) => [
      section(`trucebook ${command.name()}`, command),
      ...command.commands.map((below) => section(`trucebook ${command.name()} ${below.name()}`, below)),
    ]),
  ].join('\n');
}

test('docs/reference/cli.md is what --help prints', () => {
  const wanted = reference();
  if (process.env['UPDATE'] === '1' && !process.env['CI']) writeFileSync(page, wanted);
  expect(readFileSync(page, 'utf8')).toBe(wanted);
});
