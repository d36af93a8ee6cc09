import type { ChangeKind, FollowedAudience } from '../../model/index.ts';
import { cutOffOf, profileOf } from '../../release/index.ts';
import type { AnyNewFact, BookStore } from '../../store/index.ts';
import type { Desk } from '../desk.ts';
import { releasesFor } from '../released-from-book.ts';
import { addressesOf, type ChangeItem, hashOf, type PlacedChange, type Standing, uuidOf } from './change.ts';
import { standingsOf } from './standings.ts';

/** What changes are told from. */
export interface ChangeFeedParts {
  readonly store: Pick<BookStore, 'facts' | 'append' | 'newest'>;
  /** The desk of an audience. */
  readonly desks: (audience: FollowedAudience) => Promise<Desk>;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
}

/** Which changes are asked for; an empty list leaves nothing out. */
export interface ChangeFilter {
  readonly kinds?: readonly ChangeKind[];
  readonly agreements?: readonly string[];
  readonly holders?: readonly string[];
}

/** What each audience of a book is told, in the order in which it is told. */
export interface ChangeFeed {
  /** Oldest first. What is new since the last time is written down as told before it is given. */
  readonly changes: (audience: FollowedAudience) => Promise<readonly PlacedChange[]>;
}

/** When each thing was last told, and as what. */
interface Told {
  readonly value: string;
  readonly recorded: string;
  readonly nth: number;
}

interface Log {
  /** Number of the last announcement taken. */
  seq: number;
  /** Instants of the first and the last announcement. */
  first: string | null;
  last: string | null;
  readonly slots: Map<string, Told>;
  /** How much was told at each instant. */
  readonly counts: Map<string, number>;
}

/** Hashes in one announcement. */
const AT_ONCE = 2_000;
const BY = { author: { kind: 'program', name: 'changes' } } as const;

/** Whether a change is one of those asked for. */
export function isAskedFor({ kind, agreement, holder }: ChangeItem, { kinds = [], agreements = [], holders = [] }: ChangeFilter): boolean {
  return (
    (kinds.length === 0 || kinds.includes(kind)) &&
    (agreements.length === 0 || (agreement !== null && agreements.includes(agreement))) &&
    (holders.length === 0 || (holder !== null && holders.includes(holder)))
  );
}

function itemOf(standing: Standing, recorded: string, audience: FollowedAudience): ChangeItem {
  const { kind, slot, value, at, agreement, element, holder, title, text, about } = standing;
  const id = uuidOf('change', audience, slot, value, recorded);
  return { id, kind, at, recorded, agreement, element, holder, title, text, about, ...addressesOf(standing) };
}

const before = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
};

/**
 * Tells what changes in a book. What was told, to whom and when, is kept in the book as hashes; the words are always those that the
 * desk of the audience gives now, so that what was deleted, withheld or decided since is told no more. The public is told once a batch.
 */
export function makeChangeFeed({ store, desks, now }: ChangeFeedParts): ChangeFeed {
  const logs = new Map<FollowedAudience, Log>();
  const made = new Map<FollowedAudience, { readonly of: string; readonly desk: Desk; readonly items: readonly PlacedChange[] }>();

  const logOf = async (audience: FollowedAudience): Promise<Log> => {
    const log = logs.get(audience) ?? {
      seq: 0,
      first: null,
      last: null,
      slots: new Map<string, Told>(),
      counts: new Map<string, number>(),
    };
    for (const { seq, body } of await store.facts('announcement', { home: homeOf(audience), after: log.seq })) {
      log.seq = seq;
      log.first ??= body.at;
      if (log.last === null || body.at > log.last) log.last = body.at;
      for (const told of body.told) {
        const [slot = '', value = ''] = told.split('.');
        const nth = log.counts.get(body.at) ?? 0;
        log.counts.set(body.at, nth + 1);
        // The same told twice, by two processes at once, was told the first time.
        if (log.slots.get(slot)?.value !== value) log.slots.set(slot, { value, recorded: body.at, nth });
      }
    }
    logs.set(audience, log);
    return log;
  };

  /** Writes down what is new; nothing between two batches. */
  const announce = async (audience: FollowedAudience, log: Log, standings: readonly Standing[], at: string): Promise<void> => {
    const profile = profileOf(audience);
    const moment = profile.batch === 'none' ? at : new Date(cutOffOf(profile, at)).toISOString();
    if (log.last !== null && moment <= log.last && profile.batch !== 'none') return;
    const fresh = standings
      .filter(({ slot, value }) => log.slots.get(slot)?.value !== value)
      .sort((a, b) => before([a.at ?? '', a.slot], [b.at ?? '', b.slot]));
    // The first announcement is made even where there is nothing to tell: what comes in later is a change, and waits for its batch.
    if (fresh.length === 0 && log.last !== null) return;
    // A clock that goes backwards must not put something behind a place that somebody has read up to.
    const recorded = log.last !== null && log.last > moment ? log.last : moment;
    const told = fresh.map(({ slot, value }) => `${slot}.${value}`);
    const facts: AnyNewFact[] = [];
    for (let from = 0; from === 0 || from < told.length; from += AT_ONCE) {
      const body = { audience, at: recorded, told: told.slice(from, from + AT_ONCE) };
      facts.push({ kind: 'announcement', id: `ann-${hashOf(audience, recorded, ...body.told)}`, home: homeOf(audience), body });
    }
    await store.append(facts, BY);
    await logOf(audience);
  };

  const bring = async (audience: FollowedAudience): Promise<readonly PlacedChange[]> => {
    const desk = await desks(audience);
    const at = now();
    const known = made.get(audience);
    // Embargoes end with the hour, and other processes tell too.
    const of = `${at.slice(0, 13)}|${await store.newest(['announcement', 'release'])}`;
    if (known?.desk === desk && known.of === of) return known.items;
    const standings = standingsOf(desk, audience, at, await releasesFor(store, audience));
    const log = await logOf(audience);
    await announce(audience, log, standings, at);
    const items = standings
      .flatMap((standing): readonly PlacedChange[] => {
        const told = log.slots.get(standing.slot);
        if (told === undefined || told.value !== standing.value) return [];
        // A verdict that came with its incident is no change.
        if (standing.partOf !== null && (log.slots.get(standing.partOf)?.recorded ?? told.recorded) >= told.recorded) return [];
        return [{ item: itemOf(standing, told.recorded, audience), key: [told.recorded, told.nth], isFirst: told.recorded === log.first }];
      })
      .sort((a, b) => (a.key[0] === b.key[0] ? a.key[1] - b.key[1] : a.key[0] < b.key[0] ? -1 : 1));
    made.set(audience, { of: `${at.slice(0, 13)}|${await store.newest(['announcement', 'release'])}`, desk, items });
    return items;
  };

  // One after the other: two at once would tell the same twice.
  let last: Promise<unknown> = Promise.resolve();
  return {
    changes: (audience) => {
      const next = last.then(() => bring(audience));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

const homeOf = (audience: FollowedAudience): string => `announcements-${audience}`;
