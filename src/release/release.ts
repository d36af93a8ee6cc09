import { canonicalJson, knownAt, momentOf } from '../ledger/index.ts';
import type {
  Assessment,
  Dossier,
  EmbargoOverride,
  Incident,
  MonitorBook,
  PublicationProfile,
  ReleaseCard,
  ReleasedBook,
  ReleasedContent,
  ReleaseKind,
  Reply,
  TransformKind,
  WithheldName,
} from '../model/index.ts';
import { gapsOf, judgesOf, periodOf, sidesOf } from '../monitor/index.ts';
import { classesTold } from './classes-told.ts';
import { coarsenTime } from './coarsen-time.ts';
import { longestHours } from './embargo.ts';
import { judgeReleased, type ReleasedVerdicts } from './judge-released.ts';
import { balanceOf, hashOfRelease, transformsOf } from './release-card.ts';
import { type Making, releaseIncident, releaseReport } from './release-records.ts';
import { type MadeRecord, renameRecords } from './rename-records.ts';
import { type TextGate, textGate } from './text-gate.ts';
import { type Count, completeBefore, cutOffOf, whatMayLeave } from './what-may-leave.ts';

/** What a release depends on beside the book and the profile. */
export interface ReleaseContext {
  /** The present instant; embargoes are measured against it. */
  readonly now: string;
  /** Nothing that became known later is taken; left out, the as-of of the book. */
  readonly cutOff?: string | null;
  readonly overrides?: readonly EmbargoOverride[];
  /** Who may decide on embargoes in this book; with fewer than two, none can be shortened. */
  readonly editors?: readonly string[];
  readonly names?: readonly WithheldName[];
  readonly replies?: readonly Reply[];
  /** The dossier beneath: verdicts are judged afresh from it, and the balance counts its curated readings. */
  readonly dossier?: Dossier | null;
  /** Secret of the book that keys the ids of released records; without one they are numbered afresh in every release. */
  readonly secret?: string | null;
  readonly kind?: ReleaseKind;
  readonly corrects?: { readonly id: string; readonly note: string } | null;
}

/**
 * Lets a book through the gate for one audience: the same shapes, coarsened, with the card that says what was done. The book should be
 * the one of {@link cutOffOf}: reports that became known later are left out here, but they have had their part in grades and clusters.
 */
export function release(book: MonitorBook, profile: PublicationProfile, context: ReleaseContext): ReleasedBook {
  const { names = [], editors = [], overrides = [], dossier = null } = context;
  const asOf = cutOffOf(profile, context.now, context.cutOff ?? null, book.asOf);
  const counts = new Map<TransformKind, number>();
  const add: Count = (kind, count = 1) => {
    if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
  };
  const kept = whatMayLeave(book, profile, { now: context.now, asOf, overrides, editors }, add);
  const gate = textGate(profile, names);
  const making: Making = {
    profile,
    gate,
    className: classesTold(
      kept.map(({ incident }) => incident),
      profile,
    ),
  };
  const made = kept.map(({ incident, group, reports }) => ({
    kept: incident,
    incident: releaseIncident(incident, group, making),
    reports: reports.map((report) => releaseReport(report, incident, group, making)),
  }));
  for (const each of made) countChanges(each.kept, each.incident, profile, add);
  if (profile.texts === 'quotations') add('text', kept.flatMap(({ reports }) => reports.filter(({ text }) => text !== null)).length);
  const verdicts = verdictsOn(made, book, profile, dossier, asOf);
  add('verdict', verdicts.coarsened);
  const replies = releaseReplies(made, context.replies ?? [], profile, gate, asOf);
  const gaps = gapsToTell(book, made, profile, dossier, gate);
  const note = context.corrects ? gate.text(context.corrects.note) : null;
  for (const [kind, count] of gate.counts) add(kind, count);
  const records = renameRecords(made, verdicts.assessments, replies, profile, context.secret ?? null);
  const card: ReleaseCard = {
    id: '',
    profile: profile.id,
    kind: context.kind ?? 'dataset',
    asOf,
    createdAt: context.now,
    transforms: transformsOf(counts, profile),
    balance: balanceOf(records.reports, gaps, dossier),
    lag: { hours: longestHours(profile), completeBefore: completeBefore(profile, context.now) },
    sha256: '',
    corrects: context.corrects?.id ?? null,
    correctionNote: note,
  };
  const content: ReleasedContent = { asOf, ...records, gaps, agreements: agreementsOf(records.assessments, dossier), profile, card };
  const sha256 = hashOfRelease(content);
  // The one place where a monitoring book becomes a released one.
  return Object.freeze({ ...content, card: { ...card, id: `rel-${sha256.slice(0, 12)}`, sha256 } }) as ReleasedBook;
}

/** Codes of gaps that are worked out from the reports at hand. */
const SEEN_GAPS: ReadonlySet<string> = new Set(['no_source', 'source_silent']);

/**
 * Gaps as they may leave: those that somebody stated, and those seen in what is released. Worked out from the whole book, a gap that
 * closes would tell that something embargoed was reported on that day.
 */
function gapsToTell(
  book: MonitorBook,
  made: readonly MadeRecord[],
  profile: PublicationProfile,
  dossier: Dossier | null,
  gate: TextGate,
): MonitorBook['gaps'] {
  if (profile.provenance === 'kept') return book.gaps;
  const reports = made.flatMap((each) => each.reports);
  const period = periodOf(reports);
  const stated = book.gaps.filter(({ why }) => !SEEN_GAPS.has(why));
  const parties = dossier === null ? [] : sidesOf(dossier, reports);
  return [
    ...stated.map((gap) => ({ ...gap, source: gap.source === null ? null : gate.text(gap.source) })),
    ...(period === null ? [] : gapsOf(reports, period, parties)),
  ];
}

/** The agreements that verdicts are about, with their titles. */
function agreementsOf(assessments: readonly Assessment[], dossier: Dossier | null): ReleasedContent['agreements'] {
  const judged = new Set(assessments.map(({ agreement }) => agreement));
  return (dossier?.agreements ?? []).flatMap(({ agreement: { id, title } }) => (judged.has(id) ? [{ id, title }] : []));
}

/** Ids of the statements about incidents that a release of the book does not hold yet: their words wait in the dossier too. */
export function embargoedStatements(book: MonitorBook, profile: PublicationProfile, context: ReleaseContext): ReadonlySet<string> {
  const { editors = [], overrides = [] } = context;
  const asOf = cutOffOf(profile, context.now, context.cutOff ?? null, book.asOf);
  const kept = whatMayLeave(book, profile, { now: context.now, asOf, overrides, editors }, () => {});
  const told = new Set(kept.flatMap(({ reports }) => reports.map(({ id }) => id)));
  return new Set(book.reports.flatMap(({ id, statement }) => (statement === null || told.has(id) ? [] : [statement.statement])));
}

/** Counts for the card what was done to one incident. */
function countChanges(before: Incident, after: Incident, profile: PublicationProfile, add: Count): void {
  const differs = (a: unknown, b: unknown): boolean => canonicalJson(a) !== canonicalJson(b);
  if (differs(before.place, after.place)) add('place');
  if (before.from !== after.from || before.to !== after.to) add('time');
  if (differs([...before.objects].sort(), after.objects)) add('class');
  if (profile.outcomes === 'withheld') add('outcome');
  if (profile.provenance === 'withheld') add('provenance');
}

/** The verdicts of a release: those of the book for the desk itself, judged afresh for everybody else. */
function verdictsOn(
  made: readonly MadeRecord[],
  book: MonitorBook,
  profile: PublicationProfile,
  dossier: Dossier | null,
  asOf: string,
): ReleasedVerdicts {
  if (profile.provenance === 'kept') {
    const ids = new Set(made.map(({ incident }) => incident.id));
    return { assessments: book.assessments.filter(({ incident }) => ids.has(incident)), coarsened: 0 };
  }
  return judgeReleased(made, dossier === null ? [] : judgesOf(dossier), asOf);
}

function releaseReplies(
  made: readonly MadeRecord[],
  replies: readonly Reply[],
  profile: PublicationProfile,
  gate: TextGate,
  asOf: string,
): readonly Reply[] {
  const incidentOf = new Map(made.flatMap(({ incident }) => [incident.id, ...incident.reports].map((id) => [id, incident.id] as const)));
  return replies.flatMap((reply) => {
    const incident = incidentOf.get(reply.incident);
    const url = gate.url(reply.url);
    const at = coarsenTime(reply.at, profile.time);
    const known = knownAt(reply.at);
    // A reply without its source is a claim of ours.
    if (incident === undefined || url === null || at === null || known === null || known > (momentOf(asOf) ?? 0)) return [];
    const speaker = reply.speaker === null ? null : gate.text(reply.speaker);
    return [{ ...reply, incident, speaker, at, words: gate.text(reply.words), url }];
  });
}
