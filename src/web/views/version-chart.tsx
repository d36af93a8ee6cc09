import type { JSX } from 'hono/jsx/jsx-runtime';
import { rangeOf } from '../../ledger/instant.ts';
import type { Page } from '../page.ts';
import { holderName, hueOf, shapeOf } from './parties.tsx';

/** One version on the axis: from when to when it was held. */
export interface ChartVersion {
  readonly id: string;
  readonly holder: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly over: boolean;
  readonly title: string;
}

const WIDTH = 720;
const LEFT = 130;
const RIGHT = 16;
const LANE = 20;
const AXIS = 18;
/** Labels on the axis at most; more would run into each other. */
const MOST_LABELS = 7;

const minuteOf = (date: string): number | null => rangeOf(date)?.from ?? null;

/** Versions of one element by holder on an axis of time; a bar lasts as long as a version was held. */
export function VersionChart({
  page,
  versions,
  label,
}: {
  readonly page: Page;
  readonly versions: readonly ChartVersion[];
  readonly label: string;
}): JSX.Element | null {
  const { days } = page.site.desk;
  const minutes = [...days, ...versions.flatMap(({ from }) => from ?? [])].flatMap((day) => minuteOf(day) ?? []);
  const [first, last] = [Math.min(...minutes), Math.max(...minutes)];
  const dated = versions.filter(({ from }) => from !== null);
  if (dated.length === 0 || last <= first) return null;
  const x = (minute: number): number =>
    Math.round((LEFT + ((Math.min(last, Math.max(first, minute)) - first) / (last - first)) * (WIDTH - LEFT - RIGHT)) * 10) / 10;
  const holders = [...new Set(dated.map(({ holder }) => holder))];
  const order = page.site.desk.holders.map(({ code }) => code);
  holders.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const height = holders.length * LANE + AXIS;
  const every = Math.ceil(days.length / MOST_LABELS);
  // A label that would touch the one before it is left out; the tick stays.
  let lastLabel = -99;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the links in it must be reached, which an image would hide.
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-label={label}>
      {days.map((day, i) => {
        const at = x(minuteOf(day) ?? first);
        const named = i % every === 0 && at - lastLabel > 48;
        if (named) lastLabel = at;
        return (
          <>
            <line class="tick" x1={at} x2={at} y1={0} y2={height - AXIS + 3} />
            {named ? (
              <text class="axis" x={at} y={height - 3} text-anchor="middle">
                {page.messages.day(day, true)}
              </text>
            ) : (
              ''
            )}
          </>
        );
      })}
      {holders.map((holder, lane) => {
        const y = lane * LANE + LANE / 2;
        return (
          <g class={hueOf(page, holder)}>
            <text class="lane" x={0} y={y + 4}>
              {shapeOf(page, holder)} {holderName(page, holder)}
            </text>
            {dated
              .filter((version) => version.holder === holder)
              .map((version) => {
                const from = x(minuteOf(version.from ?? '') ?? first);
                const to = x(version.to === null ? last : (minuteOf(version.to) ?? last));
                return (
                  <a href={`#v-${version.id}`} aria-label={version.title}>
                    <title>{version.title}</title>
                    <line class={version.over ? 'over' : 'held'} x1={from} x2={Math.max(from, to)} y1={y} y2={y} />
                    <text class={version.over ? 'mark over' : 'mark'} x={from} y={y + 4} text-anchor="middle">
                      {shapeOf(page, holder)}
                    </text>
                  </a>
                );
              })}
          </g>
        );
      })}
    </svg>
  );
}
