import { createHmac } from 'node:crypto';
import { canonicalJson } from '../ledger/index.ts';
import type { Assessment, Incident, IncidentReport, PublicationProfile, Reply } from '../model/index.ts';

/** A released incident with its released reports, still under the ids of the book, and the incident it was made from. */
export interface MadeRecord {
  readonly kept: Incident;
  readonly incident: Incident;
  readonly reports: readonly IncidentReport[];
}

/** Everything that leaves, under the ids it leaves with and in an order that tells nothing. */
export interface RenamedRecords {
  readonly incidents: readonly Incident[];
  readonly reports: readonly IncidentReport[];
  readonly assessments: readonly Assessment[];
  readonly replies: readonly Reply[];
}

/**
 * Gives everything the ids under which it leaves. An id of the book is a hash that somebody could try places and hours against,
 * and it stands in an order that may tell the hour. With a secret of the book ids are keyed by it: the same in every release, and
 * good for links. Without one they are numbers by the released content: records that could be exchanged share everything that leaves.
 */
export function renameRecords(
  made: readonly MadeRecord[],
  assessments: readonly Assessment[],
  replies: readonly Reply[],
  profile: PublicationProfile,
  secret: string | null,
): RenamedRecords {
  const judged = new Map<string, Assessment[]>();
  for (const each of assessments) judged.set(each.incident, [...(judged.get(each.incident) ?? []), each]);
  const keyed = made.map((record) => ({ record, key: contentOf(record, judged.get(record.incident.id) ?? [], replies) }));
  // Records of one content may stand in any order among themselves: nobody can tell them apart.
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.record.incident.id < b.record.incident.id ? -1 : 1));
  const incidentIds = keyed.map(({ record }) => record.incident.id);
  const reportIds = [
    ...new Set(
      keyed.flatMap(({ record }) =>
        record.reports
          .map((report) => [bare(report), report.id] as const)
          .sort(byFirst)
          .map(([, id]) => id),
      ),
    ),
  ];
  const nameOf =
    profile.provenance === 'kept'
      ? (id: string): string => id
      : namer(
          [
            ['i', incidentIds],
            ['r', reportIds],
          ],
          secret,
        );
  const known = new Set(reportIds);
  const replyNames = profile.provenance === 'kept' ? (id: string): string => id : namer([['a', replies.map(({ id }) => id)]], secret);
  return {
    incidents: keyed
      .map(({ record: { incident } }) => ({
        ...incident,
        id: nameOf(incident.id),
        reports: incident.reports.map(nameOf).sort(),
        maybe: incident.maybe
          .filter((id) => known.has(id))
          .map(nameOf)
          .sort(),
      }))
      .sort(byTime),
    reports: [...new Map(made.flatMap(({ reports }) => reports.map((report) => [report.id, report] as const))).values()]
      .map((report) => ({ ...report, id: nameOf(report.id) }))
      .sort(byTime),
    assessments: assessments
      .map((each) => ({ ...each, incident: nameOf(each.incident) }))
      .sort((a, b) => compare([a.incident, a.agreement, a.holder], [b.incident, b.agreement, b.holder])),
    replies: replies
      .map((reply) => ({ ...reply, id: replyNames(reply.id), incident: nameOf(reply.incident) }))
      .sort((a, b) => compare([a.incident, a.at, a.id], [b.incident, b.at, b.id])),
  };
}

function contentOf({ incident, reports }: MadeRecord, judged: readonly Assessment[], replies: readonly Reply[]): string {
  const { id, reports: _reports, maybe: _maybe, ...told } = incident;
  const verdicts = judged.map(({ agreement, holder, verdict }) => [agreement, holder, verdict]);
  const answers = replies
    .filter((reply) => reply.incident === id)
    .map(({ id: _id, incident: _incident, ...reply }) => canonicalJson(reply));
  return canonicalJson([told.from ?? '', told, reports.map(bare).sort(), verdicts, answers.sort()]);
}

function bare({ id: _, ...report }: IncidentReport): string {
  return canonicalJson(report);
}

/** Names ids by number, or by a keyed hash where there is a secret. */
function namer(lists: readonly (readonly [prefix: string, ids: readonly string[]])[], secret: string | null): (id: string) => string {
  const names = new Map<string, string>();
  for (const [prefix, ids] of lists) {
    const width = Math.max(4, String(ids.length).length);
    for (const [at, id] of ids.entries()) {
      const name =
        secret === null
          ? String(at + 1).padStart(width, '0')
          : createHmac('sha256', secret).update(`${prefix}\u001f${id}`, 'utf8').digest('hex').slice(0, 16);
      names.set(id, `${prefix}-${name}`);
    }
  }
  return (id) => names.get(id) ?? '';
}

const byFirst = (a: readonly [string, string], b: readonly [string, string]): number => compare(a, b);

const byTime = (
  a: { readonly from: string | null; readonly id: string },
  b: { readonly from: string | null; readonly id: string },
): number => compare([a.from ?? '~', a.id], [b.from ?? '~', b.id]);

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
