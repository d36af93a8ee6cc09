import { createReadStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { nodeFiles } from '../feeds/node-files.ts';
import type { Paint, PaintRole } from '../report/paint.ts';
import { splitLines } from './split-lines.ts';
import type { Terminal } from './terminal.ts';

type Format = Parameters<typeof styleText>[0];

/** Neither red nor green: they would read as a verdict on a side. */
const FORMATS: Readonly<Record<PaintRole, Format>> = {
  title: 'bold',
  heading: ['bold', 'underline'],
  holder: 'bold',
  value: 'bold',
  quoted: 'reset',
  dim: 'dim',
  agree: 'cyan',
  differ: ['bold', 'yellow'],
  only: 'magenta',
  silent: 'dim',
};

function paintFor(isTerminal: boolean): Paint {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const wanted = FORCE_COLOR ? FORCE_COLOR !== '0' : isTerminal && !NO_COLOR;
  return (role, text) => (wanted && text !== '' && role !== 'quoted' ? styleText(FORMATS[role], text) : text);
}

/** Asks on the terminal; what is typed goes into a stream that shows nothing. */
function askSecret(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: stdin, output: unseen, terminal: true, historySize: 0 });
  return new Promise((resolve) => {
    let answer: string | null = null;
    asking.on('SIGINT', () => asking.close());
    asking.on('close', () => {
      stderr.write('\n');
      resolve(answer);
    });
    asking.question('', (given) => {
      answer = given;
      asking.close();
    });
  });
}

/** The terminal the program was started from. */
export function nodeTerminal(): Terminal {
  const { stdout, stderr, stdin } = process;
  let open = true;
  let interrupted = false;
  let isWatching = false;
  /** Only work that ends at a safe place asks, and only from then on is the first Ctrl-C (or SIGTERM) a wish; the second ends at once. */
  const isInterrupted = (): boolean => {
    if (!isWatching)
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => {
          interrupted = true;
        });
    isWatching = true;
    return interrupted;
  };
  for (const stream of [stdout, stderr]) {
    stream.on('error', (failure: NodeJS.ErrnoException) => {
      // Whoever read us has seen enough (`| head`): no error, and no more work.
      if (failure.code !== 'EPIPE') throw failure;
      open = false;
      stdout.emit('drain');
    });
  }
  return {
    out: (text) =>
      new Promise((resolve) => {
        if (!open || stdout.write(text)) resolve(open);
        else stdout.once('drain', () => resolve(open));
      }),
    err: (text) => {
      stderr.write(text);
    },
    files: nodeFiles,
    lines: (path) => splitLines(path === '-' ? stdin.setEncoding('utf8') : createReadStream(path, { encoding: 'utf8' })),
    append: (path, text) => appendFile(path, text),
    now: () => new Date().toISOString(),
    monotonic: () => performance.now(),
    ...(stderr.isTTY === true
      ? { progress: (text: string | null) => stderr.write(text === null ? '\r\u001b[K' : `\r\u001b[K${text}`) }
      : {}),
    isInterrupted,
    ...(stdin.isTTY === true ? { askSecret } : {}),
    ...(stdin.isTTY === true && stdout.isTTY === true
      ? { keyboard: async () => (await import('./node-keyboard.ts')).nodeKeyboard(stdin) }
      : {}),
    columns: stdout.columns ?? 100,
    paint: paintFor(stdout.isTTY === true),
    env: process.env,
  };
}
