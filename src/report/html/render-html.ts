import type {
  AgreementView,
  DifferencesView,
  DivergenceView,
  DossierView,
  EntryView,
  LineView,
  RowView,
  SourceRef,
  TimelineView,
} from '../dossier-view.ts';
import { withMarks } from '../entries.ts';
import { SIGN } from '../paint.ts';
import { joinedNotes } from '../printable.ts';
import { type Citations, citationsOf } from './citations.ts';
import { escaped } from './escape.ts';
import { style } from './style.ts';

/** Shapes tell the sides apart where colours do not. */
const SHAPES = ['■', '◆', '●', '▲'];

interface Page {
  readonly view: DossierView;
  readonly citations: Citations;
}

const slot = (index: number): string => `c${index % SHAPES.length}`;
const shape = (index: number): string => `<span class="shape" aria-hidden="true">${SHAPES[index % SHAPES.length]}</span>`;

function sourceLinks({ view: { messages, oneYear } }: Page, sources: readonly SourceRef[]): string {
  return sources
    .map(({ tag, date }) => {
      const day = date === null ? '' : ` ${escaped(messages.day(date, oneYear))}`;
      return `<span class="ref"><a href="#r-${encodeURIComponent(tag)}">[${escaped(tag)}]</a>${day}</span>`;
    })
    .join(', ');
}

function entryHtml(page: Page, entry: EntryView, tag: 'div' | 'span' = 'div'): string {
  const { messages } = page.view;
  const anchor = page.citations.anchorOf(entry.spans);
  const attributes = `class="words${entry.words?.verbatim ? '' : ' told'}"`;
  const text = entry.words ? escaped(withMarks(entry.words, messages)) : '';
  const words =
    text === '' ? '' : anchor === null ? `<span ${attributes}>${text}</span>` : `<a ${attributes} href="#${anchor}">${text}</a>`;
  const meta = [entry.who, entry.how, ...entry.notes].filter((part) => part !== null).map(escaped);
  const said = [meta.join(', '), sourceLinks(page, entry.sources)].filter(Boolean).join(' ');
  const value = entry.value === null ? '' : `<strong>${escaped(entry.value)}</strong>`;
  return `<${tag} class="entry">${[value, words, said === '' ? '' : `<small>${said}</small>`].filter(Boolean).join(' ')}</${tag}>`;
}

/** Entries of a cell that are seen at once; further ones are folded. */
const MOST_ENTRIES = 3;

function cellHtml(page: Page, cell: readonly EntryView[]): string {
  const print = (entries: readonly EntryView[]): string => entries.map((entry) => entryHtml(page, entry)).join('');
  const further = cell.slice(MOST_ENTRIES);
  const folded =
    further.length === 0
      ? ''
      : `<details><summary>${escaped(page.view.messages.ui.more(further.length))}</summary>${print(further)}</details>`;
  return print(cell.slice(0, MOST_ENTRIES)) + folded;
}

function rowHtml(page: Page, row: RowView, columns: AgreementView['columns']): string {
  const cells = row.cells.map((cell, i) => {
    const body = cell.length === 0 ? `<span class="none">${page.view.messages.ui.saysNothing}</span>` : cellHtml(page, cell);
    return `<td class="${slot(i)}" data-holder="${SHAPES[i % SHAPES.length]} ${escaped(columns[i]?.name ?? '')}">${body}</td>`;
  });
  const head = `<th scope="row"><span class="sign" aria-hidden="true">${SIGN[row.mark]}</span>${escaped(row.label)}<span class="verdict">${escaped(row.markText)}</span></th>`;
  return `<tr class="${row.mark}">${head}${cells.join('')}</tr>`;
}

function tableHtml(page: Page, { columns, rows, nobody }: AgreementView): string {
  const { messages } = page.view;
  const silent = nobody.length > 0 ? `<p class="none">${SIGN.silent} ${messages.mark.silent}: ${escaped(nobody.join(', '))}</p>` : '';
  if (rows.length === 0) return silent;
  const heads = columns.map(({ name }, i) => `<th scope="col" class="${slot(i)}">${shape(i)}${escaped(name)}</th>`);
  return `<table><thead><tr><th scope="col">${escaped(messages.ui.element)}</th>${heads.join('')}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(page, row, columns)).join('\n')}
</tbody></table>${silent}`;
}

function lineHtml(page: Page, { text, notes, sources, spans }: LineView): string {
  const said = escaped(joinedNotes(notes));
  const anchor = page.citations.anchorOf(spans);
  const words = anchor === null ? escaped(text) : `<a href="#${anchor}">${escaped(text)}</a>`;
  const meta = [said, sourceLinks(page, sources)].filter(Boolean).join(' ');
  return `<li>${words}${meta === '' ? '' : ` <small>${meta}</small>`}</li>`;
}

const listHtml = (heading: string, items: readonly string[], level = 3): string =>
  items.length === 0 ? '' : `<h${level}>${escaped(heading)}</h${level}><ul>${items.join('\n')}</ul>`;

/** Differences under the element they are about; further ones and those where one side is silent are folded. */
function divergencesHtml(page: Page, { chosen, further, within, oneSided, onlyOne }: DifferencesView): string {
  const { messages } = page.view;
  const { ui } = messages;
  const print = (items: readonly DivergenceView[]): string =>
    [...new Set(items.map(({ label }) => label))]
      .map((label) => [label, items.filter((item) => item.label === label)] as const)
      .map(
        ([label, own]) => `<li><b>${escaped(label)}</b><ul>${own.map((item) => lineHtml(page, { ...item, spans: [] })).join('')}</ul></li>`,
      )
      .join('');
  const folded = (summary: string, items: readonly DivergenceView[]): string =>
    items.length === 0 ? '' : `<details><summary>${escaped(summary)}</summary><ul>${print(items)}</ul></details>`;
  const said = [
    chosen.length === 0 ? '' : `<ul class="differences">${print(chosen)}</ul>`,
    folded(ui.further(further.length), further),
    folded(ui.onlyOneOf(messages.list(onlyOne)), onlyOne.length === 0 ? [] : oneSided),
  ].join('');
  const shifts = listHtml(
    ui.withinSide,
    within.map((item) => lineHtml(page, { ...item, spans: [] })),
  );
  return `${said === '' ? '' : `<h3>${escaped(ui.divergences)}</h3>${said}`}${shifts}`;
}

function timelineHtml({ view: { messages } }: Page, items: readonly TimelineView[]): string {
  if (items.length === 0) return '';
  const lines = items.map(({ at, text }) => {
    const date = at === null ? messages.ui.undated : messages.date(at.slice(0, 10));
    return `<dt>${escaped(date)}</dt><dd>${escaped(text)}</dd>`;
  });
  return `<h3>${escaped(messages.ui.timeline)}</h3><dl class="timeline">${lines.join('\n')}</dl>`;
}

function agreementHtml(page: Page, found: AgreementView): string {
  const { messages } = page.view;
  const { ui } = messages;
  const parties = found.parties.map(({ holder, name, state, since }) => {
    const index = found.columns.findIndex(({ code }) => code === holder);
    const date = since === null ? '' : ` <small>(${escaped(messages.date(since.slice(0, 10)))})</small>`;
    return `<li class="${slot(Math.max(0, index))}">${index < 0 ? '' : shape(index)}<b>${escaped(name)}</b>: ${escaped(state)}${date}</li>`;
  });
  const lines = (items: readonly LineView[]): readonly string[] => items.map((item) => lineHtml(page, item));
  const voices = (entries: readonly EntryView[]): readonly string[] =>
    entries.map((entry) => `<li>${escaped(messages.element[entry.element])}: ${entryHtml(page, entry, 'span')}</li>`);
  const histories = (entries: AgreementView['superseded']): readonly string[] =>
    entries.map(({ versions, label, holder }) => {
      const lines = versions.map(({ entry, superseded: gone }) => {
        const date = entry.heldFrom === null ? ui.undated : messages.date(entry.heldFrom.slice(0, 10));
        const said = `<span class="soft">${escaped(date)}</span> ${entryHtml(page, entry, 'span')}`;
        return `<li>${gone ? `<del>${said}</del>` : `→ ${said}`}</li>`;
      });
      return `<li>${escaped(holder)}, ${escaped(label)}<ul class="history">${lines.join('')}</ul></li>`;
    });
  return `<section id="${escaped(found.id)}"><h2>${escaped(found.title)}</h2>
<p class="soft">${escaped([found.kind, ...found.related].filter(Boolean).join(' · '))}</p>
<p class="state"><b>${escaped(ui.state)}: ${escaped(found.state)}.</b> ${escaped(found.why)}</p>
<ul class="parties">${parties.join('')}</ul>
${tableHtml(page, found)}
${divergencesHtml(page, found.divergences)}${listHtml(ui.questions, lines(found.open))}${listHtml(ui.disputed, lines(found.disputed))}${listHtml(ui.answered, lines(found.answered))}${listHtml(ui.superseded, histories(found.superseded))}${listHtml(messages.review.heading, histories(found.reviewed))}${listHtml(ui.clocks, lines(found.clocks))}${listHtml(ui.dissent, voices(found.dissent))}${listHtml(ui.narration, lines(found.narration))}${timelineHtml(page, found.timeline)}
</section>`;
}

function legendHtml({ view: { messages } }: Page): string {
  const signs = (['agree', 'differ', 'only', 'silent'] as const).map(
    (mark) => `<span class="${mark}"><span class="sign">${SIGN[mark]}</span>${escaped(messages.mark[mark])}</span>`,
  );
  return `<p class="legend soft">${escaped(messages.ui.legend)}: ${signs.join(' · ')} · ${escaped(messages.ui.legendWords)}</p>`;
}

/** The dossier as one page that needs nothing else: no script, no file beside it; foreign text is escaped everywhere. */
export function renderHtml(view: DossierView): string {
  const page: Page = { view, citations: citationsOf(view) };
  const { messages } = view;
  const { ui } = messages;
  const brief = view.brief.map((found) => {
    const entry = found.rows.flatMap((row) => row.cells.flat())[0];
    const said = entry ? ` ${escaped(messages.element[entry.element])}: ${entryHtml(page, entry, 'span')}` : '';
    return `<li id="${escaped(found.id)}"><b>${escaped(found.title)}</b>, ${escaped(found.state)}.${said}</li>`;
  });
  const general = (heading: string, lines: readonly LineView[]): string =>
    listHtml(
      heading,
      lines.map((item) => lineHtml(page, item)),
      2,
    );
  const overview = view.agreements.map(
    ({ id, title, state }) => `<li><a href="#${escaped(id)}">${escaped(title)}</a> <span class="soft">– ${escaped(state)}</span></li>`,
  );
  const title = [ui.dossier, view.standing].join(' · ');
  return `<!doctype html>
<html lang="${messages.code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escaped(ui.dossier)}</h1><p class="soft">${escaped([view.standing, view.counts].join(' · '))}</p></header>
${overview.length > 1 ? `<nav><ol>${overview.join('\n')}</ol></nav>` : ''}
<main>
${view.agreements.length + view.brief.length === 0 ? `<p>${escaped(ui.noAgreements)}</p>` : ''}
${view.agreements.map((found) => agreementHtml(page, found)).join('\n')}
${listHtml(ui.brief, brief, 2)}${general(ui.requests, view.requests)}${general(ui.positions, view.shifts)}${general(ui.silences, view.silences)}${general(ui.flags, view.flags)}
${page.citations.html}
</main>
<footer>${legendHtml(page)}</footer>
</body>
</html>
`;
}
