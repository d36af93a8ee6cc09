import { type Element, labelOf, type Reading, type ReadingValue } from '../../model/index.ts';
import { rangeOf } from '../instant.ts';
import { dateInWords, durationInWords } from './dates.ts';
import { labels } from './labels.generated.ts';
import type { Both } from './labels.ts';

type Language = 'de' | 'en';

/** How holders are called in a running sentence; the registry's names where the list of states has none. */
export type HolderNames = ReadonlyMap<string, Both>;

/** Makes the same sentence in both languages. */
export function both(make: (language: Language) => string): Both {
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return { de: capital(make('de')), en: capital(make('en')) };
}

/** A holder in the nominative, with the article German needs. */
export function nameOf(holder: string, language: Language, names: HolderNames): string {
  return labels.states[holder]?.[language] ?? names.get(holder)?.[language] ?? holder;
}

/** "nennt", or for a commitment "meldet" and in English for a state "calls", in the number of the holder's name. */
export function saying({ holder, element, value }: Reading, language: Language): string {
  const plural = labels.states[holder]?.plural === true;
  const told = value.t === 'parties' || element === 'parties_and_signatories';
  if (language === 'de') return told ? (plural ? 'melden' : 'meldet') : plural ? 'nennen' : 'nennt';
  const word = told ? 'report' : value.t === 'state' ? 'call' : 'name';
  return plural ? word : `${word}s`;
}

/** The codes in words, joined as the language joins a list. */
export function listed(codes: readonly string[], language: Language, names: HolderNames = new Map()): string {
  const words = codes.map((code) => labels.topics[code]?.[language] ?? holderWord(code, language, names) ?? labelOf(code, language));
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${language === 'de' ? 'und' : 'and'} ${last}`;
}

function holderWord(code: string, language: Language, names: HolderNames): string | null {
  return labels.states[code] || names.has(code) ? nameOf(code, language, names) : null;
}

/** The noun of an element and how its absence reads. */
export function elementWord(element: Element, language: Language, absent: boolean): string {
  return labels.elements[element][language][absent ? 1 : 0] ?? element;
}

/** The holder's own words, if the report quotes them and they are few; a paraphrase never gets quotation marks. */
export function quoted(reading: Reading, language: Language): string | null {
  if (reading.mode !== 'direct' && reading.mode !== 'mixed') return null;
  const exact = reading.spans[0]?.exact ?? reading.evidence[0]?.exact ?? '';
  const inner = innerQuote(exact);
  // A mixed clause is the report's own save for what stands in marks inside it.
  const words = reading.mode === 'mixed' && reading.spans.length ? inner : (inner ?? exact);
  if (words === null || words.length === 0 || words.length > 90) return null;
  return language === 'de' ? `„${words}“` : `“${words}”`;
}

function innerQuote(text: string): string | null {
  const found = /[„“"«»]([^„“”"«»]{2,90})[“”"»«]/u.exec(text);
  return found?.[1] ?? null;
}

/** What a reading says, in few words: the holder's where they are quoted, else ours for the value. */
export function sayReading(reading: Reading, language: Language, names: HolderNames): string {
  const words = reading.value.t === 'objects' || reading.value.t === 'text' ? quoted(reading, language) : null;
  const { value, holder } = reading;
  // A side that tells only its own consent need not be named again.
  const own = value.t === 'parties' && value.parties.length === 1 && value.parties[0] === holder ? { ...value, parties: [] } : value;
  return words ?? (sayValue(own, language, names) || (language === 'de' ? 'Angaben dazu' : 'something on it'));
}

/** A value in few words. */
export function sayValue(value: ReadingValue, language: Language, names: HolderNames): string {
  const de = language === 'de';
  const list = (codes: readonly string[]): string => listed(codes, language, names);
  const on = (codes: readonly string[]): string => (codes.length ? ` (${list(codes)})` : '');
  switch (value.t) {
    case 'objects': {
      const open = value.open === null ? '' : de ? ' und weitere' : ' and others';
      const without = value.exclude.length ? `${de ? ' ohne ' : ' without '}${list(value.exclude)}` : '';
      return (
        `${list(value.include.filter((code) => code !== 'unspecified'))}${open}${without}`.trim() ||
        (de ? 'weitere Objekte' : 'other objects')
      );
    }
    case 'acts':
      return list(value.prohibited.length ? value.prohibited : value.permitted);
    case 'place':
      return `${list(value.include)}${value.exclude.length ? `${de ? ' ohne ' : ' without '}${list(value.exclude)}` : ''}`;
    case 'territory':
      return `${list(value.includes)}${de ? ' als Teil von ' : ' as part of '}${list([value.of])}`;
    case 'start':
      return value.at === null
        ? `${de ? 'als Beginn: ' : 'as the start: '}${labels.modes[value.mode]?.[language] ?? value.mode}`
        : `${de ? 'als Beginn ' : 'as the start '}${dateInWords(value.at, language)}`;
    case 'duration': {
      const until = value.until === null ? '' : `${de ? 'bis ' : 'until '}${dateInWords(value.until, language)}`;
      return (
        [value.iso === null ? '' : durationInWords(value.iso, language), until].filter(Boolean).join(', ') || (de ? 'kein Ende' : 'no end')
      );
    }
    case 'extension':
      return `${de ? 'eine Verlängerung ' : 'an extension '}${value.until === null ? (labels.modes[value.mode]?.[language] ?? value.mode) : `${de ? 'bis ' : 'until '}${dateInWords(value.until, language)}`}`;
    case 'condition':
      return value.kind === 'reciprocity'
        ? `${de ? 'Gegenseitigkeit als Bedingung' : 'reciprocity as a condition'}${on(value.on)}`
        : value.kind === 'release_if_breached'
          ? de
            ? 'ein Recht, sich bei einem Bruch als frei zu betrachten'
            : 'a right to consider itself free after a breach'
          : `${de ? 'als Vorbedingung ' : 'as a precondition '}${list(value.topics) || (de ? 'Weiteres' : 'more')}`;
    case 'parties':
      return `${labels.commitments[value.commitment]?.[language] ?? value.commitment}${on(value.parties)}`;
    case 'mechanism':
      return `${de ? 'eine Überwachung' : 'monitoring'} (${labels.modes[value.status]?.[language] ?? value.status}${value.by.length ? `: ${list(value.by)}` : ''})`;
    case 'step':
      return [
        value.topics.length ? list(value.topics) : list([value.kind]),
        value.place === null ? '' : `${de ? 'Ort: ' : 'place: '}${list([value.place])}`,
        value.when === null || rangeOf(value.when) === null ? '' : dateInWords(value.when, language),
      ]
        .filter(Boolean)
        .join(', ');
    case 'count':
      if (!value.items.length && value.when !== null && rangeOf(value.when))
        return `${de ? 'ein Datum, ' : 'a date, '}${dateInWords(value.when, language)}`;
      return value.items
        .map((item) => `${item.n} ${list([item.of])}${item.perSide ? (de ? ' je Seite' : ' on each side') : ''}`)
        .join(', ');
    case 'state':
      return `${de ? 'es ' : 'it '}${labels.states_claimed[value.state]?.[language] ?? value.state}${on(value.by)}`;
    case 'text':
      return list(value.topics) || (de ? 'Angaben dazu' : 'something on it');
  }
}
