import type { SvoVerb, SvoWords } from '../../lang/svo-entries.ts';

/** One word or mark of a sentence; positions count in the whole text. */
export interface SvoToken {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly word: boolean;
  readonly capital: boolean;
}

/** The lexicon of a language with fixed word order, compiled once. */
export interface SvoLexicon {
  readonly code: string;
  readonly verbs: ReadonlyMap<string, SvoVerb>;
  readonly in: (list: keyof Omit<SvoWords, 'source'>, lower: string) => boolean;
  readonly sources: readonly (readonly string[])[];
  readonly participleEndings: readonly string[];
}

const TOKEN = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'&.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*\.?|\p{N}+(?:[.,:]\p{N}+)*|[^\s\p{L}\p{N}]/gu;

export function compileSvo(code: string, verbs: readonly SvoVerb[], words: SvoWords): SvoLexicon {
  const byForm = new Map<string, SvoVerb>();
  for (const verb of verbs) for (const form of verb.forms.split(/\s+/)) byForm.set(form, verb);
  const sets = new Map<string, ReadonlySet<string>>();
  for (const [name, list] of Object.entries(words)) if (typeof list === 'string') sets.set(name, new Set(list.split(/\s+/)));
  return {
    code,
    verbs: byForm,
    in: (list, lower) => sets.get(list)?.has(lower) ?? false,
    sources: words.source.map((source) => source.split(' ')),
    participleEndings: words.participleEndings.split(/\s+/),
  };
}

/** The tokens of a stretch of text; a final full stop is a mark of its own unless it belongs to an initial or "Mr.". */
export function splitSvo(text: string, from: number, to: number): SvoToken[] {
  const tokens: SvoToken[] = [];
  TOKEN.lastIndex = from;
  for (let found = TOKEN.exec(text); found && found.index < to; found = TOKEN.exec(text)) {
    let form = found[0].slice(0, to - found.index);
    const start = found.index;
    if (form.length > 1 && form.endsWith('.') && !/^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Gov|St|(?:\p{L}\.)+\p{L})\.$/u.test(form)) {
      form = form.slice(0, -1);
      TOKEN.lastIndex = start + form.length;
    }
    const letter = form.charAt(0);
    const word = /[\p{L}\p{N}]/u.test(letter);
    tokens.push({ start, end: start + form.length, lower: form.toLowerCase(), word, capital: word && letter !== letter.toLowerCase() });
  }
  return tokens;
}
