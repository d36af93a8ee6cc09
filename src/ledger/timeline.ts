import {
  type Change,
  conceptWord,
  type Dossier,
  type DossierAgreement,
  labelOf,
  type Position,
  partyStateWord,
  type Reading,
} from '../model/index.ts';
import { fillsColumn, heldSince, laneOf } from './as-of.ts';
import { both, clauseOf, type HolderNames, nameOf } from './phrase/say.ts';
import { sortBy } from './sort-by.ts';
import { valueKey } from './value-key.ts';

/** What a timeline is made from. */
export interface TimelineInput {
  readonly readings: readonly Reading[];
  readonly books: readonly DossierAgreement[];
  readonly silences: Dossier['silences'];
  readonly positions: readonly Position[];
  readonly names: HolderNames;
}

/** What became known when, in order: new and superseded readings, changes of status, silences that ended, shifts of position. */
export function timelineOf({ readings, books, silences, positions, names }: TimelineInput): readonly Change[] {
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  const changes: Change[] = [];
  for (const reading of firstSaid(readings)) {
    changes.push(change(reading.heldFrom ?? reading.knownFrom, 'reading_new', reading, [reading.id], sayer(reading, names)));
    const later = reading.supersededBy === null ? undefined : byId.get(reading.supersededBy);
    if (later) changes.push(change(later.heldFrom, 'reading_superseded', reading, [reading.id, later.id], sayer(later, names, true)));
  }
  for (const { agreement, parties } of books) {
    for (const status of parties) {
      for (const { state, since } of [...status.previous, status]) {
        if (state === 'silent') continue;
        changes.push({
          at: since,
          kind: 'status',
          agreement: agreement.id,
          holder: status.holder,
          text: both((language) => `${nameOf(status.holder, language, names)}: ${partyStateWord(state, language)}`),
          refs: status.state === state ? status.readings : [],
        });
      }
    }
  }
  for (const silence of silences) {
    const ended = silence.supersededBy === null ? undefined : byId.get(silence.supersededBy);
    if (ended) changes.push(change(ended.heldFrom, 'silence_ended', ended, [ended.id], sayer(ended, names)));
  }
  for (const position of positions) {
    if (position.shiftFrom === null) continue;
    changes.push({
      at: position.at,
      kind: 'contradiction',
      agreement: null,
      holder: position.holder,
      text: both(
        (language) =>
          `${nameOf(position.holder, language, names)}, ${conceptWord(position.issue, language) ?? labelOf(position.issue, language)}: ${language === 'de' ? 'andere Haltung als zuvor' : 'another stance than before'}`,
      ),
      refs: [position.shiftFrom, position.statement],
    });
  }
  return sortBy(changes, changeKey);
}

/** What a side says for the first time; that it says so again is no event. */
function firstSaid(readings: readonly Reading[]): Iterable<Reading> {
  const first = new Map<string, Reading>();
  for (const reading of readings) {
    if (reading.stance === 'silent' || !fillsColumn(reading)) continue;
    const key = `${laneOf(reading)}\u001f${valueKey(reading.value)}`;
    const known = first.get(key);
    if (!known || heldSince(reading) < heldSince(known) || (heldSince(reading) === heldSince(known) && reading.id < known.id))
      first.set(key, reading);
  }
  return first.values();
}

const changeKey = (entry: Change): string =>
  [entry.at ?? '~', entry.kind, entry.agreement ?? '', entry.holder ?? '', ...entry.refs, entry.text.en].join('\u001f');

type Sayer = (language: 'de' | 'en') => string;

const sayer =
  (reading: Reading, names: HolderNames, now = false): Sayer =>
  (language) =>
    `${now ? (language === 'de' ? 'nun: ' : 'now: ') : ''}${clauseOf(reading, language, names)}`;

function change(at: string | null, kind: Change['kind'], reading: Reading, refs: readonly string[], say: Sayer): Change {
  return { at, kind, agreement: reading.agreement, holder: reading.holder, text: both(say), refs };
}
