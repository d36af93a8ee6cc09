import {
  type Actor,
  type Agreement,
  type AnchoredSpan,
  type Annotation,
  type Dossier,
  idOf,
  type Reading,
  type ReadingValue,
  type Report,
  type Span,
  type Statement,
} from '../../model/index.ts';
import { BOTH } from './course.ts';
import { findFlags } from './flags.ts';
import { groupBy } from './group-by.ts';
import { type HolderLookup, makeHolderLookup, type ResolveHolder } from './holders.ts';
import { type Cluster, linkAgreements } from './link.ts';
import { type Draft, makePage, type Page } from './part.ts';
import { readPage } from './read-page.ts';
import { within } from './sorted-spans.ts';
import { NARRATION, type Voice } from './voices.ts';

/** What the ledger reads from; `annotations` go by the key of their report. */
export interface LedgerInput {
  readonly reports: readonly Report[];
  readonly annotations: readonly Annotation[];
  readonly actors: readonly Actor[];
  /** Resolves a speaker's holder and authority; left out, the list of actors decides. */
  readonly holderOf?: ResolveHolder;
}

/** What the statements of all reports say, put together by agreement. */
export interface LedgerReadings {
  readonly agreements: readonly Agreement[];
  readonly readings: readonly Reading[];
  readonly flags: Dossier['flags'];
}

// Making it goes through all actors: a list that is used again, report by report, is gone through once.
const lookups = new WeakMap<readonly Actor[], HolderLookup>();

function lookupOf({ actors, holderOf }: LedgerInput): HolderLookup {
  if (holderOf) return makeHolderLookup(actors, holderOf);
  const known = lookups.get(actors) ?? makeHolderLookup(actors);
  lookups.set(actors, known);
  return known;
}

/** From statements to readings: who says what of which element of which agreement. */
export function readLedger(input: LedgerInput): LedgerReadings {
  const lookup = lookupOf(input);
  const byReport = new Map(input.annotations.map((annotation) => [annotation.report, annotation]));
  const seen = new Set<string>();
  const pages: Page[] = [];
  for (const report of input.reports) {
    const annotation = byReport.get(report.key);
    if (!annotation || seen.has(report.id)) continue;
    seen.add(report.id);
    pages.push(makePage(report, annotation, lookup));
  }
  const drafts = new Map(pages.map((page) => [page, readPage(page)]));
  const clusters = linkAgreements(pages, drafts, lookup);
  const readings = clusters.flatMap(readingsOf);
  return {
    agreements: clusters.map((cluster) => cluster.agreement),
    readings: readings.sort((a, b) => (a.id < b.id ? -1 : 1)),
    flags: pages.flatMap(findFlags),
  };
}

interface Made {
  readonly reading: Reading;
  readonly level: number;
}

function readingsOf(cluster: Cluster): readonly Reading[] {
  return cluster.members.flatMap(({ page, drafts }) => {
    const pair = leadPair(page);
    const made = drafts.flatMap((draft) => {
      const voices: readonly Voice[] = draft.voice ? [draft.voice] : draft.part.voices;
      return voices.map((voice) => makeReading(cluster.agreement, page, draft, voice, pair));
    });
    return withoutEchoes(made);
  });
}

/** Readings of one element by one holder on the same words: the innermost level stays and carries the statements of all. */
function withoutEchoes(made: readonly Made[]): readonly Reading[] {
  const kept: Reading[] = [];
  const groups = groupBy(made, ({ reading }) => {
    const who = reading.value.t === 'parties' ? reading.value.parties.join('+') : '';
    return [reading.element, reading.holder, reading.side, who].join('|');
  });
  for (const group of groups.values()) {
    const sorted = [...group].sort((a, b) => b.level - a.level || startOf(a.reading) - startOf(b.reading));
    const own: Reading[] = [];
    // Readings by the stretches of text they touch, so that a long report is not compared with itself.
    const touching = new Map<number, number[]>();
    for (const { reading } of sorted) {
      // "No reaction yet", said three times in one report, is one silence.
      const silence = reading.stance === 'silent' ? own.findIndex((other) => other.stance === 'silent') : -1;
      const quiet = own[silence];
      if (quiet) {
        own[silence] = { ...quiet, spans: [...quiet.spans, ...reading.spans] };
        continue;
      }
      const stretches = reading.spans.flatMap(stretchesOf);
      const overlaps = (other: Reading | undefined) =>
        other?.spans.some((a) => reading.spans.some((b) => a.start < b.end && b.start < a.end)) ?? false;
      const twin = stretches.flatMap((stretch) => touching.get(stretch) ?? []).find((at) => overlaps(own[at]));
      const known = twin === undefined ? undefined : own[twin];
      if (known && twin !== undefined) {
        own[twin] = { ...known, statements: [...new Set([...known.statements, ...reading.statements])].sort() };
        continue;
      }
      for (const stretch of stretches) touching.set(stretch, [...(touching.get(stretch) ?? []), own.length]);
      own.push(reading);
    }
    kept.push(...own);
  }
  return kept;
}

const STRETCH = 256;

function stretchesOf({ start, end }: Span): readonly number[] {
  const first = Math.floor(start / STRETCH);
  return Array.from({ length: Math.floor(Math.max(start, end - 1) / STRETCH) - first + 1 }, (_, step) => first + step);
}

const startOf = (reading: Reading): number => reading.spans[0]?.start ?? 0;

function makeReading(agreement: Agreement, page: Page, draft: Draft, voice: Voice, pair: string | null): Made {
  const { report, annotation } = page;
  const { statement } = draft.part;
  const spans = anchored(report, wordsShown(report, draft), statement?.editorialInserts ?? []);
  // Of a week or a year it is not known from which day on something was held.
  const held = /^\d{4}-\d{2}(?:-\d{2})?/.exec(statement?.when ?? '')?.[0] ?? null;
  const heldFrom = held !== null && (report.date === null || held <= report.date) ? held : report.date;
  const paired = pair?.split('-').includes(voice.holder) ?? false;
  const reading: Reading = {
    // Of its own words alone, so that it stays the same whatever other reports are read beside it.
    id: idOf(
      'rd',
      report.id,
      draft.key,
      draft.element,
      voice.holder,
      voice.speaker,
      draft.span.start,
      draft.span.end,
      JSON.stringify(draft.value),
    ),
    agreement: agreement.id,
    element: draft.element,
    holder: voice.holder,
    obliged: boundBy(draft, voice, agreement),
    value: withSides(draft.value, paired ? (pair?.split('-') ?? []) : agreement.parties),
    stance: draft.stance,
    spans,
    evidence: [],
    statements: statement ? [statement.id] : [],
    speaker: voice.speaker,
    authority: voice.authority,
    mode: (statement && saidIn(page, statement, voice)?.form) ?? statement?.form ?? null,
    act: statement?.act ?? null,
    modality: statement?.modality ?? [],
    language: report.language,
    originalLanguage: null,
    heldFrom,
    heldTo: null,
    knownFrom: report.date,
    knownTo: null,
    supersededBy: null,
    origin: 'machine',
    arrangement: paired ? pair : null,
    confidence: round(Math.max(0, Math.min(1, (statement?.confidence ?? 0.7) * 0.95))),
    rule: draft.rule,
    ...(voice.side === null ? {} : { side: voice.side }),
  };
  return { reading, level: statement?.level ?? (annotation.statements.length ? -1 : 0) };
}

/** Elements whose cue alone ("verfügbar", "überwacht") tells a reader nothing. */
const SHOWN_WHOLE: ReadonlySet<Reading['element']> = new Set([
  'next_step',
  'external_support',
  'monitoring',
  'guarantee',
  'parties_and_signatories',
]);
const SHORT = 170;

/** The words that carry an element; where they are a mere cue and the statement is short, the whole of what was said. */
function wordsShown(report: Report, { element, span, part }: Draft): Span {
  const cue = report.text.slice(span.start, span.end);
  const short = cue.trim().split(/\s+/).length < 3 && part.span.end - part.span.start <= SHORT;
  return short && part.statement !== null && SHOWN_WHOLE.has(element) ? part.span : span;
}

/** The level of speech that the voice stands on: a president's own words where he says what his state is ready to do. */
function saidIn(page: Page, statement: Statement, { speaker, holder }: Voice): Statement | undefined {
  if (holder === NARRATION || statement.speakers.some(({ name }) => name === speaker) || statement.within === null) return statement;
  const around = page.byId.get(statement.within);
  return around?.speakers.some(({ name }) => name === speaker) ? around : statement;
}

/** A party that names the other's land alone speaks of what its own side refrains from there; it binds itself. */
function boundBy(draft: Draft, { holder }: Voice, { parties }: Agreement): readonly string[] {
  const { value, obliged } = draft;
  if (value.t !== 'place' || !parties.includes(holder) || obliged.includes(holder)) return obliged;
  const others = value.include.length > 0 && value.include.every((place) => place !== holder && parties.includes(place));
  return others ? [holder] : obliged;
}

/** Puts the holders' codes where a text only says "both sides". */
function withSides(value: ReadingValue, sides: readonly string[]): ReadingValue {
  if (value.t !== 'parties' || !value.parties.includes(BOTH)) return value;
  return { ...value, parties: [...new Set([...value.parties.filter((party) => party !== BOTH), ...sides])].sort() };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The words of a range less what the newsroom put into them. */
function anchored(report: Report, range: Span, inserts: readonly Span[]): readonly AnchoredSpan[] {
  const pieces: AnchoredSpan[] = [];
  let from = range.start;
  const add = (start: number, end: number) => {
    let [a, b] = [start, end];
    while (a < b && /[\s,;:(]/.test(report.text.charAt(a))) a++;
    while (b > a && /[\s,;:(]/.test(report.text.charAt(b - 1))) b--;
    if (b > a) pieces.push({ report: report.key, start: a, end: b, exact: report.text.slice(a, b) });
  };
  for (const insert of [...inserts].sort((a, b) => a.start - b.start)) {
    if (insert.end <= from || insert.start >= range.end) continue;
    add(from, Math.max(from, insert.start));
    from = Math.min(range.end, insert.end);
  }
  add(from, range.end);
  return pieces.length ? pieces : [{ report: report.key, ...range, exact: report.text.slice(range.start, range.end) }];
}

/** How many sentences with persons at the head of a report tell which two sides it is about. */
const LEAD = 3;
/** Headlines, prompts and captions may stand before them. */
const HEAD = 12;

/** The two holders whose understanding a report tells, if its first sentences name persons of just two. */
function leadPair(page: Page): string | null {
  let persons = 0;
  const together = new Set<string>();
  for (const { span } of page.sentences.slice(0, HEAD)) {
    const holders = new Set<string>();
    for (const mention of within(page.mentions, span)) {
      if (mention.kind !== 'actor' || page.lookup.actor(mention.code)?.kind !== 'person') continue;
      const holder = page.lookup.standingOf({ name: '', kind: 'actor', actor: mention.code }, page.report.date).holder;
      if (holder !== null) holders.add(holder);
    }
    if (holders.size === 2) return [...holders].sort().join('-');
    for (const holder of holders) together.add(holder);
    if (holders.size > 0) persons++;
    if (persons >= LEAD) break;
  }
  return together.size === 2 ? [...together].sort().join('-') : null;
}
