import type { InstitutionEntry, NounEntry, RoleEntry, StateEntry } from '../../lang/actors/index.ts';
import { actors, institutions, nouns, roles, states } from '../../lang/actors/index.ts';
import type { Actor, Role } from '../../model/index.ts';
import { actorNames, declined, derivedName, nounForms } from './name-forms.ts';
import { keyOf, wordsIn } from './words.ts';

export type Via = 'name' | 'epithet' | 'role' | 'metonym';
export type Gender = 'f' | 'm' | 'n' | 'pl';

/** A name in the form it is looked up by. */
export interface NameEntry {
  readonly keys: readonly string[];
  /** Several actors can bear a surname; the order is that of the registry. */
  readonly actors: string[];
  readonly via: Via;
  /** Acronyms that are also words ("US") are matched in this case only. */
  readonly exact: string | null;
  readonly guarded: boolean;
  /** The name itself begins with a small letter ("dpa"). */
  readonly lower: boolean;
}

/** What a word can be as the head of a noun phrase. */
export type Noun =
  | { readonly t: 'role'; readonly entry: RoleEntry; readonly gender: Gender }
  | { readonly t: 'institution'; readonly entry: InstitutionEntry; readonly gender: Gender }
  | { readonly t: 'noun'; readonly entry: NounEntry; readonly gender: Gender | null };

/** A post held: who held it, and when. */
export interface Held {
  readonly actor: Actor;
  readonly role: Role;
}

/** The actors and the words for them, indexed once and read only. */
export interface Registry {
  readonly actors: readonly Actor[];
  readonly states: ReadonlyMap<string, StateEntry>;
  readonly names: ReadonlyMap<string, readonly NameEntry[]>;
  readonly nouns: ReadonlyMap<string, readonly Noun[]>;
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Genders that a pronoun or possessive can take up. */
  readonly pronouns: ReadonlyMap<string, readonly Gender[]>;
  readonly institutions: ReadonlyMap<string, InstitutionEntry>;
  /** Adjectives of states and capitals, in every form, to the ISO code. */
  readonly adjectives: ReadonlyMap<string, string>;
  readonly compounds: ReadonlyMap<string, InstitutionEntry>;
  readonly contextual: ReadonlyMap<string, readonly string[]>;
  /** By `of|post` and by `holder|post`. */
  readonly posts: ReadonlyMap<string, readonly Held[]>;
  /** An actor by id; those that every state has are made from the id ("ua.police"). */
  readonly actor: (id: string) => Actor | null;
  /** An actor by canonical name. */
  readonly named: (name: string) => Actor | null;
}

/** The lexicons a registry is made of. */
export interface RegistryData {
  readonly actors: readonly Actor[];
  readonly states: readonly StateEntry[];
  readonly roles: readonly RoleEntry[];
  readonly institutions: readonly InstitutionEntry[];
  readonly nouns: readonly NounEntry[];
}

/** The lexicons that ship. */
export const registryData: RegistryData = { actors, states, roles, institutions, nouns };

let shipped: Registry | null = null;

/** The registry that ships, made on first use: the index takes longer to make than most reports to read. */
export function defaultRegistry(): Registry {
  shipped ??= makeRegistry(registryData);
  return shipped;
}

/** Indexes lexicons; a new conflict needs new entries here and no new code. */
export function makeRegistry(data: RegistryData): Registry {
  const byId = new Map(data.actors.map((actor) => [actor.id, actor]));
  const stateOf = new Map(data.states.map((state) => [state.iso, state]));
  const institutionOf = new Map(data.institutions.map((entry) => [entry.code, entry]));
  const derive = (id: string): Actor | null => {
    const dot = id.indexOf('.');
    const state = stateOf.get(id.slice(0, dot).toUpperCase());
    const institution = institutionOf.get(id.slice(dot + 1));
    if (dot < 0 || !state || !institution) return null;
    const name = derivedName(state, institution);
    const source = 'Ständiger Ausschuss für geographische Namen';
    return { id, kind: institution.kind, name, names: { de: [name] }, gender: institution.gender, holder: state.iso, source };
  };
  const actor = (id: string): Actor | null => {
    const known = byId.get(id);
    if (known) return known;
    const made = derive(id);
    if (made) byId.set(id, made);
    return made;
  };

  const names = new Map<string, NameEntry[]>();
  const addName = (keys: readonly string[], id: string, via: Via, exact: string | null = null, guarded = false, lower = false): void => {
    const first = keys[0];
    if (first === undefined) return;
    const list = names.get(first) ?? [];
    if (list.length === 0) names.set(first, list);
    const same = list.find((entry) => entry.keys.length === keys.length && entry.keys.every((key, i) => key === keys[i]));
    if (!same) list.push({ keys, actors: [id], via, exact, guarded, lower });
    else if (!same.actors.includes(id)) same.actors.push(id);
  };
  const addForms = (name: string, id: string, via: Via, person: boolean, guarded = false): void => {
    // An acronym that reads as a word in lower case must keep its capitals ("US", "UN", "AU").
    const exact = /^[A-Z]{2,3}$/.test(name) ? name : null;
    for (const keys of declined(
      wordsIn(name).map((word) => word.key),
      person,
    ))
      addName(keys, id, via, exact, guarded, name.charAt(0) !== name.charAt(0).toUpperCase());
  };
  for (const entry of data.actors) {
    const person = entry.kind === 'person';
    for (const name of actorNames(entry)) addForms(name, entry.id, 'name', person, entry.guarded === true);
    for (const epithet of entry.epithets ?? []) addForms(epithet, entry.id, 'epithet', person);
  }
  const adjectives = new Map<string, string>();
  const contextual = new Map<string, string[]>();
  const addContextual = (word: string, id: string): void => {
    for (const form of [word, `${word}s`, `${word}n`, `${word}en`])
      contextual.set(keyOf(form), [...(contextual.get(keyOf(form)) ?? []), id]);
  };
  for (const state of data.states) {
    const id = `${state.iso.toLowerCase()}.government`;
    for (const name of [state.name, ...(state.aliases ?? []), ...state.en.filter((_, i) => i !== 1)]) addForms(name, id, 'metonym', false);
    for (const name of [...state.capitals, ...state.demonym.slice(1)]) addForms(name, id, 'metonym', false);
    const stems = [...state.adjectives, ...state.capitals.map((capital) => `${capital}er`)];
    for (const stem of stems)
      for (const ending of ['', 'e', 'en', 'er', 'es', 'em'])
        if (!adjectives.has(keyOf(stem) + ending)) adjectives.set(keyOf(stem) + ending, state.iso);
    const english = state.en[1];
    if (english && !adjectives.has(keyOf(english))) adjectives.set(keyOf(english), state.iso);
    for (const word of state.contextual ?? []) addContextual(word, id);
  }
  for (const entry of data.actors) for (const word of entry.contextual ?? []) addContextual(word, entry.id);
  for (const list of names.values()) list.sort((a, b) => b.keys.length - a.keys.length);

  const heads = new Map<string, Noun[]>();
  const addNoun = (noun: string, value: Noun, inflect: boolean): void => {
    for (const form of inflect ? nounForms(noun) : [noun]) {
      const list = heads.get(keyOf(form));
      if (!list) heads.set(keyOf(form), [value]);
      else if (!list.some((known) => known.t === value.t && known.entry === value.entry)) list.push(value);
    }
  };
  for (const entry of data.roles) {
    for (const gender of ['f', 'm', 'n', 'pl'] as const)
      for (const noun of entry[gender] ?? []) addNoun(noun, { t: 'role', entry, gender }, true);
    for (const noun of entry.en ?? []) if (!noun.includes(' ')) addNoun(noun, { t: 'role', entry, gender: 'pl' }, false);
  }
  const compounds = new Map<string, InstitutionEntry>();
  for (const entry of data.institutions) {
    for (const noun of [...entry.nouns, ...(entry.en ?? [])]) addNoun(noun, { t: 'institution', entry, gender: entry.gender }, true);
    for (const part of entry.compounds ?? []) compounds.set(keyOf(part), entry);
  }
  const functions = new Map<string, Set<string>>();
  for (const entry of data.nouns) {
    if (/^(?:definite|indefinite|both|preposition|pronoun|source|particle|title|adjective|impersonal|possessive)$/.test(entry.class)) {
      functions.set(entry.class, new Set([...(functions.get(entry.class) ?? []), ...entry.nouns.map(keyOf)]));
    } else for (const noun of entry.nouns) addNoun(noun, { t: 'noun', entry, gender: entry.gender ?? null }, true);
  }

  const pronouns = new Map<string, Gender[]>();
  for (const entry of data.nouns)
    if ((entry.class === 'pronoun' || entry.class === 'possessive') && entry.gender)
      for (const word of entry.nouns) pronouns.set(word, [...(pronouns.get(word) ?? []), entry.gender]);

  const posts = new Map<string, Held[]>();
  for (const holder of data.actors)
    for (const role of holder.roles ?? []) {
      const column = actor(role.of)?.holder ?? holder.holder ?? role.of;
      for (const key of new Set([`${role.of}|${role.post ?? ''}`, `${column}|${role.post ?? ''}`]))
        posts.set(key, [...(posts.get(key) ?? []), { actor: holder, role }]);
    }
  const canonical = new Map(data.actors.map((entry) => [entry.name, entry]));
  for (const state of data.states) {
    const government = actor(`${state.iso.toLowerCase()}.government`);
    if (government && !canonical.has(government.name)) canonical.set(government.name, government);
  }
  const named = (name: string): Actor | null => canonical.get(name) ?? null;
  return {
    actors: data.actors,
    states: stateOf,
    pronouns,
    institutions: institutionOf,
    names,
    nouns: heads,
    functions,
    adjectives,
    compounds,
    contextual,
    posts,
    actor,
    named,
  };
}

/** True if the role was held on the date; an unknown end is open, an unknown date meets only roles without an end. */
export function heldOn(role: Role, date: string | null): boolean {
  if (date === null) return role.to === undefined;
  // Both dates are cut to the shorter precision, so that "2025-03" meets a role begun on 20 January.
  const before = (a: string, b: string): boolean => a.slice(0, Math.min(a.length, b.length)) < b.slice(0, Math.min(a.length, b.length));
  return !(role.from !== undefined && before(date, role.from)) && !(role.to !== undefined && before(role.to, date));
}
