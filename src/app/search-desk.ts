import type { Annotation, Report, Span, Statement } from '../model/index.ts';
import type { Passage } from '../store/index.ts';
import { matchWords, parseQuery, type SearchField, type SearchQuery } from '../text/search/index.ts';
import { foldName, passagesOf } from './search-book.ts';

/** One hit: where it stands, and which of its words were looked for. */
export interface DeskHit {
  readonly passage: Passage;
  readonly report: Report;
  /** Words of the passage, `report.text.slice(start, end)`. */
  readonly exact: string;
  /** Stretches to be marked, in positions of `exact`. */
  readonly marks: readonly Span[];
  /** The statement, for hits of that kind. */
  readonly statement: Statement | null;
}

/** What is looked for: words as they are typed, narrowed by fields; a field typed among the words counts where none is given. */
export interface DeskSearch {
  readonly typed: string;
  readonly kind: Passage['kind'];
  readonly fields: Readonly<Partial<Record<SearchField, string>>>;
  /** Whether a report may be found; one that was not yet known is not. */
  readonly isKnown: (report: string) => boolean;
}

/** What a desk over files finds without a store: all hits, newest first. */
export interface SearchDesk {
  /** Hit by hit, newest first: whoever shows a page need not wait for all. */
  readonly each: (search: DeskSearch) => Iterable<DeskHit>;
  readonly find: (search: DeskSearch) => readonly DeskHit[];
}

/** What a search may find: a passage, the report whose text its positions count in, and the statement where it is one. */
interface Searchable {
  readonly passage: Passage;
  readonly report: Report;
  readonly statement: Statement | null;
}

interface Indexed {
  readonly passages: readonly Searchable[];
  /** Places in `passages` by term, ascending. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Every statement and stretch of text of some reports. */
export function searchableIn(reports: readonly Report[], annotations: ReadonlyMap<string, Annotation>): readonly Searchable[] {
  return reports.flatMap((report) => {
    const annotation = annotations.get(report.key);
    if (!annotation) return [];
    const statements = new Map(annotation.statements.map((one) => [one.id, one]));
    return passagesOf(report, annotation).map((passage) => ({ passage, report, statement: statements.get(passage.id) ?? null }));
  });
}

function indexed(all: readonly Searchable[]): Indexed {
  const passages = all.toSorted(
    (a, b) =>
      // What bears no date comes last: nobody can say that it is new.
      Number(a.passage.at === null) - Number(b.passage.at === null) ||
      (b.report.date ?? '').localeCompare(a.report.date ?? '') ||
      (a.report.key < b.report.key ? -1 : a.report.key > b.report.key ? 1 : a.passage.start - b.passage.start),
  );
  const places = new Map<string, number[]>();
  passages.forEach(({ passage }, at) => {
    for (const term of new Set([...passage.words, ...passage.extra])) {
      const known = places.get(term);
      if (known) known.push(at);
      else places.set(term, [at]);
    }
  });
  return { passages, places };
}

/** The answer of `holdsWords` on the words of a passage, which are known already. */
function holds({ words, extra }: Passage, query: SearchQuery): boolean {
  const has = (choices: readonly string[]): boolean => choices.some((choice) => words.includes(choice) || extra.includes(choice));
  return (
    query.words.every(has) &&
    !query.without.some(has) &&
    query.phrases.every((phrase) => words.some((_, at) => phrase.every((choices, further) => choices.includes(words[at + further] ?? ''))))
  );
}

function isWithin({ speakers, outlet, holders, elements, language, at }: Passage, fields: DeskSearch['fields']): boolean {
  const names = (folded: string, wanted: string | undefined): boolean => wanted === undefined || folded.includes(foldName(wanted));
  return (
    (fields.speaker === undefined || speakers.some((speaker) => names(speaker, fields.speaker))) &&
    names(outlet, fields.outlet) &&
    (fields.holder === undefined || holders.includes(fields.holder.length === 2 ? fields.holder.toUpperCase() : fields.holder)) &&
    (fields.element === undefined || elements.some((element) => element === fields.element)) &&
    (fields.language === undefined || language === fields.language) &&
    (fields.from === undefined || (at !== null && at >= fields.from)) &&
    (fields.to === undefined || (at !== null && at <= fields.to))
  );
}

/** Makes the search of a desk; its index is built when somebody searches for the first time. */
export function makeSearchDesk(searchable: () => readonly Searchable[]): SearchDesk {
  let built: Indexed | null = null;
  function* each({ typed, kind, fields: given, isKnown }: DeskSearch): Generator<DeskHit> {
    built ??= indexed(searchable());
    const { passages, places } = built;
    const query = parseQuery(typed);
    const fields = { ...query.fields, ...given };
    // The rarest word says where to look; all the others are checked there.
    const choices = [...query.words, ...query.phrases.flat()];
    const candidates = choices.map((terms) => [...new Set(terms.flatMap((term) => places.get(term) ?? []))]);
    const fewest = candidates.toSorted((a, b) => a.length - b.length)[0]?.sort((a, b) => a - b) ?? passages.keys();
    for (const at of fewest) {
      const found = passages[at];
      if (!found || found.passage.kind !== kind || !isKnown(found.report.key) || !isWithin(found.passage, fields)) continue;
      const { passage, report, statement } = found;
      const exact = report.text.slice(passage.start, passage.end);
      if (!holds(passage, query)) continue;
      yield {
        passage,
        report,
        exact,
        statement,
        // Of many hits few are shown.
        get marks() {
          return matchWords(exact, report.language, query);
        },
      };
    }
  }
  return { each, find: (search) => [...each(search)] };
}
