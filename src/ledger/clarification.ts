import type { Agreement, Element, OpenQuestion, Reading, ReadingValue } from '../model/index.ts';
import { fillsColumn } from './as-of.ts';
import { UNLIMITED } from './judge/compile.ts';
import type { IncidentFacts } from './judge/incident.ts';
import { makeJudge } from './judge/judge.ts';
import { affirms, isVersion } from './term.ts';
import { valueKey } from './value-key.ts';

/** How much one answer of one holder would change: the more verdicts, the more the question is worth asking. */
export interface Clarification {
  readonly question: string;
  readonly element: Element;
  readonly holder: string;
  /** Verdicts that change under the answer that changes most, of `of` incidents. */
  readonly changes: number;
  readonly of: number;
  /** The answer that changes most; it is supposed, nobody has given it. */
  readonly supposed: ReadingValue;
}

/**
 * Which open question would change most verdicts on the incidents given. An answer is supposed to be what another holder says,
 * or where nobody says anything, the plainest one there is; the verdicts are then judged again.
 */
export function clarificationValue(
  agreement: Agreement,
  current: readonly Reading[],
  questions: readonly OpenQuestion[],
  incidents: readonly IncidentFacts[],
): readonly Clarification[] {
  const before = new Map<string, readonly string[]>();
  const verdictsOf = (holder: string, readings: readonly Reading[]): readonly string[] => {
    const { verdict } = makeJudge(agreement, holder, readings);
    return incidents.map(verdict);
  };
  const made: Clarification[] = [];
  for (const question of questions) {
    if (question.element === null || question.state === 'moot' || question.agreement !== agreement.id) continue;
    const { element } = question;
    for (const holder of question.to) {
      const now = before.get(holder) ?? verdictsOf(holder, current);
      before.set(holder, now);
      let best: Clarification | null = null;
      for (const supposed of supposedAnswers(agreement, element, holder, current)) {
        const then = changesNothing(agreement, element, holder, current, supposed)
          ? now
          : verdictsOf(holder, answered(agreement, element, holder, current, supposed));
        const changes = then.filter((verdict, index) => verdict !== now[index]).length;
        if (best === null || changes > best.changes)
          best = { question: question.id, element, holder, changes, of: incidents.length, supposed };
      }
      if (best) made.push(best);
    }
  }
  return made.sort((a, b) => b.changes - a.changes || (`${a.question}${a.holder}` < `${b.question}${b.holder}` ? -1 : 1));
}

/** Kinds of values that no step of a verdict looks at. */
const UNJUDGED: ReadonlySet<ReadingValue['t']> = new Set(['text', 'step', 'count', 'mechanism']);

/**
 * Whether an answer can change no verdict, so that nothing need be judged again. A truce that protects everything is an
 * exception while nothing else is known of the holder: there any word of it is a version.
 */
function changesNothing(agreement: Agreement, element: Element, holder: string, current: readonly Reading[], value: ReadingValue): boolean {
  if (!UNJUDGED.has(value.t)) return false;
  const own = current.filter((reading) => reading.holder === holder);
  if (own.some((reading) => reading.element === element && !UNJUDGED.has(reading.value.t))) return false;
  return (
    !UNLIMITED.has(agreement.kind) ||
    own.some((reading) => reading.element !== element && reading.arrangement === null && fillsColumn(reading) && affirms(reading))
  );
}

function supposedAnswers(agreement: Agreement, element: Element, holder: string, current: readonly Reading[]): readonly ReadingValue[] {
  const others = current.filter(
    (reading) => reading.element === element && reading.holder !== holder && isVersion(reading) && saysWhen(reading.value),
  );
  const values = [...new Map(others.map(({ value }) => [valueKey(value), value])).values()];
  return values.length ? values : plainAnswer(agreement, element, current);
}

/** A start that waits for conditions answers nothing that a verdict could be built on. */
const saysWhen = (value: ReadingValue): boolean => value.t !== 'start' || value.at !== null;

function plainAnswer(agreement: Agreement, element: Element, current: readonly Reading[]): readonly ReadingValue[] {
  const first = [agreement.firstKnown, ...current.map(({ heldFrom }) => heldFrom)].filter((date) => date !== null).sort()[0];
  if (element === 'entry_into_force') return first === undefined ? [] : [{ t: 'start', mode: 'on_date_at_time', at: first }];
  if (element === 'geographic_scope') return [{ t: 'place', include: agreement.parties, exclude: [], domains: [] }];
  if (element === 'duration') return [{ t: 'duration', iso: 'P30D', until: null, counting: 'from_start_inclusive' }];
  if (element === 'reciprocity') return [{ t: 'condition', kind: 'reciprocity', topics: [], on: agreement.parties }];
  return [];
}

function answered(
  agreement: Agreement,
  element: Element,
  holder: string,
  current: readonly Reading[],
  value: ReadingValue,
): readonly Reading[] {
  const kept = current.filter((reading) => reading.element !== element || reading.holder !== holder);
  const arrangements = new Set(current.filter((reading) => reading.holder === holder).map(({ arrangement }) => arrangement));
  const template = current.find((reading) => isVersion(reading));
  if (!template) return current;
  return [
    ...kept,
    ...[...(arrangements.size ? arrangements : [null])].map((arrangement, index) => ({
      ...template,
      id: `supposed-${index}`,
      agreement: agreement.id,
      element,
      holder,
      value,
      arrangement,
      stance: 'asserts' as const,
      authority: 'principal' as const,
    })),
  ];
}
