import type { Messages } from '../i18n/index.ts';
import type { Change, Dossier, Element, PartyState, Reading } from '../model/index.ts';
import type { TimelineView } from './dossier-view.ts';
import type { NameOf } from './value-words.ts';

interface Day {
  readonly at: string | null;
  readonly holder: string;
  readonly said: Set<Element>;
  readonly changed: Set<Element>;
  readonly states: PartyState[];
}

/** Elements of which a side may name several at once; a further one is no change of the first. */
const ADDITIVE: ReadonlySet<Reading['value']['t']> = new Set(['condition', 'step', 'count', 'text']);

const byDate = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);

/**
 * The course of one agreement in a line for each day and side: where the side then stands, what it speaks of for the first time
 * and what it says otherwise than before. That a side repeats itself is no event, and what it says stands in the table.
 */
export function courseOf(
  dossier: Dossier,
  agreement: string,
  readings: ReadonlyMap<string, Reading>,
  messages: Messages,
  nameOf: NameOf,
): readonly TimelineView[] {
  const days = new Map<string, Day>();
  const dayOf = (change: Change, holder: string): Day => {
    const at = change.at?.slice(0, 10) ?? null;
    const key = `${at ?? '~'}\u001f${holder}`;
    const known = days.get(key) ?? { at, holder, said: new Set<Element>(), changed: new Set<Element>(), states: [] };
    days.set(key, known);
    return known;
  };
  const spokenOf = new Set<string>();
  const changes = dossier.timeline
    .filter((change) => change.agreement === agreement && change.holder !== null)
    .toSorted((a, b) => byDate(a.at, b.at));
  for (const change of changes) {
    const holder = change.holder ?? '';
    const reading = readings.get(change.refs.at(-1) ?? '');
    if (change.kind === 'reading_new' && reading) {
      const key = `${holder}\u001f${reading.element}`;
      if (!spokenOf.has(key)) dayOf(change, holder).said.add(reading.element);
      spokenOf.add(key);
    } else if (change.kind === 'reading_superseded' && reading && !ADDITIVE.has(reading.value.t)) {
      dayOf(change, holder).changed.add(reading.element);
    }
  }
  for (const { parties } of dossier.agreements.filter((found) => found.agreement.id === agreement))
    for (const party of parties)
      for (const { state, since } of [...party.previous, party]) {
        if (state === 'silent') continue;
        const change: Change = { at: since, kind: 'status', agreement, holder: party.holder, text: { de: '', en: '' }, refs: [] };
        dayOf(change, party.holder).states.push(state);
      }
  const words = (elements: ReadonlySet<Element>): string => messages.list([...elements].map((element) => messages.element[element]));
  return [...days.values()]
    .toSorted((a, b) => byDate(a.at, b.at) || (a.holder < b.holder ? -1 : 1))
    .flatMap(({ at, holder, said, changed, states }) => {
      const last = states.at(-1);
      const again = new Set([...changed].filter((element) => !said.has(element)));
      const parts = [
        last === undefined ? '' : messages.partyState[last],
        said.size > 0 ? messages.ui.firstSpoken(words(said)) : '',
        again.size > 0 ? messages.ui.saidOtherwise(words(again)) : '',
      ].filter(Boolean);
      return parts.length === 0 ? [] : [{ at, text: `${nameOf(holder)}: ${parts.join('; ')}` }];
    });
}
