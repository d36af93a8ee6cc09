import type { Command } from 'commander';
import type { SharedOptions } from './book-commands.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Adds the commands: serve, publish. */
export function addWebCommands(_program: Command, _terminal: Terminal, _done: (code: ExitCode) => void, _shared: SharedOptions): void {}
