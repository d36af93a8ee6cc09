import type { Mention, Span, Statement, TimeExpression } from '../../model/index.ts';
import { holderOf } from '../actors/index.ts';
import { defaultRegistry } from '../actors/registry.ts';
import type { Analysis } from '../attribution/analysis.ts';
import { findInserts } from './find-inserts.ts';
import { saidTo, whenSaid } from './reporting-frame.ts';
import { reviseSpeakers } from './revise-speakers.ts';
import { firstFrom, itemsWithin } from './spans-between.ts';

/** What was found in a report beside its statements. */
export interface Surroundings {
  readonly text: string;
  readonly date: string | null;
  readonly analyses: readonly Analysis[];
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
}

const byStart = (a: { readonly span: Span }, b: { readonly span: Span }): number => a.span.start - b.span.start;

/**
 * Adds to statements what stands around them: when and to whom something was said, what the newsroom put into the words or
 * concluded itself, and speakers that only the report as a whole tells. Adds and removes no statement.
 */
export function completeStatements(found: readonly Statement[], { text, date, analyses, ...around }: Surroundings): readonly Statement[] {
  if (found.length === 0) return found;
  const mentions = [...around.mentions].sort(byStart);
  const times = [...around.times].sort(byStart);
  const sentences = analyses.map((analysis) => ({ span: analysis.sentence, analysis }));
  const registry = defaultRegistry();
  const columnOf = (id: string): string | null => {
    const actor = registry.actor(id);
    return actor ? holderOf({ name: actor.name, kind: 'actor', actor: id }, date, registry).holder : null;
  };
  const offices = new Map<string, string>();
  for (const { kind, code } of mentions) {
    const holder = kind === 'actor' && registry.actor(code)?.kind === 'office' ? columnOf(code) : null;
    if (holder !== null && !offices.has(holder)) offices.set(holder, code);
  }
  const context = { mentions, sentences, holderOf: columnOf, offices };
  const named = found.flatMap(({ speakerSpan, within }) => (speakerSpan && within === null ? [{ span: speakerSpan }] : [])).sort(byStart);
  return reviseSpeakers(text, found, context).map((statement) => {
    const quoted = statement.form === 'direct' ? statement.content : (statement.verbatim ?? []);
    const inserts = quoted.flatMap((span) => findInserts(text, span, mentions));
    const at = statement.cue[0]?.start ?? statement.content[0]?.start ?? 0;
    const analysis = sentences[firstFrom(sentences, at + 1) - 1]?.analysis;
    if (!analysis || analysis.clauses.length === 0) return inserts.length > 0 ? { ...statement, editorialInserts: inserts } : statement;
    const { sentence } = analysis;
    const others = itemsWithin(named, sentence).map(({ span }) => span);
    return {
      ...statement,
      editorialInserts: inserts,
      inferredByNarrator: statement.layer === 'act' && statement.within === null && concluded(statement, sentence, mentions),
      addressee: statement.addressee ?? saidTo(analysis, statement, mentions, others),
      when: statement.when ?? whenSaid(analysis, statement, times, date),
    };
  });
}

/** "Thereby he refused": a sentence that opens with a conclusion, right before its verb, is the narrator's reasoning. */
function concluded(statement: Statement, sentence: Span, mentions: readonly Mention[]): boolean {
  const cue = statement.cue[0];
  if (!cue) return false;
  return itemsWithin(mentions, { start: sentence.start, end: cue.start }).some(
    ({ kind, code, span }) => kind === 'element' && code === 'conclusion' && span.start - sentence.start < 2 && cue.start - span.end < 3,
  );
}
