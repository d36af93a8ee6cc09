/**
 * A name as it is compared: small letters without accents or apostrophes, words apart by one space. The script stays, since
 * names are listed in each script they are written in.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼʹ′`´]/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Endings that Ukrainian and Russian adjectives and nouns take by case; й and ї have lost their marks by then. */
const ADJECTIVE = /(?<=[сцз]ь?к|н)(?:ого|ому|ими|ыми|им|ым|их|ых|ои|ом|ем|ею|ою|ая|ую|ое|ие|ые|ии|ыи|а|у|е|і|и)$/u;
const NOUN = /(?:ами|ями|ами|ові|еві|ом|ем|ов|ів|ев|ах|ях|ою|ею|[аеиоуыюяієь]{1,2})$/u;

/** The words of a name or text without the endings that case adds, so that a name is found where a sentence bends it. */
export function stemmedWords(text: string): readonly string[] {
  const normal = normaliseName(text);
  return normal === '' ? [] : normal.split(' ').map(stemOf);
}

/** One normalised word without its ending of case; its first three letters always stay. */
export function stemOf(word: string): string {
  if (word.length < 5 || !/^\p{Script=Cyrillic}+$/u.test(word)) return word;
  const adjective = word.replace(ADJECTIVE, '');
  const stem = adjective === word ? word.replace(NOUN, '') : adjective;
  return stem.length < 3 ? word : stem;
}
