import type { Messages } from '../../i18n/index.ts';
import type { AgreementView, EntryView, RowView, SourceRef } from '../dossier-view.ts';
import { withMarks } from '../entries.ts';
import { type Paint, type PaintRole, SIGN } from '../paint.ts';
import { shortened } from '../printable.ts';
import { padded, wrapped } from './wrap.ts';

/** Narrower columns break words instead of reading as quotations. */
const LEAST_COLUMN = 22;
const FIRST_COLUMN = 18;
const MOST_COLUMNS = 4;
/** Entries and characters of a cell; the whole stands in the JSON and on the page. */
const MOST_ENTRIES = 3;
const MOST_WORDS = 170;

interface Line {
  readonly role: PaintRole | null;
  readonly text: string;
}

export interface TableOptions {
  readonly messages: Messages;
  readonly paint: Paint;
  readonly width: number;
  /** All dates are of one year, which then is left out in cells. */
  readonly oneYear: boolean;
}

/** How many holders fit beside each other; the others are listed below the table. */
export function columnsThatFit(width: number, holders: number): number {
  const room = Math.floor((width - FIRST_COLUMN) / (LEAST_COLUMN + 3));
  // One of several holders alone is no comparison: then all of them are listed.
  return room < Math.min(2, holders) ? 0 : Math.min(room, MOST_COLUMNS, holders);
}

/** Reports behind an entry: `[03] 18.3.`; a no-break space keeps tag and date together until the line is broken. */
export function sourceText(sources: readonly SourceRef[], messages: Messages, oneYear: boolean): string {
  return sources
    .map(({ tag, date }) => (date === null ? `[${tag}]` : `[${tag}]\u00a0${messages.day(date, oneYear).replaceAll(' ', '\u00a0')}`))
    .join(', ');
}

/** Who said it, how it reaches us and where it stands. */
export function metaText(entry: EntryView, messages: Messages, oneYear: boolean): string {
  const who = [entry.who, entry.how, ...entry.notes].filter(Boolean).join(', ');
  return [who, sourceText(entry.sources, messages, oneYear)].filter(Boolean).join(' ');
}

function entryLines(entry: EntryView, width: number, { messages, oneYear }: TableOptions): readonly Line[] {
  const line = (role: PaintRole | null, text: string): Line[] => wrapped(text, width).map((piece) => ({ role, text: piece }));
  const words = entry.words ? { ...entry.words, text: shortened(entry.words.text, MOST_WORDS) } : null;
  return [
    ...(entry.value === null ? [] : line('value', entry.value)),
    ...(words ? line(words.verbatim ? 'quoted' : null, withMarks(words, messages)) : []),
    ...line('dim', metaText(entry, messages, oneYear)),
  ].filter(({ text }) => text !== '');
}

function cellLines(entries: readonly EntryView[], width: number, options: TableOptions): readonly Line[] {
  if (entries.length === 0) return [{ role: 'dim', text: options.messages.ui.saysNothing }];
  const shown = entries.slice(0, MOST_ENTRIES).flatMap((entry, i) => {
    const lines = entryLines(entry, width, options);
    return i === 0 ? lines : [{ role: null, text: '' }, ...lines];
  });
  const left = entries.length - MOST_ENTRIES;
  return left > 0 ? [...shown, { role: 'dim', text: options.messages.ui.more(left) }] : shown;
}

function firstCell(row: RowView, width: number): readonly Line[] {
  const lead = `${SIGN[row.mark]} `;
  const indented = (text: string, role: PaintRole): Line[] => wrapped(text, width - 2).map((piece) => ({ role, text: `  ${piece}` }));
  const [first, ...rest] = wrapped(row.label, width - 2);
  return [
    { role: row.mark, text: lead + (first ?? '') },
    ...rest.map((text) => ({ role: row.mark, text: `  ${text}` })),
    ...indented(row.markText, 'dim'),
  ];
}

const joinCells = (cells: readonly string[]): string => cells.join(' │ ').replaceAll('\u00a0', ' ').trimEnd();

/** The table of elements and holders: one row an element, one column a holder, each side's own words. */
export function tableLines(view: AgreementView, options: TableOptions): readonly string[] {
  const { paint, width } = options;
  const count = columnsThatFit(width, view.columns.length);
  const column = Math.floor((width - FIRST_COLUMN - 3 * count) / count);
  const widths = [FIRST_COLUMN, ...Array.from({ length: count }, () => column)];
  const paintLine = (line: Line | undefined, cell: number): string => {
    const text = padded(line?.text ?? '', cell);
    return line?.role ? paint(line.role, text) : text;
  };
  const rule = (fill: string, cross: string): string =>
    paint('dim', widths.map((cell) => fill.repeat(cell)).join(`${fill}${cross}${fill}`));
  const layOut = (cells: readonly (readonly Line[])[]): readonly string[] => {
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, y) => joinCells(cells.map((lines, x) => paintLine(lines[y], widths[x] ?? column))));
  };
  const head = layOut([[], ...view.columns.slice(0, count).map(({ name }): Line[] => [{ role: 'holder', text: shortened(name, column) }])]);
  const body = view.rows.flatMap((row) => [
    rule('─', '┼'),
    ...layOut([firstCell(row, FIRST_COLUMN), ...row.cells.slice(0, count).map((cell) => cellLines(cell, column, options))]),
  ]);
  return [...head, ...body, rule('─', '┴')];
}

/** Columns that do not fit beside the others, or all of them on a narrow terminal: element by element, holder by holder. */
export function stackedLines(view: AgreementView, from: number, options: TableOptions): readonly string[] {
  const { paint, width } = options;
  return view.rows.flatMap((row) => {
    const filled = row.cells.flatMap((cell, i) => (i >= from && cell.length > 0 ? [{ cell, name: view.columns[i]?.name ?? '' }] : []));
    if (filled.length === 0) return [];
    const lead = from === 0 ? `${SIGN[row.mark]} ${row.label} (${row.markText})` : row.label;
    return [
      paint(from === 0 ? row.mark : 'value', lead),
      ...filled.flatMap(({ cell, name }) => [
        `  ${paint('holder', name)}`,
        ...cellLines(cell, width - 4, options).map(({ role, text }) =>
          `    ${role ? paint(role, text) : text}`.replaceAll('\u00a0', ' ').trimEnd(),
        ),
      ]),
    ];
  });
}
