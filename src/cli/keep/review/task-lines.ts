import type { CodingTask } from '../../../app/review/coding/coding-tasks.ts';
import { printable } from '../../../report/index.ts';
import { hanging } from '../../../report/text/wrap.ts';

/** Characters of the text that are shown on each side of the words. */
const AROUND = 160;

/** The words of a task in their surroundings, without anything that was made of them. */
export function taskLines({ target, reports, context, own }: CodingTask, width: number): readonly string[] {
  return [
    `${target.id}  ${reports.join(', ')}`,
    ...context.flatMap(({ before, exact, after }) =>
      hanging('  ', `${printable(before.slice(-AROUND))} [${printable(exact)}] ${printable(after.slice(0, AROUND))}`.trim(), width),
    ),
    ...own.map(({ variable, value, note }) => `  ${variable} = ${value}${note === null ? '' : ` (${printable(note)})`}`),
  ];
}
