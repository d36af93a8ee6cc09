import { type AlphaInterval, alphaInterval, type CoderAgreement, measureCoderAgreement } from '../../../ledger/coding/coder-agreement.ts';
import { canonicalJson } from '../../../ledger/index.ts';
import { groupBy } from '../../../ledger/read/group-by.ts';
import { codebook } from '../../../model/codebook.generated.ts';
import {
  type BlindCoding,
  type CodebookVariable,
  type FactKind,
  idOf,
  type ReviewDecision,
  type ReviewTarget,
} from '../../../model/index.ts';
import { BookFailure, type Fact } from '../../../store/index.ts';
import type { KeptBook } from '../../book.ts';
import { type PlacedDecision, placeDecisions } from '../in-force.ts';
import type { Decided, ReviewOptions } from '../open-review.ts';
import { signed } from '../plan-decision.ts';
import { checkedAnswer, measurementOf } from './code-values.ts';
import { type BareTask, bareTasks, type CodingTask } from './coding-tasks.ts';

/** Which things are to be coded; all conditions hold together. */
export interface TaskFilter {
  readonly kind?: CodebookVariable['target'];
  /** Key of a report. */
  readonly report?: string;
}

/** One answer of one coder. */
export interface CodingInput {
  readonly target: ReviewTarget;
  readonly variable: string;
  readonly value: string;
  readonly coder: string;
  readonly note?: string | null;
}

/** Answers to one variable about one thing that differ; what a third person settles. */
export interface CodingDifference {
  readonly target: ReviewTarget;
  readonly variable: string;
  readonly codings: readonly (BlindCoding & { readonly id: string })[];
}

/** How far the coders of one variable agree. */
export interface VariableAgreement extends CoderAgreement {
  readonly variable: CodebookVariable;
  readonly interval: AlphaInterval | null;
  /** Too little was coded by two people to say anything. */
  readonly isTooFew: boolean;
  /** Differences that a third person has settled. */
  readonly settled: number;
}

/** Blind coding in an open book. Failures are coded ({@link BookFailure}). */
export interface Coding {
  /** What a coder sees: the same for everybody, but for their own answers. */
  readonly tasks: (coder: string, filter?: TaskFilter) => Promise<readonly CodingTask[]>;
  /** Writes an answer; a later one of the same coder counts, until a third person has settled it. */
  readonly code: (input: CodingInput) => Promise<Decided>;
  /** Differences that wait. For somebody named only those that they may settle: whoever has coded a thing never sees another's answer. */
  readonly differences: (by: string) => Promise<readonly CodingDifference[]>;
  /** Settles a difference; by a person who has not coded it. */
  readonly adjudicate: (input: {
    readonly target: ReviewTarget;
    readonly variable: string;
    readonly value: string;
    readonly by: string;
    readonly why: string;
  }) => Promise<Decided>;
  /** Agreement by variable, as coded and before anything was settled. */
  readonly agreement: (seed: number) => Promise<readonly VariableAgreement[]>;
}

/** Below this an alpha says more about chance than about coders. */
export const FEWEST_UNITS = 10;
const LONGEST_NOTE = 2_000;
const ATTEMPTS = 12;
const KINDS: readonly FactKind[] = ['coding', 'review'];

/** One person, however they write their name. */
const personOf = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('und');

const unitOf = ({ target, variable }: Pick<BlindCoding, 'target' | 'variable'>): string => `${target.kind} ${target.id} ${variable}`;

interface State {
  readonly newest: number;
  readonly codings: readonly Fact<'coding'>[];
  readonly decisions: readonly PlacedDecision[];
  /** Ids of codings that a decision in force settles. */
  readonly settled: ReadonlySet<string>;
}

/** Opens the blind coding of a book. */
export function openCoding(book: KeptBook, { now }: ReviewOptions): Coding {
  const { store } = book;
  let kept: { readonly edition: number; readonly tasks: readonly BareTask[] } | null = null;
  const tasksNow = async (): Promise<readonly BareTask[]> => {
    const edition = await store.newest(['report', 'annotation', 'incident_report']);
    if (kept?.edition !== edition) kept = { edition, tasks: await bareTasks(store) };
    return kept.tasks;
  };
  const taskOf = async (target: ReviewTarget): Promise<BareTask> => {
    const found = (await tasksNow()).find((task) => task.target.kind === target.kind && task.target.id === target.id);
    if (!found) throw new BookFailure('TB_REVIEW_UNKNOWN', { kind: target.kind, id: target.id });
    return found;
  };
  const state = async (): Promise<State> => {
    const newest = await store.newest(KINDS);
    const decisions = placeDecisions(await store.facts('review'));
    const settled = new Set(decisions.flatMap(({ isWithdrawn, decision }) => (isWithdrawn ? [] : decision.adjudicates)));
    return { newest, codings: await store.facts('coding'), decisions, settled };
  };
  const isOvertaken = (failure: unknown): boolean => failure instanceof BookFailure && failure.problem.code === 'TB_BOOK_OVERTAKEN';
  const again = async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (let count = 1; ; count++) {
      try {
        return await attempt();
      } catch (failure) {
        if (count >= ATTEMPTS || !isOvertaken(failure)) throw failure;
      }
    }
  };
  /** Groups of answers to one variable about one thing, in which at least two people differ and nobody has settled. */
  const waiting = ({ codings, settled }: State): readonly CodingDifference[] =>
    [...groupBy(codings, ({ body }) => unitOf(body)).values()].flatMap((group) => {
      const [first] = group;
      const differs = new Set(group.map(({ body }) => body.value)).size > 1;
      if (!first || !differs || group.some(({ id }) => settled.has(id))) return [];
      const { target, variable } = first.body;
      return [{ target, variable, codings: group.map(({ id, body }) => ({ ...body, id })) }];
    });
  return {
    tasks: async (coder, { kind, report } = {}) => {
      const person = personOf(coder);
      const own = groupBy(
        (await store.facts('coding')).map(({ body }) => body).filter((body) => personOf(body.coder) === person),
        ({ target }) => `${target.kind} ${target.id}`,
      );
      return (await tasksNow())
        .filter(({ target, reports }) => (kind === undefined || target.kind === kind) && (report === undefined || reports.includes(report)))
        .map(({ home: _, ...task }) => ({
          ...task,
          own: (own.get(`${task.target.kind} ${task.target.id}`) ?? []).map(({ variable, value, note, at }) => ({
            variable,
            value,
            note,
            at,
          })),
        }));
    },
    code: async ({ target, variable, value, coder, note = null }) => {
      const { by } = signed({ by: coder, why: variable });
      const kind = target.kind;
      checkedAnswer(kind, variable, value);
      const { home } = await taskOf(target);
      const said = note?.trim() || null;
      if (said !== null && said.length > LONGEST_NOTE)
        throw new BookFailure('TB_REVIEW_SHAPE', { reason: `the note is longer than ${LONGEST_NOTE} characters` });
      const id = idOf('cod', target.kind, target.id, variable, personOf(by));
      return again(async () => {
        const { newest, codings, settled } = await state();
        if (settled.has(id)) throw new BookFailure('TB_CODING_SETTLED', { variable, id: target.id });
        const before = codings.find((one) => one.id === id)?.body;
        if (before?.value === value && before.note === said) return { id, isRepeated: true };
        const body: BlindCoding = { target, variable, value, coder: by, at: now(), note: said };
        await store.append([{ kind: 'coding', id, home, body }], { author: { kind: 'person', name: by } }, { kinds: KINDS, since: newest });
        return { id, isRepeated: false };
      });
    },
    differences: async (by) => {
      const person = personOf(by);
      return waiting(await state()).filter(({ codings }) => !codings.some(({ coder }) => personOf(coder) === person));
    },
    adjudicate: async ({ target, variable, value, ...sign }) => {
      const { by, why } = signed(sign);
      checkedAnswer(target.kind, variable, value);
      const { home } = await taskOf(target);
      return again(async () => {
        const found = await state();
        const change = { variable, value };
        const same = found.decisions.find(
          ({ isWithdrawn, decision }) =>
            !isWithdrawn &&
            decision.adjudicates.length > 0 &&
            decision.by === by &&
            decision.why === why &&
            canonicalJson([decision.target, decision.change]) === canonicalJson([target, change]),
        );
        if (same) return { id: same.id, isRepeated: true };
        const difference = waiting(found).find((one) => unitOf(one) === unitOf({ target, variable }));
        if (!difference) throw new BookFailure('TB_CODING_NOTHING_TO_SETTLE', { variable, id: target.id });
        if (difference.codings.some(({ coder }) => personOf(coder) === personOf(by))) throw new BookFailure('TB_CODING_OWN', { by });
        const adjudicates = difference.codings.map(({ id }) => id).sort();
        const body: ReviewDecision = { action: 'accept', target, others: [], by, at: now(), why, change, adjudicates };
        const id = idOf('rev', canonicalJson(body));
        const author = { kind: 'person', name: by } as const;
        await store.append([{ kind: 'review', id, home, body }], { author, why }, { kinds: KINDS, since: found.newest });
        return { id, isRepeated: false };
      });
    },
    agreement: async (seed) => {
      const { codings, settled } = await state();
      const byVariable = groupBy(codings, ({ body }) => `${body.target.kind} ${body.variable}`);
      return codebook.flatMap((variable): readonly VariableAgreement[] => {
        const own = byVariable.get(`${variable.target} ${variable.variable}`) ?? [];
        if (own.length === 0) return [];
        const coded = own.map(({ body }) => ({ unit: body.target.id, coder: personOf(body.coder), value: body.value }));
        const measurement = measurementOf(variable);
        const measured = measureCoderAgreement(coded, measurement);
        const isTooFew = measured.units < FEWEST_UNITS;
        const units = new Set(own.filter(({ id }) => settled.has(id)).map(({ body }) => body.target.id));
        return [
          { variable, ...measured, isTooFew, interval: isTooFew ? null : alphaInterval(coded, measurement, seed), settled: units.size },
        ];
      });
    },
  };
}
