import type { Agreement, Divergence, DossierAgreement, OverallState, PartyState, PartyStatus, Reading } from '../model/index.ts';
import { endOf, fillsColumn, heldSince } from './as-of.ts';
import { agreeing, both, type HolderNames, namesOf } from './phrase/say.ts';
import { groupBy } from './read/group-by.ts';
import { affirms, endOfTerm, startOf } from './term.ts';

/** Steps towards a truce, in order: a later word that is weaker takes nothing back. */
const LADDER: readonly PartyState[] = [
  'silent',
  'proposed',
  'called_for',
  'agreed_in_principle',
  'agreed_conditionally',
  'agreed',
  'ordered',
  'claims_in_force',
];

const BY_COMMITMENT: Readonly<Record<string, PartyState>> = {
  proposed: 'proposed',
  called_for: 'called_for',
  ready: 'agreed_in_principle',
  agreed_in_principle: 'agreed_in_principle',
  agreed_conditionally: 'agreed_conditionally',
  agreed: 'agreed',
  announced: 'agreed',
  signed: 'agreed',
  ordered: 'ordered',
  rejected: 'rejected',
};

const BY_CLAIM: Readonly<Record<string, PartyState>> = {
  in_force: 'claims_in_force',
  resumed: 'claims_in_force',
  suspended: 'declares_itself_released',
  released: 'declares_itself_released',
  withdrawn: 'withdrawn',
  expired: 'says_expired',
  extended: 'extended',
  breach_alleged: 'alleges_breach_by_other',
  breach_denied: 'denies_breach',
};

const BY_ACT: Readonly<Partial<Record<NonNullable<Reading['act']>, PartyState>>> = {
  agree: 'agreed',
  promise: 'agreed',
  order: 'ordered',
  propose: 'proposed',
  demand: 'called_for',
  condition: 'agreed_conditionally',
};

/** The state a single reading shows its holder in; null if it shows none. */
export function stateShownBy(reading: Reading, asOf: string | null): PartyState | null {
  const { value } = reading;
  if (!affirms(reading)) return null;
  if (value.t === 'state') return BY_CLAIM[value.state] ?? null;
  if (value.t === 'extension' && value.until !== null) return 'extended';
  if (value.t === 'start') {
    const start = startOf(reading);
    return start && start.from < endOf(asOf) ? 'claims_in_force' : null;
  }
  if (value.t === 'parties') {
    const own = value.parties.length === 0 || value.parties.includes(reading.holder) || value.parties.includes('mutual');
    const state = own ? (BY_COMMITMENT[value.commitment] ?? null) : null;
    return state === 'agreed' && reading.modality.includes('conditional') ? 'agreed_conditionally' : state;
  }
  // Who ties a truce to the other side doing the same has consented to it on that condition.
  if (value.t === 'condition' && value.kind !== 'release_if_breached') return 'agreed_conditionally';
  if (value.t === 'count' && (reading.act === 'announce' || reading.act === 'assert')) return 'agreed';
  if (value.t === 'count' || value.t === 'objects' || value.t === 'acts' || value.t === 'duration')
    return reading.act === null ? null : (BY_ACT[reading.act] ?? null);
  return null;
}

/** The status of each column of an agreement, with the states it has gone through; derived from readings, never entered. */
export function partyStatuses(
  agreement: string,
  columns: readonly string[],
  known: readonly Reading[],
  asOf: string | null,
): readonly PartyStatus[] {
  const byHolder = groupBy(known.filter(fillsColumn), (reading) => reading.holder);
  return columns.map((holder) => statusOf(agreement, holder, byHolder.get(holder) ?? [], asOf));
}

function statusOf(agreement: string, holder: string, readings: readonly Reading[], asOf: string | null): PartyStatus {
  const shown = readings
    .flatMap((reading) => {
      const state = stateShownBy(reading, asOf);
      return state === null ? [] : [{ state, reading }];
    })
    .sort(
      (a, b) =>
        heldSince(a.reading) - heldSince(b.reading) ||
        LADDER.indexOf(a.state) - LADDER.indexOf(b.state) ||
        (a.reading.id < b.reading.id ? -1 : 1),
    );
  const course: { state: PartyState; since: string | null; readings: string[] }[] = [];
  for (const { state, reading } of shown) {
    const last = course.at(-1);
    if (last?.state === state) last.readings.push(reading.id);
    else if (!last || advances(last.state, state)) course.push({ state, since: reading.heldFrom, readings: [reading.id] });
  }
  const now = course.at(-1) ?? { state: 'silent' as const, since: null, readings: [] };
  return {
    agreement,
    holder,
    state: now.state,
    since: now.since,
    readings: [...now.readings].sort(),
    previous: course.slice(0, -1).map(({ state, since }) => ({ state, since })),
  };
}

function advances(from: PartyState, to: PartyState): boolean {
  const [before, after] = [LADDER.indexOf(from), LADDER.indexOf(to)];
  if (before >= 0 && after >= 0) return after > before;
  // After a breach, an end or a refusal only a new step of some weight counts, not the echo of an old proposal.
  return after < 0 || after >= LADDER.indexOf('agreed_in_principle');
}

/** Everything the overall state is derived from. */
export interface OverallInput {
  readonly agreement: Agreement;
  readonly parties: readonly PartyStatus[];
  readonly current: readonly Reading[];
  readonly divergences: readonly Divergence[];
  readonly asOf: string | null;
  readonly names: HolderNames;
}

type Because = (who: string, verb: (singular: string, plural: string) => string) => string;
interface Why {
  readonly de: Because;
  readonly en: Because;
}

/** Why the whole stands as it does, in one sentence each; `who` are the holders it rests on, `verb` agrees with them. */
const WHY = {
  concluded: {
    de: (who, verb) => `${who} ${verb('bezeichnet', 'bezeichnen')} es als abgeschlossen`,
    en: (who, verb) => `${who} ${verb('says', 'say')} that it is concluded`,
  },
  superseded: { de: () => 'eine spätere Abmachung hat es abgelöst', en: () => 'a later agreement has replaced it' },
  released: {
    de: (who, verb) => `${who} ${verb('betrachtet', 'betrachten')} sich nicht mehr als gebunden`,
    en: (who, verb) => `${who} no longer ${verb('considers itself', 'consider themselves')} bound`,
  },
  saidExpired: {
    de: (who, verb) => `${who} ${verb('nennt', 'nennen')} es abgelaufen`,
    en: (who, verb) => `${who} ${verb('calls', 'call')} it expired`,
  },
  expired: { de: () => 'jede genannte Frist ist abgelaufen', en: () => 'every stated term has run out' },
  rejected: { de: (who, verb) => `${who} ${verb('lehnt', 'lehnen')} ab`, en: (who, verb) => `${who} ${verb('refuses', 'refuse')}` },
  alleged: {
    de: (who, verb) => `${who} ${verb('spricht', 'sprechen')} von Brüchen oder ${verb('weist', 'weisen')} solche Vorwürfe zurück`,
    en: (who, verb) => `${who} ${verb('speaks', 'speak')} of breaches or ${verb('denies', 'deny')} them`,
  },
  extended: {
    de: (who, verb) => `${who} ${verb('nennt', 'nennen')} es verlängert`,
    en: (who, verb) => `${who} ${verb('calls', 'call')} it extended`,
  },
  startDisputed: {
    de: (who, verb) => `${who} ${verb('sieht', 'sehen')} es in Kraft, doch der Beginn ist strittig`,
    en: (who, verb) => `${who} ${verb('holds', 'hold')} it to be in force, but its start is disputed`,
  },
  undisputed: { de: () => 'nach den Worten aller Seiten in Kraft', en: () => 'all sides hold it to be in force' },
  oneSideInForce: {
    de: (who, verb) => `nur ${who} ${verb('sieht', 'sehen')} es in Kraft`,
    en: (who, verb) => `only ${who} ${verb('holds', 'hold')} it to be in force`,
  },
  contested: {
    de: (who, verb) => `${who} ${verb('lehnt', 'lehnen')} ab, was die andere Seite will`,
    en: (who, verb) => `${who} ${verb('refuses', 'refuse')} what the other side wants`,
  },
  notReached: {
    de: (who, verb) => `${who} ${verb('sagt', 'sagen')}, dass es zu keiner Einigung kam`,
    en: (who, verb) => `${who} ${verb('says', 'say')} that no agreement was reached`,
  },
  noCommonStart: {
    de: () => 'alle Seiten sagen es zu, ein gemeinsamer Beginn fehlt',
    en: () => 'all sides agree to it, without a common start',
  },
  ordered: {
    de: (who, verb) => `${who} ${verb('hat', 'haben')} es den eigenen Truppen befohlen`,
    en: (who, verb) => `${who} ${verb('has', 'have')} ordered it to ${verb('its', 'their')} own forces`,
  },
  allReady: {
    de: () => 'alle Seiten sind bereit, die Bedingungen sind offen',
    en: () => 'all sides are ready, the terms are open',
  },
  someReady: {
    de: (who, verb) => `${who} ${verb('ist', 'sind')} dazu bereit, von anderen ist es nicht bekannt`,
    en: (who, verb) => `${who} ${verb('is', 'are')} ready, of others it is not known`,
  },
  proposed: {
    de: () => 'eine Zusage ist von keiner Seite bekannt',
    en: () => 'no side is known to have agreed to it',
  },
} as const satisfies Readonly<Record<string, Why>>;

/** The state of the agreement as a whole: a function of what each side says and of the date, with the reason in words. */
export function overallState(input: OverallInput): DossierAgreement['overall'] {
  const { agreement, parties, current, names } = input;
  const sides = parties.filter(({ holder }) => agreement.parties.length === 0 || agreement.parties.includes(holder));
  const having = (...states: readonly PartyState[]): readonly string[] =>
    sides.filter(({ state }) => states.includes(state)).map(({ holder }) => holder);
  const been = (state: PartyState): readonly string[] =>
    sides.filter((side) => side.state === state || side.previous.some((earlier) => earlier.state === state)).map(({ holder }) => holder);
  const reason = (state: OverallState, holders: readonly string[], why: Why): DossierAgreement['overall'] => ({
    state,
    why: both((language) => `${why[language](namesOf(holders, language, names), (one, many) => agreeing(language, holders, one, many))}.`),
  });
  // Where the reports know of one side only, nothing can be said of all.
  const all = (holders: readonly string[]): boolean => sides.length > 1 && holders.length === sides.length;

  const concluded = current.filter((reading) => reading.value.t === 'state' && reading.value.state === 'concluded' && affirms(reading));
  if (concluded.length) return reason('concluded', [...new Set(concluded.map(({ holder }) => holder))].sort(), WHY.concluded);
  if (agreement.related.some(({ kind }) => kind === 'successor')) return reason('superseded', [], WHY.superseded);
  const released = having('declares_itself_released', 'withdrawn');
  if (released.length) return reason('suspended_or_release_claimed', released, WHY.released);
  const over = having('says_expired');
  if (all(over) || (over.length > 0 && everyTermOver(input))) return reason('expired', over, WHY.saidExpired);
  if (everyTermOver(input)) return reason('expired', [], WHY.expired);
  const refused = having('rejected');
  const willing = having('agreed', 'ordered', 'claims_in_force', 'agreed_conditionally', 'agreed_in_principle', 'extended');
  if (refused.length && !willing.length) return reason('rejected', refused, WHY.rejected);
  const accusing = having('alleges_breach_by_other', 'denies_breach');
  if (accusing.length && been('claims_in_force').length + been('ordered').length > 0)
    return reason('in_force_breach_alleged', accusing, WHY.alleged);
  const prolonged = having('extended');
  if (prolonged.length) return reason('extended', prolonged, WHY.extended);
  const inForce = been('claims_in_force');
  if (inForce.length) {
    if (startsDisputed(input)) return reason('in_force_start_disputed', inForce, WHY.startDisputed);
    if (all(inForce)) return reason('in_force_undisputed', inForce, WHY.undisputed);
    return reason('declared_one_side', inForce, WHY.oneSideInForce);
  }
  if (refused.length) return reason('contested_before_start', refused, WHY.contested);
  const none = current.filter(
    (reading) => reading.value.t === 'parties' && reading.value.commitment === 'not_reached' && affirms(reading) && fillsColumn(reading),
  );
  const since = Math.max(...none.map(heldSince));
  const deal = current.some(
    ({ value, ...reading }) =>
      value.t === 'parties' && value.polarity === 'pos' && value.parties.length > 1 && heldSince({ value, ...reading }) >= since,
  );
  if (none.length && !deal) return reason('contested_before_start', [...new Set(none.map(({ holder }) => holder))].sort(), WHY.notReached);
  const firm = having('agreed', 'ordered', 'agreed_conditionally');
  if (all(firm)) return reason('agreed_terms_differ', [], WHY.noCommonStart);
  const ordered = having('ordered');
  if (ordered.length) return reason('declared_one_side', ordered, WHY.ordered);
  if (all(willing)) return reason('agreed_terms_differ', [], WHY.allReady);
  if (willing.length) return reason('contested_before_start', willing, WHY.someReady);
  return reason('proposed', [], WHY.proposed);
}

/** Whether every duration that a column states has run out by its own start; one without a start never does. */
function everyTermOver({ current, asOf }: OverallInput): boolean {
  if (asOf === null) return false;
  const terms = current.filter((reading) => affirms(reading) && fillsColumn(reading) && reading.value.t === 'duration');
  if (!terms.length || current.some((reading) => affirms(reading) && reading.value.t === 'extension' && reading.value.until !== null))
    return false;
  const starts = current.flatMap((reading) => {
    const start = affirms(reading) ? startOf(reading) : null;
    return start ? [{ key: `${reading.holder}\u001f${reading.arrangement ?? ''}`, start }] : [];
  });
  const own = new Map(starts.map(({ key, start }) => [key, start]));
  // Another side that counts from a later start still holds it to be in force.
  const latest = starts.reduce((max, { start }) => Math.max(max, start.to), Number.NEGATIVE_INFINITY);
  const now = endOf(asOf);
  return terms.every((term) => {
    const end = endOfTerm(term, own.get(`${term.holder}\u001f${term.arrangement ?? ''}`) ?? null);
    const last = endOfTerm(term, { from: latest, to: latest });
    return end !== null && end.to < now && (last === null || last.to < now);
  });
}

function startsDisputed({ current, divergences }: OverallInput): boolean {
  return (
    divergences.some((divergence) => divergence.kind === 'start_differs' && !divergence.within) ||
    current.some((reading) => reading.element === 'entry_into_force' && reading.stance === 'disputes')
  );
}
