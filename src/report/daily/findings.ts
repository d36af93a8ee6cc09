import type { CountRange, Incident, Verdict } from '../../model/index.ts';
import type { ChargeCount, Exchange, Finding, IncidentRow, PositionChange, ReadingCount, Withheld } from './daily-report-data.ts';

/** What the findings are worked out from. */
export interface FindingInput {
  readonly rows: readonly IncidentRow[];
  readonly exchanges: readonly Exchange[];
  readonly all: { readonly now: CountRange; readonly before: CountRange };
  readonly charges: readonly ChargeCount[];
  /** The agreement most incidents bear on, with its holders; null if there is none. */
  readonly main: { readonly id: string; readonly holders: readonly string[] } | null;
  readonly changes: readonly PositionChange[];
  readonly withheld: Withheld;
  readonly gaps: number;
}

/** Three to six findings, always in the same order; nothing is weighed, and no side is set against another. */
export function findingsOf({ rows, exchanges, all, charges, main, changes, withheld, gaps }: FindingInput): readonly Finding[] {
  const fresh = rows.filter(({ status }) => status === 'new');
  const states = changes.flatMap(({ kind, agreement, states: found }) =>
    kind === 'state' && agreement !== null && found !== null ? [{ agreement, ...found }] : [],
  ) as Extract<Finding, { kind: 'positions' }>['states'];
  return [
    { kind: 'charges', all, counts: charges },
    ...(rows.length > 0 ? [answersOf(rows, exchanges)] : []),
    ...(main !== null && rows.length > 0 ? [readingsOf(rows, main)] : []),
    ...(fresh.length > 0 ? [occurrenceOf(fresh)] : []),
    { kind: 'positions', changes: changes.length, states },
    { kind: 'limits', withheld, gaps },
  ];
}

function answersOf(rows: readonly IncidentRow[], exchanges: readonly Exchange[]): Finding {
  const byRow = new Map(exchanges.flatMap((exchange) => (exchange.row === null ? [] : [[exchange.row, exchange] as const])));
  const isMaybeAnswered = ({ number, attribution }: IncidentRow): boolean =>
    byRow.get(number)?.bySide.some(({ holder, words }) => attribution.to.includes(holder) && words.some(({ isMaybe }) => isMaybe)) ?? false;
  const charged = rows.filter(({ attribution }) => attribution.to.length > 0);
  const mutual = charged.filter(({ attribution }) => attribution.to.length > 1);
  const one = charged.filter(({ attribution }) => attribution.to.length === 1);
  const admitted = one.filter(({ attribution }) => attribution.level === 'admitted_by_party');
  const denied = one.filter((row) => !admitted.includes(row) && row.attribution.deniedBy.some((side) => row.attribution.to.includes(side)));
  const maybe = one.filter((row) => !admitted.includes(row) && !denied.includes(row) && isMaybeAnswered(row));
  return {
    kind: 'answers',
    charged: charged.length,
    denied: denied.length,
    mutual: mutual.length,
    admitted: admitted.length,
    maybeAnswered: maybe.length,
    unanswered: one.length - denied.length - admitted.length - maybe.length,
  };
}

const OPEN: ReadonlySet<Verdict> = new Set(['indeterminate', 'reading_unknown']);

function readingsOf(rows: readonly IncidentRow[], { id, holders }: { readonly id: string; readonly holders: readonly string[] }): Finding {
  const counts = holders.map((holder): ReadingCount => {
    const own = rows.flatMap(({ verdicts }) => verdicts.filter((entry) => entry.agreement === id && entry.holder === holder));
    const covered = own.filter(({ verdict }) => verdict === 'covered').length;
    const open = own.filter(({ verdict }) => OPEN.has(verdict)).length;
    return { holder, covered, outside: own.length - covered - open, open };
  });
  return { kind: 'readings', agreement: id, incidents: rows.length, counts };
}

function occurrenceOf(rows: readonly IncidentRow[]): Finding {
  const levels: Record<Incident['occurrence']['level'], number> = { unverified: 0, single_source: 0, corroborated: 0, verified: 0 };
  for (const { occurrence } of rows) levels[occurrence.level] += 1;
  return { kind: 'occurrence', incidents: rows.length, levels };
}
