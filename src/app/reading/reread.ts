import { actors } from '../../lang/actors/index.ts';
import { readLedger } from '../../ledger/index.ts';
import type { Annotation, Reading, Report, RereadDifference, RereadItem, Statement, StoredAnnotation } from '../../model/index.ts';
import {
  type AnyNewFact,
  BookFailure,
  type BookStore,
  type By,
  canonicalJson,
  type Fact,
  type HeldWriting,
  type Unchanged,
} from '../../store/index.ts';
import { annotate } from '../../text/pipeline.ts';
import { ruleVersion } from '../rule-version.ts';

/** What reading the whole book anew has come to. */
export interface RereadResult {
  readonly rules: string;
  /** Reports read anew; those of these rules are not read again. */
  readonly read: number;
  readonly same: number;
  readonly taken: number;
  readonly held: number;
}

export interface RereadOptions {
  readonly by: By;
  /** Reads a report; left out, the rules of this program do. */
  readonly read?: (report: Report) => Annotation;
  /** Name of those rules. */
  readonly rules?: string;
  readonly onProgress?: (read: number, total: number) => void;
}

/** Reports that are compared and written together. */
const BATCH = 50;

const quoted = (text: string, spans: readonly { readonly start: number; readonly end: number }[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ');

function itemOfStatement(text: string, stmt: Statement): RereadItem {
  const says = `${stmt.act} ${stmt.polarity} ${stmt.speakers.map(({ name }) => name).join(' + ')}`;
  return { kind: 'statement', id: stmt.id, exact: quoted(text, stmt.content), says };
}

function itemOfReading(reading: Reading): RereadItem {
  const exact = reading.spans.map((span) => span.exact).join(' … ');
  return { kind: 'reading', id: reading.id, exact, says: `${reading.element} ${reading.holder} ${canonicalJson(reading.value)}` };
}

interface Placed {
  readonly item: RereadItem;
  /** What it is of: the same words at the same level of speech, or the same words about the same element. */
  readonly place: string;
  /** Everything it says. */
  readonly whole: string;
}

/** What one report says by one annotation, each thing with its place in the text. */
function saidBy(report: Report, annotation: Annotation): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  const add = (placed: Placed): void => {
    found.set(placed.item.id, placed);
  };
  for (const stmt of annotation.statements) {
    const { id: _, rule: __, confidence: ___, within: ____, ...rest } = stmt;
    const place = `statement|${stmt.level}|${stmt.content.map(({ start, end }) => `${start}-${end}`).join(',')}`;
    add({ item: itemOfStatement(report.text, stmt), place, whole: canonicalJson(rest) });
  }
  for (const reading of readLedger({ reports: [report], annotations: [annotation], actors }).readings) {
    const spans = reading.spans.map(({ start, end }) => `${start}-${end}`).join(',');
    const { element, holder, value, stance, authority, speaker, heldFrom, obliged } = reading;
    const whole = canonicalJson({ element, holder, value, stance, authority, speaker, heldFrom, obliged });
    add({ item: itemOfReading(reading), place: `reading|${element}|${holder}|${spans}`, whole });
  }
  return found;
}

/** What another annotation of the same report finds, loses and changes. */
export function compareAnnotations(
  report: Report,
  before: Annotation,
  after: Annotation,
): Pick<RereadDifference, 'found' | 'lost' | 'changed'> {
  const [old, fresh] = [saidBy(report, before), saidBy(report, after)];
  const gone = [...old.values()].filter(({ item }) => !fresh.has(item.id));
  const come = [...fresh.values()].filter(({ item }) => !old.has(item.id));
  const changed: { before: RereadItem; after: RereadItem }[] = [];
  for (const [id, placed] of old) {
    const now = fresh.get(id);
    if (now && now.whole !== placed.whole) changed.push({ before: placed.item, after: now.item });
  }
  const lost: RereadItem[] = [];
  for (const placed of gone) {
    const at = come.findIndex(({ place }) => place === placed.place);
    const [now] = at < 0 ? [] : come.splice(at, 1);
    if (now) changed.push({ before: placed.item, after: now.item });
    else lost.push(placed.item);
  }
  return { found: come.map(({ item }) => item), lost, changed };
}

/** Ids of statements and readings on which a decision of a person rests. */
async function decidedIds(store: BookStore): Promise<ReadonlySet<string>> {
  const corrections = (await store.facts('correction')).flatMap(({ body }) => body.reading ?? []);
  const reviews = (await store.facts('review')).flatMap(({ body }) => [body.target.id, ...body.others]);
  const codings = (await store.facts('coding')).map(({ body }) => body.target.id);
  return new Set([...corrections, ...reviews, ...codings]);
}

/** Kinds of facts in which people decide about what the rules found. */
const DECIDING = ['correction', 'review', 'coding'] as const;

/** The ids on which decisions of people rest, and as of which entry. */
export interface Decided {
  readonly ids: ReadonlySet<string>;
  readonly unchanged: Unchanged;
}

/** Looks up what people have decided; what was known before is given again where nobody has decided since. */
export async function decidedSince(store: BookStore, known: Decided | null): Promise<Decided> {
  const since = await store.newest(DECIDING);
  return known?.unchanged.since === since ? known : { ids: await decidedIds(store), unchanged: { kinds: DECIDING, since } };
}

interface Reread {
  readonly read: (report: Report) => Annotation;
  readonly rules: string;
  /** Ids on which decisions of people rest. */
  readonly decided: ReadonlySet<string>;
  /** Differences of earlier rules that still wait, by report. */
  readonly waiting: ReadonlyMap<string, readonly string[]>;
}

function waitingIn(differences: readonly Fact<'reread'>[]): ReadonlyMap<string, readonly string[]> {
  const waiting = new Map<string, string[]>();
  for (const { id, body } of differences) if (body.state === 'held') waiting.set(body.report, [...(waiting.get(body.report) ?? []), id]);
  return waiting;
}

/** What one report read anew makes of the book; null where the new rules say the same. */
function differenceOf(
  report: Report,
  before: Fact<'annotation'>,
  { read, rules, decided, waiting }: Reread,
): { readonly state: 'taken' | 'held'; readonly facts: readonly AnyNewFact[] } | null {
  const { id, home, body } = before;
  const annotation = { ...read(report), report: report.key };
  if (canonicalJson(annotation) === canonicalJson(body.annotation)) return null;
  const difference = compareAnnotations(report, body.annotation, annotation);
  const touched = [...difference.lost, ...difference.changed.map((change) => change.before)].map((item) => item.id);
  const atStake = touched.filter((one) => decided.has(one));
  const stored: StoredAnnotation = { rules, annotation };
  const state = atStake.length > 0 ? 'held' : 'taken';
  const told: RereadDifference = {
    report: id,
    from: body.rules,
    to: rules,
    ...difference,
    state,
    held: state === 'held' ? stored : null,
    decided: atStake,
  };
  return {
    state,
    facts: [
      ...(state === 'held' ? [] : [{ kind: 'annotation', id, home, body: stored } as const]),
      // What waits for a decision about earlier rules has been overtaken.
      ...(waiting.get(id) ?? []).map((overtaken) => ({ kind: 'reread', id: overtaken, body: null, why: `overtaken by ${rules}` }) as const),
      { kind: 'reread', id: `${id}-${rules}`, home, body: told },
    ],
  };
}

const authorOf = (by: By, rules: string): By => ({ ...by, author: { kind: 'rules', name: rules } });

/** What one report read anew comes to, and how the book must stand for it to be written. */
export interface RereadReport {
  readonly facts: readonly AnyNewFact[];
  readonly by: By;
  readonly seen: NonNullable<HeldWriting['seen']>;
  readonly unchanged: Unchanged;
}

/** Reads one report anew by the present rules, as {@link reread} does with all of them; null where nothing is different. */
export async function rereadReport(store: BookStore, id: string, decided: Decided, options: RereadOptions): Promise<RereadReport | null> {
  const { read = annotate, rules = ruleVersion() } = options;
  const [report, before] = [await store.fact('report', id), await store.fact('annotation', id)];
  if (report === null || before === null || before.body.rules === rules) return null;
  const waiting = waitingIn(await store.facts('reread', { home: before.home }));
  const difference = differenceOf(report.body, before, { read, rules, decided: decided.ids, waiting });
  if (difference === null) return null;
  const seen = [{ kind: 'annotation', id, seq: before.seq } as const];
  return { facts: difference.facts, by: authorOf(options.by, rules), seen, unchanged: decided.unchanged };
}

/**
 * Reads the reports of a book anew by the present rules. What is different is written down report by report, to be reviewed. Where
 * a decision of a person rests on something that would go or change, the former annotation goes on counting until somebody has
 * looked: nothing a person decided is overwritten.
 */
export async function reread(store: BookStore, options: RereadOptions): Promise<RereadResult> {
  const { onProgress } = options;
  const { read = annotate, rules = ruleVersion() } = options;
  const how: Reread = { read, rules, decided: await decidedIds(store), waiting: waitingIn(await store.facts('reread')) };
  const by = authorOf(options.by, rules);
  const marker = `reread-${rules}`;
  const total = (await store.counts()).annotation ?? 0;
  const result = { rules, read: 0, same: 0, taken: 0, held: 0 };
  // Where an earlier call ended; annotations that were written since are newer than it or of these rules.
  const job = await store.fact('job', marker);
  for (let after = Number(job?.body.detail['upTo'] ?? 0); ; ) {
    const page = await store.facts('annotation', { after, limit: BATCH });
    const last = page.at(-1);
    if (!last) return result;
    const reports = new Map((await store.facts('report', { ids: page.map(({ id }) => id) })).map(({ id, body }) => [id, body]));
    const facts: AnyNewFact[] = [];
    for (const before of page) {
      const report = reports.get(before.id);
      if (!report || before.body.rules === rules) continue;
      result.read++;
      const difference = differenceOf(report, before, how);
      result[difference?.state ?? 'same']++;
      facts.push(...(difference?.facts ?? []));
    }
    after = last.seq;
    facts.push({ kind: 'job', id: marker, body: { name: 'reread', state: 'asked', detail: { rules, upTo: after } } });
    await store.append(facts, by);
    onProgress?.(result.read, total);
  }
}

/** What is to be written where a difference that was held is settled. */
export function factsOfSettling({ id, home, body }: Fact<'reread'>, choice: 'take' | 'keep'): readonly AnyNewFact[] {
  const settled: AnyNewFact = { kind: 'reread', id, home, body: { ...body, state: choice === 'take' ? 'taken' : 'kept', held: null } };
  return choice === 'take' && body.held ? [{ kind: 'annotation', id: body.report, home, body: body.held }, settled] : [settled];
}

/** What a person decides about a difference that was held: the new annotation counts from now on, or the old one stays. */
export async function settleReread(
  store: BookStore,
  id: string,
  choice: 'take' | 'keep',
  by: By & { readonly why: string },
): Promise<void> {
  const difference = await store.fact('reread', id);
  if (difference?.body.state !== 'held' || difference.body.held === null) throw new BookFailure('TB_BOOK_NOTHING_HELD', { id });
  await store.append(factsOfSettling(difference, choice), by);
}
