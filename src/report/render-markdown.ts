import type { AgreementView, DossierView, EntryView, LineView, TimelineView } from './dossier-view.ts';
import { withMarks } from './entries.ts';
import { SIGN } from './paint.ts';
import { joinedNotes, printable } from './printable.ts';

/** Foreign words inside Markdown: what would be mark-up is escaped, a line stays a line. */
function escaped(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~&]/g, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`));
}

/** Footnotes are numbered by report, so that a source is cited once however often it speaks. */
const noteOf = (tag: string): string => `[^${tag.replace(/[^\p{L}\p{N}-]/gu, '')}]`;

interface Page {
  readonly view: DossierView;
}

function entryText({ view: { messages } }: Page, entry: EntryView): string {
  const words = entry.words ? escaped(withMarks(entry.words, messages)) : '';
  const value = entry.value === null ? '' : `**${escaped(entry.value)}**`;
  const meta = [entry.who, entry.how, ...entry.notes].filter((part) => part !== null).map(escaped);
  const who = meta.length > 0 ? `*${meta.join(', ')}*` : '';
  return [value, words, who].filter(Boolean).join('<br>') + entry.sources.map(({ tag }) => noteOf(tag)).join('');
}

const flat = (page: Page, entry: EntryView): string => entryText(page, entry).replaceAll('<br>', ' ');

function bullets(lines: readonly LineView[]): string {
  return lines
    .map(({ text, notes, sources }) => {
      const said = escaped(joinedNotes(notes));
      return `- ${escaped(text)}${said ? ` *(${said})*` : ''}${sources.map(({ tag }) => noteOf(tag)).join('')}`;
    })
    .join('\n');
}

function section(level: number, heading: string, body: string): string {
  return body === '' ? '' : `${'#'.repeat(level)} ${heading}\n\n${body}\n`;
}

function timelineText({ view: { messages } }: Page, items: readonly TimelineView[]): string {
  return items
    .map(({ at, text }) => `- ${at === null ? messages.ui.undated : messages.date(at.slice(0, 10))}: ${escaped(text)}`)
    .join('\n');
}

function tableText(page: Page, { columns, rows, nobody }: AgreementView): string {
  const { messages } = page.view;
  const silent = nobody.length > 0 ? `\n${SIGN.silent} ${messages.mark.silent}: ${nobody.join(', ')}\n` : '';
  if (rows.length === 0) return silent;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => [
    `${SIGN[row.mark]} **${row.label}**<br>${row.markText}`,
    ...row.cells.map((cell) =>
      cell.length === 0 ? messages.ui.saysNothing : cell.map((entry) => entryText(page, entry)).join('<br><br>'),
    ),
  ]);
  return `${[line([messages.ui.element, ...columns.map(({ name }) => escaped(name))]), line(['---', ...columns.map(() => '---')]), ...body.map(line)].join('\n')}\n${silent}`;
}

function differencesText({ view: { messages } }: Page, { divergences }: AgreementView): string {
  const { ui } = messages;
  return [
    bullets(divergences.chosen.map((found) => ({ ...found, text: `${found.label}: ${found.text}` }))),
    divergences.further.length === 0 ? '' : `- ${ui.further(divergences.further.length)}`,
    divergences.onlyOne.length === 0 ? '' : `- ${escaped(ui.onlyOneOf(messages.list(divergences.onlyOne)))}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function agreementText(page: Page, found: AgreementView): string {
  const { messages } = page.view;
  const { ui } = messages;
  const since = (date: string | null): string => (date === null ? '' : ` (${messages.date(date.slice(0, 10))})`);
  const dated = (entry: EntryView): string =>
    `${entry.heldFrom === null ? ui.undated : messages.date(entry.heldFrom.slice(0, 10))}: ${flat(page, entry)}`;
  const histories = (entries: AgreementView['superseded']): string =>
    entries
      .map(({ versions, label, holder }) => {
        const lines = versions.map(({ entry, superseded: gone }) => (gone ? `  - ~~${dated(entry)}~~` : `  - → ${dated(entry)}`));
        return [`- ${escaped(holder)}, ${label}`, ...lines].join('\n');
      })
      .join('\n');
  const voices = (entries: readonly EntryView[]): string =>
    entries.map((entry) => `- ${messages.element[entry.element]}: ${flat(page, entry)}`).join('\n');
  return [
    `## ${escaped(found.title)}\n`,
    found.kind === '' && found.related.length === 0 ? '' : `*${escaped([found.kind, ...found.related].filter(Boolean).join(' · '))}*\n`,
    `**${ui.state}: ${escaped(found.state)}.** ${escaped(found.why)}\n`,
    `${found.parties.map(({ name, state, since: from }) => `- **${escaped(name)}** ${state}${since(from)}`).join('\n')}\n`,
    tableText(page, found),
    section(3, ui.divergences, differencesText(page, found)),
    section(3, ui.withinSide, bullets(found.divergences.within)),
    section(3, ui.questions, bullets(found.open)),
    section(3, ui.disputed, bullets(found.disputed)),
    section(3, ui.answered, bullets(found.answered)),
    section(3, ui.superseded, histories(found.superseded)),
    section(3, messages.review.heading, histories(found.reviewed)),
    section(3, ui.clocks, bullets(found.clocks)),
    section(3, ui.dissent, voices(found.dissent)),
    section(3, ui.narration, bullets(found.narration)),
    section(3, ui.timeline, timelineText(page, found.timeline)),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The dossier as Markdown: tables, and one footnote a report. */
export function renderMarkdown(view: DossierView): string {
  const page: Page = { view };
  const { messages } = view;
  const { ui } = messages;
  const brief = view.brief.map((found) => {
    const entry = found.rows.flatMap((row) => row.cells.flat())[0];
    return `- **${escaped(found.title)}**, ${found.state}${entry ? `: ${messages.element[entry.element]}, ${flat(page, entry)}` : ''}`;
  });
  const notes = view.sources.map(({ tag, key, outlet, date, title, url, shared }) => {
    const named = [outlet, date === null ? ui.noDate : messages.date(date), key].filter((part) => part !== null).map(escaped);
    const link = url === null || !/^https?:/i.test(url) ? '' : ` <${url.replace(/[\s<>]/g, encodeURIComponent)}>`;
    return `${noteOf(tag)}: ${named.join(', ')}${title === null ? '' : ` – ${escaped(title)}`}${link}${shared === null ? '' : ` (${escaped(ui.copies(shared))})`}`;
  });
  return [
    `# ${ui.dossier}\n`,
    `${view.standing} · ${view.counts}\n`,
    view.agreements.length + view.brief.length === 0 ? `${ui.noAgreements}\n` : '',
    ...view.agreements.map((found) => agreementText(page, found)),
    section(2, ui.brief, brief.join('\n')),
    section(2, ui.requests, bullets(view.requests)),
    section(2, ui.positions, bullets(view.shifts)),
    section(2, ui.silences, bullets(view.silences)),
    section(2, ui.flags, bullets(view.flags)),
    section(2, ui.sources, bulletsOfSources(view)),
    `${notes.join('\n')}\n`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Footnotes are moved to the end by most readers, so the list names the reports once more with their marks. */
function bulletsOfSources(view: DossierView): string {
  return view.sources.map(({ tag, key }) => `- ${escaped(key)}${noteOf(tag)}`).join('\n');
}
