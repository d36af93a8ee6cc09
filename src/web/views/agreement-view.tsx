import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { indexOf } from '../../app/dossier-index.ts';
import { ELEMENTS } from '../../model/index.ts';
import { type AgreementView, changesView, type EntryView, entryMaker, type LineView } from '../../report/index.ts';
import type { Page } from '../page.ts';
import { hiddenState } from '../url-state.ts';
import type { View } from '../view.ts';
import { ChangeList } from './change-list.tsx';
import { Entry, Line } from './entry.tsx';
import { capitalised, foreign } from './foreign.tsx';
import { Glance } from './glance.tsx';
import { holderName, hueOf, party } from './parties.tsx';
import { TermsTable } from './terms-table.tsx';

/** The view of one agreement in the dossier of the page's date; null where it is not known by then. */
export function findAgreementView(page: Page, id: string): AgreementView | null {
  const view = page.site.desk.view(page.moment, page.lang);
  return [...view.agreements, ...view.brief].find((found) => found.id === id) ?? null;
}

/** When the first report spoke of an agreement. */
export function knownFrom(page: Page, view: AgreementView): string | null {
  return indexOf(page.site.desk.dossier(page.moment)).agreements.get(view.id)?.agreement.firstKnown ?? null;
}

/** Where each side stands, with the day since when. */
export function Sides({ page, view }: { readonly page: Page; readonly view: AgreementView }): JSX.Element {
  const { oneYear } = page.site.desk.view(page.moment, page.lang);
  return (
    <ul class="sides">
      {view.parties.map(({ holder, name, state, since }) => (
        <li class={hueOf(page, holder)}>
          {party(page, holder, name)} {state}
          {since === null ? '' : <span class="soft"> {page.messages.day(since.slice(0, 10), oneYear)}</span>}
        </li>
      ))}
    </ul>
  );
}

function lines(page: Page, heading: string, items: readonly LineView[], oneYear: boolean): Child {
  return items.length === 0 ? (
    ''
  ) : (
    <section>
      <h2>{heading}</h2>
      <ul>
        {items.map((line) => (
          <Line page={page} line={line} oneYear={oneYear} />
        ))}
      </ul>
    </section>
  );
}

/** The two holders asked for, as `RU-UA`; null where none or something else is. */
function pairOf(page: Page, view: AgreementView): readonly [string, string] | null {
  const [a, b, ...more] = (page.query['pair'] ?? '').split('-');
  const known = (code: string | undefined): code is string => view.columns.some((column) => column.code === code);
  return known(a) && known(b) && a !== b && more.length === 0 ? [a, b] : null;
}

function PairSection({
  page,
  view,
  pair,
}: {
  readonly page: Page;
  readonly view: AgreementView;
  readonly pair: readonly [string, string];
}): JSX.Element {
  const { agreement } = page.words.ledger;
  const { readings, divergencesOf } = indexOf(page.site.desk.dossier(page.moment));
  const [a, b] = pair.map((code) => holderName(page, code)) as [string, string];
  const isSilent = (id: string): boolean => readings.get(id)?.stance === 'silent';
  const between = divergencesOf(view.id)
    .filter((found) => !found.within && pair.includes(found.a.holder) && pair.includes(found.b.holder) && found.a.holder !== found.b.holder)
    .filter((found) => !isSilent(found.a.reading) && !isSilent(found.b.reading));
  const byElement = ELEMENTS.map((element) => ({
    element,
    texts: [...new Set(between.filter((found) => found.element === element).map(({ sentence }) => sentence[page.lang]))],
  })).filter(({ texts }) => texts.length > 0);
  return (
    <section class="pair">
      <h2>{agreement.pairTitle(a, b)}</h2>
      {byElement.length === 0 ? (
        <p>{agreement.pairNone(a, b)}</p>
      ) : (
        <dl class="said">
          {byElement.map(({ element, texts }) => (
            <>
              <dt>
                <a href={`#${element}`}>{page.messages.element[element]}</a>
              </dt>
              <dd>
                {texts.map((text) => (
                  <p>{text}</p>
                ))}
              </dd>
            </>
          ))}
        </dl>
      )}
    </section>
  );
}

/** The ways to look at the table: two sides only, or against an earlier date. */
function Tools({
  page,
  view,
  pair,
}: {
  readonly page: Page;
  readonly view: AgreementView;
  readonly pair: readonly [string, string] | null;
}): JSX.Element {
  const { agreement } = page.words.ledger;
  const codes = view.columns.map(({ code }) => code);
  const pairs = codes.flatMap((a, i) => codes.slice(i + 1).map((b) => [a, b] as const)).slice(0, 6);
  const { days } = page.site.desk;
  return (
    <div class="tools">
      {pairs.length < 2 ? (
        ''
      ) : (
        <nav aria-label={agreement.pair}>
          <span class="soft">{agreement.pair}:</span>{' '}
          {pairs.map(([a, b]) => (
            <a href={page.here({ query: { pair: `${a}-${b}` } })} {...(pair?.[0] === a && pair[1] === b ? { 'aria-current': 'true' } : {})}>
              {party(page, a)} – {party(page, b)}
            </a>
          ))}
          {pair === null ? '' : <a href={page.here({ query: { pair: null } })}>{agreement.allSides}</a>}
        </nav>
      )}
      <form method="get" action={page.path}>
        {hiddenState(page.state, ['since']).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {Object.entries(page.query).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label>
          <span class="soft">{agreement.compareWith}</span>{' '}
          <input type="date" name="since" value={page.state.since?.slice(0, 10) ?? ''} min={days[0]} max={days.at(-1)} required />
        </label>{' '}
        <button type="submit">{agreement.compareDo}</button>
        {page.state.since === null ? '' : <a href={page.here({ since: null })}>{agreement.compareStop}</a>}
      </form>
    </div>
  );
}

/** What has changed in one agreement since the date the page compares with. */
function changesOf(page: Page, id: string) {
  const { since } = page.state;
  if (since === null) return null;
  const { desk } = page.site;
  const comparison = desk.changes(since, page.moment);
  const found = changesView(comparison, { messages: page.messages, contextOf: desk.contextOf }).find((one) => one.id === id) ?? null;
  return { since, before: comparison.before, found };
}

/** One agreement: its state, where the versions differ, every element in the words of each side, and what is open. */
export function agreementPage(page: Page, view: AgreementView): View {
  const { agreement, glance } = page.words.ledger;
  const { messages } = page;
  const { desk } = page.site;
  const whole = desk.view(page.moment, page.lang);
  const { oneYear } = whole;
  const pair = pairOf(page, view);
  const changes = changesOf(page, view.id);
  const earlier = changes === null ? null : indexOf(changes.before).readings;
  const maker = entryMaker(whole.dossier, messages, desk.contextOf);
  const replaced = (changes?.found?.items ?? []).flatMap((item) => (item.kind === 'replaced' ? [item.entry] : []));
  const sinceText = changes === null ? '' : messages.date(changes.since);
  const markOf = (entry: EntryView): string | null =>
    earlier === null || earlier.has(entry.id) ? null : agreement.isNew(messages.day(changes?.since ?? '', oneYear));
  const { divergences } = view;
  const base = `/a/${view.id}`;
  return {
    title: view.title,
    knownFrom: knownFrom(page, view),
    downloads: [
      { label: 'JSON', path: `${base}.json` },
      { label: `CSV (${agreement.readings})`, path: `${base}.csv` },
      { label: 'Markdown', path: `${base}.md` },
    ],
    body: (
      <>
        <header class="head">
          <p class="soft">{[view.kind, ...view.related].filter(Boolean).join(' · ')}</p>
          <h1>{view.title}</h1>
          <p class="lead">
            <strong>{capitalised(view.state)}.</strong> {view.why}
          </p>
          <Sides page={page} view={view} />
          <Glance page={page} view={view} path={base}>
            {changes === null ? (
              ''
            ) : (
              <div>
                <dt>
                  <span class="status">{glance.changed}</span>
                </dt>
                <dd>
                  {changes.found === null ? (
                    glance.changedNone(sinceText)
                  ) : (
                    <a href="#changes">{glance.changedSince(sinceText, changes.found.items.length)}</a>
                  )}
                </dd>
              </div>
            )}
          </Glance>
        </header>
        {changes?.found ? (
          <section id="changes">
            <h2>{agreement.changesTitle(sinceText, page.state.asOf === null ? agreement.today : messages.date(page.state.asOf))}</h2>
            <ChangeList page={page} changes={changes.found} oneYear={oneYear} titled={false} />
          </section>
        ) : (
          ''
        )}
        {pair === null ? '' : <PairSection page={page} view={view} pair={pair} />}
        <section>
          <h2>
            {agreement.terms} <span class="count">{agreement.counts(view.rows.length, view.readingCount)}</span>
          </h2>
          <Tools page={page} view={view} pair={pair} />
          <TermsTable
            page={page}
            view={view}
            options={{
              oneYear,
              only: pair,
              markOf,
              goneOf: (element, holder) => replaced.filter((entry) => entry.element === element && entry.holder === holder),
            }}
          />
          {view.nobody.length === 0 ? '' : <p class="nobody">{agreement.nobody(messages.list(view.nobody))}</p>}
          <p class="ways">
            <a href={page.href(`${base}/history`)}>{agreement.history}</a>
            <a href={page.href(`${base}/common`)}>{agreement.common}</a>
          </p>
        </section>
        <div class="columns">
          {lines(page, agreement.open(view.open.length), view.open, oneYear)}
          {lines(page, agreement.disputed, view.disputed, oneYear)}
          {lines(page, agreement.clocks, view.clocks, oneYear)}
          {lines(page, agreement.within, divergences.within, oneYear)}
          {lines(page, agreement.answered, view.answered, oneYear)}
          {view.timeline.length === 0 ? (
            ''
          ) : (
            <section>
              <h2>{agreement.course}</h2>
              <dl class="course">
                {view.timeline.map(({ at, text }) => (
                  <>
                    <dt>{at === null ? messages.ui.undated : messages.date(at.slice(0, 10))}</dt>
                    <dd>{text}</dd>
                  </>
                ))}
              </dl>
            </section>
          )}
          {view.dissent.length === 0 ? (
            ''
          ) : (
            <section>
              <h2>{agreement.dissent}</h2>
              <ul>
                {view.dissent.map((entry) => (
                  <li>
                    {party(page, entry.holder, maker.nameOf(entry.holder))} <span class="soft">{messages.element[entry.element]}</span>
                    <Entry page={page} entry={entry} options={{ oneYear, brief: true }} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        {view.narration.length === 0 ? (
          ''
        ) : (
          <details class="narration">
            <summary>{agreement.narration(view.narration.length)}</summary>
            <ul>
              {view.narration.map((line) => (
                <li>
                  <span class="words told" lang={desk.reports.get(line.spans[0]?.report ?? '')?.language}>
                    {foreign(page, line.text)}
                  </span>{' '}
                  <small>{line.notes.join('; ')}</small>
                </li>
              ))}
            </ul>
          </details>
        )}
      </>
    ),
  };
}
