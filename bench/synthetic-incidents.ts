import { type IncidentReport, idOf } from '../src/model/index.ts';
import { cellOf } from '../src/monitor/index.ts';

/** Reports of made-up events, with the event each is about, so that grouping can be checked as well as timed. */
export interface SyntheticIncidents {
  readonly reports: readonly IncidentReport[];
  readonly eventOf: ReadonlyMap<string, number>;
  readonly events: number;
}

const REGIONS = [
  'UA-63',
  'UA-59',
  'UA-14',
  'UA-65',
  'UA-23',
  'UA-12',
  'UA-53',
  'UA-51',
  'UA-74',
  'UA-48',
  'RU-BEL',
  'RU-KRS',
  'RU-BRY',
  'RU-KDA',
  'RU-VOR',
];
const CLASSES = [
  'substation',
  'power_line',
  'oil_refinery',
  'oil_gas_storage',
  'hospital',
  'rail',
  'port',
  'residential',
  'power_plant',
  'school',
];
const ACTS = ['drone_strike', 'missile_strike', 'shelling', 'attack'];
const SOURCES = ['Wire A', 'Wire B', 'Paper C', 'Paper D', 'Channel E', 'Monitor F', 'Paper G', 'Radio H'];
const WORDS =
  'night drones fire town district officials said power brigade windows road school yard market river bridge engineers siren dawn smoke crews homes station line workers morning hall'.split(
    ' ',
  );

/** The same sequence of numbers on every machine. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const day = (at: number): string => new Date(Date.UTC(2025, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);

/** Makes about so many reports, of a year, three to an event: exact or coarse, of the day or the hour, some copied from others. */
export function syntheticIncidents(count: number, seed = 7): SyntheticIncidents {
  const next = numbers(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const reports: IncidentReport[] = [];
  const eventOf = new Map<string, number>();
  let event = 0;
  while (reports.length < count) {
    const at = Math.floor(next() * 365);
    const region = pick(REGIONS);
    const cell = cellOf(46 + (REGIONS.indexOf(region) % 5) + next() * 2, 31 + REGIONS.indexOf(region) / 2 + next() * 3);
    const objects = [pick(CLASSES)];
    const act = pick(ACTS);
    const hour = Math.floor(next() * 24);
    const text = Array.from({ length: 22 }, () => pick(WORDS)).join(' ');
    const tellers = 1 + Math.floor(next() * 5);
    for (let teller = 0; teller < tellers; teller++) {
      const source = SOURCES[(event + teller) % SOURCES.length] ?? 'Wire A';
      const exact = next() < 0.6;
      const copied = teller > 0 && next() < 0.4;
      const id = idOf('irep', event, teller);
      eventOf.set(id, event);
      reports.push({
        id,
        source,
        independenceGroup: source,
        url: null,
        row: null,
        statement: null,
        stance: 'reports',
        speaker: null,
        accused: null,
        from: next() < 0.4 ? `${day(at)}T${String(hour).padStart(2, '0')}:10Z` : day(at),
        to: null,
        place: {
          precision: exact ? 'settlement' : 'admin1',
          territory: region.slice(0, 2),
          admin1: region,
          cell: exact ? cell : null,
          claimedBy: [],
          controlledBy: null,
          domain: 'land',
        },
        objects: next() < 0.8 ? objects : [],
        act: next() < 0.7 ? act : 'attack',
        outcome: 'unknown',
        means: 'media_report_only',
        reliability: 'C',
        text: copied ? text : `${text} ${Array.from({ length: 12 }, () => pick(WORDS)).join(' ')}`,
        language: 'en',
        knownFrom: day(at),
      });
    }
    event++;
  }
  return { reports, eventOf, events: event };
}
