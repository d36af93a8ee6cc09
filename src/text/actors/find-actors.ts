import type { Span } from '../../model/index.ts';
import { defaultRegistry, heldOn, type NameEntry, type Registry, type Via } from './registry.ts';
import { isHyphen, type Word, wordsIn } from './words.ts';

/** Somebody of the registry, named in a text. */
export interface ActorMention {
  readonly span: Span;
  /** Id in the registry. */
  readonly actor: string;
  readonly via: Via;
}

/** The longest name that begins with a word, or null. */
export function nameAt(text: string, words: readonly Word[], at: number, registry: Registry): NameEntry | null {
  const first = words[at];
  if (!first) return null;
  const entries = registry.names.get(first.key);
  if (!entries) return null;
  for (const entry of entries) {
    const end = words[at + entry.keys.length - 1];
    if (!end) continue;
    let fits = true;
    for (let i = 1; i < entry.keys.length && fits; i++) {
      const word = words[at + i];
      const gap = (word?.start ?? 0) - (words[at + i - 1]?.end ?? 0);
      fits = word?.key === entry.keys[i] && gap <= 3;
    }
    if (!fits) continue;
    // "Us" is a pronoun in English and nothing in German: only "US" is the state.
    if (entry.exact && !text.startsWith(entry.exact, first.start)) continue;
    if (!first.upper && !entry.lower) continue;
    if (entry.guarded && !isGuardMet(text, words, at, end, registry)) continue;
    return entry;
  }
  return null;
}

function isGuardMet(text: string, words: readonly Word[], at: number, last: Word, registry: Registry): boolean {
  const first = words[at];
  if (!first) return false;
  if (/[„“"»«›‹‚']/.test(text.charAt(first.start - 1)) && /[“”"«»‹›‘']/.test(text.charAt(last.end))) return true;
  const before = words[at - 1];
  const noun = before ? registry.nouns.get(before.key) : undefined;
  return noun?.some((entry) => entry.t === 'noun' && entry.entry.class === 'medium') ?? false;
}

/**
 * Everybody of the registry whom a text names, longest name first, in one pass. Two who share a surname are told apart by
 * the full name last used in the text, then by who is in office on the date.
 */
export function findActors(text: string, registry: Registry = defaultRegistry(), date: string | null = null): readonly ActorMention[] {
  const words = wordsIn(text);
  const found: ActorMention[] = [];
  const lastNamed = new Map<string, string>();
  for (let at = 0; at < words.length; at++) {
    const entry = nameAt(text, words, at, registry);
    if (!entry) continue;
    const first = words[at];
    const last = words[at + entry.keys.length - 1];
    if (!first || !last) continue;
    const surname = entry.keys.at(-1) ?? '';
    const actor = pickActor(entry, lastNamed.get(surname) ?? null, registry, date);
    if (entry.keys.length > 1) lastNamed.set(surname, actor);
    at += entry.keys.length - 1;
    // The first part of a compound ("Trump-Sprecherin") names somebody else; the resolver of noun phrases reads it.
    if (isHyphen(text.charCodeAt(last.end)) && words[at + 1]?.joined) continue;
    found.push({ span: { start: first.start, end: last.end }, actor, via: entry.via });
  }
  return found;
}

/** Which of those who share a name is meant. */
export function pickActor(entry: NameEntry, preferred: string | null, registry: Registry, date: string | null): string {
  const [only = ''] = entry.actors;
  if (entry.actors.length < 2) return only;
  if (preferred && entry.actors.includes(preferred)) return preferred;
  const inOffice = entry.actors.filter((id) => registry.actor(id)?.roles?.some((role) => heldOn(role, date)));
  return inOffice[0] ?? only;
}
