import type { ClusterDecision, GradeReason, IncidentReport } from '../../model/index.ts';
import { isAnswer } from './answer-fits.ts';
import { type Answered, findAnswered } from './answers.ts';
import { candidatePairs } from './candidates.ts';
import { type Comparison, compare, type IsCrowded } from './compare.ts';
import { findCrowds } from './crowds.ts';
import { applyDecisions, type Decided } from './decisions.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';

/** Reports taken for one event, with the reasons and with those that may mean it as well. */
export interface Cluster {
  readonly reports: readonly IncidentReport[];
  readonly same: readonly { readonly a: string; readonly b: string; readonly reason: GradeReason }[];
  /** Answers to everything on some days in an area, not to this event alone. */
  readonly general: ReadonlySet<string>;
  /** Ids of reports of other clusters. */
  readonly maybe: readonly string[];
  readonly decided: Decided | null;
}

/** Doubtful reports kept with one event; a longer list says no more, and counts then reckon with all being one. */
export const MAYBE_LIMIT = 24;
/** Pairs of members compared before two groups are joined; beyond, the first members stand for the rest. */
const MEMBERS_COMPARED = 12;

const NONE: ReadonlySet<string> = new Set();

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly reason: GradeReason;
}

/**
 * Groups reports that mean the same event. `reports` must be in an order of their own (`knownReports`), so that the order in which
 * they came in changes nothing. Denials and silences are then laid beside every event they answer.
 */
export function clusterReports(reports: readonly IncidentReport[], decisions: readonly ClusterDecision[] = []): readonly Cluster[] {
  const prints = reports.map(fingerprintOf);
  const claims = prints.filter(({ report }) => !isAnswer(report));
  const answers = prints.filter(({ report }) => isAnswer(report));
  const told = clusterPrints(claims, decisions);
  const answered = placeAnswers(findAnswered(answers, claims), decisions, claims);
  const alone = answered.filter(({ claims: own }) => own.length === 0).map(({ answer }) => answer);
  return [...withAnswers(told, answered), ...clusterPrints(alone, decisions)];
}

/**
 * Groups reports of one kind. The surest pairs are joined first; groups with two members that cannot be one event are never
 * joined, and a report that fits two of them equally well stays by itself.
 */
function clusterPrints(prints: readonly Fingerprint[], decisions: readonly ClusterDecision[]): readonly Cluster[] {
  const isCrowded = findCrowds(prints);
  const edges: Edge[] = [];
  const doubts: Edge[] = [];
  const degree = new Uint16Array(prints.length);
  for (const [i, j] of candidatePairs(prints)) {
    const [a, b] = [prints[i], prints[j]];
    if (!a || !b) continue;
    const found = compare(a, b, isCrowded);
    if (found.is === 'same') edges.push({ a: i, b: j, weight: found.weight, reason: found.reason });
    // Each new report needs a few doubts to be tied to the earlier ones, not one with every report of a crowded day.
    else if (found.is === 'maybe' && (degree[j] ?? 0) < MAYBE_LIMIT) {
      degree[j] = (degree[j] ?? 0) + 1;
      doubts.push({ a: i, b: j, weight: 0, reason: found.reason });
    }
  }
  const groups = new Groups(prints, isCrowded);
  const used: Edge[] = [];
  for (const edge of withoutTies(edges, prints, isCrowded, doubts)) {
    if (groups.of(edge.a) === groups.of(edge.b)) continue;
    if (groups.contradict(edge.a, edge.b)) doubts.push(edge);
    else {
      groups.join(edge.a, edge.b);
      used.push(edge);
    }
  }
  const { groups: final, decided } = applyDecisions(
    groups.all(),
    prints.map(({ report }) => report),
    decisions,
  );
  return describe(final, prints, used, doubts, isCrowded, decided);
}

/** Where people have decided about an answer, the last decision holds: taken out it stands alone, merged it answers that event. */
function placeAnswers(
  found: readonly Answered[],
  decisions: readonly ClusterDecision[],
  claims: readonly Fingerprint[],
): readonly Answered[] {
  if (decisions.length === 0) return found;
  const inOrder = [...decisions].sort((a, b) => (a.at < b.at ? -1 : 1));
  return found.map((entry) => {
    const last = inOrder.filter(({ reports }) => reports.includes(entry.answer.report.id)).at(-1);
    if (!last) return entry;
    if (last.action === 'split') return { ...entry, claims: [] };
    const merged = claims.filter(({ report }) => last.reports.includes(report.id));
    return merged.length === 0 ? entry : { ...entry, claims: merged, reason: { code: 'decided', values: { by: last.by } } };
  });
}

function withAnswers(told: readonly Cluster[], answered: readonly Answered[]): readonly Cluster[] {
  const clusterOf = new Map(told.flatMap(({ reports }, at) => reports.map(({ id }): [string, number] => [id, at])));
  const added = told.map((): { reports: IncidentReport[]; same: Cluster['same'][number][] } => ({ reports: [], same: [] }));
  for (const { answer, claims, reason } of answered) {
    const seen = new Set<number>();
    for (const { report } of claims) {
      const at = clusterOf.get(report.id);
      if (at === undefined || seen.has(at)) continue;
      seen.add(at);
      added[at]?.reports.push(answer.report);
      added[at]?.same.push({ a: report.id, b: answer.report.id, reason });
    }
  }
  return told.map((cluster, at) => {
    const own = added[at];
    if (!own || own.reports.length === 0) return cluster;
    const general = own.same.filter(({ reason }) => reason.code === 'general_answer').map(({ b }) => b);
    return {
      ...cluster,
      reports: [...cluster.reports, ...own.reports],
      same: [...cluster.same, ...own.same],
      general: new Set(general),
    };
  });
}

/** Edges by weight; a report whose best reasons point to events that cannot be one is left to doubt. */
function withoutTies(edges: readonly Edge[], prints: readonly Fingerprint[], isCrowded: IsCrowded, doubts: Edge[]): readonly Edge[] {
  const best = new Map<number, Edge[]>();
  for (const edge of edges) {
    for (const end of [edge.a, edge.b]) {
      const own = best.get(end);
      if (!own || (own[0]?.weight ?? 0) < edge.weight) best.set(end, [edge]);
      else if (own[0]?.weight === edge.weight && own.length < MEMBERS_COMPARED) own.push(edge);
    }
  }
  const torn = new Set<number>();
  for (const [end, own] of best) {
    const others = own.map(({ a, b }) => (a === end ? b : a));
    if (others.some((left, at) => others.slice(at + 1).some((right) => compareAt(prints, left, right, isCrowded) === 'different')))
      torn.add(end);
  }
  const kept: Edge[] = [];
  for (const edge of edges) {
    if (edge.weight < 3 && (torn.has(edge.a) || torn.has(edge.b))) doubts.push(edge);
    else kept.push(edge);
  }
  return kept.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
}

function compareAt(prints: readonly Fingerprint[], i: number, j: number, isCrowded: IsCrowded): Comparison['is'] {
  const [a, b] = [prints[i], prints[j]];
  return a && b ? compare(a, b, isCrowded).is : 'unrelated';
}

/** Sets of reports that grow together. */
class Groups {
  private readonly parent: Int32Array;
  private readonly members: Map<number, number[]>;
  private readonly prints: readonly Fingerprint[];
  private readonly isCrowded: IsCrowded;

  constructor(prints: readonly Fingerprint[], isCrowded: IsCrowded) {
    this.prints = prints;
    this.isCrowded = isCrowded;
    this.parent = Int32Array.from(prints, (_, at) => at);
    this.members = new Map(prints.map((_, at) => [at, [at]]));
  }

  of(index: number): number {
    let root = index;
    while (this.parent[root] !== root) root = this.parent[root] ?? root;
    this.parent[index] = root;
    return root;
  }

  membersOf(index: number): readonly number[] {
    return this.members.get(this.of(index)) ?? [];
  }

  contradict(i: number, j: number): boolean {
    const right = this.membersOf(j).slice(0, MEMBERS_COMPARED);
    return this.membersOf(i)
      .slice(0, MEMBERS_COMPARED)
      .some((a) => right.some((b) => compareAt(this.prints, a, b, this.isCrowded) === 'different'));
  }

  join(i: number, j: number): void {
    const [low, high] = [Math.min(this.of(i), this.of(j)), Math.max(this.of(i), this.of(j))];
    this.parent[high] = low;
    this.members.set(
      low,
      [...this.membersOf(low), ...(this.members.get(high) ?? [])].sort((x, y) => x - y),
    );
    this.members.delete(high);
  }

  all(): readonly (readonly number[])[] {
    return [...this.members.values()];
  }
}

function describe(
  groups: readonly (readonly number[])[],
  prints: readonly Fingerprint[],
  used: readonly Edge[],
  doubts: readonly Edge[],
  isCrowded: IsCrowded,
  decided: ReadonlyMap<number, Decided>,
): readonly Cluster[] {
  const groupOf = new Int32Array(prints.length);
  for (const [at, members] of groups.entries()) for (const member of members) groupOf[member] = at;
  const idAt = (index: number): string => prints[index]?.report.id ?? '';
  const same = new Map<number, Edge[]>();
  for (const edge of used) {
    const group = groupOf[edge.a] ?? 0;
    // What a person has taken apart is no longer held together by a reason of the machine.
    if (group !== groupOf[edge.b]) continue;
    const own = same.get(group);
    if (own) own.push(edge);
    else same.set(group, [edge]);
  }
  const maybe = new Map<number, Set<string>>();
  const note = (group: number, id: string): void => {
    const own = maybe.get(group) ?? new Set();
    own.add(id);
    maybe.set(group, own);
  };
  for (const { a, b } of doubts) {
    const [left, right] = [groupOf[a] ?? 0, groupOf[b] ?? 0];
    if (left === right || decided.get(left)?.apart.has(right)) continue;
    if (areApart(groups[left] ?? [], groups[right] ?? [], prints, isCrowded)) continue;
    note(left, idAt(b));
    note(right, idAt(a));
  }
  return groups.map((members, at) => ({
    reports: members.flatMap((member) => prints[member]?.report ?? []),
    same: (same.get(at) ?? []).map(({ a, b, reason }) => ({ a: idAt(a), b: idAt(b), reason })),
    general: NONE,
    maybe: [...(maybe.get(at) ?? [])].sort().slice(0, MAYBE_LIMIT),
    decided: decided.get(at) ?? null,
  }));
}

function areApart(left: readonly number[], right: readonly number[], prints: readonly Fingerprint[], isCrowded: IsCrowded): boolean {
  const others = right.slice(0, MEMBERS_COMPARED);
  return left.slice(0, MEMBERS_COMPARED).some((a) => others.some((b) => compareAt(prints, a, b, isCrowded) === 'different'));
}
