import type { PostAccess } from '../app/webhooks/post-access.ts';
import type { Problem } from '../errors.ts';
import type { FileAccess, NetworkAccess } from '../feeds/index.ts';
import type { Paint } from '../report/index.ts';
import type { Keyboard } from './keyboard.ts';

/** Everything a command may do to the outside; tests give one that lives in memory. */
export interface Terminal {
  /** Writes to standard output and waits while the reader is behind; false once nobody reads any more. */
  readonly out: (text: string) => Promise<boolean>;
  readonly err: (text: string) => void;
  readonly files: FileAccess;
  /** The way to the network; left out, it is opened when an address is to be asked. */
  readonly network?: NetworkAccess;
  /** The way out for what is sent; left out, it is opened when something is to be sent. */
  readonly posting?: PostAccess;
  /** Lines of a file, or of standard input for "-", one at a time. */
  readonly lines: (path: string) => AsyncIterable<string>;
  /** Adds text at the end of a file, which need not exist; nothing that stands in it is touched. */
  readonly append: (path: string, text: string) => Promise<void>;
  /** The present instant, ISO 8601 in UTC: only decisions of people are dated by it. */
  readonly now: () => string;
  /** Columns of the terminal; 100 where there is none. */
  /** Milliseconds that only go forward, for rates and remaining time; left out where nobody watches. */
  readonly monotonic?: () => number;
  /** Shows how far long work has come, in place of what it showed before; null takes it away. Left out where nobody watches. */
  readonly progress?: (text: string | null) => void;
  /** Whether somebody has asked for an end (Ctrl-C, SIGTERM); long work ends at the next safe place. */
  readonly isInterrupted?: () => boolean;
  /** Asks for something that is not shown while it is typed; null if nobody answers. Left out where nobody is there to be asked. */
  readonly askSecret?: (question: string) => Promise<string | null>;
  /** What somebody types, key by key, until it is closed. Left out where nobody is there to type. */
  readonly keyboard?: () => Promise<Keyboard>;
  readonly columns: number;
  readonly paint: Paint;
  /** Variables of the environment; left out, there are none. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** What a command ends with: 0 done, 1 an input was rejected or a check failed, 2 wrong usage, 3 the environment. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Prints what was wrong with the inputs, and says what it means for the exit code. */
export function report(terminal: Terminal, problems: readonly Problem[]): ExitCode {
  for (const { code, message, remedy, file, line, severity } of problems) {
    const at = file === null ? '' : `${file}${line === null ? '' : `:${line}`}: `;
    const name = severity === 'warning' ? `warning ${code}` : code;
    terminal.err(`${at}${name}: ${message}\n  ${remedy}\n`);
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The environment or the arguments do not allow the command to run; printed as it stands. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}
