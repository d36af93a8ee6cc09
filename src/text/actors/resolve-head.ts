import type { Actor, Authority } from '../../model/index.ts';
import { takeUp } from './coreference.ts';
import { genitiveOf, strongForm } from './name-forms.ts';
import type { Item } from './parse-phrase.ts';
import { type Party, partyOf, type SpeakerContext } from './party.ts';
import { byRecency, type Referent } from './referent.ts';
import { type Gender, type Held, heldOn, type Noun, type Registry } from './registry.ts';
import { keyOf } from './words.ts';

/** What stands around the head of a noun phrase and says whose it is. */
interface Phrase {
  readonly text: string;
  readonly head: Item | null;
  readonly person: Actor | null;
  /** Names that no registry knows, next to a role or alone. */
  readonly names: readonly Item[];
  readonly modifiers: readonly Item[];
  readonly iso: string | null;
  readonly items: readonly Item[];
}

/** Resolves a noun phrase with one head. */
export function resolveHead(text: string, items: readonly Item[], context: SpeakerContext, registry: Registry): Party | null {
  const spoken = afterUtterance(items);
  if (spoken) return resolveHead(text, spoken, context, registry);
  const title = quotedName(text, items);
  if (title) return title;
  const phrase = readPhrase(text, items, registry);
  const known = inContext(keyOf(bareWords(phrase)), context, registry);
  if (known) return partyOf(known, 0.65);
  if (phrase.person) return ofActor(phrase.person, context, registry, 0.97);
  if (phrase.names.length > 0) return ofNames(phrase, context, registry);
  if (phrase.head) return ofNoun(phrase, phrase.head, context, registry);
  const named = phrase.items.find((item) => item.kind === 'actor');
  const actor = named?.actor ? registry.actor(named.actor) : null;
  if (actor) return ofActor(actor, context, registry, actor.kind === 'government' ? 0.85 : 0.95);
  return ofWords(phrase, context, registry);
}

/** "Angaben des Gouverneurs": what follows a word for an utterance is the speaker. */
function afterUtterance(items: readonly Item[]): readonly Item[] | null {
  const at = items.findIndex((item) => item.kind === 'noun' || item.kind === 'actor' || item.kind === 'name');
  if (!items[at]?.nouns.some((noun) => noun.t === 'noun' && noun.entry.class === 'utterance')) return null;
  const rest = items.slice(at + 1);
  const [next] = rest;
  if (!next || !['definite', 'indefinite', 'preposition', 'actor', 'adjective'].includes(next.kind)) return null;
  return rest.some((item) => item.kind === 'noun' || item.kind === 'actor' || item.kind === 'name') ? rest : null;
}

/** 'die Organisation "Wasser ohne Grenzen"': the words in quotation marks are the name, unless the registry has it. */
function quotedName(text: string, items: readonly Item[]): Party | null {
  const noun = items
    .find((item) => item.kind === 'noun')
    ?.nouns.find((entry) => entry.t === 'noun' && (entry.entry.class === 'medium' || entry.entry.class === 'body'));
  const first = items.find((item) => item.quoted);
  if (!noun || !first) return null;
  const end = text.slice(first.start).search(/[“”"«»‹›]/);
  const inner = end < 0 ? '' : text.slice(first.start, first.start + end);
  const whole = items.some((item) => item.kind === 'actor' && item.start === first.start && item.end === first.start + end);
  if (inner === '' || whole) return null;
  const medium = noun.t === 'noun' && noun.entry.class === 'medium';
  return partyOf(
    { actor: null, name: medium ? `medium: ${inner}` : inner, gender: noun.gender, kind: medium ? 'medium' : 'unregistered' },
    0.8,
  );
}

/** Words that mean somebody of this text only ("der Süden", "der Republikaner"). */
function inContext(key: string, context: SpeakerContext, registry: Registry): Referent | null {
  const ids = registry.contextual.get(key);
  return ids ? (byRecency(context.recent).find((referent) => referent.actor !== null && ids.includes(referent.actor)) ?? null) : null;
}

/** Finds head, person and modifiers: a name after a preposition or in the genitive modifies, one after a title or comma is the head. */
function readPhrase(text: string, items: readonly Item[], registry: Registry): Phrase {
  let head: Item | null = null;
  let person: Actor | null = null;
  let names: Item[] = [];
  const modifiers: Item[] = [];
  let inside = false;
  let afterComma = false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const before = items[i - 1];
    if (!item) continue;
    if (item.kind === 'comma') {
      inside = false;
      afterComma = head !== null || names.length > 0;
    } else if ((item.kind === 'preposition' || item.kind === 'definite') && (head !== null || names.length > 0) && before?.kind !== 'comma')
      inside = true;
    else if (item.kind === 'actor') {
      const actor = item.actor ? registry.actor(item.actor) : null;
      const next = items.slice(i + 1).find((other) => other.kind !== 'adjective' && other.kind !== 'other');
      const possesses = item.genitive && next !== undefined && (next.kind === 'noun' || next.kind === 'actor') && !head;
      const title = before?.kind === 'noun' && inside;
      if (actor?.kind === 'person' && !possesses && !(inside && (title || before?.kind === 'preposition' || before?.kind === 'definite')))
        person ??= actor;
      else modifiers.push(item);
      if (before?.kind !== 'noun' || inside) inside = actor?.kind !== 'person' ? false : inside;
    } else if (item.kind === 'noun') {
      const isTail = names.length > 0 && before === names.at(-1) && !inside && (i === items.length - 1 || items[i + 1]?.kind === 'comma');
      // A surname can be a role word ("Isabell Richter").
      if (isTail) names.push(item);
      else if (inside) modifiers.push(item);
      else if (!head || (afterComma && names.length === 0)) head = head && !afterComma ? head : (head ?? item);
      else if (head.nouns.some((noun) => noun.t === 'noun' && noun.entry.class === 'title')) head = item;
      else modifiers.push(item);
    } else if (item.kind === 'name') {
      if (!inside && (names.length === 0 || before === names.at(-1) || isParticle(before, registry) || afterComma)) {
        const particle = before && names.length === 0 && (isNameParticle(before) || isCapitalAdjective(before)) ? [before] : [];
        if (!(afterComma && names.length > 0 && before?.kind === 'comma')) names = [...names, ...particle, item];
      } else if (inside && items.some((other) => other.kind === 'actor' && modifiers.includes(other)) && before?.kind === 'actor')
        names = [...names, item];
    }
  }
  const iso = items.find((item) => item.iso)?.iso ?? null;
  return { text, head, person, names, modifiers, iso, items };
}

function isParticle(item: Item | undefined, registry: Registry): boolean {
  return item !== undefined && (registry.functions.get('particle')?.has(item.key) ?? false);
}

/** "der Deutsche Wetterdienst": inside a phrase a capital makes an adjective part of a name. */
function isCapitalAdjective(item: Item): boolean {
  return item.kind === 'adjective' && item.start > 1 && item.text.charAt(0) !== item.text.charAt(0).toLowerCase();
}

/** "al-Baschir", "de Mistura": small words that begin a name. */
function isNameParticle(item: Item): boolean {
  return /^(?:al|el|de|von|van|bin|ibn|abu)$/.test(item.key) && item.kind !== 'definite';
}

/** The state or organisation the phrase names, by adjective, compound or genitive. */
function ownerOf(phrase: Phrase, registry: Registry): { actor: Actor | null; iso: string | null } {
  const compound = phrase.head?.actor ?? null;
  const named =
    compound ?? phrase.modifiers.find((item) => item.actor)?.actor ?? phrase.items.find((item) => item.kind === 'actor')?.actor ?? null;
  const actor = named ? registry.actor(named) : null;
  return { actor, iso: phrase.head?.iso ?? phrase.iso ?? (actor?.holder && registry.states.has(actor.holder) ? actor.holder : null) };
}

/** "seine Sprecherin", "ihr Außenminister": of somebody spoken of before. */
function possessorOf(phrase: Phrase, context: SpeakerContext, registry: Registry): { actor: Actor | null; iso: string | null } | null {
  const word = phrase.items.find((item) => registry.functions.get('possessive')?.has(item.key));
  if (!word || phrase.head?.actor || phrase.iso || phrase.items.some((item) => item.kind === 'actor')) return null;
  const feminine = registry.pronouns.get(word.key)?.includes('f') ?? false;
  const found = byRecency(context.recent).find(
    (referent) =>
      (referent.actor !== null || referent.holder) &&
      (feminine ? referent.gender === 'f' : referent.gender === 'm' || referent.gender === 'n'),
  );
  const actor = found?.actor ? registry.actor(found.actor) : null;
  const holder = actor?.holder ?? found?.holder ?? null;
  return found ? { actor, iso: holder && registry.states.has(holder) ? holder : null } : null;
}

/** A party that is in the registry. */
export function ofActor(actor: Actor, context: SpeakerContext, registry: Registry, confidence: number): Party {
  const medium = actor.kind === 'outlet' || actor.kind === 'agency';
  const name = medium ? `medium: ${actor.name}` : actor.name;
  const role = actor.roles?.find((held) => heldOn(held, context.date));
  const holder = (role ? registry.actor(role.of)?.holder : undefined) ?? actor.holder ?? null;
  const referent = {
    actor: actor.id,
    name,
    gender: actor.gender ?? null,
    kind: medium ? ('medium' as const) : actor.kind,
    holder,
    post: role?.post ?? null,
  };
  return {
    ...partyOf(referent, confidence),
    onBehalfOf: role?.authority === 'spokesperson' ? (registry.actor(role.of)?.name ?? role.of) : null,
  };
}

/** A proper name the registry does not know: its words without title; later mentions of the surname join the first. */
function ofNames(phrase: Phrase, context: SpeakerContext, registry: Registry): Party {
  const first = phrase.names[0];
  const last = phrase.names.at(-1);
  const name = phrase.text.slice(first?.start ?? 0, last?.end ?? 0).replace(/\s+/g, ' ');
  const head = phrase.head?.nouns ?? [];
  const medium = head.find((noun) => noun.t === 'noun' && noun.entry.class === 'medium');
  if (medium) return partyOf({ actor: null, name: `medium: ${name}`, gender: medium.gender, kind: 'medium' }, 0.8);
  const known = byRecency(context.recent).find(
    (referent) =>
      referent.name === name ||
      referent.name.endsWith(` ${name}`) ||
      `${referent.name}s` === name ||
      referent.name.endsWith(` ${name.replace(/s$/, '')}`),
  );
  if (known) return partyOf(known, 0.85);
  const role = head.find((noun) => noun.t === 'role');
  const owner = ownerOf(phrase, registry);
  const principal = owner.actor ?? (owner.iso ? registry.actor(`${owner.iso.toLowerCase()}.government`) : null);
  const onBehalfOf = role && role.entry.speaksFor !== false && principal && principal.kind !== 'person' ? principal.name : null;
  const gender = role && (role.gender === 'f' || role.gender === 'm') ? role.gender : null;
  const referent = {
    actor: null,
    name,
    gender,
    kind: 'unregistered' as const,
    holder: owner.iso ?? principal?.holder ?? null,
    post: role?.entry.post ?? null,
    onBehalfOf,
    words: phrase.text,
  };
  const authority: Authority | null = role && onBehalfOf ? role.entry.authority : null;
  return { ...partyOf(referent, role ? 0.85 : 0.7), authority };
}

/** A phrase headed by a noun of the lexicon. */
function ofNoun(phrase: Phrase, head: Item, context: SpeakerContext, registry: Registry): Party | null {
  const owner = possessorOf(phrase, context, registry) ?? ownerOf(phrase, registry);
  const order = byRecency(context.recent);
  for (const noun of head.nouns) {
    if (noun.t === 'role') {
      // "ein Sprecher des Weißen Hauses" is not the one whom the registry knows.
      const held = phrase.items.some((item) => item.kind === 'indefinite')
        ? null
        : holderOfPost(noun, phrase, head, owner, context, registry);
      if (held) return ofActor(held, context, registry, 0.9);
    } else if (noun.t === 'institution') {
      if (owner.iso && !(owner.actor && owner.actor.kind === 'organisation')) {
        const actor = registry.actor(`${owner.iso.toLowerCase()}.${noun.entry.code}`);
        if (actor) return ofActor(actor, context, registry, 0.9);
      }
    } else if (noun.entry.class === 'utterance' || noun.entry.class === 'title' || noun.entry.class === 'body') {
      const spoken =
        owner.actor ??
        (owner.iso && noun.entry.class !== 'body' && phrase.modifiers.length === 0
          ? registry.actor(`${owner.iso.toLowerCase()}.government`)
          : null);
      if (spoken) return ofActor(spoken, context, registry, 0.85);
    } else if (noun.entry.class === 'medium') {
      const named = phrase.items.find((item) => item.actor && ['outlet', 'agency'].includes(registry.actor(item.actor)?.kind ?? ''));
      const actor = named?.actor ? registry.actor(named.actor) : null;
      if (actor) return ofActor(actor, context, registry, 0.95);
      if (owner.iso) return ofStateMedium(noun, head, owner.iso, registry);
    }
  }
  if (!phrase.items.some((item) => item.kind === 'indefinite')) {
    const iso = owner.iso;
    // A plural "Staaten" is no state spoken of before.
    const plural = head.nouns.some((noun) => noun.t === 'noun' && noun.entry.class === 'sides');
    for (const noun of plural ? [] : head.nouns) {
      const found = takeUp(noun, order, { registry, date: context.date, holder: iso ?? (owner.actor?.holder || null) });
      if (found) return partyOf(found, 0.65);
    }
    const same = sameHead(head, order);
    if (same) return partyOf(same, 0.6);
    const ids = registry.contextual.get(head.key) ?? [];
    const known = order.find((referent) => referent.actor !== null && ids.includes(referent.actor));
    if (known) return partyOf(known, 0.65);
  }
  return unnamed(phrase, head, owner, registry);
}

/** An unnamed source introduced with an adjective is taken up without it ("ranghohe US-Beamte … die US-Beamten"). */
function sameHead(head: Item, order: readonly Referent[]): Referent | null {
  const stem = head.key.replace(/(?:n|en|s)$/, '');
  return (
    order.find(
      (referent) =>
        referent.kind === 'anonymous' &&
        referent.words !== undefined &&
        referent.words
          .toLowerCase()
          .split(' ')
          .some((word) => word.replace(/(?:n|en|s)$/, '') === stem),
    ) ?? null
  );
}

function ofStateMedium(noun: Noun, head: Item, iso: string, registry: Registry): Party | null {
  if (noun.t !== 'noun') return null;
  const adjective = registry.states.get(iso)?.adjectives[0] ?? iso;
  // Names of media that report in the plural are kept in the nominative ("Presseberichten" → "Presseberichte").
  const plural =
    noun.gender === 'pl'
      ? head.text.replace(/(?<=berichte|agenturen|zeitunge)n$/, (end) => (head.text.endsWith('berichten') ? '' : end))
      : head.text;
  const word = noun.entry.official && !/berichte|presse/i.test(plural) ? noun.entry.official : plural;
  const name = `medium: ${strongForm(adjective, noun.gender ?? 'n')} ${word}`;
  return partyOf(
    {
      actor: null,
      name: noun.entry.official === 'Staatsfernsehen' ? `medium: ${strongForm(adjective, 'n')} Staatsfernsehen` : name,
      gender: noun.gender,
      kind: 'medium',
    },
    0.75,
  );
}

/** Who held a post on the date, by state, organisation, person or ministry. */
function holderOfPost(
  noun: Noun & { t: 'role' },
  phrase: Phrase,
  head: Item,
  owner: { actor: Actor | null; iso: string | null },
  context: SpeakerContext,
  registry: Registry,
): Actor | null {
  let posts = noun.entry.any ?? [noun.entry.post];
  const institution =
    head.institution ?? phrase.modifiers.flatMap((item) => item.nouns).find((other) => other.t === 'institution')?.entry ?? null;
  const code = institution && 'code' in institution ? institution.code : null;
  const columns: string[] = [];
  // "der Chef des Präsidialamts" is its head, "der Kremlchef" the one whose office it is.
  const ownCode = code ?? (head.actor ? null : (owner.actor?.id.split('.')[1] ?? null));
  const chief = noun.entry.post === 'head' && ownCode ? registry.institutions.get(ownCode)?.head : undefined;
  if (chief) posts = [chief];
  const iso = owner.iso?.toLowerCase();
  if (owner.actor?.kind === 'person') {
    // "Trump-Sprecherin": of the office whose head he is.
    const own = owner.actor.roles?.find((role) => heldOn(role, context.date));
    if (own) columns.push(own.of, registry.actor(own.of)?.holder ?? own.of);
  } else if (iso && code) columns.push(`${iso}.${code}`);
  else if (owner.actor && owner.actor.kind !== 'government') {
    columns.push(owner.actor.id);
    if (noun.entry.post !== 'spokesperson') columns.push(owner.actor.holder ?? owner.actor.id);
  } else if (iso) {
    if (noun.entry.post === 'spokesperson') columns.push(`${iso}.presidency`, `${iso}.government`);
    else columns.push(owner.iso ?? '');
  }
  for (const column of columns)
    for (const post of posts) {
      const held = (registry.posts.get(`${column}|${post}`) ?? []).filter((entry) => fits(entry, noun.gender, context.date));
      const recent = held.find((entry) => context.recent.some((referent) => referent.actor === entry.actor.id));
      // Of several envoys or spokespeople nobody is guessed; of two presidents on the day of a change the new one speaks.
      const found = recent ?? (held.length === 1 || held[0]?.role.authority === 'principal' ? held.at(-1) : undefined);
      if (found && (context.date !== null || held.length === 1 || recent !== undefined)) return found.actor;
    }
  return null;
}

function fits(held: Held, gender: Gender, date: string | null): boolean {
  if (gender === 'f' && held.actor.gender !== 'f') return false;
  // A masculine word means a woman only for an office that one person holds.
  if (gender === 'm' && held.actor.gender === 'f' && held.role.authority !== 'principal') return false;
  // A role without a known beginning says nothing of who held the post on a date.
  return held.role.from !== undefined && heldOn(held.role, date);
}

/** Somebody the text does not name: one of many stays anonymous, the holder of a single post keeps the words of the post. */
function unnamed(phrase: Phrase, head: Item, owner: { actor: Actor | null; iso: string | null }, registry: Registry): Party {
  const words = bareWords(phrase);
  const role = head.nouns.find((noun) => noun.t === 'role');
  const medium = head.nouns.find((noun) => noun.t === 'noun' && noun.entry.class === 'medium');
  const principal =
    owner.actor?.kind === 'person' ? null : (owner.actor ?? (owner.iso ? registry.actor(`${owner.iso.toLowerCase()}.government`) : null));
  const holder = principal?.holder ?? owner.iso;
  const onBehalfOf = principal?.name ?? null;
  const gender = head.nouns[0]?.gender ?? null;
  if (medium && !role) return partyOf({ actor: null, name: `medium: ${words}`, gender: medium.gender, kind: 'medium', words }, 0.6);
  const states =
    head.nouns.some((noun) => noun.t === 'noun' && noun.entry.class === 'sides') && /(?:Staaten|Länder|Ländern)$/.test(head.text);
  if (states && phrase.items.length > 1)
    return partyOf(
      {
        actor: null,
        name: `Regierungen ${words
          .replace(/en? (?=\S+$)/, 'er ')
          .toLowerCase()
          .replace(/(\S+)$/, head.text)}`,
        gender: 'pl',
        kind: 'unregistered',
        words,
      },
      0.6,
    );
  const many = role
    ? role.entry.unnamed === 'anonymous'
    : head.nouns.some((noun) => noun.t === 'noun' && (noun.entry.class === 'anonymous' || noun.entry.class === 'group'));
  const indefinite = phrase.items.some((item) => item.kind === 'indefinite');
  const post = role?.entry.post ?? null;
  if ((many && !/^G\d/.test(head.text)) || (role && indefinite))
    return partyOf(
      {
        actor: null,
        name: `anonymous: ${words}`,
        gender: indefinite || gender !== 'm' ? gender : null,
        kind: 'anonymous',
        holder,
        post,
        onBehalfOf,
        words,
      },
      0.8,
    );
  const state = owner.iso ? registry.states.get(owner.iso) : undefined;
  const name =
    role && state && post !== null && phrase.items.some((item) => item.kind === 'adjective') ? `${head.text} ${genitiveOf(state)}` : words;
  return partyOf({ actor: null, name, gender, kind: 'unregistered', holder, post, onBehalfOf, words }, 0.6);
}

/** A phrase without a known word: taken up by words that mean somebody in this text, or kept as it stands. */
function ofWords(phrase: Phrase, context: SpeakerContext, registry: Registry): Party | null {
  const words = bareWords(phrase);
  if (words === '') return null;
  const order = byRecency(context.recent);
  for (const item of phrase.items) {
    const ids = registry.contextual.get(item.key) ?? [];
    const known = order.find((referent) => referent.actor !== null && ids.includes(referent.actor));
    if (known) return partyOf(known, 0.6);
  }
  return partyOf({ actor: null, name: words, gender: null, kind: 'unregistered', holder: phrase.iso, words }, 0.4);
}

/** The words without article, preposition and quotation marks before them. */
function bareWords(phrase: Phrase): string {
  const from = phrase.items.find((item) => !['definite', 'indefinite', 'preposition', 'comma'].includes(item.kind));
  const to = phrase.items.at(-1);
  return phrase.text
    .slice(from?.start ?? 0, to?.end ?? phrase.text.length)
    .replace(/\s+/g, ' ')
    .replace(/[„“”"«»]/g, '');
}
