import type { Command } from 'commander';
import type { SharedOptions } from './book-commands.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Adds the commands: init, read, status, search, history, export, verify, review, move. */
export function addStoreCommands(_program: Command, _terminal: Terminal, _done: (code: ExitCode) => void, _shared: SharedOptions): void {}
