import type { Measurement } from '../../../ledger/coding/coder-agreement.ts';
import { codebook } from '../../../model/codebook.generated.ts';
import {
  ATTRIBUTION_LEVELS,
  type CodebookVariable,
  type CodeList,
  ELEMENTS,
  INCIDENT_OUTCOMES,
  INFORMATION_GRADES,
  OCCURRENCE_LEVELS,
  type ReviewTarget,
  SPEECH_ACTS,
} from '../../../model/index.ts';
import { BookFailure } from '../../../store/index.ts';

const LISTS: Readonly<Record<CodeList, readonly string[]>> = {
  speech_acts: SPEECH_ACTS,
  forms: ['direct', 'mixed', 'indirect', 'reported', 'free_indirect'],
  elements: ELEMENTS,
  stances: ['asserts', 'implies', 'accepts_others', 'disputes', 'silent'],
  occurrence: OCCURRENCE_LEVELS,
  information_grades: INFORMATION_GRADES.map(String),
  attribution: ATTRIBUTION_LEVELS,
  // What the release gate writes is no answer of a coder.
  outcomes: INCIDENT_OUTCOMES.filter((outcome) => outcome !== 'withheld'),
};

/** Codes of states and organisations, and the newsroom itself. */
const HOLDER = /^(?:[A-Z]{2}|[a-z][a-z_.-]{1,39})$/;
const HOLDER_HINT = 'a code such as UA, RU, US, un, or narration';

/** The variables of the codebook that are asked about a kind of thing. */
export function variablesFor(kind: ReviewTarget['kind']): readonly CodebookVariable[] {
  return codebook.filter(({ target }) => target === kind);
}

/** Values a variable may have; null where any holder may stand. */
export function valuesOf({ values, from, holder }: CodebookVariable): readonly string[] | null {
  return holder ? null : (values ?? (from ? LISTS[from] : []));
}

/** How answers to a variable are compared. */
export function measurementOf(variable: CodebookVariable): Measurement {
  return { level: variable.level, order: valuesOf(variable) ?? [] };
}

/** The variable of a name for a kind of thing, and an answer to it, if both are in the codebook. */
export function checkedAnswer(kind: ReviewTarget['kind'], name: string, value: string): CodebookVariable {
  const own = variablesFor(kind);
  const variable = own.find((one) => one.variable === name);
  if (!variable)
    throw new BookFailure('TB_CODING_VARIABLE', { variable: name, kind, allowed: own.map((one) => one.variable).join(', ') || 'none' });
  const allowed = valuesOf(variable);
  if (allowed === null ? !HOLDER.test(value) : !allowed.includes(value))
    throw new BookFailure('TB_CODING_VALUE', { value: value.slice(0, 60), variable: name, allowed: allowed?.join(', ') ?? HOLDER_HINT });
  return variable;
}
