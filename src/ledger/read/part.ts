import type {
  Annotation,
  Mention,
  Quantity,
  Reading,
  ReadingValue,
  Report,
  Span,
  Stance,
  Statement,
  TimeExpression,
} from '../../model/index.ts';
import type { AgreementKey, Named } from './focus.ts';
import { inFocus, resolveAgreements } from './focus.ts';
import type { HolderLookup } from './holders.ts';
import { distance, firstFrom, within } from './sorted-spans.ts';
import type { Voice } from './voices.ts';

/** One report with everything in it sorted and its agreements resolved. */
export interface Page {
  readonly report: Report;
  readonly annotation: Annotation;
  readonly mentions: readonly Mention[];
  readonly named: readonly Named[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly sentences: readonly { readonly span: Span }[];
  readonly lookup: HolderLookup;
  readonly byId: ReadonlyMap<string, Statement>;
}

const byStart = (a: { readonly span: Span }, b: { readonly span: Span }): number => a.span.start - b.span.start || b.span.end - a.span.end;

export function makePage(report: Report, annotation: Annotation, lookup: HolderLookup): Page {
  const mentions = [...annotation.mentions].sort(byStart);
  return {
    report,
    annotation,
    mentions,
    named: resolveAgreements(mentions, report.text),
    times: [...annotation.times].sort(byStart),
    quantities: [...annotation.quantities].sort(byStart),
    sentences: annotation.sentences.map((span) => ({ span })).sort(byStart),
    lookup,
    byId: new Map(annotation.statements.map((statement) => [statement.id, statement])),
  };
}

/** The piece of one statement, or of the narration, that lies within one sentence. */
export interface Part {
  readonly page: Page;
  readonly statement: Statement | null;
  readonly voices: readonly Voice[];
  readonly span: Span;
  readonly sentence: Span;
  readonly mentions: readonly Mention[];
  /** Agreements named within the part, and within its sentence. */
  readonly named: readonly Named[];
  readonly namedAround: readonly Named[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
}

/** Cuts a range at the sentences; a text without sentences is one. */
export function partsOf(page: Page, statement: Statement | null, voices: readonly Voice[], range: Span): readonly Part[] {
  const parts: Part[] = [];
  const first = Math.max(0, firstFrom(page.sentences, range.start + 1) - 1);
  for (let index = first; index < page.sentences.length; index++) {
    const sentence = page.sentences[index]?.span;
    if (!sentence || sentence.start >= range.end) break;
    const span = { start: Math.max(range.start, sentence.start), end: Math.min(range.end, sentence.end) };
    if (span.end > span.start) parts.push(makePart(page, statement, voices, span, sentence));
  }
  return parts.length ? parts : [makePart(page, statement, voices, range, range)];
}

/** A text without full stops is one sentence; only so much of it is around a part. */
const AROUND = 2000;

function makePart(page: Page, statement: Statement | null, voices: readonly Voice[], span: Span, sentence: Span): Part {
  const around = { start: Math.max(sentence.start, span.start - AROUND), end: Math.min(sentence.end, span.end + AROUND) };
  return {
    page,
    statement,
    voices,
    span,
    sentence,
    mentions: within(page.mentions, span),
    named: within(page.named, span),
    namedAround: within(page.named, around),
    times: within(page.times, span),
    quantities: within(page.quantities, span),
  };
}

/** A reading in the making: what, of which local agreement, on which words. */
export interface Draft {
  readonly part: Part;
  readonly key: AgreementKey;
  readonly element: Reading['element'];
  readonly value: ReadingValue;
  readonly span: Span;
  readonly stance: Stance;
  readonly obliged: readonly string[];
  readonly rule: string;
  /** Whose version it is, if not the part's own voices'. */
  readonly voice?: Voice;
}

/** The mentions of a part that are of one kind and, if given, one of some codes. */
export function pick(part: Part, kind: Mention['kind'], ...codes: readonly string[]): readonly Mention[] {
  return part.mentions.filter((mention) => mention.kind === kind && (codes.length === 0 || codes.includes(mention.code)));
}

export const element = (part: Part, ...codes: readonly string[]): readonly Mention[] => pick(part, 'element', ...codes);

/**
 * The agreement a cue speaks of: the nearest one described in the part, else one pointed back to, then in its sentence, then
 * the last in focus. `reach` bounds how far back the focus may lie.
 */
export function agreementFor(
  part: Part,
  cue: Span,
  wanted: ReadonlySet<AgreementKey>,
  reach: number = Number.POSITIVE_INFINITY,
): AgreementKey | null {
  const nearest = (named: readonly Named[]) =>
    named
      .filter((one) => wanted.has(one.key))
      .sort((a, b) => Number(b.described) - Number(a.described) || distance(a.span, cue) - distance(b.span, cue))[0]?.key;
  return nearest(part.named) ?? nearest(part.namedAround) ?? inFocus(part.page.named, part.span.start, wanted, reach);
}

/** Holders of the actors named in a range, in order, each once. */
export function holdersIn(part: Part, range: Span): readonly string[] {
  const found: string[] = [];
  for (const mention of within(part.page.mentions, range)) {
    if (mention.kind !== 'actor') continue;
    const holder = part.page.lookup.holderOf(mention.code);
    if (holder !== null && !found.includes(holder)) found.push(holder);
  }
  return found;
}

/** Codes of the topics in a part, each once. */
export function topicsIn(part: Part): readonly string[] {
  return [...new Set(pick(part, 'topic').map((mention) => mention.code))].sort();
}

/** A calendar value that a reading can hold; vague references stay as they are, times of day are cut off. */
export function dateOf(part: Part): string | null {
  const time = part.times.find((one) => (one.type === 'DATE' || one.type === 'TIME') && /^\d{4}(?:-\d{2}){0,2}/.test(one.value));
  const exact = time ? /^\d{4}(?:-\d{2}){0,2}(?:T\d{2}:\d{2}(?::\d{2})?)?/.exec(time.value)?.[0] : undefined;
  return exact ?? part.times.find((one) => one.value.endsWith('_REF'))?.value ?? null;
}

/** Whom a part binds, as far as its words say. */
export function obligedBy(part: Part): readonly string[] {
  if (element(part, 'reciprocity', 'reciprocity_clause', 'both_sides').length || pick(part, 'place', 'both_countries').length)
    return ['mutual'];
  const act = part.statement?.act;
  const own = part.voices.map((voice) => voice.holder).filter((holder) => holder !== 'narration');
  if ((act === 'order' || act === 'promise' || element(part, 'ordered').length) && own.length) return own;
  return ['unstated'];
}

export function stanceOf(part: Part): Stance {
  // Who rejects a deal has no quarrel with one of its terms; who denies has.
  return part.statement?.act === 'deny' ? 'disputes' : 'asserts';
}
