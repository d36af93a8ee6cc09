#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { nodeTerminal } from './node-terminal.ts';
import { run } from './program.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

// Set, not exited: what is still on its way to a pipe gets there.
process.exitCode = await run(process.argv.slice(2), nodeTerminal(), version);
