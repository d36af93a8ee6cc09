import { openBook } from '../../../app/book.ts';
import { valuesOf } from '../../../app/review/coding/code-values.ts';
import type { CodingTask } from '../../../app/review/coding/coding-tasks.ts';
import { type Coding, FEWEST_UNITS, openCoding, type TaskFilter } from '../../../app/review/coding/open-coding.ts';
import { topicsFor } from '../../../i18n/topics.ts';
import { codebook } from '../../../model/codebook.generated.ts';
import { printable } from '../../../report/index.ts';
import { hanging } from '../../../report/text/wrap.ts';
import { BookFailure } from '../../../store/index.ts';
import type { ExitCode, Terminal } from '../../terminal.ts';
import { counted, type FormatOption, type KeptOptions, placeOf } from '../options.ts';
import { taskLines } from './task-lines.ts';
import { type ByOption, type ReviewWords, refusedOr } from './with-review.ts';

async function withCoding(
  terminal: Terminal,
  options: KeptOptions,
  run: (coding: Coding, words: ReviewWords) => Promise<ExitCode>,
): Promise<ExitCode> {
  const book = await openBook(placeOf(terminal, options), { now: terminal.now });
  try {
    return await refusedOr(terminal, () => run(openCoding(book, { now: terminal.now }), topicsFor(options.lang).book.reviewing));
  } finally {
    await book.close();
  }
}

const figure = (value: number, { lang }: KeptOptions): string =>
  value.toLocaleString(lang, { minimumFractionDigits: 3, maximumFractionDigits: 3 });

export interface TaskOptions extends KeptOptions, FormatOption, ByOption {
  readonly kind?: NonNullable<TaskFilter['kind']>;
  readonly report?: string;
  /** Only those without an answer of this coder to this variable. */
  readonly variable?: string;
  readonly limit: number;
}

/** Prints what can be coded, as every coder sees it, with the coder's own answers. */
export function runReviewTasks(
  terminal: Terminal,
  { by, kind, report, variable, limit, format, ...options }: TaskOptions,
): Promise<ExitCode> {
  return withCoding(terminal, options, async (coding, words) => {
    const all = await coding.tasks(by, { ...(kind === undefined ? {} : { kind }), ...(report === undefined ? {} : { report }) });
    const asked = codebook.filter((one) => one.variable === variable).map(({ target }) => target as string);
    const tasks =
      variable === undefined
        ? all
        : all.filter(({ own, target }) => asked.includes(target.kind) && !own.some((answer) => answer.variable === variable));
    const shown = tasks.slice(0, limit);
    if (format === 'json') {
      await terminal.out(`${JSON.stringify({ total: tasks.length, items: shown }, null, 2)}\n`);
      return 0;
    }
    await terminal.out(`${tasks.length === 0 ? words.coding.noTasks : words.coding.tasks(counted(tasks.length, options.lang))}\n`);
    for (const task of shown) await terminal.out(`\n${taskLines(task, terminal.columns).join('\n')}\n`);
    if (shown.length < tasks.length) await terminal.out(`\n${words.more(counted(tasks.length - shown.length, options.lang))}\n`);
    return 0;
  });
}

/** Prints the questions of the codebook with their values. */
export async function runReviewCodebook(terminal: Terminal, { lang }: Pick<KeptOptions, 'lang'>): Promise<ExitCode> {
  const { reviewing } = topicsFor(lang).book;
  for (const variable of codebook) {
    const { target, level } = variable;
    await terminal.out(`${variable.variable}  (${reviewing.target[target]}, ${reviewing.coding.level[level]})\n`);
    await terminal.out(`${hanging('  ', variable[lang], terminal.columns).join('\n')}\n`);
    await terminal.out(`${hanging('  ', valuesOf(variable)?.join(', ') ?? reviewing.coding.anyHolder, terminal.columns).join('\n')}\n`);
  }
  return 0;
}

async function targetOf(coding: Coding, id: string): Promise<CodingTask['target']> {
  const found = (await coding.tasks('')).find(({ target }) => target.id === id);
  if (!found) throw new BookFailure('TB_REVIEW_UNKNOWN', { kind: 'item', id });
  return found.target;
}

export interface Answer {
  readonly id: string;
  readonly variable: string;
  readonly value: string;
}

/** Writes one answer of a coder. */
export function runReviewCode(
  terminal: Terminal,
  { id, variable, value }: Answer,
  { by, note, ...options }: KeptOptions & ByOption & { readonly note?: string },
): Promise<ExitCode> {
  return withCoding(terminal, options, async (coding, words) => {
    await coding.code({ target: await targetOf(coding, id), variable, value, coder: by, note: note ?? null });
    await terminal.out(`${words.coding.noted(variable, value)}\n`);
    return 0;
  });
}

/** Prints differences that wait, as far as somebody may settle them. */
export function runReviewDifferences(
  terminal: Terminal,
  { by, format, ...options }: KeptOptions & ByOption & FormatOption,
): Promise<ExitCode> {
  return withCoding(terminal, options, async (coding, words) => {
    const differences = await coding.differences(by);
    if (format === 'json') {
      await terminal.out(`${JSON.stringify(differences, null, 2)}\n`);
      return 0;
    }
    if (differences.length === 0) await terminal.out(`${words.coding.noDifferences}\n`);
    const tasks = new Map((await coding.tasks(by)).map((task) => [task.target.id, task]));
    for (const { target, variable, codings } of differences) {
      const task = tasks.get(target.id);
      const answers = codings.map(
        ({ coder, value, note }) => `  ${printable(coder)}: ${value}${note === null ? '' : ` (${printable(note)})`}`,
      );
      await terminal.out(
        `${[...(task ? taskLines({ ...task, own: [] }, terminal.columns) : [target.id]), `  ${variable}`, ...answers].join('\n')}\n\n`,
      );
    }
    return 0;
  });
}

/** Settles one difference. */
export function runReviewAdjudicate(
  terminal: Terminal,
  { id, variable, value }: Answer,
  { by, why, ...options }: KeptOptions & ByOption & { readonly why: string },
): Promise<ExitCode> {
  return withCoding(terminal, options, async (coding, words) => {
    const made = await coding.adjudicate({ target: await targetOf(coding, id), variable, value, by, why });
    await terminal.out(`${made.isRepeated ? words.standsAlready(made.id) : words.noted(made.id)}\n`);
    return 0;
  });
}

/** Prints how far coders agree, variable by variable. */
export function runReviewAgreement(
  terminal: Terminal,
  { format, seed, ...options }: KeptOptions & FormatOption & { readonly seed: number },
): Promise<ExitCode> {
  return withCoding(terminal, options, async (coding, words) => {
    const found = await coding.agreement(seed);
    if (format === 'json') {
      await terminal.out(
        `${JSON.stringify(
          found.map(({ variable, ...rest }) => ({ variable: variable.variable, target: variable.target, level: variable.level, ...rest })),
          null,
          2,
        )}\n`,
      );
      return 0;
    }
    if (found.length === 0) await terminal.out(`${words.coding.noCodings}\n`);
    const number = (count: number): string => counted(count, options.lang);
    for (const { variable, alpha, units, coders, values, interval, isTooFew, disputed, settled } of found) {
      const measured = alpha === null ? words.coding.undefinedAlpha : words.coding.alpha(figure(alpha, options));
      const within = interval === null ? [] : [words.coding.interval(figure(interval.from, options), figure(interval.to, options))];
      const said = isTooFew ? [words.coding.tooFew(number(units), number(FEWEST_UNITS))] : [measured, ...within];
      await terminal.out(`${variable.variable}  (${words.target[variable.target]}, ${words.coding.level[variable.level]})\n`);
      await terminal.out(`${hanging('  ', said.join(', '), terminal.columns).join('\n')}\n`);
      await terminal.out(
        `${hanging('  ', `${words.coding.rests(number(units), number(coders), number(values))}; ${words.coding.differences(number(disputed.length), number(settled))}`, terminal.columns).join('\n')}\n`,
      );
    }
    return 0;
  });
}

/** Goes through what a coder has not answered for one variable, at the keyboard. */
export function runReviewBlind(
  terminal: Terminal,
  { by, variable, report, ...options }: KeptOptions & ByOption & { readonly variable: string; readonly report?: string },
): Promise<ExitCode> {
  return withCoding(terminal, options, async (coding, words) => {
    const open = terminal.keyboard;
    if (!open) throw new BookFailure('TB_REVIEW_NOT_A_TERMINAL');
    const { codeBlind } = await import('./code-blind.ts');
    const filter = report === undefined ? {} : { report };
    const keyboard = await open();
    try {
      await codeBlind({ coding, words, terminal, keyboard, by, variable, filter, language: options.lang });
    } finally {
      keyboard.close();
    }
    return 0;
  });
}
