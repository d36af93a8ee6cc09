import { valuesOf } from '../../../app/review/coding/code-values.ts';
import type { Coding, TaskFilter } from '../../../app/review/coding/open-coding.ts';
import type { InterfaceLanguage } from '../../../i18n/index.ts';
import { codebook } from '../../../model/codebook.generated.ts';
import { hanging } from '../../../report/text/wrap.ts';
import { BookFailure } from '../../../store/index.ts';
import { askKey, askLine, type Keyboard } from '../../keyboard.ts';
import { report as reportProblems, type Terminal } from '../../terminal.ts';
import { counted } from '../options.ts';
import { taskLines } from './task-lines.ts';
import { isRefusal, type ReviewWords } from './with-review.ts';

/** What a coder needs at the keyboard. */
export interface BlindSitting {
  readonly coding: Coding;
  readonly words: ReviewWords;
  readonly terminal: Terminal;
  readonly keyboard: Keyboard;
  readonly by: string;
  readonly variable: string;
  readonly filter: TaskFilter;
  readonly language: InterfaceLanguage;
}

/** Keys of the values in their order; letters that mean something else are left out. */
const VALUE_KEYS = [...'123456789abcdefghijlmoprstuvwxyz'];

/** Goes through what a coder has not answered for one variable; nothing that others have made of it is shown. */
export async function codeBlind({ coding, words, terminal, keyboard, by, variable: name, filter, language }: BlindSitting): Promise<void> {
  const variable = codebook.find((one) => one.variable === name);
  if (!variable)
    throw new BookFailure('TB_CODING_VARIABLE', { variable: name, kind: 'item', allowed: codebook.map((one) => one.variable).join(', ') });
  const { ask, coding: said } = words;
  const out = terminal.out;
  const values = valuesOf(variable);
  const offered = values?.map((value, at) => [VALUE_KEYS[at] ?? '', value] as const) ?? [];
  const skipped = new Set<string>();
  let note: string | null = null;
  let done = 0;
  for (;;) {
    const tasks = (await coding.tasks(by, { ...filter, kind: variable.target })).filter(
      ({ target, own }) => !skipped.has(target.id) && !own.some((answer) => answer.variable === name),
    );
    const [task] = tasks;
    if (!task) {
      await out(`${skipped.size > 0 ? ask.onlySkipped(counted(skipped.size, language)) : said.noTasks}\n`);
      break;
    }
    const hint = [
      ...(values === null ? [`= ${said.anyHolder}`] : offered.map(([key, value]) => `${key}\u00a0${value}`)),
      `k ${said.note}`,
      `n ${ask.skip}`,
      `q ${ask.quit}`,
    ];
    const rows = [
      terminal.paint('dim', said.tasks(counted(tasks.length, language))),
      ...taskLines({ ...task, own: [] }, terminal.columns),
      '',
      ...hanging('', terminal.paint('heading', variable[language]), terminal.columns),
      ...hanging('', hint.join('  '), terminal.columns),
    ];
    await out(`\n${rows.join('\n')}\n`);
    const key = await askKey(keyboard, [...(values === null ? ['='] : offered.map(([one]) => one)), 'k', 'n', 'q']);
    if (key === null || key === 'q') break;
    if (key === 'n') {
      skipped.add(task.target.id);
      note = null;
      continue;
    }
    if (key === 'k') {
      note = await askLine(keyboard, out, `${said.note}: `, terminal.columns);
      continue;
    }
    const value = values === null ? await askLine(keyboard, out, '= ', terminal.columns) : offered.find(([one]) => one === key)?.[1];
    if (!value) continue;
    try {
      await coding.code({ target: task.target, variable: name, value, coder: by, note });
      note = null;
      done++;
      await out(`${said.noted(name, value)}\n`);
    } catch (failure) {
      if (!(failure instanceof BookFailure) || !isRefusal(failure)) throw failure;
      reportProblems(terminal, [failure.problem]);
      skipped.add(task.target.id);
    }
  }
  await out(`${said.ended(counted(done, language))}\n`);
}
