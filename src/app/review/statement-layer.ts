import type { Annotation, Rejected, Report, Review, ReviewDecision, Span, Speaker, Statement } from '../../model/index.ts';
import type { PlacedDecision } from './in-force.ts';

/** What a person may change of a statement; its id stays, so that what was decided about it is found. */
export type StatementChange = Partial<Pick<Statement, 'act' | 'polarity' | 'form' | 'content'>> & {
  readonly speakers?: readonly Speaker[];
};

/** An annotation as people have reviewed it, and the statements that they took out of it. */
export interface ReviewedAnnotation {
  readonly annotation: Annotation;
  readonly setAside: readonly Statement[];
}

const isSpan = (one: Partial<Span> | null | undefined): boolean => Number.isInteger(one?.start) && Number.isInteger(one?.end);

/** A statement as an added one is kept. A book that was taken over may hold anything there: what is none changes nothing. */
function anchoredStatement(change: ReviewDecision['change']): Statement | null {
  const given = change?.['statement'] as Partial<Statement> | null | undefined;
  const isOne =
    typeof given?.id === 'string' &&
    Array.isArray(given.content) &&
    given.content.length > 0 &&
    given.content.every(isSpan) &&
    Array.isArray(given.speakers);
  return isOne ? (given as Statement) : null;
}

/** Decisions about statements that have an effect, in the order of the journal. */
export function statementDecisions(decisions: readonly PlacedDecision[]): readonly PlacedDecision[] {
  return decisions.filter(
    ({ isWithdrawn, decision: { target, action, adjudicates, change } }) =>
      !isWithdrawn &&
      action !== 'comment' &&
      action !== 'withdraw' &&
      adjudicates.length === 0 &&
      (target.kind === 'statement' || (target.kind === 'report' && action === 'add' && anchoredStatement(change) !== null)),
  );
}

const reviewOf = ({ by, at, why }: ReviewDecision, entry: string, state: Review['state']): Review => ({ state, by, at, why, entry });

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

/** A statement with what a person says instead; where the words of the speaker were, is no longer said by another speaker. */
function changed(statement: Statement, change: StatementChange): Statement {
  const { act, polarity, form, content, speakers } = change;
  const { verbatim: _, clause: __, ...rest } = statement;
  const before = content ? rest : statement;
  return {
    ...before,
    ...(act ? { act } : {}),
    ...(polarity ? { polarity } : {}),
    ...(form ? { form } : {}),
    ...(content ? { content } : {}),
    ...(speakers ? { speakers, speakerSpan: null, onBehalfOf: null } : {}),
  };
}

/**
 * Lays what people decided about statements over what the rules found in one report. The annotation itself stays as it was found;
 * statements anchored by hand are added, accepted and corrected ones are marked, rejected ones stand among what was rejected.
 * The later decision counts; what is decided about a statement that is no longer found changes nothing.
 */
export function reviewAnnotation(
  annotation: Annotation,
  report: Pick<Report, 'text'>,
  decisions: readonly PlacedDecision[],
): ReviewedAnnotation {
  const byId = new Map(annotation.statements.map((statement) => [statement.id, statement]));
  const isOut = new Map<string, PlacedDecision>();
  let touched = false;
  for (const placed of decisions) {
    const { id: entry, decision } = placed;
    if (decision.action === 'add') {
      const statement = anchoredStatement(decision.change);
      if (!statement) continue;
      const isThere = statement.content.every(({ start, end }) => 0 <= start && start < end && end <= report.text.length);
      // Whoever finds the same words again has found what was anchored already.
      if (!isThere || byId.has(statement.id)) continue;
      byId.set(statement.id, { ...statement, review: reviewOf(decision, entry, 'entered') });
      touched = true;
      continue;
    }
    const statement = byId.get(decision.target.id);
    if (!statement) continue;
    touched = true;
    if (decision.action === 'reject') {
      byId.set(statement.id, { ...statement, review: reviewOf(decision, entry, 'rejected') });
      isOut.set(statement.id, placed);
      continue;
    }
    isOut.delete(statement.id);
    const made = decision.action === 'correct' ? changed(statement, (decision.change ?? {}) as StatementChange) : statement;
    const state = decision.action === 'correct' ? 'corrected' : 'accepted';
    byId.set(statement.id, { ...made, confidence: 1, review: reviewOf(decision, entry, state) });
  }
  if (!touched) return { annotation, setAside: [] };
  // Those anchored by hand stand behind the others, whoever was quicker.
  const found = annotation.statements.length;
  const statements = [...byId.values()];
  const byHand = statements.slice(found).sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) || (a.id < b.id ? -1 : 1));
  const all = [...statements.slice(0, found), ...byHand];
  const setAside = all.filter(({ id }) => isOut.has(id));
  const outer = new Map(setAside.map(({ id, within }) => [id, within]));
  /** What stood in a statement that was taken out stands in the one around it. */
  const around = (within: string | null): string | null => {
    let at = within;
    while (at !== null && outer.has(at)) at = outer.get(at) ?? null;
    return at;
  };
  const rejected = setAside.map(({ content, rule, id }): Rejected => {
    const decision = isOut.get(id)?.decision;
    return { span: hull(content), rule, why: `${decision?.by}: ${decision?.why}` };
  });
  const standing = all.filter(({ id }) => !isOut.has(id));
  const within = (statements: readonly Statement[], span: Span): boolean =>
    statements.some(({ content }) => content.some(({ start, end }) => start <= span.start && span.end <= end));
  /** What was found in words that a person took out: else they would be read as the newsroom's own, which nobody has said either. */
  const isGone = ({ span }: { readonly span: Span }): boolean => within(setAside, span) && !within(standing, span);
  const rest = <T extends { readonly span: Span }>(found: readonly T[]): readonly T[] => found.filter((one) => !isGone(one));
  return {
    annotation: {
      ...annotation,
      mentions: rest(annotation.mentions),
      times: rest(annotation.times),
      quantities: rest(annotation.quantities),
      events: rest(annotation.events),
      claims: rest(annotation.claims),
      statements: standing.map((statement) => ({ ...statement, within: around(statement.within) })),
      rejected: [...annotation.rejected, ...rejected],
    },
    setAside,
  };
}

/** The annotations of some reports as people have reviewed them; those of other reports are left out. */
export function reviewAnnotations(
  reports: readonly Report[],
  annotations: readonly Annotation[],
  reviews: readonly PlacedDecision[],
): readonly Annotation[] {
  const byKey = new Map(reports.map((report) => [report.key, report]));
  const decisions = decisionsByReport(reports, annotations, reviews);
  return annotations.flatMap((annotation) => {
    const report = byKey.get(annotation.report);
    return report ? [reviewAnnotation(annotation, report, decisions.get(report.id) ?? []).annotation] : [];
  });
}

/** What was decided about the statements of each report, by its id. */
export function decisionsByReport(
  reports: readonly Report[],
  annotations: readonly Annotation[],
  reviews: readonly PlacedDecision[],
): ReadonlyMap<string, readonly PlacedDecision[]> {
  const decisions = statementDecisions(reviews);
  const byReport = new Map<string, PlacedDecision[]>();
  if (decisions.length === 0) return byReport;
  const idOfKey = new Map(reports.map(({ key, id }) => [key, id]));
  const reportOf = new Map<string, string>();
  for (const { statements, report } of annotations) for (const { id } of statements) reportOf.set(id, idOfKey.get(report) ?? '');
  for (const placed of decisions) {
    const { target, change } = placed.decision;
    const anchored = anchoredStatement(change)?.id;
    if (target.kind === 'report' && anchored !== undefined) reportOf.set(anchored, target.id);
    const report = target.kind === 'report' ? target.id : reportOf.get(target.id);
    if (report !== undefined) byReport.set(report, [...(byReport.get(report) ?? []), placed]);
  }
  return byReport;
}
