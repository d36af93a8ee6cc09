import { type Paint, plain } from '../paint.ts';
import { printable } from '../printable.ts';
import { hanging, wrapped } from '../text/wrap.ts';
import type { DailyView, ReportTable } from './daily-view.ts';
import type { Line } from './report-words.ts';

export interface DailyTextOptions {
  readonly width?: number;
  readonly paint?: Paint;
}

const lineText = ({ text, sign, notes = [] }: Line): string =>
  `${sign === undefined ? '' : `${sign} `}${printable(text)}${notes.map((n) => `[${n}]`).join('')}`;
const cellText = (lines: readonly Line[]): string => lines.map(lineText).join(', ');

/** The report for a terminal: what is a table on paper stands here row by row, with the name of each column. */
export function renderDailyText(view: DailyView, { width = 100, paint = plain }: DailyTextOptions = {}): string {
  const { daily } = view.words;
  const { section: heading } = daily;
  const columns = Math.max(40, width);
  const title = (text: string): readonly string[] => ['', paint('dim', '━'.repeat(columns)), ...wrapped(paint('title', text), columns)];
  const items = (texts: readonly string[], none: string): readonly string[] =>
    texts.length === 0 ? wrapped(none, columns) : texts.flatMap((text) => hanging('  · ', text, columns));
  const table = ({ columns: names, rows, note }: ReportTable, mostInHead: number): readonly string[] => [
    ...rows.flatMap(({ cells }) => [
      '',
      ...hanging('  ', paint('value', cells.slice(0, mostInHead).map(cellText).filter(Boolean).join(' · ')), columns),
      ...cells.slice(mostInHead).flatMap((lines, i) => hanging(`     ${names[i + mostInHead] ?? ''}: `, cellText(lines), columns)),
    ]),
    ...(note === null ? [] : ['', ...wrapped(paint('dim', note), columns)]),
  ];
  const [incidents, ...further] = view.incidents;
  const notes = view.notes.map(
    ({ number, text, url }) => `[${number}] ${printable(text)}. ${url === null ? `(${daily.notes.noAddress})` : printable(url)}`,
  );
  const lines = [
    ...wrapped(paint('title', `${view.title}, ${view.day}`), columns),
    ...(view.agreements === null ? [] : wrapped(view.agreements, columns)),
    ...view.facts.flatMap(({ label, value }) => hanging(`${label}: `, value, columns)),
    ...title(heading.findings),
    ...items(view.findings, daily.limit.none),
    ...title(heading.changes),
    ...(view.changes.length === 0 ? wrapped(daily.change.none, columns) : []),
    ...view.changes.flatMap(({ heading: of, lines: own, more }) => [
      ...(of === null ? [] : wrapped(paint('heading', of), columns)),
      ...items([...own.map(lineText), ...(more === null ? [] : [more])], ''),
    ]),
    ...title(heading.incidents),
    ...wrapped(paint('dim', daily.head.note), columns),
    ...(incidents === undefined ? ['', ...wrapped(daily.table.none, columns)] : table(incidents, 4)),
    ...further.flatMap((other) => ['', ...wrapped(paint('heading', other.caption), columns), ...table(other, 3)]),
    ...(view.otherAgreements === null ? [] : ['', ...wrapped(paint('dim', view.otherAgreements), columns)]),
    ...title(heading.exchanges),
    ...(view.exchanges === null ? wrapped(daily.exchange.none, columns) : table(view.exchanges, 1)),
    ...title(heading.limits),
    ...items(view.limits.map(lineText), daily.limit.none),
    ...title(heading.notes),
    ...(notes.length === 0 ? wrapped(daily.notes.none, columns) : notes.flatMap((text) => hanging('  ', text, columns))),
    ...title(heading.card),
    ...view.card.release.flatMap(({ label, value }) => hanging(`${label}: `, value, columns)),
    ...items(view.card.transforms, daily.card.noTransforms),
    ...items(view.card.balance, ''),
    ...wrapped(paint('dim', daily.card.note), columns),
  ];
  return `${lines.map((text) => text.replaceAll('\u00a0', ' ').trimEnd()).join('\n')}\n`;
}
