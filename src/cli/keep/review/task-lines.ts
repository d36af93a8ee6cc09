import type { CodingTask } from '../../../app/review/coding/coding-tasks.ts';
import { printable } from '../../../report/index.ts';
import { hanging } from '../../../report/text/wrap.ts';

/** Characters of the text that are shown on each side of the words. */
const AROUND = 160;

/** Words with what stands around them, cut at blanks. */
function inContext({ before, exact, after }: CodingTask['context'][number]): string {
  const from = before.length > AROUND ? `… ${before.slice(-AROUND).replace(/^\S*\s/, '')}` : before;
  const to = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/, '')} …` : after;
  const gap = (side: string, blank: RegExp): string => (blank.test(side) ? ' ' : '');
  return `${printable(from)}${gap(from, /\s$/)}[${printable(exact)}]${gap(to, /^\s/)}${printable(to)}`;
}

/** The words of a task in their surroundings, without anything that was made of them. */
export function taskLines({ target, reports, context, own }: CodingTask, width: number): readonly string[] {
  return [
    `${target.id}  ${reports.join(', ')}`,
    ...context.flatMap((words) => hanging('  ', inContext(words), width)),
    ...own.map(({ variable, value, note }) => `  ${variable} = ${value}${note === null ? '' : ` (${printable(note)})`}`),
  ];
}
