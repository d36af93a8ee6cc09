import { byRecency, type Referent } from './referent.ts';
import { defaultRegistry, heldOn, type Noun, type Registry } from './registry.ts';
import { keyOf } from './words.ts';

/** What a pronoun or a bare noun asks of whom it takes up. */
export interface CoreferenceOptions {
  readonly registry?: Registry;
  readonly date?: string | null;
  /** ISO code or organisation that an adjective names ("der ukrainische Staatschef"). */
  readonly holder?: string | null;
}

/**
 * Whom a pronoun or a bare role noun takes up: gender, number and role must fit, then the most recent wins. A person is
 * preferred to an institution of the same gender for "er" and "sie", since institutions are mostly named again.
 */
export function coreference(words: string, recent: readonly Referent[], options: CoreferenceOptions = {}): Referent | null {
  const registry = options.registry ?? defaultRegistry();
  const key = keyOf(words.trim());
  const order = byRecency(recent);
  if (registry.functions.get('source')?.has(key)) return order[0] ?? null;
  if (registry.functions.get('impersonal')?.has(key)) return order.find((referent) => !isPerson(referent)) ?? null;
  const genders = registry.pronouns.get(key);
  if (genders) {
    const fits = order.filter((referent) => referent.gender === null || genders.includes(referent.gender));
    const persons = fits.filter((referent) => isPerson(referent) || referent.gender === 'pl');
    return (genders.length > 2 ? fits.find((referent) => !isPerson(referent)) : undefined) ?? persons[0] ?? fits[0] ?? null;
  }
  const last = key.split(' ').at(-1) ?? key;
  for (const noun of registry.nouns.get(last) ?? []) {
    const found = takeUp(noun, order, { ...options, registry });
    if (found) return found;
  }
  const ids = registry.contextual.get(key) ?? registry.contextual.get(last) ?? [];
  return order.find((referent) => referent.actor !== null && ids.includes(referent.actor)) ?? null;
}

/** Whom a noun of the lexicon takes up. */
export function takeUp(noun: Noun, order: readonly Referent[], options: CoreferenceOptions): Referent | null {
  const registry = options.registry ?? defaultRegistry();
  const ofHolder = (referent: Referent): boolean => !options.holder || !referent.holder || referent.holder === options.holder;
  if (noun.t === 'role') {
    const posts = noun.entry.any ?? [noun.entry.post];
    const gendered = (referent: Referent): boolean =>
      referent.gender === null || noun.gender === 'n' || noun.gender === 'pl' || referent.gender === noun.gender;
    return (
      order.find((referent) => ofHolder(referent) && gendered(referent) && hasPost(referent, posts, options.date ?? null, registry)) ?? null
    );
  }
  if (noun.t === 'institution') {
    if (noun.entry.code === 'government') return order.find((referent) => ofHolder(referent) && referent.kind === 'government') ?? null;
    const suffix = `.${noun.entry.code}`;
    return (
      order.find((referent) => ofHolder(referent) && (referent.actor?.endsWith(suffix) ?? false)) ??
      (noun.entry.code === 'ministry' ? order.find((referent) => ofHolder(referent) && referent.kind === 'ministry') : undefined) ??
      null
    );
  }
  const kinds: Readonly<Record<string, readonly string[]>> = {
    group: ['armed_group'],
    body: ['organisation', 'monitor', 'company', 'agency'],
    country: ['government', 'state'],
    medium: ['medium', 'outlet', 'agency'],
  };
  const wanted = kinds[noun.entry.class];
  return wanted ? (order.find((referent) => ofHolder(referent) && wanted.includes(referent.kind)) ?? null) : null;
}

function hasPost(referent: Referent, posts: readonly string[], date: string | null, registry: Registry): boolean {
  if (referent.post && posts.includes(referent.post)) return true;
  const actor = referent.actor ? registry.actor(referent.actor) : null;
  return actor?.roles?.some((role) => role.post !== undefined && posts.includes(role.post) && heldOn(role, date)) ?? false;
}

/** True if the referent is one human being, as far as can be known. */
export function isPerson(referent: Referent): boolean {
  return referent.kind === 'person' || ((referent.kind === 'unregistered' || referent.kind === 'anonymous') && referent.gender !== 'n');
}

/** The two sides or two persons last spoken of, for "beide Seiten" and "die beiden Präsidenten". */
export function lastTwo(
  recent: readonly Referent[],
  of: 'sides' | 'governments' | 'persons',
  registry: Registry,
  posts: readonly string[] = [],
  date: string | null = null,
): readonly Referent[] {
  const order = byRecency(recent);
  if (of === 'persons') {
    const persons = order.filter((referent) => referent.kind === 'person');
    const fitting = posts.length > 0 ? persons.filter((referent) => hasPost(referent, posts, date, registry)) : persons;
    return fitting.slice(0, 2);
  }
  const sides: Referent[] = [];
  for (const referent of order) {
    // Bodies that watch or mediate are no side.
    if (['medium', 'anonymous', 'organisation', 'monitor', 'company'].includes(referent.kind) || !referent.holder) continue;
    if (!registry.states.has(referent.holder) && ['organisation', 'monitor'].includes(registry.actor(referent.holder)?.kind ?? ''))
      continue;
    if (sides.some((side) => side.holder === referent.holder)) continue;
    // "beide Regierungen" are the offices that have spoken, "beide Seiten" the parties they stand for.
    const office = of === 'governments' ? order.find((other) => other.kind === 'office' && other.holder === referent.holder) : undefined;
    sides.push(office ?? sideOf(referent, registry));
    if (sides.length === 2) break;
  }
  return sides;
}

/** The government or organisation for which a person of a side stands. */
function sideOf(referent: Referent, registry: Registry): Referent {
  const id = referent.holder
    ? registry.states.has(referent.holder)
      ? `${referent.holder.toLowerCase()}.government`
      : referent.holder
    : null;
  const actor = id ? registry.actor(id) : null;
  return actor ? { ...referent, actor: actor.id, name: actor.name, kind: actor.kind, gender: actor.gender ?? null } : referent;
}
