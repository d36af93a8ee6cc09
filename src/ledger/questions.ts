import {
  type Agreement,
  type Both,
  type Divergence,
  type Element,
  idOf,
  type OpenQuestion,
  type OverallState,
  type Reading,
} from '../model/index.ts';
import { fillsColumn } from './as-of.ts';
import { compareValues } from './compare-values.ts';
import { labels } from './phrase/labels.generated.ts';
import { agreeing, both, elementWords, type HolderNames, namesOf } from './phrase/say.ts';
import { affirms, leavesOpen } from './term.ts';

/** What somebody who monitors a truce has to know; it is asked even where no side speaks of it. */
const NEEDED: ReadonlySet<Element> = new Set([
  'protected_objects',
  'geographic_scope',
  'entry_into_force',
  'duration',
  'monitoring',
  'release_clause',
]);
const TRUCES: ReadonlySet<Agreement['kind']> = new Set(['limited_halt_of_attacks', 'ceasefire', 'maritime_truce', 'humanitarian_pause']);
const OVER: ReadonlySet<OverallState> = new Set(['expired', 'rejected', 'concluded', 'superseded']);
/** Elements of which a difference is worth a question of its own. */
const ASKED_IF_DIFFERENT: ReadonlySet<Divergence['kind']> = new Set([
  'scope_wider',
  'scope_narrower',
  'scope_overlap',
  'start_differs',
  'duration_differs',
  'territory_differs',
  'obligation_differs',
  'value_differs',
  'parties_differ',
]);

/**
 * The questions an agreement leaves open as of the date: slots that a monitor needs or that others fill, differences, and what
 * a report itself doubts or asks. One question an element; how it stands follows from the readings.
 */
export function openQuestions(
  agreement: Agreement,
  current: readonly Reading[],
  columns: readonly string[],
  divergences: readonly Divergence[],
  overall: OverallState,
  names: HolderNames,
): readonly OpenQuestion[] {
  const rows = new Map<Element, Reading[]>();
  for (const reading of current) {
    const row = rows.get(reading.element);
    if (row) row.push(reading);
    else rows.set(reading.element, [reading]);
  }
  const asked = new Set<Element>(rows.keys());
  if (TRUCES.has(agreement.kind))
    for (const element of NEEDED) if (element !== 'protected_objects' || agreement.kind !== 'ceasefire') asked.add(element);
  const differing = new Set(
    divergences.filter(({ kind, within }) => !within && ASKED_IF_DIFFERENT.has(kind)).map(({ element }) => element),
  );
  const parties = agreement.parties.length ? agreement.parties : columns;
  const questions: OpenQuestion[] = [];
  for (const element of asked) {
    const row = rows.get(element) ?? [];
    const answers = row.filter((reading) => fillsColumn(reading) && affirms(reading) && answersIt(reading));
    const doubts = row.filter((reading) => isDoubt(reading));
    const answering = new Set(answers.map(({ holder }) => holder));
    const silent = parties.filter((holder) => !answering.has(holder));
    const needed = TRUCES.has(agreement.kind) && NEEDED.has(element);
    if (!needed && !differing.has(element) && !doubts.length && (silent.length === 0 || answering.size === 0)) continue;
    const differ = differing.has(element) || !allAlike(answers);
    const raisedBy = doubts.length ? 'report' : differ ? 'divergence' : 'empty_slot';
    const state =
      OVER.has(overall) && silent.length > 0
        ? 'moot'
        : silent.length > 0 && !differ
          ? 'open'
          : differ
            ? 'answered_differently'
            : 'answered';
    const to = differ ? columns.filter((holder) => answering.has(holder) || silent.includes(holder)) : silent;
    questions.push({
      id: idOf('q', agreement.id, element),
      agreement: agreement.id,
      element,
      text: textOf(element, silent, answering, differ, names),
      raisedBy,
      spans: doubts.flatMap(({ spans }) => spans),
      state,
      answers: answers.map(({ id }) => id).sort(),
      to: [...to].sort(),
    });
  }
  return questions.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A mechanism only doubted or called for, or a start that waits for conditions, leaves the question open. */
function answersIt({ value }: Reading): boolean {
  if (value.t === 'mechanism') return value.status === 'named' || value.status === 'refused';
  return !leavesOpen(value) && (value.t !== 'start' || value.at !== null);
}

function isDoubt(reading: Reading): boolean {
  if (reading.value.t === 'mechanism') return reading.value.status === 'doubted' || reading.value.status === 'requested';
  // A report that remarks that no start is known asks for it.
  if (reading.value.t === 'start' && reading.value.mode === 'unstated' && reading.holder === 'narration') return true;
  return reading.modality.includes('interrogative') || reading.act === 'doubt';
}

function allAlike(answers: readonly Reading[]): boolean {
  const [first] = answers;
  return answers.every((reading) => {
    if (!first || reading.value.t !== first.value.t) return true;
    const { relation } = compareValues(first.value, reading.value);
    return relation === 'equal' || relation === 'compatible' || !['start', 'duration', 'objects', 'place'].includes(reading.value.t);
  });
}

function textOf(element: Element, silent: readonly string[], answering: ReadonlySet<string>, differ: boolean, names: HolderNames): Both {
  return both((language) => {
    const de = language === 'de';
    const { the } = elementWords(element, language);
    const general = labels.questions[element]?.[language] ?? (de ? `Was gilt für ${the}?` : `What holds for ${the}?`);
    const speaking = [...answering].sort();
    const said = namesOf(speaking, language, names);
    if (differ && speaking.length > 1)
      return de
        ? `${general} Die Angaben von ${namesOf(speaking, language, names, 'dative')} gehen auseinander.`
        : `${general} ${said} give different answers.`;
    if (differ && speaking.length === 1)
      return de
        ? `${general} ${said} ${agreeing(language, speaking, 'macht', 'machen')} verschiedene Angaben.`
        : `${general} ${said} ${agreeing(language, speaking, 'gives', 'give')} more than one answer.`;
    if (speaking.length === 0) return `${general} ${de ? 'Keine Seite sagt es.' : 'No side says so.'}`;
    if (!silent.length) return general;
    const others = namesOf(silent, language, names);
    return de
      ? `${general} Dazu ${agreeing(language, speaking, 'äußert', 'äußern')} sich nur ${said}, nicht ${others}.`
      : `${general} Only ${said} ${agreeing(language, speaking, 'speaks', 'speak')} of it, not ${others}.`;
  });
}
