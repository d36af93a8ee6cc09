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
  readonly standingOf: (speaker: Speaker, at: string | null) => Standing;
  readonly holderOf: (actor: string) => string | null;
  readonly actor: (id: string) => Actor | undefined;
  /** Name of a state or organisation as it heads a column; the code itself if the registry has none. */
  readonly nameOf: (holder: string, language: 'de' | 'en') => string;
}

const RELAY_KINDS: ReadonlySet<Actor['kind']> = new Set(['outlet', 'agency']);
const PRINCIPAL_KINDS: ReadonlySet<Actor['kind']> = new Set(['state', 'government', 'office']);
/** Bodies without a state of their own hold a column under their own id. */
const OWN_COLUMN: ReadonlySet<Actor['kind']> = new Set(['organisation', 'armed_group', 'monitor']);

/** Dates of any precision compare as text; a role without bounds holds always. */
function holdsAt(at: string | null, from: string | undefined, to: string | undefined): boolean {
  if (at === null) return to === undefined;
  return (from === undefined || from <= at) && (to === undefined || at < to);
}

/** Builds the lookup; `override` answers for actors outside the registry or decides against it. */
export function makeHolderLookup(actors: readonly Actor[], override?: (actor: string) => string | null | undefined): HolderLookup {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const codes = new Set(actors.map((actor) => actor.holder).filter((holder) => holder !== undefined));

  const holderOf = (id: string, depth = 0): string | null => {
    const given = override?.(id);
    if (given !== undefined) return given;
    const actor = byId.get(id);
    if (!actor) {
      // An institution of a state that has no entry of its own is named after the state: "xx.army" speaks for XX.
      const state = id.slice(0, Math.max(0, id.indexOf('.'))).toUpperCase();
      return codes.has(state) ? state : null;
    }
    if (actor.holder !== undefined) return actor.holder;
    if (OWN_COLUMN.has(actor.kind)) return actor.id;
    const role = actor.roles?.at(-1);
    return role && depth < 4 ? holderOf(role.of, depth + 1) : null;
  };

  const standingOf = (speaker: Speaker, at: string | null): Standing => {
    if (speaker.kind === 'medium') return { holder: null, authority: 'narration', relays: true };
    if (speaker.kind === 'anonymous') {
      return { holder: speaker.actor === null ? null : holderOf(speaker.actor), authority: 'anonymous', relays: false };
    }
    if (speaker.actor === null) return { holder: null, authority: 'narration', relays: false };
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
  const headed = new Map<string, Actor>();
  for (const actor of actors) {
    const code = actor.holder ?? actor.id;
    if (!headed.has(code) || actor.kind === 'state') headed.set(code, actor);
  }
  const nameOf = (holder: string, language: 'de' | 'en'): string => {
    const actor = headed.get(holder);
    return (language === 'de' ? actor?.name : actor?.names[language]?.[0]) ?? actor?.name ?? holder;
  };
  return { standingOf, holderOf: (id) => holderOf(id), actor: (id) => byId.get(id), nameOf };
}
