import type { EventEntry } from '../../lang/event-entries.ts';
import { type EventMention, type Mention, OBJECT_CODES, type Span, type TimeExpression } from '../../model/index.ts';
import { type EventWords, within } from './event-words.ts';

/** An event as a reader of clauses has found it, before its words are looked at. */
export interface Told {
  readonly entry: EventEntry;
  readonly head: Span;
  /** The stretches that may name its time, place, weapon and object. */
  readonly scope: readonly Span[];
  /** Those that may name who did it, and those that may name what was attacked. */
  readonly agents: readonly Span[];
  readonly targets: readonly Span[];
  /** Those that may tell when; left out, the whole scope. */
  readonly when?: readonly Span[];
  readonly polarity: 'pos' | 'neg';
  readonly definite: boolean;
  /** An object is the subject of a passive. */
  readonly passive?: boolean;
  /** Several at no time and place in particular ("neue Angriffe"). */
  readonly plural?: boolean;
  readonly rule: string;
}

const CODES: ReadonlySet<string> = new Set(OBJECT_CODES);
/** An adjective of a state belongs to the noun that stands at most so many characters behind it. */
const ADJECTIVE_REACH = 40;

/** What the words of a told event say of it; null if a word that it needs is missing. */
export function makeEvent(told: Told, words: EventWords, times: readonly TimeExpression[], text: string): EventMention | null {
  const { entry, head, scope, agents, targets } = told;
  const weapons = within(words.hits, scope).filter((hit) => hit.entry.kind === 'weapon');
  const mentions = within(words.mentions, scope);
  const named = mentions.filter(({ kind, code }) => kind === 'object' && CODES.has(code));
  const aimedAt = within(named, targets);
  const objects = unique((aimedAt.length > 0 ? aimedAt : named).map(({ code }) => code));
  const [armed, aimed] = [weapons.length > 0, objects.length > 0];
  const needed = { weapon: armed, object: aimed, either: armed || aimed, struck: armed || (aimed && told.passive === true) };
  if (entry.needs !== undefined && !needed[entry.needs]) return null;
  const acts = unique(weapons.map((hit) => hit.entry.code));
  if (entry.weapons !== undefined && !acts.some((code) => entry.weapons?.includes(code))) return null;
  const open = entry.act === 'attack' || entry.act === 'attempted_attack' || entry.act === undefined;
  const first = scope[0] ?? head;
  const last = scope.at(-1) ?? head;
  const regions = unique(within(words.regions, scope).map(({ code }) => code));
  const { time, since } = timeIn(within(times, told.when ?? scope), text);
  return {
    span: { start: Math.min(first.start, head.start), end: Math.max(last.end, head.end) },
    head,
    act: open && acts.length === 1 ? (acts[0] ?? 'attack') : entry.act === 'attempted_attack' ? 'attack' : (entry.act ?? 'attack'),
    // That something was struck is an outcome only where it is told what.
    outcome: entry.outcome === 'impact_on_site' && objects.length === 0 ? 'unknown' : (entry.outcome ?? 'unknown'),
    regions,
    objects,
    attacker: attackerIn(told, words, agents, weapons, text),
    target: targetIn(within(words.mentions, targets), named, text),
    time,
    polarity: told.polarity,
    since,
    definite: told.definite,
    scene: entry.scene === true,
    general:
      within(words.hits, scope).some((hit) => hit.entry.kind === 'general') ||
      (told.plural === true && !told.definite && time === null && regions.length === 0),
    rule: told.rule,
  };
}

/** By the adjective before the weapon or the attack ("russische Drohnen"), else by the actor in the place of the doer. */
function attackerIn(
  { entry, head }: Told,
  words: EventWords,
  agents: readonly Span[],
  weapons: readonly { readonly span: Span }[],
  text: string,
): string | null {
  const mentions = within(words.mentions, agents);
  // Whose weapon it is says who did it, wherever in the clause it stands.
  const armed = words.mentions.find((mention) =>
    isAdjectiveOf(
      mention,
      weapons.map(({ span }) => span),
      text,
    ),
  );
  if (armed) return armed.code;
  // Whoever intercepts is not the one who attacks.
  if (entry.outcome === 'intercepted_no_effect') return null;
  const adjective = mentions.find((mention) => isAdjectiveOf(mention, [head], text));
  if (adjective) return adjective.code;
  const actor = mentions.find(({ kind }) => kind === 'actor');
  return actor?.code ?? mentions.find(isTerritory)?.code ?? null;
}

function targetIn(mentions: readonly Mention[], objects: readonly Mention[], text: string): string | null {
  return (
    mentions.find((mention) =>
      isAdjectiveOf(
        mention,
        objects.map(({ span }) => span),
        text,
      ),
    )?.code ?? null
  );
}

const isTerritory = ({ kind, rule }: Mention): boolean => kind === 'place' && rule === 'territory';

function isAdjectiveOf(mention: Mention, nouns: readonly Span[], text: string): boolean {
  if (!isTerritory(mention)) return false;
  return nouns.some(
    ({ start }) =>
      start > mention.span.end &&
      start - mention.span.end <= ADJECTIVE_REACH &&
      /^[\s\p{Ll}-]*$/u.test(text.slice(mention.span.end, start)),
  );
}

/** A day, night, hour or minute; longer stretches put nothing on a day. "Seit" makes it the first of the days meant. */
function timeIn(times: readonly TimeExpression[], text: string): { readonly time: string | null; readonly since: boolean } {
  const found = times.find(({ value }) => /^\d{4}-\d{2}-\d{2}/.test(value)) ?? times.find(({ value }) => /^\d{4}/.test(value));
  if (!found) return { time: null, since: false };
  return {
    time: found.value.replace(/\/\.\.$/, ''),
    since:
      found.value.endsWith('/..') ||
      /\b(?:seit|since)\s+(?:dem\s+|der\s+)?$/i.test(text.slice(Math.max(0, found.span.start - 12), found.span.start)),
  };
}

function unique(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)];
}
