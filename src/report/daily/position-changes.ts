import { canonicalJson, changesBetween } from '../../ledger/index.ts';
import type { Change, Dossier, Reading } from '../../model/index.ts';
import type { PositionChange } from './daily-report-data.ts';
import type { Notes } from './endnotes.ts';

const BARE = { holder: null, text: null, states: null, shift: null, notes: [] } as const;

/** What has changed between two cut-offs in what the sides say, agreement by agreement. */
export function positionChanges(before: Dossier, after: Dossier, notes: Notes): readonly PositionChange[] {
  const changes = changesBetween(before, after);
  const readings = new Map(after.readings.map((reading) => [reading.id, reading]));
  const held = new Set(after.agreements.flatMap(({ cells }) => cells.flatMap((cell) => cell.readings)));
  const saidBefore = new Set(before.readings.map(contentOf));
  // What a side says again is no change, in however many reports it is printed anew.
  const isHeld = (reading: Reading): boolean => held.has(reading.id) && !saidBefore.has(contentOf(reading));
  const told = new Set(before.divergences.map(({ sentence }) => sentence.de));
  const own = (agreement: string): readonly PositionChange[] => {
    const here = changes.filter((change) => change.agreement === agreement);
    return unique([
      ...statesOf(before, after, agreement),
      ...here.flatMap((change) => said(change, readings, isHeld, notes)),
      ...here.flatMap((change) => computed(change, readings, told, notes)),
    ]);
  };
  return [...after.agreements.flatMap(({ agreement }) => own(agreement.id)), ...shifts(before, after, notes)];
}

function statesOf(before: Dossier, after: Dossier, agreement: string): readonly PositionChange[] {
  const earlier = before.agreements.find((entry) => entry.agreement.id === agreement);
  const later = after.agreements.find((entry) => entry.agreement.id === agreement);
  if (!later) return [];
  const was = earlier?.overall.state ?? null;
  const is = later.overall.state;
  const earlierStates = new Map(earlier?.parties.map(({ holder, state }) => [holder, state]));
  return [
    ...(was === is ? [] : [{ ...BARE, agreement, kind: 'state' as const, states: { was, is } }]),
    ...later.parties.flatMap(({ holder, state }) => {
      const then = earlierStates.get(holder) ?? null;
      if (then === state || (then === null && state === 'silent')) return [];
      return [{ ...BARE, agreement, holder, kind: 'party_state' as const, states: { was: then, is: state } }];
    }),
  ];
}

/** What a reading says, whoever reports it and when. */
function contentOf({ agreement, element, holder, stance, arrangement, value }: Reading): string {
  return canonicalJson([agreement, element, holder, stance, arrangement, value]);
}

/** New and replaced versions; what was new and is no longer held at the cut-off is in neither column and is left out. */
function said(
  { agreement, holder, kind, refs, text }: Change,
  readings: ReadonlyMap<string, Reading>,
  isHeld: (reading: Reading) => boolean,
  notes: Notes,
): readonly PositionChange[] {
  if (kind === 'reading_new') {
    const [id = ''] = refs;
    const reading = readings.get(id);
    if (!reading || !isHeld(reading)) return [];
    return [{ ...BARE, agreement, holder, kind: 'new', text, notes: notes.ofReadings([reading]) }];
  }
  if (kind !== 'reading_superseded') return [];
  const by = readings.get(refs[1] ?? '');
  return [{ ...BARE, agreement, holder, kind: 'replaced', text, notes: by ? notes.ofReadings([by]) : [] }];
}

function computed(
  { agreement, kind, refs, text }: Change,
  readings: ReadonlyMap<string, Reading>,
  told: ReadonlySet<string>,
  notes: Notes,
): readonly PositionChange[] {
  if (kind !== 'contradiction' && kind !== 'question_answered') return [];
  if (kind === 'contradiction' && told.has(text.de)) return [];
  const cited = notes.ofReadings(refs.flatMap((id) => readings.get(id) ?? []));
  return [{ ...BARE, agreement, kind: kind === 'contradiction' ? 'difference' : 'answered', text, notes: cited }];
}

/** Sides that take another position on an issue than the last time, in reports that were not known before. */
function shifts(before: Dossier, after: Dossier, notes: Notes): readonly PositionChange[] {
  const known = new Set(before.reports.map(({ key }) => key));
  const acts = new Map(after.positions.map(({ statement, act }) => [statement, act]));
  return after.positions.flatMap(({ holder, issue, act, shiftFrom, span }) => {
    const was = shiftFrom === null ? undefined : acts.get(shiftFrom);
    if (was === undefined || known.has(span.report)) return [];
    return [{ ...BARE, agreement: null, holder, kind: 'shift' as const, shift: { issue, was, is: act }, notes: notes.ofKey(span.report) }];
  });
}

/** The same sentence can follow from several readings; it is said once, with the sources of all. */
function unique(changes: readonly PositionChange[]): readonly PositionChange[] {
  const byText = new Map<string, PositionChange>();
  for (const change of changes) {
    const key = JSON.stringify([change.kind, change.holder, change.text, change.states]);
    const known = byText.get(key);
    const notes = [...new Set([...(known?.notes ?? []), ...change.notes])].sort((a, b) => a - b);
    byText.set(key, { ...(known ?? change), notes });
  }
  return [...byText.values()];
}
