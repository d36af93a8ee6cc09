import type { HolderLookup } from '../../ledger/index.ts';
import type { ClaimMention, EventMention, ObservationMeans, Report, Statement } from '../../model/index.ts';

/** Whose word something is. */
export interface Voice {
  /** Side that speaks; null for the newsroom, a monitor, and whoever may not speak for a side. */
  readonly side: string | null;
  readonly source: string;
  readonly group: string;
  readonly means: ObservationMeans;
  readonly kind: 'newsroom' | 'agency' | 'side' | 'operator' | 'monitor' | 'unnamed';
  readonly statement: string | null;
}

const SPEAKS: ReadonlySet<string> = new Set(['principal', 'spokesperson', 'official']);

/** The newsroom that prints a report. */
export function newsroomOf(report: Report): Voice {
  const source = report.outlet ?? report.key;
  return { side: null, source, group: `outlet:${source}`, means: 'media_report_only', kind: 'newsroom', statement: null };
}

/** Whose words a statement is: a side's where somebody speaks who may, else what it is known to be. */
export function voiceOf(statement: Statement, report: Report, lookup: HolderLookup): Voice {
  const newsroom = { ...newsroomOf(report), statement: statement.id };
  const [speaker] = statement.speakers;
  if (!speaker) return newsroom;
  const { holder, authority, relays } = lookup.standingOf(speaker, statement.when ?? report.date, statement.onBehalfOf);
  if (relays) return { ...newsroom, source: speaker.name, group: `outlet:${speaker.name}`, kind: 'agency' };
  const actor = speaker.actor === null ? undefined : lookup.actor(speaker.actor);
  if (actor?.kind === 'monitor') return { ...newsroom, source: actor.name, group: `monitor:${actor.id}`, kind: 'monitor' };
  if (holder !== null && SPEAKS.has(authority)) {
    const kind = actor?.kind === 'company' ? 'operator' : 'side';
    return { ...newsroom, side: holder, kind, means: kind === 'operator' ? 'operator_statement' : 'official_statement' };
  }
  return { ...newsroom, kind: 'unnamed' };
}

/** Whose words a claim is, by the actor its verb belongs to; null where the words name nobody. */
export function voiceOfClaim(claim: ClaimMention, statement: Statement | null, report: Report, lookup: HolderLookup): Voice | null {
  if (statement) return voiceOf(statement, report, lookup);
  if (claim.by === null) return null;
  const side = lookup.holderOf(claim.by);
  return side === null ? null : { ...newsroomOf(report), side, kind: 'side', means: 'official_statement' };
}

/** Side that did it, in the words of the text. */
export function attackerOf({ attacker }: Pick<EventMention, 'attacker'>, lookup: HolderLookup): string | null {
  if (attacker === null) return null;
  return /^[A-Z]{2}$/.test(attacker) ? attacker : lookup.holderOf(attacker);
}
