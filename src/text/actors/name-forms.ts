import type { InstitutionEntry, StateEntry } from '../../lang/actors/index.ts';
import type { Actor } from '../../model/index.ts';

const ENDINGS = ['e', 'en', 'er', 'es', 'em'];
const PARTICLES = new Set(['von', 'van', 'der', 'de', 'la', 'al', 'el', 'bin', 'di', 'da', 'den']);

/** The names an actor is known by; a person also by surname, with the particle that belongs to it. */
export function actorNames(actor: Actor): readonly string[] {
  const full = new Set(Object.values(actor.names).flat());
  full.add(actor.name);
  if (actor.kind !== 'person') return [...full];
  for (const name of [...full]) {
    const parts = name.split(' ');
    let from = parts.length - 1;
    if (from < 1 || (parts[from] ?? '').length < 3) continue;
    full.add(
      parts
        .slice(from)
        .join(' ')
        .replace(/^(?:al|el|as|ar)-/iu, ''),
    );
    while (from > 1 && PARTICLES.has((parts[from - 1] ?? '').toLowerCase())) from--;
    full.add(parts.slice(from).join(' '));
  }
  return [...full];
}

/** Every declined form of a name as keys: adjectives before the noun in five endings, the last word with -s, -es, -n. */
export function declined(keys: readonly string[], person: boolean): readonly (readonly string[])[] {
  const last = keys.at(-1);
  if (last === undefined) return [];
  const ends = [last, `${last}s`];
  if (/[sxzß]$/.test(last)) ends.push(`${last}es`);
  else if (!person && /(?:haus|amt|rat|bund|dienst|kreuz|stab|halbmond|kongress)$/.test(last)) ends.push(`${last}es`);
  if (!person && /(?:e|er|el|en)$/.test(last)) ends.push(`${last}n`);
  let fronts: string[][] = [[]];
  keys.slice(0, -1).forEach((key, i) => {
    const stem = /^(.{3,}?)e[nrsm]?$/.exec(key)?.[1];
    const forms = person || i > 1 || stem === undefined ? [key] : [...new Set([key, ...ENDINGS.map((ending) => stem + ending)])];
    fronts = fronts.flatMap((front) => forms.map((form) => [...front, form]));
  });
  return fronts.flatMap((front) => ends.map((end) => [...front, end]));
}

/** The forms of a German noun; too many are made, which harms nothing in a look-up. */
export function nounForms(noun: string): readonly string[] {
  const forms = [noun, `${noun}s`, `${noun}es`, `${noun}n`, `${noun}en`, `${noun}e`];
  if (noun.endsWith('in')) forms.push(`${noun}nen`);
  if (noun.endsWith('um')) forms.push(`${noun.slice(0, -2)}en`);
  return forms;
}

/** An adjective in the nominative without article: "russisches" before a neuter noun. */
export function strongForm(adjective: string, gender: 'f' | 'm' | 'n' | 'pl'): string {
  return adjective + { f: 'e', m: 'er', n: 'es', pl: 'e' }[gender];
}

/** The genitive of a state with its article: "der Ukraine", "Israels". */
export function genitiveOf(state: StateEntry): string {
  return state.genitive ?? (/[sxz]$/.test(state.name) ? `von ${state.name}` : `${state.name}s`);
}

/** The canonical name of a state's institution: "Regierung des Libanon", "israelische Armee", "US-Armee". */
export function derivedName(state: StateEntry, institution: InstitutionEntry): string {
  const noun = institution.nouns[0] ?? institution.code;
  if (institution.code === 'government' || institution.gender === 'pl') return `${noun} ${genitiveOf(state)}`;
  if (state.prefix) return state.prefix + noun;
  return `${strongForm(state.adjectives[0] ?? state.name, institution.gender)} ${noun}`;
}
