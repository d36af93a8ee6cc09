import type { Annotation, Span, Statement } from '../model/index.ts';

type Range = readonly [start: number, end: number];

/** One annotated document as one line of JSON: the form in which annotations are exchanged and scored. */
export interface Prediction {
  readonly id: string;
  readonly statements: readonly {
    readonly content: readonly Range[];
    readonly speaker: readonly Range[] | null;
    readonly cue: readonly Range[] | null;
    readonly form: Statement['form'];
    readonly act: Statement['act'];
    readonly speakerNames: readonly string[];
    readonly layer: Statement['layer'];
  }[];
  readonly times: readonly { readonly start: number; readonly end: number; readonly type: string; readonly value: string }[];
  readonly quantities: readonly { readonly start: number; readonly end: number; readonly value: number }[];
  readonly noise: readonly Range[];
}

const range = ({ start, end }: Span): Range => [start, end];

/**
 * Puts an annotation into the exchange form; `id` is the report's key.
 *
 * One form serves our guideline and the public German quotation set, where the two differ only in where a piece begins:
 * a verbatim fragment of a clause is listed as a statement besides its clause, a clause keeps its "dass", and speech told
 * by a noun phrase is marked as the whole clause.
 */
export function toPrediction(annotation: Annotation): Prediction {
  return {
    id: annotation.report,
    statements: annotation.statements
      .flatMap((stmt) => [widened(stmt), ...fragmentsOf(stmt)])
      .map((stmt) => ({
        content: stmt.content.map(range),
        speaker: stmt.speakerSpan ? [range(stmt.speakerSpan)] : null,
        cue: stmt.cue.length > 0 ? stmt.cue.map(range) : null,
        form: stmt.form,
        act: stmt.act,
        speakerNames: stmt.speakers.map((speaker) => speaker.name),
        layer: stmt.layer,
      })),
    times: annotation.times.map(({ span, type, value }) => ({ ...span, type, value })),
    quantities: annotation.quantities.map(({ span, value }) => ({ ...span, value })),
    noise: annotation.noise.map((found) => range(found.span)),
  };
}

function fragmentsOf(stmt: Statement): Statement[] {
  return (stmt.verbatim ?? []).map((words) => ({
    ...stmt,
    content: [words],
    form: 'direct',
    layer: 'speech',
    level: stmt.level + 1,
    within: stmt.id,
  }));
}

function widened(stmt: Statement): Statement {
  const { clause } = stmt;
  if (!clause) return stmt;
  if (stmt.form === 'reported') return stmt.layer === 'speech' ? { ...stmt, content: [clause], cue: [] } : stmt;
  const [first, ...rest] = stmt.content;
  return first ? { ...stmt, content: [{ start: Math.min(first.start, clause.start), end: first.end }, ...rest] } : stmt;
}
