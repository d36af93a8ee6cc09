import type { Mention, Span, Speaker, Statement } from '../../model/index.ts';
import { overlaps } from '../../model/index.ts';
import { defaultRegistry } from '../actors/registry.ts';
import { firstFrom, itemsWithin } from './spans-between.ts';

/** What the speakers of a whole report tell of one another, which no sentence shows alone. */
export interface SpeakerContext {
  readonly mentions: readonly Mention[];
  readonly sentences: readonly { readonly span: Span }[];
  /** Whose column an actor is of, on the day of the report. */
  readonly holderOf: (actor: string) => string | null;
  /** The office of each holder that the report names first. */
  readonly offices: ReadonlyMap<string, string>;
}

/** Bodies that publish readouts. */
const PUBLISHES: ReadonlySet<string> = new Set(['office', 'government', 'ministry']);
/** Acts whose content is what somebody undertakes; told within another's words they give nobody the floor. */
const UNDERTAKES: ReadonlySet<Statement['act']> = new Set(['agree', 'promise', 'order', 'reject']);
const PRONOUN = /^(?:er|sie|es)$/iu;
/** How far into the reported clause its subject may stand, in characters. */
const SUBJECT_WITHIN = 30;

const startOf = (statement: Statement): number => statement.cue[0]?.start ?? statement.content[0]?.start ?? 0;
const kindOf = (speaker: Speaker | undefined): string | null =>
  speaker?.actor ? (defaultRegistry().actor(speaker.actor)?.kind ?? null) : null;
const has = (mentions: readonly Mention[], code: string): boolean =>
  mentions.some((mention) => mention.kind === 'element' && mention.code === code);

/**
 * Speakers that only the report as a whole tells: the party whose readout "the readout" is, the governments of the two persons
 * a sentence names, the institution behind a pronoun that cannot mean the person named beside it.
 */
export function reviseSpeakers(text: string, statements: readonly Statement[], context: SpeakerContext): readonly Statement[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const order = [...statements].sort((a, b) => startOf(a) - startOf(b) || a.level - b.level);
  const renamed = new Map<string, Speaker>();
  const speakers = new Map<string, readonly Speaker[]>();
  let publisher: Speaker | null = null;
  let known: Speaker | null = null;
  let floor: Statement | null = null;
  for (const statement of order) {
    const revised: readonly Speaker[] | null =
      readoutOf(text, statement, byId, context, publisher, renamed) ??
      governmentsOf(statement, context) ??
      institutionFor(text, statement, known, context) ??
      undertakingPassed(statement, floor, byId);
    if (revised) speakers.set(statement.id, revised);
    const now: Statement = revised ? { ...statement, speakers: revised } : statement;
    const [first, second] = now.speakers;
    if (now.level === 0 && now.layer === 'speech' && now.cue.length > 0 && first?.actor && !second) {
      known = first;
      if (PUBLISHES.has(kindOf(first) ?? '')) publisher = first;
    }
    if (now.layer === 'speech') floor = now;
  }
  if (speakers.size === 0) return statements;
  const named = statements.map((statement) => ({
    ...statement,
    speakers: speakers.get(statement.id) ?? statement.speakers,
    via: statement.via.map((speaker) => renamed.get(speaker.name) ?? speaker),
  }));
  return named.map((statement) => withinRevised(statement, named, speakers));
}

/** What stood beside a statement as words of the same speaker is within it once somebody else is known to tell it. */
function withinRevised(statement: Statement, all: readonly Statement[], speakers: ReadonlyMap<string, readonly Speaker[]>): Statement {
  const content = statement.content[0];
  if (!content || statement.within !== null || speakers.has(statement.id)) return statement;
  for (const id of speakers.keys()) {
    const teller = all.find((other) => other.id === id);
    const around = teller?.content[0];
    if (!teller || !around || teller.speakers.some(({ name }) => statement.speakers.some((own) => own.name === name))) continue;
    if (around.start <= content.start && content.end <= around.end && around.end - around.start > content.end - content.start)
      return { ...statement, within: teller.id, level: teller.level + 1, via: [...teller.via, ...teller.speakers] };
  }
  return statement;
}

/** "The readout said": the party that published it is the body that last spoke in the report. */
function readoutOf(
  text: string,
  statement: Statement,
  byId: ReadonlyMap<string, Statement>,
  { mentions }: SpeakerContext,
  publisher: Speaker | null,
  renamed: Map<string, Speaker>,
): readonly Speaker[] | null {
  const [speaker, second] = statement.speakers;
  const named = statement.speakerSpan;
  if (!speaker || second || !named || speaker.actor !== null || publisher === null) return null;
  if (has(itemsWithin(mentions, named), 'readout')) {
    renamed.set(speaker.name, publisher);
    return [publisher];
  }
  // A pronoun within the readout's words means the person they are about.
  if (!renamed.has(speaker.name) || !PRONOUN.test(text.slice(named.start, named.end))) return null;
  const around = statement.within === null ? undefined : byId.get(statement.within);
  return around && around.speakers[0]?.name !== speaker.name ? around.speakers : [publisher];
}

/** "By the accounts of both governments": those of the two persons or bodies that the sentence names before. */
function governmentsOf(statement: Statement, context: SpeakerContext): readonly Speaker[] | null {
  const { mentions, sentences, holderOf } = context;
  const named = statement.speakerSpan;
  if (!named || statement.speakers.length !== 2) return null;
  const inside = itemsWithin(mentions, named);
  if (!has(inside, 'both_governments') || inside.some(({ kind }) => kind === 'actor')) return null;
  const sentence = sentences[firstFrom(sentences, named.start + 1) - 1]?.span;
  if (!sentence) return null;
  const holders = new Set<string>();
  for (const mention of itemsWithin(mentions, { start: sentence.start, end: named.start })) {
    const holder = mention.kind === 'actor' ? holderOf(mention.code) : null;
    if (holder !== null) holders.add(holder);
  }
  const spoken = new Set(statement.speakers.map(({ actor }) => (actor === null ? null : holderOf(actor))));
  if (holders.size !== 2 || [...holders].every((holder) => spoken.has(holder))) return null;
  return [...holders].map((holder) => bodyOf(holder, statement, context));
}

/** The office through which a state speaks in this report, else its government. */
function bodyOf(holder: string, statement: Statement, { offices, holderOf }: SpeakerContext): Speaker {
  const known = statement.speakers.find(({ actor }) => actor !== null && holderOf(actor) === holder);
  if (known) return known;
  const actor = defaultRegistry().actor(offices.get(holder) ?? `${holder.toLowerCase()}.government`);
  return { name: actor?.name ?? holder, kind: 'actor', actor: actor?.id ?? null };
}

/** "He added that the president had …": who is named as subject of the reported clause is not the one who reports it. */
function institutionFor(
  text: string,
  statement: Statement,
  known: Speaker | null,
  { mentions, holderOf }: SpeakerContext,
): readonly Speaker[] | null {
  const [speaker] = statement.speakers;
  const named = statement.speakerSpan;
  const content = statement.content[0];
  if (!speaker?.actor || !named || !content || !PRONOUN.test(text.slice(named.start, named.end))) return null;
  if (statement.form === 'direct' || overlaps(named, content)) return null;
  const subject = itemsWithin(mentions, { start: content.start, end: content.start + SUBJECT_WITHIN }).find(({ kind }) => kind === 'actor');
  if (subject?.code !== speaker.actor || subject.rule !== 'actor.name') return null;
  if (!known?.actor || known.actor === speaker.actor) return null;
  const registry = defaultRegistry();
  const sameGender = registry.actor(known.actor)?.gender === registry.actor(speaker.actor)?.gender;
  return sameGender || holderOf(known.actor) === holderOf(speaker.actor) ? [known] : null;
}

/** What follows in the subjunctive on an undertaking told by somebody else goes on in the teller's words. */
function undertakingPassed(statement: Statement, floor: Statement | null, byId: ReadonlyMap<string, Statement>): readonly Speaker[] | null {
  if (statement.cue.length > 0 || statement.form !== 'free_indirect' || !floor || floor.within === null) return null;
  if (!UNDERTAKES.has(floor.act) || floor.speakerSpan?.start !== statement.speakerSpan?.start) return null;
  const teller = byId.get(floor.within);
  return teller && teller.layer === 'speech' ? teller.speakers : null;
}
