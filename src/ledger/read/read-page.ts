import { overlaps, type Span, type Statement } from '../../model/index.ts';
import { readMonitoring, readPreconditions, readReciprocity } from './conditions.ts';
import { COMMITS, readExchange, readGuarantee, readNextSteps, readParties, readSupport } from './course.ts';
import { type AgreementKey, inFocus, SETTLEMENTS, TRUCES } from './focus.ts';
import { type Draft, type Page, type Part, partsOf } from './part.ts';
import { readOmissions, readSilences } from './silences.ts';
import { firstFrom, within } from './sorted-spans.ts';
import { readDuration, readList, readScope, readStart } from './terms.ts';
import { NARRATION, narrationVoice, voicesOf } from './voices.ts';

/** How far behind a price its truce may be named, in characters. */
const AHEAD = 260;

/** The truce that the same speaker names with a condition right after: the price came first. */
function truceAhead(part: Part): AgreementKey | null {
  const after = { start: part.span.end, end: part.span.end + AHEAD };
  const condition = within(part.page.mentions, after).find(
    (mention) => mention.kind === 'element' && (mention.code === 'precondition' || mention.code === 'condition_clause'),
  );
  if (!condition) return null;
  const named = within(part.page.named, { start: after.start, end: condition.span.end }).find(
    (one) => TRUCES.has(one.key) && one.described,
  );
  return named?.key ?? null;
}

function readPart(part: Part, nestedConsent = false): readonly Draft[] {
  const preconditions = readPreconditions(part, truceAhead);
  return [
    ...(nestedConsent ? [] : readParties(part)),
    ...readScope(part),
    ...readDuration(part),
    ...readStart(part),
    ...readReciprocity(part),
    ...preconditions,
    ...readMonitoring(part),
    ...readNextSteps(part),
    ...readExchange(part),
    ...readGuarantee(part),
    ...readSupport(part, preconditions.length > 0),
  ];
}

/** Everything each statement of a report says of an agreement, and what the newsroom says of one in its own words. */
export function readPage(page: Page): readonly Draft[] {
  const drafts: Draft[] = [];
  const { byId } = page;
  // "The palace said she had agreed": the consent is read once, from the inner statement that names who gave it.
  const consented = new Set(page.annotation.statements.filter(({ act }) => act in COMMITS).map(({ within }) => within));
  for (const statement of page.annotation.statements) {
    const ofAgreement = statement.content.some((content) => within(page.named, content).length > 0 || !namesTopic(page, content));
    const voices = voicesOf(statement, byId, page.lookup, statement.when ?? page.report.date, ofAgreement);
    const nested = consented.has(statement.id);
    for (const piece of piecesOf(statement))
      for (const part of partsOf(page, statement, voices, piece)) drafts.push(...readPart(part, nested));
  }
  drafts.push(...readConditions(page, byId));
  const { whole, rest } = narrationParts(page);
  for (const part of rest) drafts.push(...readParties(part));
  for (const part of whole) {
    drafts.push(...readOmissions(part), ...readList(part));
    drafts.push(...readPart(part).filter(({ key }) => part.named.length > 0 || key === inFocus(page.named, part.span.start, SETTLEMENTS)));
  }
  drafts.push(...readSilences(page));
  return drafts.filter((draft) => !isNobodys(draft));
}

/** A refusal about something of its own, an election or a withdrawal, is no refusal of the deal. */
function namesTopic(page: Page, content: Span): boolean {
  return within(page.mentions, content).some((mention) => mention.kind === 'topic');
}

/** How far behind its content a condition may follow ("stimmte zu – wenn …"), in characters. */
const FOLLOWS = 30;

/** The conditions a statement names, and the conditional clause that follows an act of its own in the same sentence. */
function conditionsOf(page: Page, statement: Statement): readonly Span[] {
  const end = statement.content.at(-1)?.end;
  if (end === undefined || !TYING.has(statement.act)) return statement.conditions;
  const clause = within(page.mentions, { start: end, end: end + FOLLOWS + 400 }).find(
    ({ kind, code, span }) =>
      kind === 'element' && (code === 'reciprocity_clause' || code === 'condition_clause') && span.start - end < FOLLOWS,
  );
  const sentence = page.sentences[firstFrom(page.sentences, end) - 1]?.span;
  if (!clause || !sentence || clause.span.start >= sentence.end || statement.conditions.some((span) => overlaps(span, clause.span))) {
    return statement.conditions;
  }
  return [...statement.conditions, clause.span];
}

/** Acts that a following condition ties. */
const TYING: ReadonlySet<Statement['act']> = new Set(['agree', 'promise']);

/** Conditions that stand outside the content of their statement ("agreed – if the other does too") are the speaker's own. */
function readConditions(page: Page, byId: ReadonlyMap<string, Statement>): readonly Draft[] {
  const contents = page.annotation.statements
    .flatMap((statement) => statement.content.map((span) => ({ span })))
    .sort((a, b) => a.span.start - b.span.start);
  const drafts: Draft[] = [];
  const taken = new Set<number>();
  const outermostFirst = [...page.annotation.statements].sort((a, b) => a.level - b.level);
  for (const statement of outermostFirst) {
    for (const span of conditionsOf(page, statement)) {
      // A condition ties the act it follows, not the proposal named within that act.
      if (taken.has(span.start)) continue;
      taken.add(span.start);
      if (within(contents, { start: span.start - 40, end: span.end + 2 }).some((content) => overlaps(content.span, span))) continue;
      if (statement.content.some((content) => overlaps(content, span))) continue;
      const own: Statement = { ...statement, act: 'condition' };
      const voices = voicesOf(own, byId, page.lookup, statement.when ?? page.report.date);
      for (const part of partsOf(page, own, voices, span)) drafts.push(...readReciprocity(part), ...readPreconditions(part, truceAhead));
    }
  }
  return drafts;
}

/** "Was refused", told by the newsroom of nobody in particular, says nothing of any party. */
function isNobodys({ value, part, voice }: Draft): boolean {
  return value.t === 'parties' && value.parties.length === 0 && !voice && part.voices.every(({ holder }) => holder === NARRATION);
}

/** Content pieces less what the newsroom inserted into them; pieces of one sentence are read as one. */
function piecesOf(statement: Statement): readonly Span[] {
  const pieces: Span[] = [];
  for (const content of statement.content) {
    const last = pieces.at(-1);
    if (last && content.start - last.end < 60) pieces[pieces.length - 1] = { start: last.start, end: content.end };
    else pieces.push(content);
  }
  return pieces;
}

/** Shorter ends of a sentence hold no more than a verb, in characters. */
const REST = 20;

/** Sentences in which nobody speaks, and what the newsroom adds behind the last words of a speaker. */
function narrationParts(page: Page): { readonly whole: readonly Part[]; readonly rest: readonly Part[] } {
  // What a statement covers: its words and the words that report it.
  const contents = page.annotation.statements
    .flatMap((statement) => [...statement.content, ...statement.cue].map((span) => ({ span })))
    .sort((a, b) => a.span.start - b.span.start);
  const noise = page.annotation.noise.map(({ span }) => ({ span })).sort((a, b) => a.span.start - b.span.start);
  let coveredTo = -1;
  let next = 0;
  const whole: Part[] = [];
  const rest: Part[] = [];
  for (const { span } of page.sentences) {
    for (; next < contents.length && (contents[next]?.span.start ?? 0) < span.end; next++)
      coveredTo = Math.max(coveredTo, contents[next]?.span.end ?? 0);
    const noiseAt = noise[Math.max(0, firstFrom(noise, span.start + 1) - 1)];
    const cut = noiseAt && noiseAt.span.start <= span.start && noiseAt.span.end >= span.end;
    if (cut) continue;
    if (coveredTo <= span.start) whole.push(...partsOf(page, null, [narrationVoice], span));
    else if (span.end - coveredTo >= REST) rest.push(...partsOf(page, null, [narrationVoice], { start: coveredTo, end: span.end }));
  }
  return { whole, rest };
}
