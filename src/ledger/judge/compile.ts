import type { Agreement, Reading } from '../../model/index.ts';
import { ACT_CODES, type Answer, coversObject, OBJECT_CODES, prohibitsAct } from '../../model/index.ts';
import { fillsColumn, heldSince } from '../as-of.ts';
import { objectSetOf } from '../compare-values.ts';
import { type Minute, rangeOf } from '../instant.ts';
import { affirms, type Bounds, endOfTerm, startOf } from '../term.ts';

/** One holder's version of one understanding, flattened so that a verdict is a few look-ups. */
export interface CompiledReading {
  readonly holder: string;
  readonly arrangement: string | null;
  /** By object class: 0 no, 1 yes, 2 unknown. Null if the holder names no objects and the agreement is limited to some. */
  readonly objects: ReadonlyMap<string, number> | null;
  /** True if the agreement protects without listing (a full ceasefire). */
  readonly anyObject: boolean;
  readonly acts: ReadonlyMap<string, number>;
  /** Whether the holder counts a failed or intercepted attempt among them; unknown unless said. */
  readonly attempts: number;
  /** Territories included and excluded; null if the holder names no area. */
  readonly area: {
    readonly include: ReadonlySet<string>;
    readonly exclude: ReadonlySet<string>;
    readonly domains: ReadonlySet<string>;
  } | null;
  /** Place → territory it belongs to for the holder; a place mapped to null is said not to belong. */
  readonly territories: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  /** Whom it binds; null if that is not said. */
  readonly bound: ReadonlySet<string> | null;
  readonly starts: readonly Bounds[];
  readonly ends: readonly Bounds[];
  /** Earliest end that any other holder claims, asked only where the holder states none. */
  readonly othersEnd: Bounds | null;
  /** Times from which the holder says it is suspended or released, and from which resumed, in order. */
  readonly pauses: readonly { readonly from: Bounds; readonly state: 'off' | 'on' }[];
  /** From when another side claims release, where the holder grants that right. */
  readonly releaseClaimed: Bounds | null;
  /** The holder denies that there is an agreement. */
  readonly denied: boolean;
  /** Ids of the readings used, by what they were used for. */
  readonly used: Readonly<Record<string, readonly string[]>>;
}

const ANSWER: Readonly<Record<Answer, number>> = { no: 0, yes: 1, unknown: 2 };
/** Kinds of agreements that halt attacks by their very name; there an unstated act is an attack. */
export const HALTS: ReadonlySet<Agreement['kind']> = new Set([
  'limited_halt_of_attacks',
  'ceasefire',
  'maritime_truce',
  'humanitarian_pause',
]);
/** Kinds that protect everything where nobody lists objects. */
export const UNLIMITED: ReadonlySet<Agreement['kind']> = new Set(['ceasefire', 'humanitarian_pause']);

/**
 * Flattens the readings of one holder. Each understanding is flattened by itself and lends nothing to another. Readings said of
 * no understanding in particular complete each of them, unless they are a version of their own (they name objects or acts).
 */
export function compileHolder(agreement: Agreement, holder: string, current: readonly Reading[]): readonly CompiledReading[] {
  const own = settled(current.filter((reading) => reading.holder === holder && fillsColumn(reading) && affirms(reading)));
  const scoped = own.filter((reading) => reading.value.t === 'objects' || reading.value.t === 'acts');
  const arrangements = [...new Set(scoped.map((reading) => reading.arrangement))].sort();
  if (!arrangements.length) arrangements.push(null);
  const general = arrangements.includes(null) ? [] : own.filter((reading) => reading.arrangement === null);
  const others = current.filter((reading) => reading.holder !== holder && fillsColumn(reading) && affirms(reading));
  return arrangements.flatMap((arrangement) => {
    const mine = [...own.filter((reading) => reading.arrangement === arrangement), ...general];
    // Two sets of objects held at the same time contradict each other: each is a version, and the verdicts must agree.
    const sets = mine.filter((reading) => reading.value.t === 'objects');
    const versions: (Reading | null)[] = sets.length ? sets : [null];
    return versions.map((version) =>
      compileOne(
        agreement,
        holder,
        arrangement,
        mine.filter((reading) => reading.value.t !== 'objects' || reading === version),
        others,
      ),
    );
  });
}

/**
 * What people have entered for an element settles what machines read of it: of two versions of which a person has entered one,
 * that one is judged by. The machine's stay in the ledger and on the page.
 */
function settled(own: readonly Reading[]): readonly Reading[] {
  const entered = new Set(own.filter(({ origin }) => origin === 'curated').map(({ element }) => element));
  return entered.size === 0 ? own : own.filter(({ origin, element }) => origin === 'curated' || !entered.has(element));
}

function compileOne(
  agreement: Agreement,
  holder: string,
  arrangement: string | null,
  mine: readonly Reading[],
  others: readonly Reading[],
): CompiledReading {
  const used: Record<string, string[]> = {};
  const of = <T extends Reading['value']['t']>(kind: T, role: string): { reading: Reading; value: Extract<Reading['value'], { t: T }> }[] =>
    mine.flatMap((reading) => {
      if (reading.value.t !== kind) return [];
      used[role] = [...(used[role] ?? []), reading.id];
      return [{ reading, value: reading.value as Extract<Reading['value'], { t: T }> }];
    });
  const objects = of('objects', 'object')[0];
  const acts = of('acts', 'act').map(({ value }) => value);
  const places = of('place', 'place').map(({ value }) => value);
  const starts = of('start', 'start').flatMap(({ reading }) => startOf(reading) ?? []);
  const claims = of('state', 'state').map(({ reading, value }) => ({ reading, state: value.state, from: claimedFrom(reading) }));
  const parties = of('parties', 'parties').map(({ value }) => value);
  const prohibited = acts.length ? acts.flatMap((value) => value.prohibited) : HALTS.has(agreement.kind) ? ['attack'] : [];
  const permitted = acts.flatMap((value) => value.permitted);
  return {
    holder,
    arrangement,
    objects: objects ? table(OBJECT_CODES, (code) => coversObject(objectSetOf(objects.value), code)) : null,
    anyObject: !objects && UNLIMITED.has(agreement.kind) && mine.length > 0,
    acts: table(ACT_CODES, (code) => prohibitsAct(prohibited, permitted, code)),
    attempts: prohibited.includes('attempted_attack') ? ANSWER.yes : permitted.includes('attempted_attack') ? ANSWER.no : ANSWER.unknown,
    area: places.length
      ? {
          include: new Set(
            places.flatMap((value) => value.include).flatMap((code) => (code === 'both_countries' ? agreement.parties : [code])),
          ),
          exclude: new Set(places.flatMap((value) => value.exclude)),
          domains: new Set(places.flatMap((value) => value.domains)),
        }
      : null,
    territories: territoriesOf(of('territory', 'territory').map(({ value }) => value)),
    bound: boundBy(agreement, mine),
    starts,
    ends: endsOf(mine, starts, claims),
    othersEnd: earliest(
      others.filter((reading) => arrangement === null || reading.arrangement === null || reading.arrangement === arrangement),
      others,
    ),
    pauses: pausesIn(claims),
    releaseClaimed: mine.some((reading) => reading.value.t === 'condition' && reading.value.kind === 'release_if_breached')
      ? releaseBy(others)
      : null,
    denied: parties.some((value) => value.polarity === 'neg' && value.commitment !== 'none'),
    used,
  };
}

function table(codes: readonly string[], answer: (code: string) => Answer): ReadonlyMap<string, number> {
  return new Map(codes.map((code) => [code, ANSWER[answer(code)]]));
}

/** Whom the holder binds: named holders, both sides where it speaks of mutuality, nobody known where it says nothing. */
function boundBy(agreement: Agreement, mine: readonly Reading[]): ReadonlySet<string> | null {
  const named = mine
    .filter((reading) => reading.value.t === 'objects' || reading.value.t === 'acts' || reading.value.t === 'parties')
    .flatMap((reading) => reading.obliged);
  const mutual =
    named.includes('mutual') || mine.some((reading) => reading.value.t === 'condition' && reading.value.kind === 'reciprocity');
  const codes = named.filter((code) => code !== 'mutual' && code !== 'unstated');
  if (mutual) return new Set([...agreement.parties, ...codes]);
  return codes.length ? new Set(codes) : null;
}

function claimedFrom(reading: Reading): Bounds {
  const at = reading.value.t === 'state' ? reading.value.at : null;
  const range = at === null ? null : rangeOf(at);
  if (range) return range.to - range.from <= 60 ? { from: range.from, to: range.from } : range;
  // Said on a day without a time of effect: at some time of that day at the earliest.
  const said = heldSince(reading);
  return { from: said, to: reading.heldFrom === null ? Number.POSITIVE_INFINITY : (rangeOf(reading.heldFrom)?.to ?? said) };
}

type Claim = { readonly state: string; readonly from: Bounds; readonly reading: Reading };

function pausesIn(claims: readonly Claim[]): CompiledReading['pauses'] {
  const pauses: { readonly from: Bounds; readonly state: 'off' | 'on' }[] = [];
  for (const { state, from } of claims) {
    if (state === 'suspended' || state === 'released' || state === 'withdrawn') pauses.push({ from, state: 'off' });
    else if (state === 'resumed') pauses.push({ from, state: 'on' });
  }
  return pauses.sort((a, b) => a.from.from - b.from.from);
}

function endsOf(mine: readonly Reading[], starts: readonly Bounds[], claims: readonly Claim[]): readonly Bounds[] {
  const extended = mine.flatMap((reading) => (reading.value.t === 'extension' ? (endOfTerm(reading, null) ?? []) : []));
  if (extended.length) return extended;
  const unbounded =
    mine.some((reading) => reading.value.t === 'extension' && reading.value.mode === 'automatic') ||
    claims.some(({ state }) => state === 'extended');
  const firsts: readonly (Bounds | null)[] = starts.length ? starts : [null];
  const ends = mine.flatMap((reading) => firsts.flatMap((start) => endOfTerm(reading, start) ?? []));
  // Extended without a date: the term has been prolonged, until when is unknown.
  if (unbounded) return ends.map(({ from }) => ({ from, to: Number.POSITIVE_INFINITY }));
  // An end only announced ("the month is over") is a claim of the moment at the latest.
  const announced = claims.filter(({ state }) => state === 'expired' || state === 'concluded').map(({ from }) => from);
  return ends.length ? ends : announced;
}

function earliest(others: readonly Reading[], all: readonly Reading[]): Bounds | null {
  const ends = others.flatMap((reading) => {
    if (reading.value.t !== 'duration') return [];
    const starts = all
      .filter((other) => other.holder === reading.holder && other.arrangement === reading.arrangement)
      .flatMap((other) => startOf(other) ?? []);
    const firsts: readonly (Bounds | null)[] = starts.length ? starts : [null];
    return firsts.flatMap((start) => endOfTerm(reading, start) ?? []);
  });
  const announced = others.flatMap((reading) =>
    reading.value.t === 'state' && reading.value.state === 'expired' ? [claimedFrom(reading)] : [],
  );
  return [...ends, ...announced].reduce<Bounds | null>((first, end) => (first === null || end.from < first.from ? end : first), null);
}

function releaseBy(others: readonly Reading[]): Bounds | null {
  const from: Minute[] = others.flatMap((reading) =>
    reading.value.t === 'state' && (reading.value.state === 'released' || reading.value.state === 'withdrawn')
      ? [claimedFrom(reading).from]
      : [],
  );
  return from.length ? { from: Math.min(...from), to: Number.POSITIVE_INFINITY } : null;
}

function territoriesOf(
  values: readonly { readonly of: string; readonly includes: readonly string[]; readonly excludes: readonly string[] }[],
): ReadonlyMap<string, ReadonlyMap<string, boolean>> {
  const places = new Map<string, Map<string, boolean>>();
  const say = (place: string, territory: string, belongs: boolean): void => {
    places.set(place, (places.get(place) ?? new Map<string, boolean>()).set(territory, belongs));
  };
  for (const { of, includes, excludes } of values) {
    for (const place of includes) say(place, of, true);
    for (const place of excludes) say(place, of, false);
  }
  return places;
}
