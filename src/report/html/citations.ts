import type { AnchoredSpan } from '../../model/index.ts';
import type { AgreementView, DossierView } from '../dossier-view.ts';
import { escaped, escapedPiece, safeUrl } from './escape.ts';

/** The passages a page cites, each once, with the anchor that leads to it. */
export interface Citations {
  readonly anchorOf: (spans: readonly AnchoredSpan[]) => string | null;
  readonly html: string;
}

const keyOf = ({ report, start, end }: AnchoredSpan): string => `${report}\u0000${start}\u0000${end}`;

function spansOf(found: AgreementView): readonly AnchoredSpan[] {
  const entries = [
    ...found.rows.flatMap((row) => row.cells.flat()),
    ...[...found.superseded, ...found.reviewed].flatMap(({ versions }) => versions.map(({ entry }) => entry)),
    ...found.dissent,
  ];
  return [...entries, ...found.open, ...found.disputed, ...found.answered, ...found.narration].flatMap(({ spans }) => spans);
}

/** Collects what is cited and lays it out report by report: the sentence, with the words marked in it. */
export function citationsOf(view: DossierView): Citations {
  const { messages, contextOf } = view;
  const all = [
    ...[...view.agreements, ...view.brief].flatMap(spansOf),
    ...[...view.requests, ...view.shifts, ...view.silences, ...view.flags].flatMap(({ spans }) => spans),
  ];
  const unique = new Map(all.map((span) => [keyOf(span), span]));
  const anchors = new Map<string, string>();
  const sections = view.sources.map((source) => {
    const own = [...unique.values()].filter(({ report }) => report === source.key).sort((a, b) => a.start - b.start || a.end - b.end);
    const passages = own.map((span, i) => {
      const anchor = `s-${encodeURIComponent(source.tag)}-${i + 1}`;
      anchors.set(keyOf(span), anchor);
      const around = contextOf?.(span) ?? null;
      const before = around ? escapedPiece(around.before) : '';
      const after = around ? escapedPiece(around.after) : '';
      return `<p class="cited" id="${anchor}" lang="${escaped(source.language)}">${before}<mark>${escapedPiece(span.exact)}</mark>${after}</p>`;
    });
    const named = [source.outlet, source.date === null ? messages.ui.noDate : messages.date(source.date), source.key].filter(
      (part) => part !== null,
    );
    const url = safeUrl(source.url);
    const title = source.title === null ? '' : ` – ${escaped(source.title)}`;
    const head = `[${escaped(source.tag)}] ${escaped(named.join(', '))}`;
    const shared = source.shared === null ? '' : ` <small>(${escaped(messages.ui.copies(source.shared))})</small>`;
    return `<article id="r-${encodeURIComponent(source.tag)}"><h3>${url === null ? head : `<a href="${url}" rel="noreferrer">${head}</a>`}${title}${shared}</h3>${passages.join('')}</article>`;
  });
  return {
    anchorOf: (spans) => spans.map((span) => anchors.get(keyOf(span))).find((anchor) => anchor !== undefined) ?? null,
    html: `<section id="sources"><h2>${escaped(messages.ui.sourceText)}</h2>${originsHtml(view)}${sections.join('\n')}</section>`,
  };
}

/** Why some reports count as one origin, folded: it is wanted by whoever doubts the count. */
function originsHtml({ origins, messages }: DossierView): string {
  if (origins.length === 0) return '';
  const lines = origins.map((text) => `<li>${escaped(text)}</li>`).join('');
  return `<details><summary>${escaped(messages.ui.originsWhy)}</summary><ul>${lines}</ul></details>`;
}
