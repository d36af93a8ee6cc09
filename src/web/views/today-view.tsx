import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { indexOf } from '../../app/dossier-index.ts';
import { rangeOf } from '../../ledger/instant.ts';
import { stateInSentence } from '../../model/index.ts';
import { type AgreementView, changesView } from '../../report/index.ts';
import type { Page } from '../page.ts';
import { hiddenState } from '../url-state.ts';
import type { View } from '../view.ts';
import { Sides } from './agreement-view.tsx';
import { ChangeList } from './change-list.tsx';
import { Charges } from './charges.tsx';
import { capitalised } from './foreign.tsx';
import { Glance } from './glance.tsx';
import { shapeOf } from './parties.tsx';

const DAY = 1440;

/** The day a page speaks of: that of its date, else the last on which something became known. */
function dayShown(page: Page): string | null {
  return page.state.asOf?.slice(0, 10) ?? page.site.desk.days.at(-1) ?? null;
}

/** Which day of the agreement it is by the start that each side names. */
function clocks(page: Page, view: AgreementView): readonly string[] {
  const day = dayShown(page);
  const today = day === null ? null : rangeOf(day);
  if (!today) return [];
  const { readings, agreements } = indexOf(page.site.desk.dossier(page.moment));
  const cells = agreements.get(view.id)?.cells.filter(({ element }) => element === 'entry_into_force') ?? [];
  const { today: words } = page.words.ledger;
  return cells.flatMap(({ holder, readings: ids }) => {
    const starts = ids.flatMap((id) => {
      const value = readings.get(id)?.value;
      const range =
        value?.t === 'start' && value.at !== null && /^\d{4}-\d{2}-\d{2}/.test(value.at) ? rangeOf(value.at.slice(0, 10)) : null;
      return range ? [range.from] : [];
    });
    if (starts.length === 0) return [];
    const passed = Math.floor((today.from - Math.max(...starts)) / DAY) + 1;
    const who = `${shapeOf(page, holder)} ${stateInSentence(holder, page.lang, 'dative')}`;
    return [passed > 0 ? words.clock(passed, who) : words.beforeStart(1 - passed, who)];
  });
}

function lastChange(view: AgreementView): string | null {
  return view.timeline.flatMap(({ at }) => at ?? []).at(-1) ?? null;
}

function AgreementLine({ page, view }: { readonly page: Page; readonly view: AgreementView }): JSX.Element {
  const { today } = page.words.ledger;
  const path = `/a/${view.id}`;
  const changed = lastChange(view);
  const facts = [
    ...clocks(page, view),
    ...(changed === null ? [] : [today.lastChange(page.messages.date(changed))]),
    ...(view.open.length === 0 ? [] : [today.openQuestions(view.open.length)]),
  ];
  return (
    <article class="agreement">
      <h2>
        <a href={page.href(path, { since: null })}>{view.title}</a>
      </h2>
      <p class="lead">
        <strong>{capitalised(view.state)}.</strong> {view.why}
      </p>
      <Sides page={page} view={view} />
      <Glance page={page} view={view} path={path} />
      <p class="soft">{facts.join(' · ')}</p>
    </article>
  );
}

/** The day before the last on which something became known: what a reader who comes every day has not seen yet. */
function defaultSince(page: Page): string | null {
  const day = dayShown(page);
  return page.site.desk.days.filter((one) => day === null || one < day).at(-1) ?? null;
}

function Changes({ page }: { readonly page: Page }): Child {
  const { today } = page.words.ledger;
  const { desk } = page.site;
  const since = page.state.since ?? defaultSince(page);
  if (since === null) return '';
  const comparison = desk.changes(since, page.moment);
  const found = changesView(comparison, { messages: page.messages, contextOf: desk.contextOf });
  const known = new Set(comparison.before.reports.map(({ key }) => key));
  const fresh = comparison.after.reports.filter(({ key }) => !known.has(key)).length;
  const { oneYear } = desk.view(page.moment, page.lang);
  return (
    <aside class="news" aria-labelledby="news">
      <h2 id="news">
        {today.changes(
          page.messages.date(since),
          found.reduce((sum, { items }) => sum + items.length, 0),
        )}
      </h2>
      <form method="get" action="/">
        {hiddenState(page.state, ['since']).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label>
          <span class="soft">{today.since}</span>{' '}
          <input type="date" name="since" value={since.slice(0, 10)} aria-label={today.sinceDay} required />
        </label>{' '}
        <button type="submit">{page.words.shell.asOf.show}</button>
      </form>
      <p class="soft">{today.newReports(fresh)}</p>
      {found.length === 0 ? (
        <p>{today.noChanges}</p>
      ) : (
        found.map((changes) => <ChangeList page={page} changes={changes} oneYear={oneYear} titled={true} />)
      )}
    </aside>
  );
}

/** The first page: every agreement in a few lines, and what became known since a date. */
export function todayPage(page: Page): View {
  const { today } = page.words.ledger;
  const view = page.site.desk.view(page.moment, page.lang);
  const count = view.agreements.length;
  return {
    title: today.title,
    downloads: [
      { label: 'JSON', path: '/dossier.json' },
      { label: `CSV (${page.words.ledger.agreement.readings})`, path: '/readings.csv' },
      { label: 'Markdown', path: '/dossier.md' },
    ],
    body: (
      <div class="split">
        <div>
          <h1>{count === 0 ? today.title : today.agreements(count)}</h1>
          {count + view.brief.length === 0 ? <p>{today.none}</p> : ''}
          {view.agreements.map((found) => (
            <AgreementLine page={page} view={found} />
          ))}
          {view.brief.length === 0 ? (
            ''
          ) : (
            <section class="brief">
              <h2>{today.brief(view.brief.length)}</h2>
              <ul>
                {view.brief.map(({ id, title, state }) => (
                  <li>
                    <a href={page.href(`/a/${id}`, { since: null })}>{title}</a> <span class="soft">{state}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div>
          <Changes page={page} />
          <Charges page={page} />
        </div>
      </div>
    ),
  };
}
