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

/** More characters than a full stop and a space part paragraphs. */
const BREAK = 3;

const range = ({ start, end }: Span): Range => [start, end];

/**
 * Puts an annotation into the exchange form; `id` is the report's key.
 *
 * One form serves our guideline and the public German quotation set, where the two differ only in where a piece begins:
 * a verbatim fragment of a clause is listed as a statement besides its clause, a clause keeps its "dass", and speech told
 * by a noun phrase is marked as the whole clause. Sentences of free indirect speech that follow on each other without a
 * break are one piece, as two sentences inside one pair of marks are; the annotation itself keeps them apart.
 */
export function toPrediction(annotation: Annotation): Prediction {
  return {
    id: annotation.report,
    statements: joinedRuns(annotation)
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

/** Joins free indirect sentences of one speaker in one paragraph with nothing between them. */
function joinedRuns({ statements, sentences }: Annotation): Statement[] {
  const next = new Map(sentences.map(({ start }, index) => [sentences[index - 1]?.start ?? -1, start]));
  const out: Statement[] = [];
  const runs = new Map<number, number>();
  for (const stmt of statements) {
    const first = stmt.content[0];
    const at = first && stmt.rule.startsWith('de.free.') ? runs.get(first.start) : undefined;
    const run = at === undefined ? undefined : out[at];
    const begun = run?.content[0];
    const joins = first && begun && run.speakers.map(({ name }) => name).join('+') === stmt.speakers.map(({ name }) => name).join('+');
    const verbatim = [...(run?.verbatim ?? []), ...(stmt.verbatim ?? [])];
    const position = joins ? (at ?? out.length) : out.length;
    out[position] = joins
      ? { ...run, content: [{ start: begun.start, end: first.end }], ...(verbatim.length > 0 ? { verbatim } : {}) }
      : stmt;
    const follower = first && stmt.rule.startsWith('de.free.') ? next.get(first.start) : undefined;
    if (first && follower !== undefined && follower - first.end < BREAK) runs.set(follower, position);
  }
  return out;
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
