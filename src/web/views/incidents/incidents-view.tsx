import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Incident, ReleasedBook } from '../../../model/index.ts';
import { countIncidents } from '../../../report/count-incidents.ts';
import { filterIncidents } from '../../../report/incidents/index.ts';
import type { Page } from '../../page.ts';
import type { View } from '../../view.ts';
import { wrongPage } from '../fault-views.tsx';
import { FilterBar } from './filter-bar.tsx';
import { agreementOf, bookOf, readIncidentState, sidesOf } from './incident-state.ts';
import { IncidentTable, ROWS } from './incident-table.tsx';
import { events, ReleaseNote } from './incident-words.tsx';
import { MapFigure } from './map-figure.tsx';
import { TimelineFigure } from './timeline-figure.tsx';

/** Ways through a list that is longer than a page. */
function Steps({
  page,
  skip,
  count,
  of,
}: {
  readonly page: Page;
  readonly skip: number;
  readonly count: number;
  readonly of: string;
}): JSX.Element {
  const { list } = page.words.incidents;
  const step = (to: number): string => page.here({ query: { skip: to <= 0 ? null : String(to) }, hash: 'list' });
  return (
    <p class="views">
      {skip > 0 ? (
        <a rel="prev" href={step(skip - ROWS)}>
          ‹ {list.previous}
        </a>
      ) : (
        ''
      )}
      <span>{list.more(skip + 1, Math.min(skip + ROWS, count), of)}</span>
      {skip + ROWS < count ? (
        <a rel="next" href={step(skip + ROWS)}>
          {list.next} ›
        </a>
      ) : (
        ''
      )}
    </p>
  );
}

/** A book with some of its incidents; what the gate let through of them is unchanged. */
export function narrowed(book: ReleasedBook, incidents: readonly Incident[]): ReleasedBook {
  return { ...book, incidents };
}

/** Incidents: one filter bar over a map, a two-sided timeline and a list. */
export function incidentsPage(page: Page): View {
  const { filter, view, skip, wrong } = readIncidentState(page);
  if (wrong !== null) return wrongPage(page, wrong);
  const { incidents: words, charts } = page.words;
  const book = bookOf(page);
  const sides = sidesOf(page, book);
  const chosen = filterIncidents(book, filter, sides);
  const shown = narrowed(book, chosen);
  const agreement = agreementOf(book, filter.agreement);
  const count = countIncidents(chosen, book.profile);
  const all = countIncidents(book.incidents, book.profile);
  const query = page.query;
  return {
    title: words.title,
    downloads: [
      { label: 'CSV', path: '/incidents.csv', query },
      { label: 'JSON', path: '/incidents.json', query },
      { label: 'GeoJSON', path: '/incidents.geojson', query },
    ],
    body: (
      <>
        <header class="head">
          <h1>
            {words.title}{' '}
            <span class="count">
              {chosen.length === book.incidents.length ? events(page, all) : words.shown(events(page, count), events(page, all))}
            </span>
          </h1>
          <p class="lead">{words.lead}</p>
          <ReleaseNote page={page} book={book} />
        </header>
        {book.incidents.length === 0 ? (
          <p>{words.noneAtAll}</p>
        ) : (
          <>
            <FilterBar page={page} book={book} sides={sides} filter={filter} />
            {chosen.length === 0 ? <p class="none">{words.none}</p> : ''}
            {chosen.length === 0 ? (
              ''
            ) : (
              <div class="figures">
                <section id="map">
                  <h2>{charts.map.title}</h2>
                  <MapFigure page={page} book={shown} sides={sides} view={view} path="/i" />
                </section>
                <section id="timeline">
                  <h2>{charts.timeline.title}</h2>
                  <TimelineFigure page={page} book={shown} sides={sides} filter={filter} agreement={agreement} />
                </section>
                <section id="list">
                  <h2>{words.list.heading(events(page, count))}</h2>
                  {chosen.length > ROWS || skip > 0 ? <Steps page={page} skip={skip} count={chosen.length} of={events(page, count)} /> : ''}
                  <IncidentTable page={page} book={book} incidents={chosen.slice(skip, skip + ROWS)} agreement={agreement} />
                  <p class="soft">
                    {words.list.legend} {words.verdictNote}
                  </p>
                </section>
              </div>
            )}
          </>
        )}
      </>
    ),
  };
}
