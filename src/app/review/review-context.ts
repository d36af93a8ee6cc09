import { groupBy } from '../../ledger/read/group-by.ts';
import type {
  AnchoredSpan,
  ClusterDecision,
  Correction,
  Dossier,
  FactKind,
  MonitorBook,
  Reading,
  Report,
  RereadDifference,
  ReviewTarget,
  Statement,
} from '../../model/index.ts';
import { monitorOf } from '../../monitor/index.ts';
import type { Fact } from '../../store/index.ts';
import type { BookMaterial, KeptBook } from '../book.ts';
import { dossierOf } from '../material.ts';
import { withTextIncidents } from '../monitoring.ts';
import { type PlacedDecision, placeDecisions } from './in-force.ts';
import type { QueueFilter, ReviewItem, ReviewQueue, ReviewSubject } from './review-item.ts';
import { decisionsByReport, reviewAnnotation } from './statement-layer.ts';

/** Kinds by which something is decided: whoever has written one of them may have decided the same, or changed what it was about. */
export const DECIDING: readonly FactKind[] = ['review', 'correction', 'cluster_decision', 'reread'];
/** Kinds that bring more to decide about, or are deleted on legal demand with every word of theirs. */
export const BRINGING: readonly FactKind[] = ['source', 'report', 'annotation', 'curated', 'incident_report'];

/** How new a context is: numbers of the newest entries it was made from. */
export interface ContextEdition {
  readonly decided: number;
  readonly brought: number;
}

/** How new a context would be that is made now. */
export async function editionOf({ store }: KeptBook): Promise<ContextEdition> {
  return { decided: await store.newest(DECIDING), brought: await store.newest(BRINGING) };
}

/** Everything that a review looks at, as of one edition of the book. */
export interface ReviewContext {
  readonly edition: ContextEdition;
  readonly material: BookMaterial;
  readonly dossier: Dossier;
  readonly monitor: MonitorBook;
  readonly reports: ReadonlyMap<string, Report>;
  readonly corrections: readonly Fact<'correction'>[];
  readonly clusterDecisions: readonly Fact<'cluster_decision'>[];
  readonly rereads: ReadonlyMap<string, Fact<'reread'>>;
  readonly decisions: readonly PlacedDecision[];
  readonly items: ReadonlyMap<string, ReviewItem>;
  /** Items in the order of the queue. */
  readonly queue: readonly ReviewItem[];
}

export const keyOf = ({ kind, id }: ReviewTarget): string => `${kind} ${id}`;

/** Whether a decision says something about the thing itself, and not only beside it. */
export const decides = ({ decision }: PlacedDecision): boolean => decision.action !== 'comment' && decision.adjudicates.length === 0;

type Draft = Pick<ReviewItem, 'target' | 'queue' | 'confidence' | 'rule' | 'reports' | 'agreements' | 'spans' | 'subject' | 'review'> & {
  /** Entries of the journal that decide about it, beside reviews. */
  readonly seqs: readonly number[];
  /** It waits, unless somebody has decided. */
  readonly waits: boolean;
};

/** Reads everything that a review looks at. */
export async function readContext(book: KeptBook): Promise<ReviewContext> {
  const { store } = book;
  // Asked first: what comes in while the rest is read is then noticed at the next writing.
  const edition = await editionOf(book);
  const material = await book.material();
  const [corrections, clusterDecisions, rereadFacts, reviewFacts, annotationFacts] = [
    await store.facts('correction'),
    await store.facts('cluster_decision'),
    await store.facts('reread'),
    await store.facts('review'),
    await store.facts('annotation'),
  ];
  const dossier = dossierOf(material);
  const decisions = placeDecisions(reviewFacts);
  const reports = new Map(material.reports.map((report) => [report.key, report]));
  const monitor = monitorOf({
    dossier,
    reports: withTextIncidents(material.incidentReports, material),
    decisions: material.decisions,
    gaps: material.gaps,
    asOf: null,
  });
  const raw = annotationFacts.map(({ body }) => body.annotation).filter(({ report }) => reports.has(report));
  const layered = decisionsByReport(material.reports, raw, decisions);
  const statements = raw.flatMap((annotation) => {
    const report = reports.get(annotation.report);
    if (!report) return [];
    const reviewed = reviewAnnotation(annotation, report, layered.get(report.id) ?? []);
    return [...reviewed.annotation.statements, ...reviewed.setAside].map((statement) => ({ statement, report }));
  });
  const rereads = new Map(rereadFacts.map((fact) => [fact.id, fact]));
  const keyOfReport = new Map(material.reports.map(({ id, key }) => [id, key]));
  const drafts = [
    ...rereadFacts.map((fact) => draftOfReread(fact, keyOfReport)),
    ...draftsOfReadings(dossier, corrections),
    ...statements.map(({ statement, report }) => draftOfStatement(statement, report, dossier)),
    ...draftsOfIncidents(monitor, clusterDecisions),
  ];
  const byTarget = groupBy(decisions, ({ decision }) => keyOf(decision.target));
  const items = new Map(
    drafts.map((draft) => {
      const key = keyOf(draft.target);
      return [key, itemOf(draft, byTarget.get(key) ?? [])];
    }),
  );
  const queue = [...items.values()].sort((a, b) => a.confidence - b.confidence || (keyOf(a.target) < keyOf(b.target) ? -1 : 1));
  return { edition, material, dossier, monitor, reports, corrections, clusterDecisions, rereads, decisions, items, queue };
}

function itemOf({ seqs, waits, ...draft }: Draft, decisions: readonly PlacedDecision[]): ReviewItem {
  const deciding = decisions.filter(decides);
  const counting = deciding.filter(({ isWithdrawn, decision }) => !isWithdrawn && decision.action !== 'withdraw');
  return {
    ...draft,
    seq: Math.max(0, ...seqs, ...deciding.map(({ seq }) => seq)),
    isOpen: waits && counting.length === 0,
    decisions,
  };
}

/** Readings that descend from the same one: what was decided about one of them was decided about all. */
function familyOf(reading: Reading, all: readonly Reading[]): readonly string[] {
  const root = reading.review?.reading ?? reading.id;
  return [root, ...all.filter(({ review }) => review?.reading === root).map(({ id }) => id)];
}

function draftsOfReadings(dossier: Dossier, corrections: readonly Fact<'correction'>[]): readonly Draft[] {
  const all = [...dossier.readings, ...(dossier.setAside ?? [])].filter(({ rule }) => rule !== 'ledger.silence');
  const entered = all.filter(({ review }) => review?.reading !== undefined);
  const byReading = groupBy(corrections, ({ body }) => body.reading ?? '');
  return all.map((reading): Draft => {
    const family = familyOf(reading, entered);
    return {
      target: { kind: 'reading', id: reading.id },
      queue: 'reading',
      confidence: reading.confidence,
      rule: reading.rule,
      reports: [...new Set(reading.spans.map(({ report }) => report))],
      agreements: [reading.agreement],
      spans: reading.spans,
      subject: { t: 'reading', reading },
      review: reading.review ?? null,
      seqs: family.flatMap((id) => (byReading.get(id) ?? []).map(({ seq }) => seq)),
      waits: reading.origin === 'machine' && reading.stance !== 'silent' && reading.review === undefined,
    };
  });
}

function draftOfStatement(statement: Statement, report: Report, dossier: Dossier): Draft {
  const spans = statement.content.map(
    ({ start, end }): AnchoredSpan => ({ report: report.key, start, end, exact: report.text.slice(start, end) }),
  );
  return {
    target: { kind: 'statement', id: statement.id },
    queue: 'statement',
    confidence: statement.confidence,
    rule: statement.rule,
    reports: [report.key],
    agreements: agreementsOf(dossier).get(statement.id) ?? [],
    spans,
    subject: { t: 'statement', statement, report },
    review: statement.review ?? null,
    seqs: [],
    waits: statement.review === undefined,
  };
}

const agreementIndex = new WeakMap<Dossier, ReadonlyMap<string, readonly string[]>>();

/** Agreements by the statements on which readings of them rest. */
function agreementsOf(dossier: Dossier): ReadonlyMap<string, readonly string[]> {
  const known = agreementIndex.get(dossier);
  if (known) return known;
  const found = new Map<string, Set<string>>();
  for (const { statements, agreement } of dossier.readings)
    for (const id of statements) found.set(id, (found.get(id) ?? new Set()).add(agreement));
  const index = new Map([...found].map(([id, of]) => [id, [...of]]));
  agreementIndex.set(dossier, index);
  return index;
}

function draftOfReread({ id, seq, body }: Fact<'reread'>, keyOfReport: ReadonlyMap<string, string>): Draft {
  return {
    target: { kind: 'reread', id },
    queue: 'reread',
    confidence: 0,
    rule: body.to,
    reports: [keyOfReport.get(body.report) ?? body.report],
    agreements: [],
    spans: [],
    subject: { t: 'reread', difference: body satisfies RereadDifference },
    review: null,
    seqs: [seq],
    waits: body.state === 'held',
  };
}

/** Of groups nobody can say how likely they are: one that may hold too little or too much stands before one that is only to be looked at. */
const DOUBTED = 0.3;
const ALLEGED = 0.5;
const GROUPED = 0.7;

function draftsOfIncidents(monitor: MonitorBook, clusterDecisions: readonly Fact<'cluster_decision'>[]): readonly Draft[] {
  const byId = new Map(monitor.reports.map((report) => [report.id, report]));
  const seqsOf = new Map<string, number[]>();
  for (const { seq, body } of clusterDecisions) for (const id of body.reports) seqsOf.set(id, [...(seqsOf.get(id) ?? []), seq]);
  const agreementsOfIncident = groupBy(monitor.assessments, ({ incident }) => incident);
  return monitor.incidents.map((incident): Draft => {
    const reports = incident.reports.flatMap((id) => byId.get(id) ?? []);
    const { level } = incident.attribution;
    const isAlleged = level === 'alleged_by_one_side' || level === 'alleged_and_denied';
    const isGroup = incident.reports.length > 1 || incident.maybe.length > 0;
    const queue: ReviewQueue = isAlleged ? 'allegation' : 'incident';
    const subject: ReviewSubject = { t: 'incident', incident, reports };
    return {
      target: { kind: 'incident', id: incident.id },
      queue,
      confidence: incident.maybe.length > 0 ? DOUBTED : isAlleged ? ALLEGED : isGroup ? GROUPED : 1,
      rule: null,
      reports: [...new Set(reports.flatMap(({ statement }) => statement?.report ?? []))],
      agreements: [...new Set((agreementsOfIncident.get(incident.id) ?? []).map(({ agreement }) => agreement))],
      spans: reports.flatMap(({ statement }) => statement?.spans ?? []),
      subject,
      review: null,
      seqs: incident.reports.flatMap((id) => seqsOf.get(id) ?? []),
      waits: (isAlleged || isGroup) && incident.decided === undefined,
    };
  });
}

/** Items of the queue that fit, the least certain first. */
export function queueOf(
  { queue, reports }: ReviewContext,
  { kind, agreement, report, decided = false }: QueueFilter = {},
): readonly ReviewItem[] {
  const key = report === undefined ? undefined : ([...reports.values()].find(({ id }) => id === report)?.key ?? report);
  return queue.filter(
    (item) =>
      (decided || item.isOpen) &&
      (kind === undefined || item.queue === kind) &&
      (agreement === undefined || item.agreements.includes(agreement)) &&
      (key === undefined || item.reports.includes(key)),
  );
}

/** Later than every decision it must count after, whatever the clock says. */
export function after(now: string, earlier: readonly (Pick<Correction, 'at'> | Pick<ClusterDecision, 'at'>)[]): string {
  const newest = Math.max(0, ...earlier.map(({ at }) => Date.parse(at)).filter((at) => !Number.isNaN(at)));
  return Date.parse(now) > newest ? now : new Date(newest + 1).toISOString();
}
