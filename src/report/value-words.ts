import type { Messages } from '../i18n/index.ts';
import type { ReadingValue } from '../model/index.ts';

/** What a code is called: a concept, a holder, or the code itself with spaces. */
export type NameOf = (code: string) => string;

type Say<T extends ReadingValue['t']> = (value: Extract<ReadingValue, { t: T }>, messages: Messages, nameOf: NameOf) => string;

const named = (codes: readonly string[], messages: Messages, nameOf: NameOf): string => messages.list(codes.map(nameOf));

const joined = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(', ');

/** Commitments that say no themselves: a negation in front would say the opposite. */
const REFUSALS: ReadonlySet<string> = new Set(['none', 'rejected', 'not_reached']);

/** One line a kind of value; {@link valueHeadline} says which of them stand above the words in a table. */
const SAY: { readonly [T in ReadingValue['t']]: Say<T> } = {
  objects: ({ include, exclude, open }, m, nameOf) =>
    joined(
      named(include, m, nameOf),
      exclude.length > 0 ? m.value.without(named(exclude, m, nameOf)) : null,
      open === null ? null : m.value.openEnd,
    ),
  acts: ({ prohibited, permitted }, m, nameOf) =>
    joined(named(prohibited, m, nameOf), permitted.length > 0 ? m.value.permitted(named(permitted, m, nameOf)) : null),
  place: ({ include, exclude, domains }, m, nameOf) =>
    joined(named([...include, ...domains], m, nameOf), exclude.length > 0 ? m.value.without(named(exclude, m, nameOf)) : null),
  start: ({ mode, at }, m) => (at === null ? (m.value.startMode[mode] ?? mode) : m.value.from(m.date(at))),
  duration: ({ iso, until }, m) =>
    joined(iso === null ? null : m.duration(iso), until === null ? null : m.value.until(m.date(until))) || m.value.openDuration,
  extension: ({ mode, until }, m) => joined(m.value.extension[mode], until === null ? null : m.value.until(m.date(until))),
  condition: ({ topics, on }, m, nameOf) =>
    joined(named(topics, m, nameOf), on.length > 0 ? m.value.conditionOn(named(on, m, nameOf)) : null),
  parties: ({ commitment, polarity }, m) => {
    const word = m.value.commitment[commitment] ?? commitment.replaceAll('_', ' ');
    return polarity === 'neg' && !REFUSALS.has(commitment) ? m.value.negated(word) : word;
  },
  mechanism: ({ status, by }, m, nameOf) => joined(m.value.mechanism[status], named(by, m, nameOf)),
  step: ({ kind, when, place, topics }, m, nameOf) =>
    joined(nameOf(kind), when === null ? null : m.date(when), place === null ? null : nameOf(place), named(topics, m, nameOf)),
  count: ({ items, when }, m, nameOf) =>
    joined(
      ...items.map(({ n, of, perSide }) => (perSide ? m.value.each(`${n} ${nameOf(of)}`) : `${n} ${nameOf(of)}`)),
      when === null ? null : m.date(when),
    ),
  territory: ({ includes, excludes }, m, nameOf) =>
    joined(named(includes, m, nameOf), excludes.length > 0 ? m.value.without(named(excludes, m, nameOf)) : null),
  state: ({ state, at }, m) => joined(m.claimedState[state], at === null ? null : m.date(at)),
  text: ({ topics }, m, nameOf) => named(topics, m, nameOf),
};

/** A typed value in few words of the interface's language. */
export function valueWords(value: ReadingValue, messages: Messages, nameOf: NameOf): string {
  const say = SAY[value.t] as (value: ReadingValue, messages: Messages, nameOf: NameOf) => string;
  return say(value, messages, nameOf);
}

/** Kinds whose value says more at a glance than the words do; of a scope the words themselves are the point. */
const HEADLINES: ReadonlySet<ReadingValue['t']> = new Set(['start', 'duration', 'extension', 'parties', 'mechanism', 'state', 'count']);

/** The value to set above the words of a cell, or null where the words say it best. */
export function valueHeadline(value: ReadingValue, messages: Messages, nameOf: NameOf): string | null {
  return HEADLINES.has(value.t) ? valueWords(value, messages, nameOf) || null : null;
}
