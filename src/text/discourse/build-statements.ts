import type { Language } from '../../lang/language.ts';
import { idOf, type Rejected, type Span, type Speaker, type Statement } from '../../model/index.ts';
import type { Referent, Resolution } from '../actors/index.ts';
import { resolveSpeaker } from '../actors/index.ts';
import type { ActInput, ActResult } from '../acts/index.ts';
import type { Analysis } from '../attribution/analysis.ts';
import type { Candidate } from '../attribution/candidate.ts';
import { findFree, freeMark, REACH_OF } from '../attribution/free-rules.ts';

/** Who holds the floor while a report is read. */
interface Floor {
  readonly resolution: Resolution;
  readonly span: Span | null;
  readonly sentence: number;
  readonly paragraph: number;
}

export interface Built {
  readonly statements: readonly Statement[];
  readonly rejected: readonly Rejected[];
  readonly discourse: readonly { readonly at: number; readonly outer: string | null; readonly inner: string | null }[];
}

export interface BuildOptions {
  readonly report: string;
  readonly date: string | null;
  readonly language: Language;
  readonly act: (input: ActInput) => ActResult;
  readonly conditions: (content: Span) => readonly Span[];
  /** Sentences that are the newsroom's own or tell of silence: nothing in them is a statement. */
  readonly apart: readonly { readonly span: Span; readonly rule: string }[];
}

/** A statement in the making: its level and chain are set when all statements of its sentence are known. */
interface Draft {
  readonly candidate: Candidate;
  readonly content: readonly Span[];
  readonly resolution: Resolution;
  readonly speakerSpan: Span | null;
}

const UNNAMED: Speaker = { name: 'anonymous: nicht genannt', kind: 'anonymous', actor: null };
const NO_RESOLUTION: Resolution = {
  speakers: [UNNAMED],
  onBehalfOf: null,
  holder: null,
  authority: 'anonymous',
  confidence: 0.4,
  referents: [],
};
const REMEMBERED = 40;

/** Reads the candidates in order, resolves who speaks, carries speakers on, and nests the levels. */
export function buildStatements(
  sentences: readonly { readonly analysis: Analysis; readonly candidates: readonly Candidate[] }[],
  options: BuildOptions,
): Built {
  const drafts: Draft[] = [];
  const rejected: Rejected[] = [];
  const discourse: { at: number; outer: string | null; inner: string | null }[] = [];
  const recent: Referent[] = [];
  const apart = new Map(options.apart.map((found) => [found.span.start, found.rule]));
  let outer: Floor | null = null;
  let inner: Floor | null = null;
  for (const [index, { analysis, candidates }] of sentences.entries()) {
    const { sentence } = analysis;
    let own = [...candidates];
    const rule = apart.get(sentence.start);
    if (rule !== undefined) {
      for (const candidate of own)
        rejected.push({ span: placeOf(candidate, sentence), rule: candidate.rule, why: `the sentence is set apart by ${rule}` });
      discourse.push({ at: sentence.start, outer: nameOf(outer), inner: nameOf(inner) });
      continue;
    }
    const mark = freeMark(analysis);
    if (mark !== null && !mainIsReported(analysis, own)) {
      const free = findFree(analysis, mark);
      const near =
        inner !== null && index - inner.sentence <= REACH_OF[mark] && (inner.paragraph === sentence.paragraph || mark === 'subjunctive1');
      if ((near || mark === 'hearsay') && !sentence.headline) own = [free, ...own];
      else if (own.length === 0) {
        rejected.push({ span: free.content[0] ?? sentence, rule: free.rule, why: 'in the subjunctive, but nobody holds the floor here' });
      }
    }
    const atStart = inner;
    for (const candidate of own) {
      const found = resolve(candidate, analysis, recent, atStart, outer, options);
      if (!found) {
        rejected.push({ span: placeOf(candidate, sentence), rule: candidate.rule, why: 'no speaker can be told' });
        continue;
      }
      if (
        candidate.rule === 'de.mark.headline' &&
        candidate.form !== 'direct' &&
        found.speakers[0]?.kind === 'unregistered' &&
        !/^\p{Lu}[\p{L}.-]+ \p{Lu}/u.test(found.speakers[0].name)
      ) {
        rejected.push({
          span: placeOf(candidate, sentence),
          rule: candidate.rule,
          why: 'what stands before the colon is nobody who could speak',
        });
        continue;
      }
      const content = candidate.anaphoric
        ? antecedent(sentences, index, candidate)
        : candidate.content.filter((span) => span.start < span.end);
      if (content.length === 0) {
        rejected.push({ span: placeOf(candidate, sentence), rule: candidate.rule, why: 'nothing before it that it could mean' });
        continue;
      }
      const span = candidate.speaker.kind === 'outer' ? (atStart?.span ?? null) : candidate.speaker.span;
      drafts.push({ candidate, content, resolution: found, speakerSpan: span });
      const floor: Floor = { resolution: found, span, sentence: index, paragraph: sentence.paragraph };
      // An agreement told by the narrator gives nobody the floor; what is told of a saying does.
      const speaks = candidate.layer === 'speech' || !(candidate.entry?.group ?? 'de.act').startsWith('de.act');
      if (speaks && found.speakers[0] !== UNNAMED) {
        inner = floor;
        outer ??= floor;
      }
      if (candidate.speaker.kind !== 'outer' && candidate.speaker.kind !== 'previous') {
        // Who speaks in the sentence itself is taken up before those whose words it retells.
        const cueAt = candidate.cue[0]?.start ?? sentence.start;
        const retold = own.some((other) => other !== candidate && other.content.some((part) => part.start <= cueAt && cueAt < part.end));
        const at = retold ? (candidate.speaker.span?.start ?? sentence.start) : sentence.end;
        const { gender, plural } = candidate.speaker;
        const known = plural === true ? 'pl' : gender;
        for (const referent of found.referents)
          recent.push({ ...referent, gender: referent.gender ?? (found.referents.length === 1 ? known : null), at });
      }
    }
    mentionSubjects(analysis, recent, options);
    while (recent.length > REMEMBERED) recent.shift();
    if (outer !== null && inner !== null && outer.paragraph !== sentence.paragraph) outer = inner;
    discourse.push({ at: sentence.start, outer: nameOf(outer), inner: nameOf(inner) });
  }
  return { statements: nest(drafts, sentences, options), rejected, discourse };
}

/** Where a rejected candidate is shown: its first piece, or the sentence if a rule proposed none. */
function placeOf(candidate: Candidate, sentence: Span): Span {
  const { start, end } = candidate.content.find((span) => span.start < span.end) ?? sentence;
  return { start, end };
}

function nameOf(floor: Floor | null): string | null {
  return floor?.resolution.speakers.map((speaker) => speaker.name).join(' + ') ?? null;
}

/** Whether somebody's reported content already holds the finite verb of the main clause. */
function mainIsReported(analysis: Analysis, candidates: readonly Candidate[]): boolean {
  if (candidates.length === 0) return false;
  const main = analysis.clauses.find((clause) => clause.kind === 'main' && clause.predicate !== null);
  const verb = analysis.tokens[main?.predicate?.finite ?? -1];
  if (!verb) return true;
  const held = candidates.some(
    (candidate) => candidate.form !== 'reported' && candidate.content.some((span) => span.start <= verb.start && verb.end <= span.end),
  );
  // "Dies sei falsch, sagte er": the cue is the verb itself only where its clause reports.
  return (
    held ||
    candidates.some(
      (candidate) =>
        candidate.form !== 'reported' &&
        candidate.cue.some((span) => span.start <= verb.start && verb.end <= span.end) &&
        main?.predicate?.mood === 'indicative',
    )
  );
}

/** Names in the front field are remembered too, so that a pronoun in the next sentence finds them. */
function mentionSubjects(analysis: Analysis, recent: Referent[], options: BuildOptions): void {
  const { clauses, tokens, text, subject } = analysis;
  if (subject) {
    const { referents } = resolveSpeaker(text.slice(subject.start, subject.end), { date: options.date, recent });
    for (const referent of referents) if (referent.actor !== null) recent.push({ ...referent, at: subject.start });
  }
  for (const clause of clauses) {
    const { predicate } = clause;
    if (clause.kind !== 'main' || !predicate || predicate.finite <= clause.first) continue;
    const first = tokens[clause.first];
    const last = tokens[predicate.finite - 1];
    if (!first || !last || !first.capital || last.end - first.start > 120) continue;
    const resolution = resolveSpeaker(text.slice(first.start, last.end), { date: options.date, recent });
    for (const referent of resolution.referents) if (referent.actor !== null) recent.push({ ...referent, at: first.start });
  }
}

function resolve(
  candidate: Candidate,
  analysis: Analysis,
  recent: readonly Referent[],
  inner: Floor | null,
  outer: Floor | null,
  options: BuildOptions,
): Resolution | null {
  const { speaker } = candidate;
  switch (speaker.kind) {
    case 'nobody':
      return inner && inner.paragraph === analysis.sentence.paragraph ? inner.resolution : NO_RESOLUTION;
    case 'outer':
    case 'previous':
      return inner?.resolution ?? outer?.resolution ?? NO_RESOLUTION;
    default: {
      const span = speaker.name ?? speaker.span;
      if (!span) return null;
      const words = analysis.text.slice(span.start, span.end);
      const context = { date: options.date, recent };
      const full =
        speaker.span && speaker.span !== span && speaker.kind === 'phrase'
          ? resolveSpeaker(analysis.text.slice(speaker.span.start, speaker.span.end), context)
          : null;
      const found =
        full && full.speakers.length > 0 && full.speakers.some((one) => one.kind === 'actor') ? full : resolveSpeaker(words, context);
      if (found.speakers.length > 0) return found;
      if (speaker.kind === 'pronoun' && inner) return inner.resolution;
      return { ...NO_RESOLUTION, speakers: [{ name: words, kind: 'unregistered', actor: null }] };
    }
  }
}

/** The sentence before, for "Das teilte X mit"; not across a headline. */
function antecedent(sentences: readonly { readonly analysis: Analysis }[], index: number, candidate: Candidate): readonly Span[] {
  const before = sentences[index - 1]?.analysis;
  if (!before || before.sentence.headline) return candidate.form === 'indirect' ? [] : candidate.content;
  const { start, end } = before.sentence;
  let last = end;
  while (last > start && /[.!?\s]/.test(before.text.charAt(last - 1))) last--;
  return [{ start, end: last }];
}

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0);
const startOf = (spans: readonly Span[]): number => spans[0]?.start ?? 0;
const endOf = (spans: readonly Span[]): number => spans.at(-1)?.end ?? 0;

/** Puts each statement into the smallest other one around its cue, and reads the chain off. */
function nest(drafts: readonly Draft[], sentences: readonly { readonly analysis: Analysis }[], options: BuildOptions): Statement[] {
  const order = [...drafts].sort(
    (a, b) => startOf(a.content) - startOf(b.content) || sizeOf(b.content) - sizeOf(a.content) || cueStart(a) - cueStart(b),
  );
  const out: Statement[] = [];
  const open: Statement[] = [];
  const ids = new Set<string>();
  for (const draft of order) {
    const { candidate, content, resolution } = draft;
    const text = sentences[candidate.sentence]?.analysis.text ?? '';
    while (open.length > 0 && endOf(open.at(-1)?.content ?? []) <= startOf(content)) open.pop();
    const parent = open.findLast(
      (stmt) =>
        startOf(stmt.content) <= Math.min(startOf(content), candidate.rule === 'de.mark.cited' ? startOf(content) : cueStart(draft)) &&
        endOf(content) <= endOf(stmt.content) &&
        (sizeOf(stmt.content) > sizeOf(content) || candidate.rule === 'de.verb.reference' || candidate.rule === 'de.mark.cited') &&
        !sameSpeakers(stmt.speakers, resolution.speakers),
    );
    const judged = options.act({
      entry: candidate.entry ?? null,
      content: content.map((span) => text.slice(span.start, span.end)).join(' '),
      form: candidate.form,
      negated: candidate.negated,
      medium: resolution.speakers[0]?.kind === 'medium',
      carried: candidate.cue.length === 0 ? (out.at(-1)?.act ?? null) : null,
    });
    const stmt: Statement = {
      id: idOf(
        'stmt',
        options.report,
        candidate.rule,
        startOf(content),
        endOf(content),
        resolution.speakers.map((speaker) => speaker.name).join('+'),
      ),
      report: options.report,
      content,
      ...(candidate.clause ? { clause: candidate.clause } : {}),
      ...verbatimOf(candidate, content, sentences[candidate.sentence]?.analysis),
      cue: candidate.cue,
      speakerSpan: draft.speakerSpan,
      speakers: resolution.speakers,
      onBehalfOf: resolution.onBehalfOf,
      via: parent ? [...parent.via, ...parent.speakers] : [],
      level: parent ? parent.level + 1 : 0,
      within: parent?.id ?? null,
      form: candidate.form,
      // Verbatim words are speech, whatever the clause around them tells: "schloss sich an: „…“".
      layer: candidate.form === 'direct' ? 'speech' : candidate.layer,
      act: judged.act,
      modality: judged.modality,
      polarity: judged.polarity,
      conditions: content.flatMap(options.conditions),
      addressee: null,
      when: null,
      headline: candidate.headline,
      inferredByNarrator: false,
      editorialInserts: [],
      rule: candidate.rule,
      // The rule's precision says how surely it was said; who said it weighs little, since the speaker has a figure of its own.
      confidence: (options.language.rules.get(candidate.rule)?.precision ?? 0.6) * (0.9 + 0.1 * resolution.confidence),
    };
    if (ids.has(stmt.id)) continue;
    ids.add(stmt.id);
    out.push(stmt);
    open.push(stmt);
  }
  return out.map((stmt) => withoutInner(stmt, out));
}

function cueStart({ candidate, content }: Draft): number {
  return candidate.cue[0]?.start ?? startOf(content);
}

function sameSpeakers(a: readonly Speaker[], b: readonly Speaker[]): boolean {
  return a.length === b.length && a.every((speaker, index) => speaker.name === b[index]?.name);
}

/** The fragments in quotation marks within a content, without names of papers, films and ships. */
function verbatimOf(candidate: Candidate, content: readonly Span[], analysis: Analysis | undefined): { verbatim?: readonly Span[] } {
  if (!analysis || candidate.form === 'direct') return {};
  const verbatim = analysis.fragments
    .filter(
      (fragment) =>
        content.some((span) => span.start <= fragment.start && fragment.end <= span.end + 1) && !isTitle(analysis.text, fragment.inner),
    )
    .map((fragment) => ({ start: fragment.inner.start, end: fragment.inner.end }))
    .filter((words) => words.start < words.end);
  return verbatim.length > 0 ? { verbatim } : {};
}

/** A name in marks: every word begins with a capital, or it is one word after a noun ("die Zeitung „Bote“"). */
function isTitle(text: string, inner: Span): boolean {
  const words = text.slice(inner.start, inner.end).split(/\s+/);
  if (words.length <= 4 && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || /^(?:of|the|de|la|des|der|und)$/.test(word))) {
    return words.length > 1 || /\p{Lu}[\p{L}-]*\s*[„"«»“]?$/u.test(text.slice(Math.max(0, inner.start - 30), inner.start));
  }
  return false;
}

/** A fragment is the innermost speaker's; the levels around it only relay it. */
function withoutInner(stmt: Statement, all: readonly Statement[]): Statement {
  const { verbatim, ...rest } = stmt;
  if (!verbatim) return stmt;
  const inner = all.filter((other) => other.within === stmt.id && other.verbatim !== undefined);
  const own = verbatim.filter((words) => !inner.some((other) => other.verbatim?.some((span) => span.start === words.start)));
  return own.length > 0 ? { ...rest, verbatim: own } : rest;
}
