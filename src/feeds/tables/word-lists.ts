import { classesAbove } from '../../model/index.ts';
import { actWords } from './act-words.generated.ts';
import { attackWords } from './attack-words.generated.ts';
import { objectWords } from './object-words.generated.ts';
import { outcomeWords } from './outcome-words.generated.ts';

/** Words of several languages for one code, with sentences that must and must not be recognised. */
export interface WordEntry {
  readonly code: string;
  /** A regular expression that begins at the beginning of a word and does not regard capitals. */
  readonly pattern: string;
  /** What takes the sentence out again. */
  readonly unless?: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

export type WordList = 'objects' | 'acts' | 'outcomes';

interface ReadyEntry {
  readonly code: string;
  readonly pattern: RegExp;
  readonly unless: RegExp | null;
}

const ready = (entries: readonly WordEntry[]): readonly ReadyEntry[] =>
  entries.map(({ code, pattern, unless }) => ({
    code,
    pattern: new RegExp(`(?<!\\p{L})(?:${pattern})`, 'iu'),
    unless: unless === undefined ? null : new RegExp(unless, 'iu'),
  }));

const objects = ready(objectWords);
const acts = ready(actWords);
const outcomes = ready(outcomeWords);
const attacks = ready(attackWords);

/** The beginning of a long text tells; a report of a day goes on to other things. */
const LOOKED_AT = 2_000;

const matches = ({ pattern, unless }: ReadyEntry, text: string): boolean => pattern.test(text) && !unless?.test(text);

/** Classes of objects named in sentences about an attack, without those that a finer one lies in. */
function findObjects(text: string): readonly string[] {
  const found = new Set<string>();
  for (const sentence of text.split(/(?<=[.!?…])\s+|\n+/)) {
    if (!attacks.some((entry) => matches(entry, sentence))) continue;
    for (const entry of objects) if (matches(entry, sentence)) found.add(entry.code);
  }
  const coarser = new Set([...found].flatMap((code) => [...classesAbove(code)].filter((above) => above !== code)));
  return [...found].filter((code) => !coarser.has(code));
}

/** Codes for the words of a text: every class of object, or the first act or outcome that is named. */
export function findWords(list: WordList, text: string): readonly string[] {
  const looked = text.slice(0, LOOKED_AT);
  if (list === 'objects') return findObjects(looked);
  const found = (list === 'acts' ? acts : outcomes).find((entry) => matches(entry, looked));
  return found ? [found.code] : [];
}
