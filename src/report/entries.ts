import type { Messages } from '../i18n/index.ts';
import { type AnchoredSpan, type Dossier, labelOf, type Reading, type StatementForm } from '../model/index.ts';
import type { EntryView, SourceRef, WordsView } from './dossier-view.ts';
import { printable } from './printable.ts';
import { readable } from './readable.ts';
import { type ContextOf, isWithinMarks } from './source-context.ts';
import { sourceTags } from './source-tags.ts';
import { type NameOf, valueHeadline, valueWords } from './value-words.ts';

/** Everything that turning readings and spans into entries needs to look up. */
export interface EntryMaker {
  readonly entry: (reading: Reading, withArrangement?: boolean) => EntryView;
  /** Entries of several readings; those that say the same in the same words become one with several sources. */
  readonly entries: (readings: readonly Reading[]) => readonly EntryView[];
  readonly words: (spans: readonly AnchoredSpan[], form: StatementForm | null) => WordsView | null;
  readonly sources: (spans: readonly AnchoredSpan[]) => readonly SourceRef[];
  readonly nameOf: NameOf;
}

/**
 * True if words may be set in quotation marks: direct speech, or a piece that stands within the report's own marks. Where
 * the report cannot be looked at, a piece of a clause gets none.
 */
function isVerbatim(spans: readonly AnchoredSpan[], form: StatementForm | null, contextOf: ContextOf | null): boolean {
  if (form === 'direct') return true;
  return spans.every((span) => {
    // Words with marks inside them run from one quotation into the next, or hold one: the whole is then the report's.
    if (/[„“”"«»]/.test(span.exact)) return false;
    const context = contextOf?.(span);
    return context ? isWithinMarks(context) : false;
  });
}

/** Canonical names mark unnamed sources and media in front, for sorting; a reader gets a name. */
export function speakerInWords(name: string, messages: Messages): string {
  const [, mark, rest = ''] = /^(anonymous|medium):\s*(.*)$/s.exec(name) ?? [];
  if (mark === undefined) return printable(name);
  return mark === 'medium' ? printable(rest) : `${printable(rest)} (${messages.authority.anonymous})`;
}

/** Drops what a longer entry beside it already says: the same speaker and value, in a span that lies within the other's. */
function withoutEchoes(entries: readonly EntryView[]): readonly EntryView[] {
  const lengthOf = (entry: EntryView): number => entry.spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const isWithin = (inner: EntryView, outer: EntryView): boolean =>
    inner.spans.length > 0 &&
    inner.spans.every((span) =>
      outer.spans.some((whole) => whole.report === span.report && whole.start < span.end && span.start < whole.end),
    );
  const isEcho = (entry: EntryView, i: number): boolean =>
    entries.some((other, j) => {
      if (i === j || other.value !== entry.value || other.who !== entry.who) return false;
      const longer = lengthOf(other) - lengthOf(entry);
      return (longer > 0 || (longer === 0 && j < i)) && isWithin(entry, other);
    });
  return entries.filter((entry, i) => !isEcho(entry, i));
}

/** Values that say all there is to say, so that the same value of the same speaker is one entry whatever the words. */
const PLAIN_VALUES: ReadonlySet<Reading['value']['t']> = new Set(['start', 'duration', 'extension', 'count', 'mechanism']);

/** Two entries that say the same, as one: with the better words, and the sources of both. */
function joined(seen: EntryView, next: EntryView): EntryView {
  const fresh = next.sources.filter(({ report }) => !seen.sources.some((source) => source.report === report));
  const better =
    rankOf(next) < rankOf(seen) || (rankOf(next) === rankOf(seen) && (next.words?.text.length ?? 0) > (seen.words?.text.length ?? 0));
  return {
    ...(better ? next : seen),
    sources: [...seen.sources, ...fresh],
    spans: [...seen.spans, ...next.spans],
    urls: [...seen.urls, ...next.urls],
  };
}

/** The speaker's own words come first, since they are what a reader compares; that somebody said nothing comes last. */
const rankOf = ({ silent, words }: EntryView): number => (silent ? 2 : words?.verbatim ? 0 : 1);

const silentSpans = ({ stance, spans }: Reading): readonly AnchoredSpan[] => (stance === 'silent' ? spans.slice(0, 1) : spans);

/** Prepares the look-ups for one dossier. */
export function entryMaker(dossier: Dossier, messages: Messages, contextOf: ContextOf | null): EntryMaker {
  const tags = sourceTags(dossier.reports);
  const dates = new Map(dossier.reports.map(({ key, date }) => [key, date]));
  const holders = new Map(dossier.holders.map(({ code, name }) => [code, name[messages.code]]));
  const nameOf: NameOf = (code) =>
    code === 'narration'
      ? messages.ui.narrationOf
      : (holders.get(code) ?? messages.concept[code] ?? labelOf(code, messages.code).replaceAll('_', ' '));

  const sources = (spans: readonly AnchoredSpan[]): readonly SourceRef[] =>
    [...new Set(spans.map(({ report }) => report))].map((report) => ({
      report,
      tag: tags.get(report) ?? report,
      date: dates.get(report) ?? null,
    }));

  const languages = new Map(dossier.reports.map(({ key, language }) => [key, language]));
  const shownOf = (span: AnchoredSpan): string => {
    const context = contextOf?.(span) ?? null;
    return context ? readable(context, languages.get(span.report) ?? 'de') : span.exact;
  };

  const words = (spans: readonly AnchoredSpan[], form: StatementForm | null): WordsView | null => {
    const text = spans.map((span) => printable(shownOf(span))).join(' … ');
    return text ? { text, verbatim: isVerbatim(spans, form, contextOf) } : null;
  };

  const notesOf = (reading: Reading, withArrangement: boolean): readonly string[] => {
    const { ui, stance } = messages;
    const notes: string[] = [];
    if (reading.stance !== 'asserts' && reading.stance !== 'silent') {
      const towards = reading.towards === undefined ? '' : ` ${nameOf(reading.towards)}`;
      notes.push(`${stance[reading.stance]}${towards}`);
    }
    if (withArrangement && reading.arrangement !== null) notes.push(ui.arrangement(reading.arrangement.split('-').map(nameOf).join('–')));
    if (reading.originalLanguage !== null && reading.originalLanguage !== reading.language) {
      notes.push(ui.translated(reading.originalLanguage));
    }
    if (reading.origin === 'curated') notes.push(ui.curated);
    if (reading.review?.state === 'accepted') notes.push(messages.review.reviewed(reading.review.by));
    return notes;
  };

  const entry = (reading: Reading, withArrangement = false): EntryView => {
    const evidence = reading.evidence.map(({ exact }) => printable(exact)).join(' … ');
    // A silence that a report states several times is stated once here.
    const shown = silentSpans(reading);
    const found = words(shown, reading.mode);
    // Where the report is not at hand, the ledger has seen its marks.
    const told = found !== null && contextOf === null && reading.verbatim === true ? { ...found, verbatim: true } : found;
    const own = told ?? (evidence ? { text: evidence, verbatim: false } : null);
    const silent = reading.stance === 'silent';
    // What a person has put in place of the machine's value is what there is to see.
    const value =
      own && reading.rule !== 'correction' ? valueHeadline(reading.value, messages, nameOf) : valueWords(reading.value, messages, nameOf);
    return {
      id: reading.id,
      holder: reading.holder,
      element: reading.element,
      silent,
      value: silent ? messages.ui.saidNothing : value || null,
      words: own,
      who: reading.speaker === null ? null : speakerInWords(reading.speaker, messages),
      how: reading.mode === null ? null : messages.form[own?.verbatim ? 'direct' : reading.mode],
      notes: notesOf(reading, withArrangement),
      sources: sources(reading.spans),
      spans: reading.spans,
      urls: reading.evidence.map(({ url }) => url),
      heldFrom: reading.heldFrom,
    };
  };

  const entries = (readings: readonly Reading[]): readonly EntryView[] => {
    // Which understanding a reading belongs to matters only where one side has several.
    const understandings = new Set(
      readings.flatMap(({ holder, arrangement }) => (arrangement === null ? [] : [`${holder} ${arrangement}`])),
    );
    const several = understandings.size > new Set([...understandings].map((one) => one.split(' ')[0])).size;
    const merged = new Map<string, EntryView>();
    for (const reading of readings) {
      const next = entry(reading, several);
      // Thirty days are thirty days in whatever words; what somebody agrees to is not.
      const isPlain = PLAIN_VALUES.has(reading.value.t) && next.value !== null && !next.silent;
      const key = JSON.stringify([next.value, isPlain ? null : next.words, next.who, next.notes]);
      const seen = merged.get(key);
      merged.set(key, seen ? joined(seen, next) : next);
    }
    return withoutEchoes([...merged.values()]).toSorted((a, b) => rankOf(a) - rankOf(b));
  };

  return { entry, entries, words, sources, nameOf };
}

/** The words with the marks they may carry: a pair that the words do not hold themselves, so that nothing in them is changed. */
export function withMarks({ text, verbatim }: WordsView, messages: Messages): string {
  if (!verbatim) return text;
  const [outer, other] = messages.quotes;
  const [open, close] = /[„“”"]/.test(text) ? other : outer;
  return `${open}${text}${close}`;
}
