import type { ClusterDecision, IncidentReport } from '../../model/index.ts';

/** What people decided about one group of reports. */
export interface Decided {
  readonly decisions: readonly ClusterDecision[];
  /** How the machine had grouped the reports of the group. */
  readonly machine: readonly (readonly string[])[];
  /** Groups from which it was split, so that no doubt ties them again. */
  readonly apart: ReadonlySet<number>;
}

/**
 * Applies people's decisions to the groups of the machine, in the order in which they were made: a merge joins the groups of the
 * reports it names, a split takes the reports it names out into a group of their own. Reports that are not known are passed over.
 */
export function applyDecisions(
  machine: readonly (readonly number[])[],
  reports: readonly IncidentReport[],
  decisions: readonly ClusterDecision[],
): { readonly groups: readonly (readonly number[])[]; readonly decided: ReadonlyMap<number, Decided> } {
  if (decisions.length === 0) return { groups: machine, decided: new Map() };
  const indexOf = new Map(reports.map(({ id }, index) => [id, index]));
  const groups = new Map(machine.map((members, at) => [at, [...members]]));
  const groupOf = new Map(machine.flatMap((members, at) => members.map((member): [number, number] => [member, at])));
  const touched = new Map<number, ClusterDecision[]>();
  const apart = new Map<number, Set<number>>();
  let next = machine.length;
  const inOrder = [...decisions].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.reports.join() < b.reports.join() ? -1 : 1));
  for (const decision of inOrder) {
    const named = decision.reports.flatMap((id) => indexOf.get(id) ?? []);
    const from = new Set(named.flatMap((index) => groupOf.get(index) ?? []));
    if (named.length === 0 || (decision.action === 'merge' && from.size < 2)) continue;
    const before = [...from].flatMap((at) => touched.get(at) ?? []);
    const moved = decision.action === 'merge' ? [...from].flatMap((at) => groups.get(at) ?? []) : named;
    const target = next++;
    for (const at of from) {
      const left = (groups.get(at) ?? []).filter((member) => !moved.includes(member));
      if (left.length === 0) groups.delete(at);
      else {
        groups.set(at, left);
        touched.set(at, [...(touched.get(at) ?? []), decision]);
        apart.set(at, new Set([...(apart.get(at) ?? []), target]));
        apart.set(target, new Set([...(apart.get(target) ?? []), at]));
      }
    }
    groups.set(target, moved);
    for (const member of moved) groupOf.set(member, target);
    touched.set(target, [...new Set([...before, decision])]);
  }
  const machineOf = new Map(machine.flatMap((members) => members.map((member): [number, readonly number[]] => [member, members])));
  const names = (members: readonly number[]): readonly string[] => members.flatMap((member) => reports[member]?.id ?? []).sort();
  const sorted = [...groups].map(([at, members]) => ({ at, members: members.sort((a, b) => a - b) }));
  sorted.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
  const position = new Map(sorted.map(({ at }, index) => [at, index]));
  const decided = new Map<number, Decided>();
  for (const [index, { at, members }] of sorted.entries()) {
    const own = touched.get(at);
    if (!own) continue;
    decided.set(index, {
      decisions: own,
      machine: [...new Set(members.flatMap((member) => machineOf.get(member) ?? []).map((member) => machineOf.get(member) ?? []))].map(
        names,
      ),
      apart: new Set([...(apart.get(at) ?? [])].flatMap((other) => position.get(other) ?? [])),
    });
  }
  return { groups: sorted.map(({ members }) => members), decided };
}
