import {
  type Both,
  type Case,
  conceptInSentence,
  type Element,
  isNamedState,
  isPlural,
  placeInSentence,
  type Reading,
  type ReadingValue,
  stateInSentence,
} from '../../model/index.ts';
import { rangeOf } from '../instant.ts';
import { dateInWords, durationInWords } from './dates.ts';
import { labels } from './labels.generated.ts';

/** Languages of the sentences. */
export type Language = 'de' | 'en';

/** How holders are called in a running sentence; the registry's names where the list of states has none. */
export type HolderNames = ReadonlyMap<string, Both>;

/** Makes the same sentence in both languages. */
export function both(make: (language: Language) => string): Both {
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return { de: capital(make('de')), en: capital(make('en')) };
}

/** A holder with the article German needs, in the nominative or the case asked for. */
export function nameOf(holder: string, language: Language, names: HolderNames, wanted: Case = 'nominative'): string {
  if (holder === 'narration') return language === 'de' ? (wanted === 'dative' ? 'den Redaktionen' : 'die Redaktionen') : 'the newsrooms';
  return isNamedState(holder) ? stateInSentence(holder, language, wanted) : (names.get(holder)?.[language] ?? holder);
}

/** Several holders in one list. */
export function namesOf(holders: readonly string[], language: Language, names: HolderNames, wanted: Case = 'nominative'): string {
  return joined(
    holders.map((holder) => nameOf(holder, language, names, wanted)),
    language,
  );
}

/** The form of a verb that fits the holders: plural for several, and in German for a name in the plural ("die USA nennen"). */
export function agreeing(language: Language, holders: readonly string[], singular: string, plural: string): string {
  if (holders.length === 1 && holders[0] === 'narration') return plural;
  return holders.length === 1 && (language === 'en' || !isPlural(holders[0] ?? '')) ? singular : plural;
}

/** Words joined as the language joins a list. */
export function joined(words: readonly string[], language: Language): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${language === 'de' ? 'und' : 'and'} ${words.at(-1)}`;
}

/** The codes in words, as the object of a sentence. */
export function listed(codes: readonly string[], language: Language, names: HolderNames = new Map()): string {
  const word = (code: string): string =>
    names.has(code) ? nameOf(code, language, names, 'accusative') : conceptInSentence(code, language);
  return joined([...new Set(codes.map(word))], language);
}

/** The words of an element in one language. */
export function elementWords(element: Element, language: Language): { readonly the: string; readonly a: string; readonly as: string } {
  return labels.elements[element][language];
}

/** What is quoted of a side has at most this many characters; longer words stand in the table. */
const MOST_QUOTED = 70;

/** The holder's own words in quotation marks, where the report quotes them and they are few; a paraphrase never gets marks. */
export function quoted(reading: Reading, language: Language): string | null {
  const exact = (reading.spans[0]?.exact ?? reading.evidence[0]?.exact ?? '').replace(/\s+/g, ' ').trim();
  const inner = /[„“"«»]([^„“”"«»]{2,90})[“”"»«]/u.exec(exact)?.[1] ?? null;
  const own = reading.verbatim === true || reading.mode === 'direct';
  const words = own && !/[„“”"«»]/u.test(exact) ? exact : reading.mode === 'mixed' || own ? inner : null;
  // A preposition that governs the quoted noun belongs to another sentence than ours.
  const bare = words?.replace(/^(?:auf|gegen|für|von|an|bei|against|on|for|of)\s+(?=\S)/u, '') ?? '';
  if (bare === '' || bare.length > MOST_QUOTED) return null;
  return language === 'de' ? `„${bare}“` : `“${bare}”`;
}

/** What a reading says as the object of "nennt": the holder's own words where they are quoted, else ours for the value. */
export function sayReading(reading: Reading, language: Language, names: HolderNames): string {
  const words = reading.value.t === 'objects' || reading.value.t === 'text' ? quoted(reading, language) : null;
  return words ?? sayValue(reading.value, language, names, reading.holder);
}

/** A value in few words, as the object of a sentence; empty where the value says nothing of its own. */
export function sayValue(value: ReadingValue, language: Language, names: HolderNames, holder = ''): string {
  const de = language === 'de';
  const list = (codes: readonly string[]): string => listed(codes, language, names);
  const by = (codes: readonly string[]): string =>
    codes.length ? ` ${de ? 'durch' : 'by'} ${namesOf(codes.map(String), language, names, 'accusative')}` : '';
  const without = (codes: readonly string[]): string => (codes.length ? ` ${de ? 'ohne' : 'without'} ${list(codes)}` : '');
  switch (value.t) {
    case 'objects': {
      const classes = value.include.filter((code) => code !== 'unspecified');
      const named = classes.length > MOST_CLASSES ? longList(classes, language, names) : list(classes);
      const open = value.open === null ? '' : de ? ' und weiteres' : ' and more';
      // "Other civilian infrastructure" is the open end in words already.
      const ends = value.include.some((code) => code.startsWith('other_')) ? '' : open;
      return `${named}${named ? ends : de ? 'weitere Objekte' : 'other objects'}${without(value.exclude)}`;
    }
    case 'acts':
      return list(value.prohibited.length ? value.prohibited : value.permitted);
    case 'place':
      return `${list([...value.include, ...value.domains])}${without(value.exclude)}`;
    case 'territory':
      return `${list(value.includes)}${de ? ' als Teil von ' : ' as part of '}${nameOf(value.of, language, names, 'dative')}`;
    case 'start':
      return value.at === null ? modeWord(value.mode, language) : dateAsObject(value.at, language);
    case 'duration': {
      if (value.until === null) return value.iso === null ? '' : durationInWords(value.iso, language);
      const day = dateInWords(value.until, language);
      const end =
        value.until === 'indefinite'
          ? de
            ? 'kein Ende'
            : 'no end'
          : de
            ? `ein Ende ${/^\d{1,2}\./.test(day) ? 'am' : 'im'} ${day}`
            : `an end ${/^\d/.test(day) ? 'on' : 'in'} ${day}`;
      return value.iso === null ? end : `${durationInWords(value.iso, language)}, ${end}`;
    }
    case 'extension':
      return value.until === null
        ? modeWord(value.mode, language)
        : `${de ? 'eine Verlängerung bis ' : 'an extension until '}${dateInWords(value.until, language)}`;
    case 'condition': {
      if (value.kind === 'release_if_breached') return elementWords('release_clause', language).a;
      const other = value.on.filter((code) => code !== holder);
      if (value.kind === 'reciprocity')
        return de
          ? `dasselbe von ${other.length ? namesOf(other, language, names, 'dative') : 'der anderen Seite'}`
          : `the same from ${other.length ? namesOf(other, language, names) : 'the other side'}`;
      return list(value.topics);
    }
    case 'parties':
      return commitment(value, holder, language, names);
    case 'mechanism':
      return `${modeWord(value.status, language)}${by(value.by)}`;
    case 'step': {
      const what = list(value.topics.length ? value.topics : [value.kind]);
      const where = value.place === null ? '' : ` ${placeInSentence(value.place, language)}`;
      const when = value.when === null || rangeOf(value.when) === null ? '' : ` (${dateInWords(value.when, language)})`;
      return `${what}${where}${when}`;
    }
    case 'count': {
      const items = value.items.map(({ n, of, perSide }) =>
        perSide && de ? `je ${n} ${list([of])}` : `${n} ${list([of])}${perSide ? ' on each side' : ''}`,
      );
      if (items.length) return joined(items, language);
      return value.when !== null && rangeOf(value.when) ? dateAsObject(value.when, language) : '';
    }
    case 'state':
      return `${labels.states_claimed[value.state]?.[language] ?? value.state}`;
    case 'text':
      return list(value.topics);
  }
}

/** Longer lists of classes are counted behind their first ones; the table and the JSON have them all. */
const MOST_CLASSES = 4;

function longList(codes: readonly string[], language: Language, names: HolderNames): string {
  const first = codes
    .slice(0, 3)
    .map((code) => listed([code], language, names))
    .join(', ');
  const left = codes.length - 3;
  return language === 'de' ? `${first} und ${left} weitere Arten von Objekten` : `${first} and ${left} more kinds of objects`;
}

const modeWord = (mode: string, language: Language): string => labels.modes[mode]?.[language] ?? mode.replaceAll('_', ' ');

/** "den 18. März 2025": a day takes the article in German, a month does not. */
function dateAsObject(date: string, language: Language): string {
  const words = dateInWords(date, language);
  return language === 'de' && /^\d{1,2}\. /.test(words) ? `den ${words}` : words;
}

type Parties = Extract<ReadingValue, { t: 'parties' }>;

/** What a side speaks of: its own consent, an order to its own forces, or an agreement between several. */
function commitment({ parties, commitment: word, polarity }: Parties, holder: string, language: Language, names: HolderNames): string {
  const de = language === 'de';
  const several = parties.length > 1 || parties.includes('mutual');
  const own = parties.length === 0 || (parties.length === 1 && parties[0] === holder);
  const among = parties.filter((code) => code !== 'mutual');
  const between =
    among.length > 1
      ? ` ${de ? 'zwischen' : 'between'} ${namesOf(among, language, names, 'dative')}`
      : de
        ? ' beider Seiten'
        : ' of both sides';
  if (polarity === 'neg') return several ? `${de ? 'keiner Einigung' : 'no agreement'}${between}` : de ? 'keiner Zusage' : 'no commitment';
  if (several && (word === 'agreed' || word === 'signed')) return `${labels.commitments['agreement']?.own[language] ?? word}${between}`;
  const said = labels.commitments[word]?.[own ? 'own' : 'of'][language] ?? word.replaceAll('_', ' ');
  if (own) return said;
  return `${said}${several ? between : ` ${de ? `durch ${namesOf(among, language, names, 'accusative')}` : `by ${namesOf(among, language, names)}`}`}`;
}

/** What a side says of one element as a clause of its own, for lists of what is new. */
export function clauseOf(reading: Reading, language: Language, names: HolderNames): string {
  const { holder, element, value } = reading;
  const de = language === 'de';
  const name = nameOf(holder, language, names);
  const said = sayReading(reading, language, names);
  const { the, as } = elementWords(element, language);
  if (said === '')
    return de
      ? `${name} ${agreeing(language, [holder], 'spricht', 'sprechen')} über ${the}`
      : `${name} ${agreeing(language, [holder], 'speaks', 'speak')} about ${the}`;
  if (value.t === 'parties') return `${name} ${speaks([holder], language)} ${said}`;
  if (value.t === 'state') return de ? `für ${nameOf(holder, language, names, 'accusative')} ist es ${said}` : `for ${name} it is ${said}`;
  const verb = de ? agreeing(language, [holder], 'nennt', 'nennen') : agreeing(language, [holder], 'names', 'name');
  return de ? `${as} ${verb} ${name} ${said}` : `${name} ${verb} ${said} ${as}`;
}

/** "spricht von", in the number of the holders. */
export function speaks(holders: readonly string[], language: Language): string {
  return language === 'de'
    ? `${agreeing(language, holders, 'spricht', 'sprechen')} von`
    : `${agreeing(language, holders, 'speaks', 'speak')} of`;
}
