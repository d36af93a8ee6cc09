import type { Child } from 'hono/jsx';
import { indexOf } from '../../app/dossier-index.ts';
import type { Report, Span } from '../../model/index.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { foreign, speakersInWords } from './foreign.tsx';
import { ReportText } from './report-text.tsx';

/** Entries of one kind that are listed; their number stands in the heading. */
const MOST = 60;
const MOST_WORDS = 240;

const onWeb = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

/** The report under a key, if it was known on the date of the page. */
export function findReport(page: Page, key: string): Report | null {
  const report = page.site.desk.reports.get(key);
  return report && indexOf(page.site.desk.dossier(page.moment)).reports.has(key) ? report : null;
}

/** Who speaks in a report, statement by statement, those within another's speech below it. */
function Voices({ page, report }: { readonly page: Page; readonly report: Report }): Child {
  const placed = page.site.desk.statementsIn(report.key);
  if (placed.length === 0) return '';
  return (
    <aside class="voices">
      <h2>{page.words.record.report.found(placed.length)}</h2>
      <ol>
        {placed.slice(0, MOST).map(({ statement: { id, speakers, act } }) => (
          <li>
            {foreign(page, speakersInWords(page, speakers))} <a href={page.href(`/s/${id}`)}>{page.messages.act[act]}</a>
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** One report: its text with every statement marked, and everything that was found, set aside or doubted in it. */
export function reportPage(page: Page, report: Report): View {
  const { report: words } = page.words.record;
  const { messages } = page;
  const { explain } = messages;
  // What was found beside the statements is text of the report.
  const annotation = page.site.desk.hasTexts ? page.site.desk.annotations.get(report.key) : undefined;
  const text = ({ start, end }: Span): Child => {
    const exact = report.text.slice(start, end).replace(/\s+/g, ' ').trim();
    return (
      <span class="words" lang={report.language}>
        {foreign(page, exact.length > MOST_WORDS ? `${exact.slice(0, MOST_WORDS)} […]` : exact)}
      </span>
    );
  };
  const list = <T extends { readonly span: Span }>(heading: string, items: readonly T[], note: (item: T) => string): Child =>
    items.length === 0 ? (
      ''
    ) : (
      <details>
        <summary>{heading}</summary>
        <ul>
          {items.slice(0, MOST).map((item) => (
            <li>
              {text(item.span)} <small>{foreign(page, note(item))}</small>
            </li>
          ))}
        </ul>
      </details>
    );
  const found = page.site.desk.statementsIn(report.key).length;
  const name = report.outlet ?? report.key;
  const facts = [
    report.date === null ? messages.ui.noDate : messages.date(report.date),
    page.words.record.sources.languageName(report.language),
    words.found(found),
  ];
  return {
    title: report.title ?? `${name}, ${facts[0]}`,
    knownFrom: report.date,
    downloads: [{ label: 'JSON', path: `/sources/${encodeURIComponent(report.key)}.json` }],
    body: (
      <>
        <header class="head">
          <p class="soft">{[...(report.title === null ? [] : [name]), ...facts].join(' · ')}</p>
          <h1 class={report.title === null ? '' : 'words'} {...(report.title === null ? {} : { lang: report.language })}>
            {foreign(page, report.title ?? name)}
          </h1>
          <p class="ways">
            {onWeb(report.url) ? (
              <a href={report.url} rel="noreferrer nofollow">
                {words.original}
              </a>
            ) : (
              ''
            )}
            {report.date === null ? '' : <a href={page.href('/replay', { asOf: report.date })}>{words.brought}</a>}
          </p>
        </header>
        {found > 0 ? '' : <p class="soft">{words.nothing}</p>}
        <div class="split">
          <div>
            <ReportText page={page} report={report} current={null} />
          </div>
          <Voices page={page} report={report} />
        </div>
        {annotation ? (
          <section class="aside">
            {list(words.silences(annotation.silences.length), annotation.silences, ({ speakers }) => speakersInWords(page, speakers))}
            {list(words.glosses(annotation.glosses.length), annotation.glosses, ({ rule }) => rule)}
            {list(words.noise(annotation.noise.length), annotation.noise, ({ why }) => explain.reason(why))}
            {list(words.rejected(annotation.rejected.length), annotation.rejected, ({ rule, why }) => `${rule}: ${explain.reason(why)}`)}
            {list(words.notices(annotation.notices.length), annotation.notices, ({ message }) => explain.reason(message))}
          </section>
        ) : (
          ''
        )}
      </>
    ),
  };
}
