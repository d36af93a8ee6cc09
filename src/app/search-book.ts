import { actors } from '../lang/actors/index.ts';
import { readLedger } from '../ledger/index.ts';
import type { Annotation, Report, Span, Statement } from '../model/index.ts';
import { type BookStore, type FoundPassage, type Passage, type PassageQuery, packPassages } from '../store/index.ts';
import { analyseWords, foldWord, matchWords, parseQuery } from '../text/search/index.ts';
import { reviewedAnnotations } from './review/reviewed-annotations.ts';

/** One hit: where it stands, its words, and which of them were looked for. */
export interface SearchHit extends FoundPassage {
  readonly report: Report;
  /** Words of the passage, `report.text.slice(start, end)`. */
  readonly exact: string;
  /** Stretches to be marked, in positions of the report. */
  readonly marks: readonly Span[];
  /** The statement, for hits of that kind. */
  readonly statement: Statement | null;
}

/** What a search found: newest first. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** How many there are; `atLeast` where counting was ended. */
  readonly total: number;
  readonly atLeast: boolean;
  /** Give it as `after` for the next page; null if there is none. */
  readonly next: number | null;
}

export interface SearchOptions {
  readonly limit?: number;
  readonly after?: number;
  readonly kind?: Passage['kind'];
  /** What whoever asks has at hand already; what is not among it is read from the book. */
  readonly atHand?: {
    /** By its id. */
    readonly report: (id: string) => Report | null;
    readonly statement: (id: string) => Statement | null;
  };
}

/** Counting ends here: nobody reads further, and a word that stands everywhere must not take a second. */
const COUNTED = 1_000;
const AT_ONCE = 200;
/** A stretch of text that is found by itself, in characters; paragraphs longer than this are cut at a blank. */
const LONGEST_STRETCH = 1_500;

/** A name in the one spelling by which it is found. */
export function foldName(name: string): string {
  return name
    .split(/[\s|]+/)
    .map(foldWord)
    .join(' ')
    .trim();
}

/** Paragraphs of a text, long ones cut at blanks; each letter is in one of them. */
export function stretchesOf(text: string): readonly Span[] {
  const stretches: Span[] = [];
  for (const { 0: paragraph, index } of text.matchAll(/[^\n\r]+/g)) {
    for (let start = 0; start < paragraph.length; ) {
      const rest = paragraph.length - start;
      const blank = rest > LONGEST_STRETCH ? paragraph.lastIndexOf(' ', start + LONGEST_STRETCH) : -1;
      const end = rest <= LONGEST_STRETCH ? paragraph.length : blank > start ? blank : start + LONGEST_STRETCH;
      stretches.push({ start: index + start, end: index + end });
      start = end;
    }
  }
  return stretches;
}

/** What of a report can be found: each statement with who says it and for whom, and the text stretch by stretch. */
export function passagesOf(report: Report, annotation: Annotation): readonly Passage[] {
  const { readings } = readLedger({ reports: [report], annotations: [annotation], actors });
  const wordsOf = (start: number, end: number): Pick<Passage, 'words' | 'extra'> => {
    const terms = analyseWords(report.text.slice(start, end), report.language);
    return { words: terms.map(({ term }) => term), extra: [...new Set(terms.flatMap(({ extra }) => extra))] };
  };
  const common = { outlet: foldName(report.outlet ?? ''), language: report.language, at: report.date?.slice(0, 10) ?? null };
  const statements = annotation.statements.map((statement): Passage => {
    const start = Math.min(...statement.content.map((piece) => piece.start), statement.clause?.start ?? Number.POSITIVE_INFINITY);
    const end = Math.max(...statement.content.map((piece) => piece.end), statement.clause?.end ?? 0);
    const own = readings.filter((reading) => reading.statements.includes(statement.id));
    return {
      ...common,
      ...wordsOf(start, end),
      id: statement.id,
      kind: 'statement',
      start,
      end,
      speakers: statement.speakers.map(({ name }) => foldName(name)),
      holders: [...new Set(own.map(({ holder }) => holder))].sort(),
      elements: [...new Set(own.map(({ element }) => element))].sort(),
    };
  });
  const texts = stretchesOf(report.text).map(
    ({ start, end }): Passage => ({
      ...common,
      ...wordsOf(start, end),
      id: `${report.id}:${start}`,
      kind: 'text',
      start,
      end,
      speakers: [],
      holders: [],
      elements: [],
    }),
  );
  return [...statements.filter(({ start, end }) => start < end), ...texts];
}

/** Brings the index of words up to date with the reports of the book; gives how many were indexed. */
export async function indexBook(store: BookStore, onProgress?: (done: number) => void): Promise<number> {
  let done = 0;
  for (;;) {
    const waiting = await store.unindexedReports(AT_ONCE);
    if (waiting.length === 0) return done;
    const ids = waiting.map(({ home }) => home);
    const reports = new Map((await store.facts('report', { ids })).map(({ id, body }) => [id, body]));
    const reviewed = await store.newest(['review']);
    const annotations = await reviewedAnnotations(store, reports);
    await store.indexPassages(
      waiting.map(({ home, of }) => {
        const report = reports.get(home);
        const annotation = annotations.get(home);
        return { home, of, passages: report && annotation ? packPassages(home, passagesOf(report, annotation)) : [] };
      }),
    );
    // Somebody has decided about a statement meanwhile: what was just indexed may be what it said before.
    if ((await store.newest(['review'])) !== reviewed) await store.forgetPassages(ids);
    else done += waiting.length;
    onProgress?.(done);
  }
}

/** Searches a book: words, "phrases", -without and fields as they are typed; newest first. */
export async function searchBook(
  store: BookStore,
  typed: string,
  { limit = 20, after, kind = 'statement', atHand }: SearchOptions = {},
): Promise<SearchAnswer> {
  const query = parseQuery(typed);
  const { speaker, outlet, holder, element, language, from, to } = query.fields;
  const asked: PassageQuery = {
    words: query.words,
    phrases: query.phrases,
    without: query.without,
    kind,
    limit: limit + 1,
    ...(speaker === undefined ? {} : { speaker: foldName(speaker) }),
    ...(outlet === undefined ? {} : { outlet: foldName(outlet) }),
    ...(holder === undefined ? {} : { holder: holder.length === 2 ? holder.toUpperCase() : holder }),
    ...(element === undefined ? {} : { element }),
    ...(language === undefined ? {} : { language }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const found = await store.findPassages(after === undefined ? asked : { ...asked, after });
  // A first page that is not full holds all there is.
  const isAll = after === undefined && found.length <= limit;
  const total = isAll ? found.length : await store.countPassages({ ...asked, limit: COUNTED + 1 });
  const shown = found.slice(0, limit);
  const isMissing = ({ id, home }: FoundPassage): boolean =>
    !atHand?.report(home) || (kind === 'statement' && atHand.statement(id) === null);
  const ids = [...new Set(shown.filter(isMissing).map(({ home }) => home))];
  const reports = ids.length === 0 ? null : new Map((await store.facts('report', { ids })).map(({ id, body }) => [id, body]));
  const annotations = kind === 'statement' && reports !== null ? await reviewedAnnotations(store, reports) : null;
  const hits = shown.flatMap((passage): readonly SearchHit[] => {
    const report = atHand?.report(passage.home) ?? reports?.get(passage.home);
    if (!report) return [];
    const exact = report.text.slice(passage.start, passage.end);
    const marks = matchWords(exact, report.language, query).map(({ start, end }) => ({
      start: start + passage.start,
      end: end + passage.start,
    }));
    const found = annotations?.get(passage.home)?.statements.find(({ id }) => id === passage.id);
    const statement = kind === 'statement' ? (atHand?.statement(passage.id) ?? found ?? null) : null;
    return [{ ...passage, report, exact, marks, statement }];
  });
  return {
    hits,
    total: Math.min(total, COUNTED),
    atLeast: total > COUNTED,
    next: found.length > limit ? (shown.at(-1)?.place ?? null) : null,
  };
}
