import { escaped, safeUrl } from '../html/escape.ts';
import type { DailyMap } from './daily-map.ts';
import { dailyStyle } from './daily-style.ts';
import type { DailyView, ReportTable } from './daily-view.ts';
import type { Line } from './report-words.ts';

export interface DailyHtmlOptions {
  /** A map made for this report, already safe to stand in a page; without it the table by region stands alone. */
  readonly map?: DailyMap | null;
  /** What stands above the report where it is served, and the rules for it; both already safe to stand in a page. */
  readonly bar?: { readonly html: string; readonly style: string } | null;
}

const notesHtml = (notes: readonly number[] = []): string =>
  notes.length === 0 ? '' : `<sup>${notes.map((n) => `<a href="#n${n}">[${n}]</a>`).join('')}</sup>`;

/** Drawn, since fonts often lack these characters. */
const drawn = (inside: string): string =>
  `<svg class="sign" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="4" fill="none" stroke="currentColor"/>${inside}</svg> `;
const SIGNS: Readonly<Record<NonNullable<Line['sign']>, string>> = {
  '●': drawn('<circle cx="5" cy="5" r="4" fill="currentColor"/>'),
  '○': drawn(''),
  '◐': drawn('<path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor"/>'),
};

/** A sign is drawn for the eye; the words beside it say the same to everybody else. */
function lineHtml({ text, notes, sign, row, soft, language }: Line): string {
  const words = escaped(text);
  const linked = row === undefined ? words : `<a href="#i${row}">${words}</a>`;
  const mark = sign === undefined ? '' : SIGNS[sign];
  return `<span class="line${soft ? ' soft' : ''}"${language === undefined ? '' : ` lang="${escaped(language)}"`}>${mark}${linked}${notesHtml(notes)}</span>`;
}

function tableHtml({ caption, columns, rows, note }: ReportTable, kind: string): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows
    .map(({ id, cells }) => {
      const [first = [], ...rest] = cells;
      const anchor = id === null ? '' : ` id="${id}"`;
      const filled = rest
        .map((lines, i) => `<td data-column="${escaped(columns[i + 1] ?? '')}">${lines.map(lineHtml).join('')}</td>`)
        .join('');
      return `<tr${anchor}><th scope="row">${first.map(lineHtml).join('')}</th>${filled}</tr>`;
    })
    .join('\n');
  const legend = note === null ? '' : `<p class="soft">${escaped(note)}</p>`;
  return `<table class="${kind}"><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>${legend}`;
}

function section(id: string, heading: string, body: string): string {
  return body === '' ? '' : `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(heading)}</h2>\n${body}\n</section>`;
}

const list = (items: readonly string[], kind = 'ul'): string =>
  items.length === 0 ? '' : `<${kind}>${items.map((item) => `<li>${item}</li>`).join('\n')}</${kind}>`;

const facts = (items: readonly { readonly label: string; readonly value: string }[]): string =>
  `<dl>${items.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;

/** One page that prints on A4, holds nothing from elsewhere and runs no script. */
export function renderDailyHtml(view: DailyView, { map = null, bar = null }: DailyHtmlOptions = {}): string {
  const { messages, words } = view;
  const { daily } = words;
  const { section: heading } = daily;
  const none = `<p>${escaped(daily.change.none)}</p>`;
  const changes = view.changes
    .map(({ heading: of, lines, more }) => {
      const own = [...lines.map(lineHtml), ...(more === null ? [] : [`<span class="line soft">${escaped(more)}</span>`])];
      return `${of === null ? '' : `<h3>${escaped(of)}</h3>`}${list(own)}`;
    })
    .join('\n');
  const incidents = view.incidents.map((table, i) => tableHtml(table, i === 0 ? 'incidents' : 'verdicts')).join('\n');
  const others = view.otherAgreements === null ? '' : `<p class="soft">${escaped(view.otherAgreements)}</p>`;
  const drawn = map === null ? '' : `<figure>${map.svg}<figcaption class="soft">${escaped(map.legend)}</figcaption></figure>`;
  const regions = view.regions === null ? '' : tableHtml(view.regions, 'regions');
  const notes = view.notes.map(({ number, text, url }) => {
    const safe = safeUrl(url);
    const address =
      safe === null
        ? ` <span class="soft">(${escaped(daily.notes.noAddress)})</span>`
        : ` <a class="url" href="${safe}" rel="noreferrer">${safe}</a>`;
    return `<li id="n${number}" value="${number}">${escaped(text)}.${address}</li>`;
  });
  const title = `${view.title}, ${view.day}`;
  return `<!doctype html>
<html lang="${messages.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="Trucebook">
<title>${escaped(title)}</title>
<style>${dailyStyle}${bar?.style ?? ''}</style>
</head>
<body>
${bar === null ? '' : `${bar.html}\n`}<header>
<p class="kind">${escaped(daily.title)}</p>
<h1>${escaped(title)}</h1>
${view.agreements === null ? '' : `<p class="agreements">${escaped(view.agreements)}</p>`}
${facts(view.facts)}
</header>
<main>
${[
  section('findings', heading.findings, list(view.findings.map(escaped))),
  section('changes', heading.changes, changes === '' ? none : changes),
  section(
    'incidents',
    heading.incidents,
    incidents === '' ? `<p>${escaped(daily.table.none)}</p>` : `<p class="soft">${escaped(daily.head.note)}</p>\n${incidents}${others}`,
  ),
  section(
    'exchanges',
    heading.exchanges,
    view.exchanges === null ? `<p>${escaped(daily.exchange.none)}</p>` : tableHtml(view.exchanges, 'exchanges'),
  ),
  section('limits', heading.limits, view.limits.length === 0 ? `<p>${escaped(daily.limit.none)}</p>` : list(view.limits.map(lineHtml))),
  section('map', map === null ? heading.regions : heading.map, drawn + regions),
  section(
    'notes',
    heading.notes,
    notes.length === 0 ? `<p>${escaped(daily.notes.none)}</p>` : `<ol class="notes">${notes.join('\n')}</ol>`,
  ),
  section('card', heading.card, cardHtml(view)),
]
  .filter(Boolean)
  .join('\n')}
</main>
</body>
</html>
`;
}

function cardHtml({ card, words: { daily } }: DailyView): string {
  const changed = card.transforms.length === 0 ? `<p>${escaped(daily.card.noTransforms)}</p>` : list(card.transforms.map(escaped));
  return [
    facts(card.release),
    `<h3>${escaped(daily.card.transforms)}</h3>`,
    changed,
    `<h3>${escaped(daily.card.balance)}</h3>`,
    list(card.balance.map(escaped)),
    `<p class="soft">${escaped(daily.card.note)}</p>`,
  ].join('\n');
}
