import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Problem } from '../../errors.ts';
import { originCount, type SourceView } from '../../report/index.ts';
import type { Page } from '../page.ts';
import { hiddenState } from '../url-state.ts';
import type { View } from '../view.ts';
import { foreign } from './foreign.tsx';

/** Reports on one page. */
const MOST = 100;
/** Problems listed; their number stands in the heading. */
const MOST_PROBLEMS = 200;

const UNNAMED = '-';

type Row = SourceView;

function countsBy(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const outletOf = ({ outlet }: Row): string => outlet ?? UNNAMED;
const languageOf = ({ language }: Row): string => language;

function Filter({ page, rows }: { readonly page: Page; readonly rows: readonly Row[] }): JSX.Element {
  const { sources } = page.words.record;
  const options = (
    name: 'outlet' | 'language',
    counts: readonly (readonly [string, number])[],
    nameOf: (value: string) => string,
  ): Child => (
    <label>
      <span class="soft">{sources[name]}</span>{' '}
      <select name={name}>
        <option value="">{sources.all}</option>
        {counts.map(([value, count]) => (
          <option value={value} {...(page.query[name] === value ? { selected: true } : {})}>
            {nameOf(value)} ({count})
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form class="filter" method="get" action={page.path}>
      {hiddenState(page.state, []).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {options('outlet', countsBy(rows, outletOf), (value) => (value === UNNAMED ? sources.unnamed : value))}
      {options('language', countsBy(rows, languageOf), sources.languageName)}
      <button type="submit">{page.words.shell.asOf.show}</button>
    </form>
  );
}

/** The name of a file without the folders of whoever runs the server. */
const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

function Problems({ page, problems }: { readonly page: Page; readonly problems: readonly Problem[] }): JSX.Element {
  const { sources } = page.words.record;
  if (problems.length === 0) return <p class="soft">{sources.noProblems}</p>;
  return (
    <section>
      <h2>{sources.problems(problems.length)}</h2>
      <ul class="problems" lang="en">
        {problems.slice(0, MOST_PROBLEMS).map(({ code, message, remedy, file, line }) => (
          <li>
            {file === null ? '' : <strong>{foreign(page, sources.atLine(baseName(file), line))}: </strong>}
            <code>{code}</code> {foreign(page, message)} <span class="soft">{remedy}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The rows a page shows after its filter. */
export function shownSources(page: Page): readonly Row[] {
  const { outlet, language } = page.query;
  return page.site.desk
    .view(page.moment, page.lang)
    .sources.filter(
      (row) => (outlet === undefined || outletOf(row) === outlet) && (language === undefined || languageOf(row) === language),
    );
}

/** All reports read by the date of the page, per outlet and language, with what was found in them and what was rejected. */
export function sourcesPage(page: Page): View {
  const { sources } = page.words.record;
  const { desk } = page.site;
  const { messages } = page;
  const view = desk.view(page.moment, page.lang);
  const rows = shownSources(page);
  const number = Math.max(1, Math.min(Math.ceil(rows.length / MOST), Number(page.query['page']) || 1));
  const pages = Math.ceil(rows.length / MOST);
  return {
    title: sources.title,
    downloads: [
      { label: 'CSV', path: '/sources.csv' },
      { label: 'JSON', path: '/sources.json' },
    ],
    body: (
      <>
        <h1>
          {sources.title} <span class="count">{sources.reports(rows.length, view.sources.length)}</span>
        </h1>
        <p class="soft">{sources.origins(view.sources.length, originCount(view.dossier))}</p>
        <Filter page={page} rows={view.sources} />
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{sources.date}</th>
              <th scope="col">{sources.report}</th>
              <th scope="col">{sources.language}</th>
              <th scope="col" class="number">
                {sources.statements}
              </th>
              <th scope="col" class="number">
                {sources.rejected}
              </th>
              <th scope="col" class="number">
                {sources.notices}
              </th>
              <th scope="col">{sources.origin}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice((number - 1) * MOST, number * MOST).map((row) => {
              const annotation = desk.annotations.get(row.key);
              return (
                <tr>
                  <td>{row.date === null ? messages.ui.noDate : messages.date(row.date)}</td>
                  <th scope="row">
                    <a href={page.href(`/sources/${encodeURIComponent(row.key)}`)}>
                      [{row.tag}] {foreign(page, row.outlet ?? row.key)}
                    </a>
                    {row.title === null ? (
                      ''
                    ) : (
                      <span class="soft words" lang={row.language}>
                        {' '}
                        {foreign(page, row.title)}
                      </span>
                    )}
                  </th>
                  <td>{sources.languageName(row.language)}</td>
                  <td class="number" data-label={sources.statements}>
                    {desk.statementsIn(row.key).length}
                  </td>
                  <td class="number" data-label={sources.rejected}>
                    {annotation?.rejected.length ?? '–'}
                  </td>
                  <td class="number" data-label={sources.notices}>
                    {annotation?.notices.length ?? '–'}
                  </td>
                  <td class="soft">{row.shared ?? ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {pages < 2 ? (
          ''
        ) : (
          <nav class="pages" aria-label={sources.pages}>
            {Array.from({ length: pages }, (_, i) => (
              <a href={page.here({ query: { page: String(i + 1) } })} {...(i + 1 === number ? { 'aria-current': 'page' } : {})}>
                {i + 1}
              </a>
            ))}
          </nav>
        )}
        {view.origins.length === 0 ? (
          ''
        ) : (
          <details>
            <summary>{messages.ui.originsWhy}</summary>
            <ul>
              {view.origins.map((text) => (
                <li>{foreign(page, text)}</li>
              ))}
            </ul>
          </details>
        )}
        {desk.hasTexts ? <Problems page={page} problems={desk.material.problems} /> : ''}
      </>
    ),
  };
}
