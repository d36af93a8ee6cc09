import { type Agreement, type AnchoredSpan, idOf } from '../../model/index.ts';
import { BOTH } from './course.ts';
import { type AgreementKey, KIND_OF, SETTLEMENTS } from './focus.ts';
import { groupBy } from './group-by.ts';
import type { HolderLookup } from './holders.ts';
import type { Draft, Page } from './part.ts';
import { agreementTitle } from './titles.ts';

/** One agreement as it stands in one report, before reports are put together. */
interface Local {
  readonly page: Page;
  /** Day of the report, as {@link dayNumber} counts. */
  readonly day: number | null;
  readonly key: AgreementKey;
  /** The holders the report mostly speaks of; two reports of one agreement share most of them. */
  readonly theatre: readonly string[];
  readonly drafts: readonly Draft[];
}

/** The readings of one agreement over all reports that speak of it. */
export interface Cluster {
  readonly agreement: Agreement;
  readonly members: readonly Local[];
}

/** Reports further apart than this speak of another truce of the same kind. */
const DAYS_APART = 120;
const THEATRE_SIZE = 4;

/** Holders named or speaking in a report, most frequent first. */
export function theatreOf(page: Page): readonly string[] {
  const counts = new Map<string, number>();
  const count = (holder: string | null) => holder !== null && counts.set(holder, (counts.get(holder) ?? 0) + 1);
  for (const mention of page.mentions) {
    if (mention.kind === 'actor') count(page.lookup.holderOf(mention.code));
    else if (mention.kind === 'place' && /^[A-Z]{2}$/.test(mention.code)) count(mention.code);
  }
  for (const statement of page.annotation.statements) {
    for (const speaker of statement.speakers) count(page.lookup.standingOf(speaker, page.report.date).holder);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, THEATRE_SIZE)
    .map(([holder]) => holder);
}

/** Days since 1970 of a date of any precision, by plain calendar arithmetic. */
export function dayNumber(date: string | null): number | null {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '');
  if (!found) return null;
  return Date.UTC(Number(found[1]), Number(found[2] ?? '1') - 1, Number(found[3] ?? '1')) / 86_400_000;
}

function sameTheatre(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const shared = a.filter((holder) => b.includes(holder)).length;
  return shared >= Math.min(2, a.length, b.length);
}

/** Puts the agreements of all reports together: the same kind, much the same holders, not too far apart in time. */
export function linkAgreements(
  pages: readonly Page[],
  drafts: ReadonlyMap<Page, readonly Draft[]>,
  lookup: HolderLookup,
): readonly Cluster[] {
  const groups: Local[][] = [];
  const byKey = new Map<AgreementKey, Local[][]>();
  const ordered = [...pages].sort((a, b) => order(a.report.date, b.report.date) || order(a.report.id, b.report.id));
  for (const page of ordered) {
    const theatre = theatreOf(page);
    const day = dayNumber(page.report.date);
    const ofPage = groupBy(drafts.get(page) ?? [], (draft) => draft.key);
    for (const [key, own] of ofPage) {
      const local: Local = { page, day, key, theatre, drafts: own };
      const candidates = byKey.get(key) ?? [];
      byKey.set(key, candidates);
      const home = candidates.find((group) =>
        // From the newest on, since they come in the order of time.
        group.findLast((other) => near(other.day, day) && sameTheatre(other.theatre, theatre)),
      );
      if (home) home.push(local);
      else {
        const group = [local];
        candidates.push(group);
        groups.push(group);
      }
    }
  }
  const fought = new Map(groups.map((members) => [members, fightersOf(members.flatMap((member) => member.drafts))]));
  const clusters = groups.map((members) => ({ agreement: describe(members, fightersAround(members, fought), lookup), members }));
  return relate(withOwnIds(clusters));
}

/** Two truces of one kind, war and year are told apart by their months. */
function withOwnIds(clusters: readonly Cluster[]): readonly Cluster[] {
  const seen = new Set<string>();
  return clusters.map((cluster) => {
    const { agreement } = cluster;
    let { id } = agreement;
    for (let again = 0; seen.has(id); again++) id = idOf('agr', agreement.id, agreement.firstKnown, again);
    seen.add(id);
    return id === agreement.id ? cluster : { ...cluster, agreement: { ...agreement, id } };
  });
}

function order(a: string | null, b: string | null): number {
  const left = a ?? '9999';
  const right = b ?? '9999';
  return left < right ? -1 : left > right ? 1 : 0;
}

function near(left: number | null, right: number | null): boolean {
  return left === null || right === null || Math.abs(left - right) <= DAYS_APART;
}

const CF_CLASS: Readonly<Partial<Record<AgreementKey, Agreement['cfClass']>>> = {
  limited_halt: 'limited_halt_of_attacks',
  maritime_truce: 'limited_halt_of_attacks',
  humanitarian_pause: 'humanitarian_pause',
  holiday_truce: 1,
  ceasefire: 1,
};
const TRACK: Readonly<Partial<Record<AgreementKey, Agreement['track']>>> = {
  maritime_truce: 'maritime',
  grain_corridor: 'maritime',
  prisoner_exchange: 'prisoner_exchange',
  support: 'support_and_intelligence',
  sanctions: 'sanctions',
  security_guarantee: 'security_guarantees',
  economic_cooperation: 'economic_relations',
};

/** Those who fight, as their own terms show: whose land is meant, who orders, of whom the same is asked. */
function fightersOf(drafts: readonly Draft[]): readonly string[] {
  const fighters = new Set<string>();
  for (const { value } of drafts) {
    if (value.t === 'place') for (const place of value.include) if (place !== 'both_parties') fighters.add(place);
    if (value.t === 'condition' && value.kind === 'reciprocity') for (const holder of value.on) fighters.add(holder);
    if (value.t === 'parties' && value.commitment === 'ordered') for (const holder of value.parties) fighters.add(holder);
  }
  return [...fighters].sort();
}

/** Those who fight in the theatre of an agreement: what the terms of one truce show holds for the others of the same war. */
function fightersAround(members: readonly Local[], fought: ReadonlyMap<readonly Local[], readonly string[]>): readonly string[] {
  const first = members[0];
  const found = new Set<string>();
  for (const [[peer], fighters] of fought) {
    if (!first || !peer || !near(peer.day, first.day) || !sameTheatre(peer.theatre, first.theatre)) continue;
    for (const fighter of fighters) found.add(fighter);
  }
  return [...found].sort();
}

function describe(members: readonly Local[], fighters: readonly string[], lookup: HolderLookup): Agreement {
  const first = members[0];
  const key = first?.key ?? 'ceasefire';
  const drafts = members.flatMap((member) => member.drafts);
  // Who is reported to have said nothing has taken no part in it.
  const spoken = drafts.filter(({ stance }) => stance !== 'silent');
  const committed = new Set(spoken.flatMap(({ value }) => (value.t === 'parties' ? value.parties.filter((party) => party !== BOTH) : [])));
  const voices = new Set(
    spoken.flatMap((draft) => draft.part.voices.map((voice) => voice.holder)).filter((holder) => holder !== 'narration'),
  );
  const fought = (SETTLEMENTS.has(key) || key === 'prisoner_exchange') && fighters.length >= 2;
  const parties = fought ? fighters : [...committed].sort();
  // Who asks for help or gives it, or vouches for somebody, brokers nothing.
  const brokers = fought ? [...new Set([...voices, ...committed])].filter((holder) => !parties.includes(holder)).sort() : [];
  const month = first?.page.report.date?.slice(0, 7) ?? null;
  // The first report that speaks of it names the id: who turns out to be a party later must not change the address of what was known before.
  const theatre = (first?.theatre ?? []).slice(0, 2).sort();
  const mentions: AnchoredSpan[] = members.flatMap(({ page }) =>
    page.named
      .filter((named) => named.key === key)
      .map(({ span }) => ({ report: page.report.key, ...span, exact: page.report.text.slice(span.start, span.end) })),
  );
  const ordering = drafts.filter(({ value }) => value.t === 'parties' && value.commitment === 'ordered').length > 0;
  return {
    id: idOf('agr', key, month?.slice(0, 4), ...theatre),
    kind: KIND_OF[key],
    track: TRACK[key] ?? 'roadmap',
    title: agreementTitle(
      key,
      parties.length || !SETTLEMENTS.has(key)
        ? parties
        : [...(first?.theatre ?? [])].sort((a, b) => Number(/^[A-Z]{2}$/.test(b)) - Number(/^[A-Z]{2}$/.test(a))).slice(0, 1),
      month,
      lookup,
    ),
    cfClass: CF_CLASS[key] ?? null,
    side: sideOf(committed.size, brokers.length, ordering),
    partial: key === 'limited_halt' || key === 'maritime_truce' ? true : key === 'ceasefire' || key === 'holiday_truce' ? false : 'unclear',
    written: drafts.some(({ value }) => value.t === 'parties' && value.commitment === 'signed') ? true : 'unclear',
    parties,
    brokers,
    mechanism: drafts.some(({ value }) => value.t === 'mechanism' && value.status === 'named') ? true : 'unclear',
    purposes: key === 'holiday_truce' ? ['holiday'] : key === 'humanitarian_pause' ? ['humanitarian'] : ['peace_process'],
    related: [],
    mentions,
    firstKnown: first?.page.report.date ?? null,
  };
}

function sideOf(committed: number, brokers: number, ordering: boolean): Agreement['side'] {
  if (committed === 0) return 'unclear';
  if (ordering && brokers > 0) return 'parallel_unilateral';
  if (committed === 1) return ordering ? 'unilateral' : 'unclear';
  return committed === 2 ? 'bilateral' : 'multilateral';
}

const STAGES: readonly AgreementKey[] = ['limited_halt', 'maritime_truce', 'ceasefire', 'peace_agreement'];

/** Stages of one road in one theatre, and the shipping arrangement that came before a truce at sea. */
function relate(clusters: readonly Cluster[]): readonly Cluster[] {
  const keyOf = (cluster: Cluster) => cluster.members[0]?.key ?? 'ceasefire';
  const peers = (cluster: Cluster) =>
    clusters.filter(
      (other) =>
        other !== cluster &&
        near(dayNumber(other.agreement.firstKnown), dayNumber(cluster.agreement.firstKnown)) &&
        sameTheatre(other.members[0]?.theatre ?? [], cluster.members[0]?.theatre ?? []),
    );
  return clusters.map((cluster) => {
    const key = keyOf(cluster);
    const stage = STAGES.indexOf(key);
    const related = peers(cluster).flatMap((other): Agreement['related'] => {
      const otherKey = keyOf(other);
      if (key === 'maritime_truce' && otherKey === 'grain_corridor')
        return [{ id: other.agreement.id, kind: 'predecessor', rule: 'link.shipping' }];
      if (stage >= 0 && stage < 2 && otherKey === 'ceasefire') return [{ id: other.agreement.id, kind: 'stage_of', rule: 'link.stages' }];
      if (stage === 2 && otherKey === 'peace_agreement') return [{ id: other.agreement.id, kind: 'stage_of', rule: 'link.stages' }];
      return [];
    });
    return { ...cluster, agreement: { ...cluster.agreement, related } };
  });
}
