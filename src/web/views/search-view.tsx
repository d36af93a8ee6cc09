import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { indexOf } from '../../app/dossier-index.ts';
import type { DeskHit } from '../../app/search-desk.ts';
import { ELEMENTS } from '../../model/index.ts';
import type { Page } from '../page.ts';
import { hiddenState } from '../url-state.ts';
import type { View } from '../view.ts';
import { wrongPage } from './fault-views.tsx';
import { foreign, speakersInWords } from './foreign.tsx';
import { holderName } from './parties.tsx';

/** Hits on one page. */
const MOST = 20;
const LONGEST_QUERY = 500;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Parameters that narrow a search. */
const FIELDS = ['speaker', 'holder', 'element', 'language', 'from', 'to'] as const;

function Select({
  page,
  name,
  label,
  options,
}: {
  readonly page: Page;
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
}): JSX.Element {
  return (
    <label>
      <span class="soft">{label}</span>{' '}
      <select name={name}>
        <option value="">{page.words.record.sources.all}</option>
        {options.map(([value, text]) => (
          <option value={value} {...(page.query[name] === value ? { selected: true } : {})}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Form({ page }: { readonly page: Page }): JSX.Element {
  const { search } = page.words.frontDesk;
  const { desk } = page.site;
  const speakers = [...new Set([...desk.statements.values()].flatMap(({ statement }) => statement.speakers.map(({ name }) => name)))];
  const names = speakers.map((name) => [name, desk.speakerName(name, page.lang)] as const);
  const languages = [...new Set(desk.material.reports.map(({ language }) => language))].sort();
  const byName = (a: readonly [string, string], b: readonly [string, string]): number => a[1].localeCompare(b[1], page.lang);
  const day = (name: 'from' | 'to'): Child => (
    <label>
      <span class="soft">{search[name]}</span> <input type="date" name={name} value={page.query[name] ?? ''} />
    </label>
  );
  return (
    <form class="search" method="get" action={page.path}>
      {hiddenState(page.state, []).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="ask">
        <input type="search" name="q" value={page.query['q'] ?? ''} aria-label={search.words} maxlength={LONGEST_QUERY} />
        <button type="submit">{search.find}</button>
      </p>
      <p class="soft">{search.how}</p>
      <div class="filter">
        <label>
          <span class="soft">{search.kind}</span>{' '}
          <select name="in">
            <option value="">{search.inStatements}</option>
            <option value="text" {...(page.query['in'] === 'text' ? { selected: true } : {})}>
              {search.inTexts}
            </option>
          </select>
        </label>
        <Select page={page} name="speaker" label={search.speaker} options={names.sort(byName)} />
        <Select
          page={page}
          name="holder"
          label={search.holder}
          options={desk.holders.map(({ code }) => [code, holderName(page, code)] as const)}
        />
        <Select
          page={page}
          name="element"
          label={search.element}
          options={ELEMENTS.map((element) => [element, page.messages.element[element]] as const).toSorted(byName)}
        />
        <Select
          page={page}
          name="language"
          label={page.words.record.sources.language}
          options={languages.map((code) => [code, page.words.record.sources.languageName(code)] as const)}
        />
        {day('from')}
        {day('to')}
      </div>
    </form>
  );
}

/** The words of a hit with those marked that were looked for. */
function marked(page: Page, { exact, marks }: DeskHit): Child {
  const pieces: Child[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push(foreign(page, exact.slice(at, start)), <mark>{foreign(page, exact.slice(start, end))}</mark>);
    at = end;
  }
  return [...pieces, foreign(page, exact.slice(at))];
}

function Hit({ page, hit }: { readonly page: Page; readonly hit: DeskHit }): JSX.Element {
  const { passage, report, statement } = hit;
  const { messages } = page;
  const source = page.href(`/sources/${encodeURIComponent(report.key)}`);
  const speakers = statement === null || statement.speakers.length === 0 ? null : speakersInWords(page, statement.speakers);
  const about = [
    ...ELEMENTS.filter((element) => passage.elements.includes(element)).map((element) => messages.element[element]),
    ...passage.holders.map((code) => holderName(page, code)),
  ];
  return (
    <li class="entry">
      <p class="by">
        {report.date === null ? messages.ui.noDate : messages.date(report.date)}
        {speakers === null ? '' : <strong> {foreign(page, speakers)}</strong>},{' '}
        <a href={source}>{foreign(page, report.outlet ?? report.key)}</a>
      </p>
      <p class="words told" lang={report.language}>
        {statement === null ? marked(page, hit) : <a href={page.href(`/s/${statement.id}`)}>{marked(page, hit)}</a>}
      </p>
      {about.length === 0 ? '' : <p class="by">{about.join(' · ')}</p>}
    </li>
  );
}

/** What the reports known by the date of the page say on some words: statements or whole texts, newest first. */
export function searchPage(page: Page): View {
  const { search } = page.words.frontDesk;
  const { desk } = page.site;
  const wrong = (['from', 'to'] as const).find((name) => page.query[name] !== undefined && !DAY.test(page.query[name]));
  if (wrong !== undefined) return wrongPage(page, { name: wrong, value: page.query[wrong] ?? '' });
  const typed = (page.query['q'] ?? '').slice(0, LONGEST_QUERY);
  const fields = Object.fromEntries(FIELDS.flatMap((name) => (page.query[name] === undefined ? [] : [[name, page.query[name]]])));
  const asks = typed.trim() !== '' || Object.keys(fields).length > 0;
  const known = indexOf(desk.dossier(page.moment)).reports;
  const kind = page.query['in'] === 'text' ? 'text' : 'statement';
  const hits = asks ? desk.search.find({ typed, kind, fields, isKnown: (key) => known.has(key) }) : [];
  const pages = Math.ceil(hits.length / MOST);
  const number = Math.max(1, Math.min(pages, Math.trunc(Number(page.query['page'])) || 1));
  const to = (n: number): string => page.here({ query: { page: String(n) } });
  return {
    title: typed.trim() === '' ? search.title : `${search.title}: ${typed}`,
    body: (
      <>
        <h1>
          {search.title}{' '}
          {asks ? <span class="count">{search.hits(hits.length, new Set(hits.map(({ report }) => report.key)).size)}</span> : ''}
        </h1>
        <Form page={page} />
        {asks && hits.length === 0 ? <p>{search.none}</p> : ''}
        <ol class="hits" start={(number - 1) * MOST + 1}>
          {hits.slice((number - 1) * MOST, number * MOST).map((hit) => (
            <Hit page={page} hit={hit} />
          ))}
        </ol>
        {pages < 2 ? (
          ''
        ) : (
          <nav class="pages" aria-label={page.words.record.sources.pages}>
            {number > 1 ? (
              <a href={to(number - 1)} rel="prev">
                {search.newer}
              </a>
            ) : (
              ''
            )}
            <span class="soft">{search.pageOf(number, pages)}</span>
            {number < pages ? (
              <a href={to(number + 1)} rel="next">
                {search.older}
              </a>
            ) : (
              ''
            )}
          </nav>
        )}
      </>
    ),
  };
}
