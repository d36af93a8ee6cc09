import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Report } from '../../model/index.ts';
import { type MarkedPiece, markedParagraphs } from '../../report/index.ts';
import type { Page } from '../page.ts';
import { foreign } from './foreign.tsx';

/** Characters of a report shown at once; of a longer one the part round a statement, or its beginning. */
const MOST = 24_000;

function piece(page: Page, text: string, { start, end, statements, noise }: MarkedPiece, current: string | null): Child {
  const words = foreign(page, text.slice(start, end));
  const innermost = statements.at(-1);
  if (noise) {
    return (
      <s class="noise" title={page.words.record.report.noiseMark}>
        {words}
      </s>
    );
  }
  if (innermost === undefined) return words;
  const isCurrent = current !== null && statements.includes(current);
  // Speech within the current statement leads on to the inner statement and is marked as part of the outer one all the same.
  const link =
    innermost === current ? (
      words
    ) : (
      <a class="stmt" href={page.href(`/s/${innermost}`)}>
        {words}
      </a>
    );
  return isCurrent ? <mark>{link}</mark> : link;
}

/** Paragraphs that touch the window around a position. */
function shownParagraphs(paragraphs: readonly (readonly MarkedPiece[])[], around: number): readonly (readonly MarkedPiece[])[] {
  const [from, to] = [Math.max(0, around - MOST / 2), Math.max(MOST, around + MOST / 2)];
  return paragraphs.filter((pieces) => (pieces[0]?.start ?? 0) < to && (pieces.at(-1)?.end ?? 0) > from);
}

/** The text of a report with every statement marked; each leads to its page, the current one stands out. */
export function ReportText({
  page,
  report,
  current,
}: {
  readonly page: Page;
  readonly report: Report;
  readonly current: string | null;
}): JSX.Element {
  const { record } = page.words;
  const annotation = page.site.desk.annotations.get(report.key);
  if (!page.site.desk.hasTexts || !annotation) return <p class="soft">{record.statement.withheld}</p>;
  const all = markedParagraphs(report.text, annotation);
  const at = annotation.statements.find(({ id }) => id === current)?.content[0]?.start ?? 0;
  const shown = report.text.length > MOST ? shownParagraphs(all, at) : all;
  return (
    <>
      {shown.length < all.length ? (
        <p class="soft">
          {record.statement.part} <a href={page.href(`/sources/${encodeURIComponent(report.key)}`)}>{record.statement.wholeReport}</a>
        </p>
      ) : (
        ''
      )}
      <div class="text" lang={report.language}>
        {shown.map((pieces) => (
          <p>{pieces.map((one) => piece(page, report.text, one, current))}</p>
        ))}
      </div>
    </>
  );
}
