import type { Authority, Speaker } from '../../model/index.ts';
import { type CoreferenceOptions, coreference, lastTwo } from './coreference.ts';
import { holderOf } from './holder-of.ts';
import { type Item, parsePhrase } from './parse-phrase.ts';
import { type Party, partyOf, type SpeakerContext } from './party.ts';
import type { Referent } from './referent.ts';
import { defaultRegistry, type Registry } from './registry.ts';
import { resolveHead } from './resolve-head.ts';
import { keyOf } from './words.ts';

/** Whom a noun phrase names. */
export interface Resolution {
  /** Empty if the phrase names nobody. */
  readonly speakers: readonly Speaker[];
  /** Canonical name of the office or government that a spokesperson or minister speaks for. */
  readonly onBehalfOf: string | null;
  /** ISO code or organisation whose column the first speaker fills. */
  readonly holder: string | null;
  readonly authority: Authority;
  /** 0 to 1: lower for metonyms and for what rests on the sentences before. */
  readonly confidence: number;
  /** To be added to the context, with the position as `at`. */
  readonly referents: readonly Omit<Referent, 'at'>[];
}

const NOBODY: Resolution = { speakers: [], onBehalfOf: null, holder: null, authority: 'anonymous', confidence: 0, referents: [] };

/** Longest noun phrase that is read; a longer one is cut, since names stand at its beginning. */
const LONGEST = 400;

/** Resolves the noun phrase of a speaker: names, roles, metonyms, joint, anonymous and taken-up speakers. */
export function resolveSpeaker(words: string, context: SpeakerContext): Resolution {
  const registry = context.registry ?? defaultRegistry();
  const text = words.slice(0, LONGEST).trim();
  if (text === '') return NOBODY;
  const key = keyOf(text.replace(/[^\p{L}\p{N}\s-]+/gu, ' ').trim());
  const options: CoreferenceOptions = { registry, date: context.date };
  if (['pronoun', 'source', 'impersonal'].some((kind) => registry.functions.get(kind)?.has(key))) {
    const found = coreference(key, context.recent, options);
    return found ? ofReferents([found], context, registry, 0.7) : NOBODY;
  }
  const items = parsePhrase(text, registry, context.date);
  const both = resolveBoth(items, context, registry);
  if (both) return both;
  const joint = resolveJoint(text, items, context, registry);
  if (joint) return joint;
  const head = resolveHead(text, items, context, registry);
  if (!head) return NOBODY;
  return finish([head], context, registry);
}

function finish(parties: readonly Party[], context: SpeakerContext, registry: Registry): Resolution {
  const first = parties[0];
  if (!first) return NOBODY;
  const held = holderOf(first.speaker, context.date, registry, first.onBehalfOf);
  return {
    speakers: parties.map((party) => party.speaker),
    onBehalfOf: first.onBehalfOf ?? (held.authority === 'spokesperson' && held.of ? (registry.actor(held.of)?.name ?? null) : null),
    holder: held.holder ?? first.referent.holder ?? null,
    authority: first.authority ?? held.authority,
    confidence: Math.min(...parties.map((party) => party.confidence)),
    referents: parties.map((party) => party.referent),
  };
}

function ofReferents(referents: readonly Referent[], context: SpeakerContext, registry: Registry, confidence: number): Resolution {
  return finish(
    referents.map((referent) => partyOf(referent, confidence)),
    context,
    registry,
  );
}

/** "beide Seiten", "die beiden Präsidenten", "Behörden in beiden Staaten". */
function resolveBoth(items: readonly Item[], context: SpeakerContext, registry: Registry): Resolution | null {
  const at = items.findIndex((item) => item.kind === 'both');
  const jointly = items.find((item) => item.nouns.some((noun) => noun.t === 'noun' && noun.entry.class === 'sides'));
  const named = items.some((item) => item.kind === 'actor' || item.kind === 'name');
  if (named || (at < 0 && !jointly) || (at < 0 && !/parteien$|^seiten$/.test(jointly?.key ?? ''))) return null;
  const noun = items.slice(at + 1).find((item) => item.kind === 'noun' || item.kind === 'name');
  const classes = noun?.nouns.flatMap((entry) => (entry.t === 'noun' ? [entry.entry.class] : [])) ?? [];
  const posts = noun?.nouns.flatMap((entry) => (entry.t === 'role' ? (entry.entry.any ?? [entry.entry.post]) : [])) ?? [];
  const persons = posts.length > 0 || (classes.includes('principals') && !classes.includes('sides'));
  const governments = noun?.nouns.some((entry) => entry.t === 'institution' && entry.entry.code === 'government');
  const of = persons ? 'persons' : governments ? 'governments' : 'sides';
  let found = lastTwo(context.recent, of, registry, posts, context.date);
  if (found.length < 2 && persons) found = lastTwo(context.recent, 'persons', registry);
  if (found.length < 2 && !noun) found = lastTwo(context.recent, 'persons', registry);
  // "Behörden in beiden Staaten": the same institution of each side.
  const shared = items
    .slice(0, Math.max(at, 0))
    .flatMap((item) => item.nouns)
    .find((entry) => entry.t === 'institution');
  if (shared?.t === 'institution')
    found = found.flatMap((side) => {
      const actor = registry.actor(`${(side.holder ?? '').toLowerCase()}.${shared.entry.code}`);
      return actor ? [{ ...side, actor: actor.id, name: actor.name, kind: actor.kind, gender: actor.gender ?? null }] : [];
    });
  return found.length === 2 ? ofReferents(found, context, registry, 0.6) : null;
}

/** "Trump und Putin", "die USA und die Ukraine", "die Regierungen im Libanon und Israel", "der ukrainische und der russische Präsident". */
function resolveJoint(text: string, items: readonly Item[], context: SpeakerContext, registry: Registry): Resolution | null {
  const joints = items.filter((item) => item.kind === 'other' && /^(?:und|sowie|and|wie)$/.test(item.key));
  if (joints.length === 0) return null;
  const cuts = items.filter((item) => item.kind === 'comma' || joints.includes(item));
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (cuts.includes(item)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  // "der Verband der Hersteller von Tee und Kaffee": the second word still hangs on the preposition.
  if (parts.some((part, i) => part[0]?.kind === 'name' && (parts[i - 1]?.some((item) => item.kind === 'preposition') ?? false)))
    return null;
  if (parts.length > 6 || parts.some((part) => part.length === 0)) return null;
  const headed = (part: readonly Item[]): boolean => part.some((item) => item.kind === 'noun');
  const first = parts[0] ?? [];
  const last = parts.at(-1) ?? [];
  const shared = headed(first) ? first.filter((item) => item.kind === 'noun').slice(0, 1) : [];
  const parties: Party[] = [];
  for (const part of parts) {
    let own = part;
    const only = part.filter((item) => item.kind === 'adjective' || item.kind === 'actor');
    // A noun stands for all parts: after the last adjective, or before the first state.
    if (!headed(part) && only.every((item) => item.kind === 'adjective') && only.length > 0)
      own = [...part, ...last.filter((item) => item.kind === 'noun')];
    else if (!headed(part) && shared.length > 0 && only.some((item) => item.actor?.includes('.government'))) own = [...shared, ...part];
    if (!own.some((item) => item.kind === 'actor' || item.kind === 'noun' || item.kind === 'name' || item.kind === 'adjective'))
      return null;
    const party = resolveHead(text, own, context, registry);
    if (!party || (party.speaker.kind === 'unregistered' && !party.referent.holder && part.every((item) => item.kind !== 'name')))
      return null;
    parties.push(party);
  }
  return finish(parties, context, registry);
}
