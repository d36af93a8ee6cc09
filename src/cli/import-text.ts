import type { ImportComparison, ImportSummary, MergedRow, RejectedRow, TableKind } from '../feeds/index.ts';
import { MAPPINGS } from '../feeds/index.ts';
import type { ImportMessages } from '../i18n/imports/messages.ts';
import type { InterfaceLanguage } from '../i18n/index.ts';
import type { Paint } from '../report/index.ts';
import { printable } from '../report/printable.ts';

/** What was counted beside the totals. */
export interface ImportCounts {
  /** The first rejected rows, those left aside that a mapping does not want. */
  readonly named: readonly RejectedRow[];
  readonly merged: Readonly<Partial<Record<MergedRow['why'], number>>>;
  readonly made: Readonly<Record<TableKind, number>>;
  readonly positions: number;
}

/** Columns and rows that are named one by one. */
const NAMED = 30;

const list = (names: readonly string[]): string => names.slice(0, NAMED).map(printable).join(', ') + (names.length > NAMED ? ', …' : '');

/** The validation report of one table. */
export function importText(
  { file, mapping, format, totals, rejectedByCode, columns, headerRows, kind }: ImportSummary,
  { named, merged, made, positions }: ImportCounts,
  words: ImportMessages,
  { lang, paint }: { readonly lang: InterfaceLanguage; readonly paint: Paint },
): string {
  const number = new Intl.NumberFormat(lang);
  const width = Math.max(number.format(totals.read).length, 6);
  const count = (name: string, value: number): string => `  ${name.padEnd(16)} ${number.format(value).padStart(width)}`;
  const title = MAPPINGS.find(({ id }) => id === mapping)?.title[lang] ?? mapping;
  const lines = [
    `${paint('heading', printable(file))}  ${title === null ? words.unreadable : words.recognised(words.formats[format ?? ''] ?? '', title)}`,
  ];
  if (mapping !== null) {
    lines.push(count(words.read, totals.read), count(words.accepted, totals.accepted), count(words.merged, totals.merged));
    for (const [why, rows] of Object.entries(merged)) lines.push(`    ${number.format(rows)} ${words.mergedWhy[why as MergedRow['why']]}`);
    lines.push(count(words.rejected, totals.rejected));
    const codes = Object.entries(rejectedByCode).sort(([, a], [, b]) => b - a);
    for (const [code, rows] of codes) lines.push(`    ${number.format(rows)} ${code}`);
    if (kind !== null) lines.push(`  ${words.made[kind](made[kind])}${positions > 0 ? `; ${words.positions(positions)}` : ''}`);
    if (headerRows > 0) lines.push(`  ${words.headerRows(headerRows)}`);
    if (columns.dropped.length > 0) lines.push(`  ${words.dropped(list(columns.dropped))}`);
    if (columns.unread.length > 0) lines.push(`  ${words.unread(list(columns.unread))}`);
    for (const { line, code, message, remedy } of named) lines.push(`  ${words.line(line)}: ${code}: ${printable(message)} ${remedy}`);
    const wanted = codes.reduce((sum, [code, rows]) => sum + (code === 'TB_ROW_NOT_WANTED' ? 0 : rows), 0);
    if (wanted > named.length) lines.push(`  ${words.more(wanted - named.length)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What a newer version of a table says otherwise than an older one. */
export function comparisonText(
  before: string,
  after: string,
  { added, changed, withdrawn, same }: ImportComparison,
  words: ImportMessages,
): string {
  const lines = [words.compared(printable(before), printable(after))];
  for (const [name, value] of [
    [words.against.same, same],
    [words.against.added, added.length],
    [words.against.changed, changed.length],
    [words.against.withdrawn, withdrawn.length],
  ] as const) {
    lines.push(`  ${name.padEnd(20)} ${String(value).padStart(6)}`);
  }
  for (const { row } of added.slice(0, NAMED)) lines.push(`  + ${words.line(row?.line ?? 0)}  ${printable(row?.key ?? '')}`);
  for (const { row } of withdrawn.slice(0, NAMED)) lines.push(`  − ${words.line(row?.line ?? 0)}  ${printable(row?.key ?? '')}`);
  for (const { key, after: now, fields } of changed.slice(0, NAMED)) {
    lines.push(`  ~ ${words.line(now.row?.line ?? 0)}  ${printable(key)}`);
    for (const { field, before: old, after: new_ } of fields) {
      lines.push(`      ${field}: ${printable(old).slice(0, 80) || '–'} → ${printable(new_).slice(0, 80) || '–'}`);
    }
  }
  if (changed.length > 0) lines.push(`  ${words.bothKept}`);
  return `${lines.join('\n')}\n`;
}
