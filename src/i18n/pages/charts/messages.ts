import type { PlacePrecision } from '../../../model/index.ts';

/** Words of the map of incidents. */
export interface MapMessages {
  readonly title: string;
  /** What one sees, for those who do not. */
  readonly about: (count: string, places: number) => string;
  readonly borders: string;
  /** Accessible name of one place: where, and who says how much. */
  readonly place: (where: string, counts: readonly string[]) => string;
  readonly saidBy: (side: string, count: string) => string;
  readonly cell: (region: string | null) => string;
  readonly legend: string;
  readonly hatchOf: (side: string) => string;
  readonly countWord: string;
  readonly regionNote: string;
  readonly cellNote: string;
  /** How finely a place is known to the desk; the picture never shows it finer than a cell. */
  readonly known: Readonly<Record<'spot' | 'settlement' | 'region', string>>;
  readonly beside: string;
  readonly besideNone: string;
  readonly atSea: string;
  readonly stateOnly: (state: string) => string;
  readonly nowhere: string;
  readonly outside: (where: string) => string;
  readonly asTable: string;
  readonly where: string;
  readonly total: string;
  readonly precision: Readonly<Record<PlacePrecision, string>>;
  readonly view: string;
  readonly views: Readonly<Record<'near' | 'middle' | 'wide', string>>;
}

/** Words of the timeline of incidents. */
export interface TimelineMessages {
  readonly title: string;
  readonly about: (count: string, from: string, to: string) => string;
  readonly bandOf: (side: string) => string;
  readonly othersSay: string;
  readonly day: (date: string, counts: readonly string[]) => string;
  readonly clocks: string;
  readonly clock: (holder: string, from: string, to: string) => string;
  readonly startUnknown: string;
  readonly endUnknown: string;
  readonly uncertain: (from: string, to: string) => string;
  readonly gap: (side: string) => string;
  readonly anySide: string;
  readonly undated: string;
  readonly undatedNone: string;
  readonly reset: string;
  readonly asTable: string;
  readonly when: string;
  readonly legend: string;
  readonly legendEntries: Readonly<Record<'day' | 'span' | 'clock' | 'open' | 'gap', string>>;
}

/** Words of the charts. */
export interface ChartMessages {
  /** How many events: "3 events", "3 to 5 events". */
  readonly events: (min: number, max: number) => string;
  readonly others: string;
  readonly map: MapMessages;
  readonly timeline: TimelineMessages;
}
