import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ReleasedBook } from '../../../model/index.ts';
import type { SideCount } from '../../../report/count-by-side.ts';
import { rangeText } from '../../../report/count-incidents.ts';
import type { IncidentFilter } from '../../../report/incidents/index.ts';
import { OTHERS, type Side } from '../../../report/sides.ts';
import {
  clockBarsOf,
  type DayWindow,
  daysBetween,
  dayText,
  type TimeGroups,
  timelineSvg,
  timelineSwatch,
} from '../../../report/timeline/index.ts';
import type { Page } from '../../page.ts';
import { party } from '../parties.tsx';
import { filterQuery, holdersOf } from './incident-state.ts';
import { whatOf, whereOf } from './incident-words.tsx';

/** What the timeline of a page shows. */
export interface TimelineFigureProps {
  readonly page: Page;
  readonly book: ReleasedBook;
  readonly sides: readonly Side[];
  readonly filter: IncidentFilter;
  readonly agreement: string | null;
}

function windowOf({ from, to, time }: IncidentFilter): DayWindow | null {
  return from === null || to === null || time !== 'event' ? null : daysBetween(from, to);
}

/** The days of a mark in words. */
function daysWords({ messages, words }: Page, { from, to }: DayWindow): string {
  const [first, last] = [messages.date(dayText(from)), messages.date(dayText(to - 1))];
  return to - from === 1 ? first : words.charts.timeline.uncertain(first, last);
}

function linkTo(page: Page, days: DayWindow, side: string): string {
  return page.here({ query: filterQuery({ from: dayText(days.from), to: dayText(days.to - 1), said: side }), hash: 'list' });
}

function countText(counts: readonly SideCount[], side: string): string {
  const count = counts.find((one) => one.side === side)?.count;
  return count ? rangeText(count) : '';
}

/** Days in order, columns and spans together: the table and the list of a phone are made from it. */
function rowsOf({ columns, spans }: TimeGroups): readonly TimeGroups['columns'][number][] {
  return [...columns, ...spans].sort((a, b) => a.from - b.from || a.to - b.to);
}

function PhoneList({
  page,
  groups,
  sides,
}: {
  readonly page: Page;
  readonly groups: TimeGroups;
  readonly sides: readonly Side[];
}): JSX.Element {
  const named = (side: string): Child => (sides.some(({ code }) => code === side) ? party(page, side) : page.words.charts.others);
  return (
    <ol class="days">
      {rowsOf(groups).map((row) => (
        <li>
          <span class="soft">{daysWords(page, row)}</span>
          {row.bySide.map(({ side, count }) => (
            <a href={linkTo(page, row, side)}>
              {named(side)} {rangeText(count)}
            </a>
          ))}
        </li>
      ))}
    </ol>
  );
}

function TimeTable({
  page,
  groups,
  sides,
}: {
  readonly page: Page;
  readonly groups: TimeGroups;
  readonly sides: readonly Side[];
}): JSX.Element {
  const words = page.words.charts;
  return (
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">{words.timeline.when}</th>
          {sides.map(({ code }) => (
            <th scope="col">{party(page, code)}</th>
          ))}
          <th scope="col">{words.others}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(groups).map((row) => (
          <tr>
            <th scope="row">{daysWords(page, row)}</th>
            {[...sides.map(({ code }) => code), OTHERS].map((side) => (
              <td>{countText(row.bySide, side)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The timeline with the clocks of an agreement, what has no date, and the same as a table; on a phone a list of days. */
export function TimelineFigure({ page, book, sides, filter, agreement }: TimelineFigureProps): JSX.Element {
  const words = page.words.charts.timeline;
  const dossier = page.site.desk.dossier(page.moment);
  const found = dossier.agreements.find((one) => one.agreement.id === agreement);
  const clocks = found ? clockBarsOf(found, dossier.readings) : [];
  const { svg, groups } = timelineSvg({
    book,
    sides,
    holders: holdersOf(page),
    clocks,
    language: page.lang,
    window: windowOf(filter),
    linkTo: (days, side) => linkTo(page, days, side),
    id: 't',
  });
  const notes = [...new Set((found?.clocks ?? []).map(({ holder, note }) => `${holder}\u0000${note[page.lang]}`))].map((one) =>
    one.split('\u0000'),
  );
  return (
    <figure class="chart">
      {filter.from === null && filter.to === null ? (
        ''
      ) : (
        <p class="views">
          <a href={page.here({ query: filterQuery({ from: null, to: null }), hash: 'timeline' })}>{words.reset}</a>
        </p>
      )}
      {svg === '' ? '' : <div class="frame wide">{raw(svg)}</div>}
      {svg === '' ? '' : <PhoneList page={page} groups={groups} sides={sides} />}
      <figcaption>
        <ul class="legend">
          {groups.spans.length > 0 ? (
            <li>
              {raw(timelineSwatch('span'))} {words.legendEntries.span}
            </li>
          ) : (
            ''
          )}
          {clocks.some(({ from, to }) => from !== null && to !== null) ? (
            <li>
              {raw(timelineSwatch('clock'))} {words.legendEntries.clock}
            </li>
          ) : (
            ''
          )}
          {clocks.some(({ from, to }) => from === null || to === null) ? (
            <li>
              {raw(timelineSwatch('open'))} {words.legendEntries.open}
            </li>
          ) : (
            ''
          )}
          {book.gaps.length > 0 ? (
            <li>
              {raw(timelineSwatch('gap'))} {words.legendEntries.gap}
            </li>
          ) : (
            ''
          )}
          {notes.map(([holder = '', note = '']) => (
            <li>
              {party(page, holder)} {note}
            </li>
          ))}
        </ul>
      </figcaption>
      {groups.undated.length === 0 ? (
        ''
      ) : (
        <div class="beside">
          <h3>{words.undated}</h3>
          <ul>
            {groups.undated.slice(0, 20).map((incident) => (
              <li>
                <a href={page.href(`/i/${incident.id}`)}>
                  {whatOf(page, incident)}, {whereOf(page, incident)}
                </a>
              </li>
            ))}
            {groups.undated.length > 20 ? <li>…</li> : ''}
          </ul>
        </div>
      )}
      {svg === '' ? (
        ''
      ) : (
        <details class="twin">
          <summary>{words.asTable}</summary>
          <TimeTable page={page} groups={groups} sides={sides} />
        </details>
      )}
    </figure>
  );
}
