import type { ServedAudience } from '../app/book-desk.ts';
import type { PlacedChange } from '../app/changes/change.ts';
import type { Desk, Moment } from '../app/desk.ts';
import { type KeptRelease, releasesFor } from '../app/released-from-book.ts';
import { searchBook } from '../app/search-book.ts';
import type { DeskHit } from '../app/search-desk.ts';
import type { Placed } from '../ledger/statements.ts';
import type { Dossier, ReleasedBook, Span, Speaker } from '../model/index.ts';
import { type CursorKey, type Ordered, ordered } from './frame/cursor.ts';
import type { ApiSite } from './site.ts';

type ReportItem = Dossier['reports'][number];
type StatementItem = Dossier['statements'][number];

/** A hit of the search, as everybody is given it. */
export interface FoundWords {
  readonly id: string;
  readonly kind: 'statement' | 'text';
  /** Key of the report. */
  readonly report: string;
  readonly outlet: string | null;
  readonly at: string | null;
  readonly exact: string;
  /** Stretches to be marked, in positions of `exact`. */
  readonly marks: readonly Span[];
  readonly speakers: readonly Speaker[];
}

/** What is looked for; `after` is the key of the last hit given. */
export interface WordSearch {
  readonly typed: string;
  readonly kind: FoundWords['kind'];
  readonly limit: number;
  readonly after: CursorKey | null;
}

export interface FoundPage {
  readonly hits: readonly FoundWords[];
  readonly total: number;
  readonly atLeast: boolean;
  readonly next: CursorKey | null;
}

/**
 * All that an asker may see of a book. For the public it is made from the public desk and the releases for everybody alone: a route
 * cannot tell more than stands in it.
 */
export interface View {
  readonly audience: ServedAudience;
  readonly dossier: (moment?: Moment) => Dossier;
  readonly incidents: (asOf: string | null) => ReleasedBook;
  /** Newest first. */
  readonly reports: Ordered<ReportItem>;
  /** By id or key. */
  readonly report: (name: string) => ReportItem | null;
  /** Text of a report by its key; null where only quotations may be seen. */
  readonly text: (key: string) => string | null;
  /** Ids of all statements, in their order. */
  readonly statementIds: () => Ordered<string>;
  readonly statement: (id: string) => StatementItem | null;
  readonly statementsIn: (report: string) => readonly StatementItem[];
  readonly search: (search: WordSearch) => Promise<FoundPage>;
  /** What of the key of a hit is of which type. */
  readonly searchKey: Ordered<unknown>['types'];
  readonly releases: () => Promise<readonly KeptRelease[]>;
  /** What the audience was told of changes, oldest first. */
  readonly changes: () => Promise<readonly PlacedChange[]>;
  readonly content: (release: KeptRelease) => Promise<Uint8Array | null>;
}

type Lists = Pick<View, 'reports' | 'report' | 'statementIds' | 'statement' | 'statementsIn'>;

/** A statement with its words. */
function itemOf({ statement, report }: Placed): StatementItem {
  const words = ({ start, end }: Span): string => report.text.slice(start, end);
  return { ...statement, exact: statement.content.map(words), cueExact: statement.cue.map(words) };
}

/** Where quotations alone may be seen, the statements are those that the dossier quotes. */
function quotedLists(desk: Desk): Pick<Lists, 'statementIds' | 'statement' | 'statementsIn'> {
  const { statements } = desk.dossier();
  const byId = new Map(statements.map((one) => [one.id, one]));
  const byReport = new Map<string, StatementItem[]>();
  for (const one of statements) {
    const group = byReport.get(one.report);
    if (group) group.push(one);
    else byReport.set(one.report, [one]);
  }
  for (const group of byReport.values()) group.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  const ids = inOrder(byId.keys());
  return {
    statementIds: () => ids,
    statement: (id) => byId.get(id) ?? null,
    statementsIn: (report) => byReport.get(report) ?? [],
  };
}

/** Words are cut out when they are asked for: a desk of many statements must be there at once. */
function wholeLists(desk: Desk): Pick<Lists, 'statementIds' | 'statement' | 'statementsIn'> {
  let ids: Ordered<string> | null = null;
  return {
    statementIds: () => {
      ids ??= inOrder(desk.statements.keys());
      return ids;
    },
    statement: (id) => {
      const placed = desk.statements.get(id);
      return placed ? itemOf(placed) : null;
    },
    statementsIn: (report) => desk.statementsIn(report).map(itemOf),
  };
}

const inOrder = (ids: Iterable<string>): Ordered<string> => ({ items: [...ids].sort(), keyOf: (id) => [id], types: ['string'] });

function listsOf(desk: Desk): Lists {
  const { reports } = desk.dossier();
  const byName = new Map(reports.flatMap((report) => [[report.key, report] as const, [report.id, report] as const]));
  return {
    reports: ordered(reports, { keyOf: ({ date, id }) => [date ?? '', id], types: ['string', 'string'], isDescending: true }),
    report: (name) => byName.get(name) ?? null,
    ...(desk.hasTexts ? wholeLists(desk) : quotedLists(desk)),
  };
}

const made = new WeakMap<Desk, Lists>();

function keptLists(desk: Desk): Lists {
  const known = made.get(desk);
  if (known) return known;
  const lists = listsOf(desk);
  made.set(desk, lists);
  return lists;
}

/** Counting ends here, as it does in the search of the store. */
const COUNTED = 1_000;

/** Newest first, what bears no date last; within a report by id. */
const hitKey = ({ report, passage }: DeskHit): CursorKey => [report.date ?? '', report.key, passage.id];

function comesAfter(hit: DeskHit, after: CursorKey): boolean {
  const [date = '', ...rest] = hitKey(hit);
  const [afterDate = '', ...afterRest] = after;
  if (date !== afterDate) return date < afterDate;
  const at = rest.findIndex((part, index) => part !== afterRest[index]);
  return at >= 0 && (rest[at] ?? '') > (afterRest[at] ?? '');
}

/** The search among what a desk may show: for whoever sees quotations alone. */
function searchDesk(desk: Desk, { typed, kind, limit, after }: WordSearch): FoundPage {
  const shown: DeskHit[] = [];
  let [total, isMore] = [0, false];
  // The place is found by the order of the hits and not by one hit, which may have gone since.
  for (const hit of desk.search.each({ typed, kind, fields: {}, isKnown: () => true })) {
    total++;
    if (after === null || comesAfter(hit, after)) {
      if (shown.length < limit) shown.push(hit);
      else isMore = true;
    }
    if (isMore && total > COUNTED) break;
  }
  const last = shown.at(-1);
  return {
    hits: shown.map(({ passage, report, exact, marks, statement }) => ({
      id: passage.id,
      kind: passage.kind,
      report: report.key,
      outlet: report.outlet,
      at: passage.at,
      exact,
      marks,
      speakers: statement?.speakers ?? [],
    })),
    total: Math.min(total, COUNTED),
    atLeast: total > COUNTED,
    next: last !== undefined && isMore ? hitKey(last) : null,
  };
}

/** The search in the index of the book: for whoever may read it. */
async function searchStore(store: ApiSite['store'], desk: Desk, { typed, kind, limit, after }: WordSearch): Promise<FoundPage> {
  const place = after?.[0];
  const { report } = keptLists(desk);
  const atHand = {
    report: (id: string) => desk.reports.get(report(id)?.key ?? '') ?? null,
    statement: (id: string) => desk.statements.get(id)?.statement ?? null,
  };
  const answer = await searchBook(store, typed, { kind, limit, atHand, ...(typeof place === 'number' ? { after: place } : {}) });
  return {
    hits: answer.hits.map(({ id, report, at, start, exact, marks, statement }) => ({
      id,
      kind,
      report: report.key,
      outlet: report.outlet,
      at,
      exact,
      marks: marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
      speakers: statement?.speakers ?? [],
    })),
    total: answer.total,
    atLeast: answer.atLeast,
    next: answer.next === null ? null : [answer.next],
  };
}

/** The view of a desk. */
export function viewOf(desk: Desk, { store, now, changes }: Pick<ApiSite, 'store' | 'now' | 'changes'>): View {
  const audience: ServedAudience = desk.audience === 'internal' ? 'internal' : 'public';
  return {
    audience,
    ...keptLists(desk),
    dossier: (moment) => desk.dossier(moment),
    incidents: (asOf) => desk.incidents.released(asOf, audience, now()),
    text: (key) => (desk.hasTexts ? (desk.reports.get(key)?.text ?? null) : null),
    search: async (search) => (desk.hasTexts ? searchStore(store, desk, search) : searchDesk(desk, search)),
    searchKey: desk.hasTexts ? ['number'] : ['string', 'string', 'string'],
    releases: () => releasesFor(store, audience),
    changes: async () => (await changes?.changes(audience)) ?? [],
    content: async ({ contentSha256 }) => (contentSha256 === null ? null : store.content(contentSha256)),
  };
}
