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

export interface PredictionOptions {
  /**
   * Adds each verbatim fragment of a clause as a direct statement of its own. Our guideline counts the clause once, as
   * mixed; the public German quotation set lists its fragments besides.
   */
  readonly fragments?: boolean;
}

/** Puts an annotation into the exchange form; `id` is the report's key. */
export function toPrediction(annotation: Annotation, options: PredictionOptions = {}): Prediction {
  return {
    id: annotation.report,
    statements: annotation.statements
      .flatMap((stmt) => (options.fragments ? [stmt, ...fragmentsOf(stmt)] : [stmt]))
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
  return (stmt.verbatim ?? []).map((words) => ({ ...stmt, content: [words], form: 'direct', level: stmt.level + 1, within: stmt.id }));
}
