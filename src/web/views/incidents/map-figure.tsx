import { raw } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ReleasedBook } from '../../../model/index.ts';
import { rangeText } from '../../../report/count-incidents.ts';
import {
  fittingView,
  groupByPlace,
  legendOf,
  MAP_VIEWS,
  type MapView,
  mapSvg,
  type PlaceGroup,
  placeWords,
} from '../../../report/map/index.ts';
import { OTHERS, type Side } from '../../../report/sides.ts';
import type { Page } from '../../page.ts';
import { party } from '../parties.tsx';
import { filterQuery } from './incident-state.ts';
import { events } from './incident-words.tsx';

/** What the map of a page shows. */
export interface MapFigureProps {
  readonly page: Page;
  readonly book: ReleasedBook;
  readonly sides: readonly Side[];
  /** View asked for; null takes the nearest that has room for everything. */
  readonly view: MapView | null;
  /** Path that a place leads to. */
  readonly path: string;
  /** The page of one incident needs neither views nor a table. */
  readonly brief?: boolean;
}

function linkTo({ page, path }: MapFigureProps): (group: PlaceGroup) => string | null {
  // Only a region is a way to a list: a list for each cell would be the history of what lies in it.
  return ({ key }) => {
    const region = key.kind === 'unit' ? key.code : key.kind === 'cell' ? key.unit : null;
    return region === null ? null : page.href(path, { query: { ...page.query, ...filterQuery({ region }) }, hash: 'list' });
  };
}

function PlaceRows({
  page,
  sides,
  groups,
}: {
  readonly page: Page;
  readonly sides: readonly Side[];
  readonly groups: readonly PlaceGroup[];
}): JSX.Element {
  const words = page.words.charts;
  return (
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">{words.map.where}</th>
          {sides.map(({ code }) => (
            <th scope="col">{party(page, code)}</th>
          ))}
          <th scope="col">{words.others}</th>
          <th scope="col">{words.map.total}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr>
            <th scope="row">{placeWords(group.key, words, page.lang)}</th>
            {[...sides.map(({ code }) => code), OTHERS].map((side) => {
              const count = group.bySide.find((one) => one.side === side)?.count;
              return <td>{count ? rangeText(count) : ''}</td>;
            })}
            <td>{rangeText(group.all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The map with its legend, what has no place on it, and the same as a table. */
export function MapFigure(props: MapFigureProps): JSX.Element {
  const { page, book, sides, brief = false } = props;
  const words = page.words.charts;
  const { maps } = page.site.assets;
  const groups = groupByPlace(book, sides);
  const view = props.view ?? fittingView(groups, new Map([...maps].map(([name, { outlines }]) => [name, outlines])));
  const map = maps.get(view);
  if (!map) throw new RangeError(`no map "${view}"`);
  const picture = mapSvg({
    book,
    outlines: map.outlines,
    sides,
    language: page.lang,
    base: map.picture.href,
    linkTo: linkTo(props),
    id: 'm',
  });
  const beside = picture.beside;
  return (
    <figure class="chart map-figure">
      {brief ? (
        ''
      ) : (
        <p class="views">
          <span class="soft">{words.map.view}:</span>
          {MAP_VIEWS.map((one) => (
            <a href={page.here({ query: { view: one }, hash: 'map' })} {...(one === view ? { 'aria-current': 'true' } : {})}>
              {words.map.views[one]}
            </a>
          ))}
        </p>
      )}
      <div class="frame">{raw(picture.svg)}</div>
      <figcaption class="side">
        <ul class="legend" aria-label={words.map.legend}>
          {legendOf(picture.shown, { sides, words, profile: book.profile, id: 'm' }).map(({ svg, text }) => (
            <li>
              {raw(svg)} {text}
            </li>
          ))}
        </ul>
        <p class="borders">{words.map.borders}</p>
        {beside.length === 0 ? (
          ''
        ) : (
          <div class="beside">
            <h3>{words.map.beside}</h3>
            <ul>
              {beside.map((group) => (
                <li>
                  {group.key.kind === 'unit' || group.key.kind === 'cell'
                    ? words.map.outside(placeWords(group.key, words, page.lang))
                    : placeWords(group.key, words, page.lang)}
                  : {events(page, group.all)}
                </li>
              ))}
            </ul>
          </div>
        )}
      </figcaption>
      {brief ? (
        ''
      ) : (
        <details class="twin">
          <summary>{words.map.asTable}</summary>
          <PlaceRows page={page} sides={sides} groups={groups} />
        </details>
      )}
    </figure>
  );
}
