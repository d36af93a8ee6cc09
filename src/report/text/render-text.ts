import type { Messages } from '../../i18n/index.ts';
import type { AgreementView, DossierView, EntryView, HistoryView, LineView, TimelineView } from '../dossier-view.ts';
import { withMarks } from '../entries.ts';
import { type Paint, plain, SIGN } from '../paint.ts';
import { joinedNotes, printable, shortened } from '../printable.ts';
import { columnsThatFit, metaText, sourceText, stackedLines, type TableOptions, tableLines } from './table.ts';
import { hanging, wrapped } from './wrap.ts';

export interface TextOptions {
  readonly width?: number;
  readonly paint?: Paint;
}

/** Entries of a list that are printed; the rest is counted. */
const MOST_LINES = 12;
const MOST_WORDS = 220;
const MOST_DIFFERENCES = 5;
const MOST_CLAIMS = 5;

interface Page extends TableOptions {
  readonly view: DossierView;
}

function section(page: Page, heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...wrapped(page.paint('heading', heading), page.width), ...lines];
}

/** A list of which no more than a screenful is printed, and the rest counted. */
function listed<T>(page: Page, items: readonly T[], print: (item: T) => readonly string[], most = MOST_LINES): readonly string[] {
  const lines = items.slice(0, most).flatMap(print);
  const left = items.length - most;
  return left > 0 ? [...lines, page.paint('dim', `    ${page.messages.ui.more(left)}`)] : lines;
}

const tidy = (lines: readonly string[]): readonly string[] => lines.map((text) => text.replaceAll('\u00a0', ' '));

function bullet(page: Page, text: string, notes: readonly string[], lead = '  · '): readonly string[] {
  const said = joinedNotes(notes);
  const whole = said === '' ? text : `${text} ${page.paint('dim', `(${said})`)}`;
  return tidy(hanging(lead, whole, page.width));
}

function bulletOf(page: Page, { text, notes, sources }: LineView): readonly string[] {
  return bullet(page, shortened(printable(text), 2 * MOST_WORDS), [...notes, sourceText(sources, page.messages, page.oneYear)]);
}

function saidBy(page: Page, entry: EntryView): string {
  const { messages, paint } = page;
  const words = entry.words ? withMarks({ ...entry.words, text: shortened(entry.words.text, MOST_WORDS) }, messages) : '';
  const said = [entry.value, words].filter(Boolean).join(': ');
  return `${said} ${paint('dim', `(${metaText(entry, messages, page.oneYear)})`)}`;
}

function timelineLines(page: Page, timeline: readonly TimelineView[]): readonly string[] {
  const { messages, oneYear, width } = page;
  const at = (value: string | null): string => (value === null ? messages.ui.undated : messages.day(value, oneYear));
  const lead = Math.max(0, ...timeline.map((item) => at(item.at).length));
  return timeline.flatMap((item, i) => {
    const repeated = i > 0 && at(timeline[i - 1]?.at ?? null) === at(item.at);
    return hanging(`  ${(repeated ? '' : at(item.at)).padEnd(lead)}  `, item.text, width);
  });
}

function stateLines(page: Page, view: AgreementView): readonly string[] {
  const { messages, paint, width, oneYear } = page;
  const parties = view.parties.map(({ name, state, since }) => {
    const date = since === null ? '' : ` (${messages.day(since, oneYear)})`;
    return `${paint('holder', name)}: ${state}${date}`;
  });
  return [
    ...wrapped(paint('dim', [view.kind, ...view.related].filter(Boolean).join(' · ')), width).filter(Boolean),
    ...hanging(`${messages.ui.state}: `, `${paint('value', view.state)}${view.why ? `. ${view.why}` : ''}`, width),
    ...(parties.length > 0 ? wrapped(parties.join(' · '), width) : []),
  ];
}

/** The versions of one side under each other, the superseded ones dimmed, an arrow at what took their place. */
function historyLines(page: Page, { holder, label, versions }: HistoryView): readonly string[] {
  const { messages, paint, width } = page;
  const dates = versions.map(({ entry }) => (entry.heldFrom === null ? messages.ui.undated : messages.day(entry.heldFrom, page.oneYear)));
  const lead = Math.max(...dates.map((date) => date.length));
  return [
    `  · ${paint('value', `${holder}, ${label}`)}`,
    ...versions.flatMap(({ entry, superseded }, i) => {
      const lines = hanging(`  ${superseded ? ' ' : '→'} ${(dates[i] ?? '').padEnd(lead)}  `, saidBy(page, entry), width);
      return tidy(superseded ? lines.map((text) => paint('dim', text)) : lines);
    }),
  ];
}

/** Differences under the element they are about; where only one side speaks, the elements are named and the table shows it. */
function divergenceLines(page: Page, { divergences }: AgreementView): readonly string[] {
  const { ui } = page.messages;
  const lines = [...new Set(divergences.chosen.map(({ label }) => label))].flatMap((label) => [
    `  ${page.paint('value', label)}`,
    ...divergences.chosen.filter((found) => found.label === label).flatMap((found) => bullet(page, found.text, found.notes, '    · ')),
  ]);
  const further = divergences.further.length === 0 ? [] : [page.paint('dim', `    + ${ui.further(divergences.further.length)}`)];
  const onlyOne = divergences.onlyOne.length === 0 ? [] : bullet(page, ui.onlyOneOf(page.messages.list(divergences.onlyOne)), []);
  return [...lines, ...further, ...onlyOne];
}

function agreementLines(page: Page, view: AgreementView): readonly string[] {
  const { messages, paint, width } = page;
  const { ui } = messages;
  const fitting = columnsThatFit(width, view.columns.length);
  const nobody = view.nobody.length > 0 ? hanging(`${SIGN.silent} `, `${messages.mark.silent}: ${view.nobody.join(', ')}`, width) : [];
  const entryLine = (entry: EntryView): readonly string[] => bullet(page, `${messages.element[entry.element]}: ${saidBy(page, entry)}`, []);
  return [
    '',
    paint('dim', '━'.repeat(width)),
    ...wrapped(paint('title', view.title), width),
    ...stateLines(page, view),
    ...(fitting > 0 && view.rows.length > 0 ? ['', ...tableLines(view, page)] : []),
    ...(fitting > 0 ? [] : section(page, ui.terms, stackedLines(view, 0, page))),
    ...nobody.map((text) => paint('silent', text)),
    ...(fitting > 0 && view.columns.length > fitting ? section(page, ui.furtherHolders, stackedLines(view, fitting, page)) : []),
    ...section(page, ui.divergences, divergenceLines(page, view)),
    ...section(
      page,
      ui.withinSide,
      listed(page, view.divergences.within, (found) => bullet(page, found.text, found.notes), MOST_DIFFERENCES),
    ),
    ...section(
      page,
      ui.questions,
      listed(page, view.open, (question) => bulletOf(page, question)),
    ),
    ...section(
      page,
      ui.disputed,
      listed(page, view.disputed, (question) => bulletOf(page, { ...question, sources: [] })),
    ),
    ...section(
      page,
      ui.answered,
      listed(page, view.answered, (question) => bulletOf(page, question)),
    ),
    ...section(
      page,
      ui.superseded,
      listed(page, view.superseded, (history) => historyLines(page, history)),
    ),
    ...section(
      page,
      messages.review.heading,
      view.reviewed.flatMap((history) => historyLines(page, history)),
    ),
    ...section(
      page,
      ui.clocks,
      listed(page, view.clocks, (clock) => bulletOf(page, clock)),
    ),
    ...section(page, ui.dissent, listed(page, view.dissent, entryLine)),
    ...section(
      page,
      ui.narration,
      listed(page, view.narration, (claim) => bulletOf(page, claim), MOST_CLAIMS),
    ),
    ...section(page, ui.timeline, timelineLines(page, view.timeline)),
  ];
}

function sourceLines(page: Page): readonly string[] {
  const { view, messages, width, paint } = page;
  const tags = view.sources.map(({ tag }) => `[${tag}]`);
  const lead = Math.max(0, ...tags.map((tag) => tag.length));
  return view.sources.flatMap((source, i) => {
    const date = source.date === null ? messages.ui.noDate : messages.date(source.date);
    const shared = source.shared === null ? '' : paint('dim', ` (${messages.ui.copies(source.shared)})`);
    const named = [source.outlet, date, source.key === source.tag ? null : source.key].filter(Boolean).join(', ');
    const title = source.title === null ? '' : ` – ${printable(source.title)}`;
    return hanging(`  ${(tags[i] ?? '').padEnd(lead)} `, `${named}${title}${shared}`, width);
  });
}

function overviewLines(page: Page): readonly string[] {
  const { view, messages, width, paint } = page;
  if (view.agreements.length === 0 && view.brief.length === 0) return ['', messages.ui.noAgreements];
  if (view.agreements.length < 2) return [];
  return [
    '',
    ...view.agreements.flatMap(({ title, state }, i) =>
      hanging(`${String(i + 1).padStart(3)}  `, `${title} – ${paint('value', state)}`, width),
    ),
  ];
}

function briefLines(page: Page): readonly string[] {
  const { messages, view } = page;
  return view.brief.flatMap((agreement) => {
    const entry = agreement.rows.flatMap((row) => row.cells.flat())[0];
    const said = entry ? ` ${messages.element[entry.element]}, ${nameOfHolder(agreement, entry)}: ${saidBy(page, entry)}` : '';
    return bullet(page, `${page.paint('value', agreement.title)}, ${agreement.state}.${said}`, []);
  });
}

const nameOfHolder = (view: AgreementView, entry: EntryView): string =>
  view.columns.find(({ code }) => code === entry.holder)?.name ?? entry.holder;

function legendLine(messages: Messages): string {
  const signs = (['agree', 'differ', 'only', 'silent'] as const).map((mark) => `${SIGN[mark]} ${messages.mark[mark]}`);
  return `${messages.ui.legend}: ${signs.join('  ')} · ${messages.ui.legendWords}`;
}

/** The dossier as text for a terminal or a file: at most `width` columns wide, readable without colours. */
export function renderText(view: DossierView, { width = 100, paint = plain }: TextOptions = {}): string {
  const { messages } = view;
  const page: Page = { view, messages, paint, width: Math.max(24, width), oneYear: view.oneYear };
  const { ui } = messages;
  const general = (heading: string, lines: readonly LineView[]): readonly string[] =>
    section(
      page,
      heading,
      listed(page, lines, (item) => bulletOf(page, item)),
    );
  const lines = [
    ...wrapped(`${paint('title', ui.dossier)} · ${[view.standing, view.counts].join(' · ')}`, page.width),
    ...overviewLines(page),
    ...view.agreements.flatMap((agreement) => agreementLines(page, agreement)),
    ...(view.agreements.length > 0 ? ['', paint('dim', '━'.repeat(page.width))] : []),
    ...section(page, ui.brief, briefLines(page)),
    ...general(ui.requests, view.requests),
    ...general(ui.positions, view.shifts),
    ...general(ui.silences, view.silences),
    ...general(ui.flags, view.flags),
    ...section(page, ui.sources, sourceLines(page)),
    '',
    ...wrapped(paint('dim', legendLine(messages)), page.width),
  ];
  return `${lines.map((text) => text.trimEnd()).join('\n')}\n`;
}
