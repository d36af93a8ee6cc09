import { printable } from '../printable.ts';
import type { DailyView, ReportTable } from './daily-view.ts';
import type { Line } from './report-words.ts';

/** Foreign words inside Markdown: what would be mark-up is escaped, a line stays a line. */
function escaped(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~&]/g, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`));
}

const notesText = (notes: readonly number[] = []): string => notes.map((n) => `[^${n}]`).join('');

function lineText({ text, notes, sign }: Line): string {
  return `${sign === undefined ? '' : `${sign} `}${escaped(text)}${notesText(notes)}`;
}

function tableText({ caption, columns, rows, note }: ReportTable): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const body = rows.map(({ cells }) => row(cells.map((lines) => lines.map(lineText).join('<br>'))));
  const legend = note === null ? '' : `\n*${escaped(note)}*\n`;
  return `**${escaped(caption)}**\n\n${[row(columns.map(escaped)), row(columns.map(() => '---')), ...body].join('\n')}\n${legend}`;
}

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

function section(heading: string, body: string): string {
  return `## ${heading}\n\n${body.trimEnd()}\n`;
}

/** An address inside angle brackets; one with blanks or brackets would break out of them. */
function addressText(url: string | null, without: string): string {
  return url !== null && /^https?:\/\/[^\s<>]+$/i.test(url) ? `<${url}>` : `(${without})`;
}

/** The report as Markdown with footnotes; it says what the page says. */
export function renderDailyMarkdown(view: DailyView): string {
  const { daily } = view.words;
  const { section: heading } = daily;
  const changes = view.changes.map(({ heading: of, lines, more }) => {
    const own = [...lines.map(lineText), ...(more === null ? [] : [escaped(more)])];
    return `${of === null ? '' : `### ${escaped(of)}\n\n`}${bullets(own)}`;
  });
  const incidents = [...view.incidents.map(tableText), ...(view.otherAgreements === null ? [] : [escaped(view.otherAgreements)])];
  const notes = view.notes.map(({ number, text, url }) => `[^${number}]: ${escaped(text)}. ${addressText(url, daily.notes.noAddress)}`);
  const { card } = view;
  const parts = [
    `# ${escaped(`${view.title}, ${view.day}`)}\n`,
    ...(view.agreements === null ? [] : [`${escaped(view.agreements)}\n`]),
    `${bullets(view.facts.map(({ label, value }) => `${escaped(label)}: ${escaped(value)}`))}\n`,
    section(heading.findings, bullets(view.findings.map(escaped))),
    section(heading.changes, changes.length === 0 ? daily.change.none : changes.join('\n\n')),
    section(heading.incidents, incidents.length === 0 ? daily.table.none : [`*${escaped(daily.head.note)}*\n`, ...incidents].join('\n')),
    section(heading.exchanges, view.exchanges === null ? daily.exchange.none : tableText(view.exchanges)),
    section(heading.limits, view.limits.length === 0 ? daily.limit.none : bullets(view.limits.map(lineText))),
    ...(view.regions === null ? [] : [section(heading.regions, tableText(view.regions))]),
    section(
      heading.card,
      [
        bullets(card.release.map(({ label, value }) => `${escaped(label)}: ${escaped(value)}`)),
        `\n**${daily.card.transforms}**\n`,
        card.transforms.length === 0 ? daily.card.noTransforms : bullets(card.transforms.map(escaped)),
        `\n**${daily.card.balance}**\n`,
        bullets(card.balance.map(escaped)),
        `\n*${escaped(daily.card.note)}*`,
      ].join('\n'),
    ),
    section(heading.notes, notes.length === 0 ? daily.notes.none : notes.join('\n')),
  ];
  return parts.join('\n');
}
