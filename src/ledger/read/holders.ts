import type { Actor, Authority, Speaker } from '../../model/index.ts';

/** Whose column a speaker may fill, and how far the speaker may speak for it. */
export interface Standing {
  /** State code or organisation id; null for outlets, agencies and people nobody has registered. */
  readonly holder: string | null;
  readonly authority: Authority;
  /** True for somebody who only passes words on: an outlet, an agency, a monitor quoted by one. */
  readonly relays: boolean;
}

/** Answers the ledger's questions about actors from the registry alone. */
export interface HolderLookup {
  readonly standingOf: (speaker: Speaker, at: string | null, onBehalfOf?: string | null) => Standing;
  readonly holderOf: (actor: string) => string | null;
  readonly actor: (id: string) => Actor | undefined;
  /** Name of a state or organisation as it heads a column; the code itself if the registry has none. */
  readonly nameOf: (holder: string, language: 'de' | 'en') => string;
}

const regionNames = {
  de: new Intl.DisplayNames('de', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

const RELAY_KINDS: ReadonlySet<Actor['kind']> = new Set(['outlet', 'agency']);
const PRINCIPAL_KINDS: ReadonlySet<Actor['kind']> = new Set(['state', 'government', 'office']);
/** Bodies without a state of their own hold a column under their own id. */
const OWN_COLUMN: ReadonlySet<Actor['kind']> = new Set(['organisation', 'armed_group', 'monitor']);

/** Dates are cut to the shorter precision before they are compared; with no date at all only an open role counts. */
function holdsAt(at: string | null, from: string | undefined, to: string | undefined): boolean {
  if (at === null) return to === undefined;
  const cut = (one: string, other: string) => one.slice(0, Math.min(one.length, other.length));
  return (from === undefined || cut(from, at) <= cut(at, from)) && (to === undefined || cut(at, to) <= cut(to, at));
}

/** How another layer resolves a speaker, where it knows more than the list of actors does. */
export type ResolveHolder = (
  speaker: Speaker,
  at: string | null,
  onBehalfOf: string | null,
) => { readonly holder: string | null; readonly authority: Authority };

/** Institutions that every state has need no entry of their own: their id is the state's code, a full stop and what they are. */
const STATE_ID = /^([a-z]{2})(?:\.|$)/;

/** Builds the lookup; `resolve` decides about speakers where it is given. */
export function makeHolderLookup(actors: readonly Actor[], resolve?: ResolveHolder): HolderLookup {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const byName = new Map(actors.map((actor) => [actor.name, actor]));

  const holderOf = (id: string, depth = 0): string | null => {
    const actor = byId.get(id);
    if (!actor) return STATE_ID.exec(id)?.[1]?.toUpperCase() ?? null;
    if (actor.holder !== undefined) return actor.holder;
    if (OWN_COLUMN.has(actor.kind)) return actor.id;
    const role = actor.roles?.at(-1);
    return role && depth < 4 ? holderOf(role.of, depth + 1) : null;
  };

  const standingOf = (speaker: Speaker, at: string | null, onBehalfOf: string | null = null): Standing => {
    const relay = speaker.actor === null ? undefined : byId.get(speaker.actor);
    const relays = speaker.kind === 'medium' || (relay !== undefined && RELAY_KINDS.has(relay.kind));
    if (resolve && !relays) return { ...resolve(speaker, at, onBehalfOf), relays: false };
    if (speaker.kind === 'medium') return { holder: null, authority: 'narration', relays: true };
    if (speaker.kind === 'anonymous') {
      const side = speaker.actor ?? (onBehalfOf === null ? undefined : byName.get(onBehalfOf)?.id);
      return { holder: side === undefined ? null : holderOf(side), authority: 'anonymous', relays: false };
    }
    if (speaker.actor === null) {
      const principal = onBehalfOf === null ? undefined : byName.get(onBehalfOf);
      return { holder: principal ? holderOf(principal.id) : null, authority: principal ? 'official' : 'narration', relays: false };
    }
    const actor = byId.get(speaker.actor);
    if (actor && RELAY_KINDS.has(actor.kind)) return { holder: null, authority: 'narration', relays: true };
    if (actor?.kind !== 'person') {
      return {
        holder: holderOf(speaker.actor),
        authority: actor && PRINCIPAL_KINDS.has(actor.kind) ? 'principal' : 'official',
        relays: false,
      };
    }
    const role = actor.roles?.find((one) => holdsAt(at, one.from, one.to));
    if (!role) return { holder: holderOf(actor.id), authority: actor.roles?.length ? 'adviser' : 'official', relays: false };
    return { holder: holderOf(role.of) ?? holderOf(actor.id), authority: role.authority, relays: false };
  };
  const nameOf = (holder: string, language: 'de' | 'en'): string => {
    if (/^[A-Z]{2}$/.test(holder)) return regionNames[language].of(holder) ?? holder;
    const actor = byId.get(holder);
    return (language === 'de' ? actor?.name : actor?.names[language]?.[0]) ?? actor?.name ?? holder;
  };
  return { standingOf, holderOf: (id) => holderOf(id), actor: (id) => byId.get(id), nameOf };
}
