import type { Child } from 'hono/jsx';
import { changesView } from '../../report/index.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { ChangeList } from './change-list.tsx';
import { foreign } from './foreign.tsx';

/** Steps named on the page; those round the one shown. */
const MOST_STEPS = 60;

/** Before everything: the dossier of this date is empty. */
const NEVER = '1000-01-01';

function reportLine(page: Page, key: string): Child {
  const report = page.site.desk.reports.get(key);
  if (!report) return '';
  return (
    <>
      <a href={page.href(`/sources/${encodeURIComponent(key)}`)}>{foreign(page, report.outlet ?? key)}</a>
      {report.title === null ? (
        ''
      ) : (
        <span class="words" lang={report.language}>
          {' '}
          {foreign(page, report.title)}
        </span>
      )}
    </>
  );
}

/** The book report by report: the reports of one moment, and what they changed in what was known before. */
export function replayPage(page: Page): View {
  const { replay } = page.words.record;
  const { messages } = page;
  const { desk } = page.site;
  const { steps } = desk;
  const wanted = page.state.asOf;
  const found = wanted === null ? 0 : steps.findLastIndex(({ at }) => at <= wanted || at.slice(0, wanted.length) === wanted);
  const index = Math.max(0, found);
  const step = steps[index];
  const undated = desk.material.reports.filter(({ date }) => date === null).length;
  const previous = steps[index - 1];
  const next = steps[index + 1];
  const from = Math.max(0, Math.min(index - MOST_STEPS / 2, steps.length - MOST_STEPS));
  const changes = step
    ? changesView(desk.changes(previous?.at ?? NEVER, { asOf: step.at, heldAt: null }), { messages, contextOf: desk.contextOf })
    : [];
  return {
    title: replay.title,
    scripts: ['replay.js'],
    body: (
      <>
        <h1>
          {replay.title} {step ? <span class="count">{replay.step(index + 1, steps.length)}</span> : ''}
        </h1>
        <p class="soft">
          {replay.lead} <span class="needs-script">{replay.keys}</span>
        </p>
        {step ? (
          <div class="split steps">
            <div>
              <nav class="ways" aria-label={replay.step(index + 1, steps.length)}>
                {previous ? (
                  <a rel="prev" data-key="ArrowLeft" href={page.here({ asOf: previous.at })}>
                    ‹ {replay.previous}
                  </a>
                ) : (
                  ''
                )}
                {next ? (
                  <a rel="next" data-key="ArrowRight" href={page.here({ asOf: next.at })}>
                    {replay.next} ›
                  </a>
                ) : (
                  ''
                )}
              </nav>
              <h2>
                {messages.date(step.at)} <span class="count">{replay.reports(step.reports.length)}</span>
              </h2>
              <ul>
                {step.reports.map((key) => (
                  <li>{reportLine(page, key)}</li>
                ))}
              </ul>
              <h2>{replay.changed}</h2>
              {changes.length === 0 ? <p>{replay.nothing}</p> : ''}
              {changes.map((one) => (
                <ChangeList page={page} changes={one} oneYear={desk.view(page.moment, page.lang).oneYear} titled={true} />
              ))}
            </div>
            <nav aria-labelledby="steps">
              <h2 id="steps">{replay.steps}</h2>
              <ol start={from + 1}>
                {steps.slice(from, from + MOST_STEPS).map(({ at, reports }, i) => (
                  <li>
                    <a href={page.here({ asOf: at })} {...(from + i === index ? { 'aria-current': 'step' } : {})}>
                      {messages.date(at)}
                    </a>{' '}
                    <small>{reports.map((key) => desk.reports.get(key)?.outlet ?? key).join(', ')}</small>
                  </li>
                ))}
              </ol>
              {undated === 0 ? '' : <p class="soft">{replay.undated(undated)}</p>}
            </nav>
          </div>
        ) : (
          <p>{page.words.ledger.today.none}</p>
        )}
      </>
    ),
  };
}
