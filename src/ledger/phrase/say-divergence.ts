import { classesAbove, coversObject, type DivergenceKind, type Reading } from '../../model/index.ts';
import { objectSetOf } from '../compare-values.ts';
import { dateInWords } from './dates.ts';
import { agreeing, elementWords, type HolderNames, type Language, listed, nameOf, sayReading, sayValue, speaks } from './say.ts';

/** Two readings that differ, and how the first lies to the second. */
export interface Difference {
  readonly a: Reading;
  readonly b: Reading;
  readonly kind: DivergenceKind;
  /** Both are of one holder, at two times or in two understandings. */
  readonly within: boolean;
  /** The second says nothing of it. */
  readonly silent: boolean;
}

/** One plain sentence that says what differs; a second one names the wider version where one is. */
export function sayDivergence(difference: Difference, language: Language, names: HolderNames): string {
  const sentence = difference.silent
    ? onlyOne(difference, language, names)
    : difference.kind === 'obligation_differs' && !isSameBound(difference)
      ? bound(difference, language, names)
      : difference.within
        ? oneSide(difference, language, names)
        : twoSides(difference, language, names);
  return [sentence, ...tail(difference, language, names)].map((part) => `${part}.`).join(' ');
}

const isSameBound = ({ a, b }: Difference): boolean => boundOf(a).join() === boundOf(b).join();

const boundOf = ({ obliged }: Reading): readonly string[] => {
  const codes = obliged.filter((code) => code !== 'unstated');
  return codes.includes('mutual') || codes.length > 1 ? ['mutual'] : codes;
};

/** "Russland nennt eine Dauer (30 Tage), die Ukraine nicht." The one who speaks comes first, whoever it is. */
function onlyOne({ a, b }: Difference, language: Language, names: HolderNames): string {
  const de = language === 'de';
  const said = sayReading(a, language, names);
  const { a: named } = elementWords(a.element, language);
  const shown = said === '' || said === named ? '' : ` (${said})`;
  const [first, second] = [nameOf(a.holder, language, names), nameOf(b.holder, language, names)];
  if (a.value.t === 'parties')
    return `${first} ${speaks([a.holder], language)} ${said}; ${second} ${de ? agreeing(language, [b.holder], 'sagt dazu nichts', 'sagen dazu nichts') : agreeing(language, [b.holder], 'says nothing of it', 'say nothing of it')}`;
  return de
    ? `${first} ${agreeing(language, [a.holder], 'nennt', 'nennen')} ${named}${shown}, ${second} nicht`
    : `${first} ${agreeing(language, [a.holder], 'names', 'name')} ${named}${shown}, ${second} ${agreeing(language, [b.holder], 'does', 'do')} not`;
}

/** Who is bound in each version: "Gebunden sieht Russland sich selbst, die USA beide Seiten." */
function bound({ a, b, within }: Difference, language: Language, names: HolderNames): string {
  const de = language === 'de';
  const whom = (reading: Reading): string => {
    const [only] = boundOf(reading);
    if (only === 'mutual') return de ? 'beide Seiten' : 'both sides';
    if (only === reading.holder) return de ? 'nur sich selbst' : 'only itself';
    return `${de ? 'nur' : 'only'} ${nameOf(only ?? '', language, names, 'accusative')}`;
  };
  const [first, second] = [nameOf(a.holder, language, names), nameOf(b.holder, language, names)];
  const other = within ? (de ? 'ein andermal' : 'another time') : second;
  return de
    ? `Gebunden ${agreeing(language, [a.holder], 'sieht', 'sehen')} ${first} ${whom(a)}, ${other} ${whom(b)}`
    : `${first} ${agreeing(language, [a.holder], 'sees', 'see')} ${whom(a)} as bound, ${other} ${whom(b)}`;
}

function twoSides({ a, b }: Difference, language: Language, names: HolderNames): string {
  const de = language === 'de';
  const [first, second] = [nameOf(a.holder, language, names), nameOf(b.holder, language, names)];
  const [one, other] = toldApart(a, b, language, names);
  if (a.value.t === 'parties') return `${first} ${speaks([a.holder], language)} ${one}, ${second} ${de ? 'von' : 'of'} ${other}`;
  if (a.value.t === 'state')
    return de
      ? `Für ${nameOf(a.holder, language, names, 'accusative')} ist es ${one}, für ${nameOf(b.holder, language, names, 'accusative')} ${other}`
      : `For ${first} it is ${one}, for ${second} ${other}`;
  const { as } = elementWords(a.element, language);
  return de
    ? `${as} ${agreeing(language, [a.holder], 'nennt', 'nennen')} ${first} ${one}, ${second} ${other}`
    : `${first} ${agreeing(language, [a.holder], 'names', 'name')} ${one} ${as}, ${second} ${other}`;
}

/** One side against itself: by its two dates, or by the two others it has an understanding with. */
function oneSide({ a, b }: Difference, language: Language, names: HolderNames): string {
  const de = language === 'de';
  const name = nameOf(a.holder, language, names);
  const [one, other] = toldApart(a, b, language, names);
  const dates = [a, b].map(({ heldFrom }) => heldFrom?.slice(0, 10) ?? null);
  const dated = dates[0] !== dates[1] && dates[0] !== null && dates[1] !== null;
  const partner = (reading: Reading): string | null => {
    const codes = (reading.arrangement ?? '').split('-').filter((code) => code !== '' && code !== reading.holder);
    return codes.length === 1 ? nameOf(codes[0] ?? '', language, names, 'dative') : null;
  };
  const [withOne, withOther] = [partner(a), partner(b)];
  const isParties = a.value.t === 'parties';
  const verb = de
    ? isParties
      ? agreeing(language, [a.holder], 'sprach', 'sprachen')
      : agreeing(language, [a.holder], 'nannte', 'nannten')
    : isParties
      ? 'spoke'
      : 'named';
  const of = isParties ? (de ? 'von ' : 'of ') : '';
  const { as } = elementWords(a.element, language);
  const what = isParties || a.value.t === 'state' ? '' : de ? `${as.charAt(0).toLowerCase()}${as.slice(1)} ` : ` ${as}`;
  if (dated) {
    const [on, then] = dates.map((date) => dayInWords(date ?? '', dates, language));
    return de
      ? `${name} ${verb} ${on} ${what}${of}${one}, ${then} ${of}${other}`
      : `${name} ${verb} ${of}${one}${what} ${on}, ${of}${other} ${then}`;
  }
  if (withOne !== null && withOther !== null && withOne !== withOther)
    return de
      ? `In der Absprache mit ${withOne} ${verb} ${name} ${what}${of}${one}, in der mit ${withOther} ${of}${other}`
      : `In the understanding with ${withOne} ${name} ${verb} ${of}${one}${what}, in that with ${withOther} ${of}${other}`;
  return de
    ? `${name} ${verb} ${what}${of}${one}, an anderer Stelle ${of}${other}`
    : `${name} ${verb} ${of}${one}${what}, elsewhere ${of}${other}`;
}

/** "am 18. März", with the year only where the two dates are of different years. */
function dayInWords(date: string, all: readonly (string | null)[], language: Language): string {
  const words = dateInWords(date, language);
  const short = new Set(all.map((one) => one?.slice(0, 4))).size === 1 ? words.replace(/ \d{4}$/, '') : words;
  return `${language === 'de' ? (/^\d/.test(short) ? 'am' : 'im') : /^\d/.test(short) ? 'on' : 'in'} ${short}`;
}

/** Both versions in words; where quotation and value read alike, the values say what the words hide. */
function toldApart(a: Reading, b: Reading, language: Language, names: HolderNames): readonly [string, string] {
  const said = [a, b].map((reading) => sayReading(reading, language, names)) as [string, string];
  if (said[0] !== said[1] && said[0] !== '' && said[1] !== '') return said;
  const values = [a, b].map((reading) => sayValue(reading.value, language, names, reading.holder)) as [string, string];
  const unclear = language === 'de' ? 'etwas anderes' : 'something else';
  return [values[0] || unclear, values[1] || unclear];
}

function tail({ a, b, kind }: Difference, language: Language, names: HolderNames): readonly string[] {
  const de = language === 'de';
  switch (kind) {
    case 'scope_wider':
      return [wider(a, b, true, language, names)];
    case 'scope_narrower':
      return [wider(b, a, false, language, names)];
    case 'scope_overlap':
      return [de ? 'Keine der beiden Fassungen enthält die andere' : 'Neither version contains the other'];
    case 'rendering_only':
      return [de ? 'Beides sind Wiedergaben, nicht der Wortlaut' : 'Both are renderings, not the original words'];
    case 'wording_only':
      return [de ? 'Nur die Worte unterscheiden sich' : 'Only the words differ'];
    default:
      return [];
  }
}

/** Which version is the wider one, and by what. */
function wider(wide: Reading, narrow: Reading, isFirst: boolean, language: Language, names: HolderNames): string {
  const de = language === 'de';
  const name = nameOf(wide.holder, language, names);
  const same = wide.holder === narrow.holder;
  const lead = same
    ? de
      ? `Die ${isFirst ? 'zuerst' : 'zuletzt'} genannte Fassung ist weiter`
      : `The version named ${isFirst ? 'first' : 'last'} is wider`
    : de
      ? `Weiter ${agreeing(language, [wide.holder], 'fasst', 'fassen')} es ${name}`
      : `The version of ${name} is wider`;
  const by = widerBy(wide, narrow, language);
  return by === '' ? lead : `${lead}: ${by}`;
}

function widerBy(wide: Reading, narrow: Reading, language: Language): string {
  const de = language === 'de';
  if (wide.value.t !== 'objects' || narrow.value.t !== 'objects') return '';
  const [large, small] = [objectSetOf(wide.value), objectSetOf(narrow.value)];
  const more = large.include.filter((code) => coversObject({ ...small, open: null }, code) !== 'yes');
  const above = more.filter((code) => small.include.some((other) => other !== code && classesAbove(other).has(code)));
  const beside = more.filter((code) => !above.includes(code));
  if (beside.length) return `${de ? 'auch' : 'also'} ${listed(beside, language)}`;
  if (above.length)
    return `${listed(above, language)} ${de ? 'statt nur' : 'instead of only'} ${small.include.length > 3 ? (de ? 'einzelner Arten' : 'single kinds') : listed(small.include, language)}`;
  if (small.exclude.length > large.exclude.length)
    return `${de ? 'ohne Ausnahme für' : 'without an exception for'} ${listed(small.exclude, language)}`;
  return de ? 'die Aufzählung bleibt offen' : 'the list is left open';
}
