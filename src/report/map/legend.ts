import type { ChartMessages } from '../../i18n/pages/charts/messages.ts';
import type { PublicationProfile } from '../../model/index.ts';
import { paintOf, shapePath } from '../shapes.ts';
import { OTHERS, type Side, slotOf } from '../sides.ts';
import { hatchId } from './hatches.ts';
import type { PlaceGroup } from './place-groups.ts';

/** One line of the legend: a picture of the mark, and what it means. */
export interface LegendEntry {
  readonly svg: string;
  readonly text: string;
}

/** What the marks of a map mean: only those that stand on it. */
export function legendOf(
  shown: readonly PlaceGroup[],
  { sides, words, profile, id }: { sides: readonly Side[]; words: ChartMessages; profile: Pick<PublicationProfile, 'id'>; id: string },
): readonly LegendEntry[] {
  const present = new Set(shown.flatMap(({ bySide }) => bySide.map(({ side }) => side)));
  const named = [...sides, { code: OTHERS, name: words.others, slot: 0 }];
  const kinds = new Set(shown.map(({ key }) => key.kind));
  return [
    ...named
      .filter(({ code }) => present.has(code))
      .map(({ code, name }) => ({ svg: hatched(slotOf(sides, code), id), text: words.map.hatchOf(name) })),
    ...(kinds.has('unit') ? [{ svg: outlined('M2 3l9-1 11 2-1 12-12-1-7-3z'), text: words.map.regionNote }] : []),
    ...(kinds.has('cell') ? [{ svg: outlined('M6 3h12v12h-12z'), text: words.map.cellNote }] : []),
    ...(profile.id === 'internal' ? knownEntries(shown, words) : []),
  ];
}

function knownEntries(shown: readonly PlaceGroup[], words: ChartMessages): readonly LegendEntry[] {
  const { known } = words.map;
  const has = (...wanted: readonly string[]): boolean => shown.some(({ finest }) => wanted.includes(finest));
  return [
    ...(has('exact_10m', 'vicinity_100m', 'locality_1km')
      ? [{ svg: box('<circle cx="12" cy="9" r="3" fill="currentColor"/>'), text: known.spot }]
      : []),
    ...(has('settlement', 'admin2')
      ? [{ svg: box('<circle cx="12" cy="9" r="5" fill="none" stroke="currentColor"/>'), text: known.settlement }]
      : []),
    ...(has('admin1', 'cell')
      ? [
          {
            svg: box('<circle cx="12" cy="9" r="8" fill="none" stroke="currentColor" stroke-opacity=".5" stroke-dasharray="3 3"/>'),
            text: known.region,
          },
        ]
      : []),
  ];
}

const box = (inner: string): string => `<svg viewBox="0 0 24 18" width="24" height="18" aria-hidden="true">${inner}</svg>`;

const outlined = (path: string): string => box(`<path d="${path}" fill="none" stroke="currentColor"/>`);

// The patterns are those of the map itself: a legend that drew its own could come to differ.
function hatched(slot: number | null, id: string): string {
  const shape = `<path transform="translate(12 9)" d="${shapePath(slot, 4.5)}" fill="${slot === null ? 'var(--paper,#fff)' : paintOf(slot)}" stroke="${paintOf(slot)}"/>`;
  return box(`<g transform="scale(.5)"><path d="M2 2h44v32h-44z" fill="url(#${hatchId(id, slot)})" stroke="currentColor"/></g>${shape}`);
}
