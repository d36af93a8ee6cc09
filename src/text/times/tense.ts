import type { TimeGrammar } from '../../lang/time-entries.ts';
import type { Reading } from './readings.ts';
import { NUMBER, type Tokens, WORD } from './scan.ts';

/** Direction in which a weekday or a day without a year is looked for. */
export type Tense = 'past' | 'future' | null;

const CLAUSE_MARKS = new Set([',', ';', ':', '(', ')', '"', '„', '“', '”', '«', '»', '–']);
const SENTENCE_MARKS = new Set(['.', '!', '?', ';']);
// A clause longer than this is no clause; the limit also bounds the work per expression.
const REACH = 40;

/**
 * Tells the tense of the clause around tokens `[from, to)` from its finite verbs, and of the whole sentence where the
 * clause has none. Looks at most 40 tokens to either side.
 */
export function tenseAround(
  from: number,
  to: number,
  tokens: Tokens,
  readings: readonly (readonly Reading[])[],
  grammar: TimeGrammar,
): Tense {
  const clause = judge(bound(from, -1, CLAUSE_MARKS), bound(to - 1, 1, CLAUSE_MARKS));
  return clause ?? judge(bound(from, -1, SENTENCE_MARKS), bound(to - 1, 1, SENTENCE_MARKS));

  function word(at: number): string {
    return tokens.text.slice(tokens.starts[at], tokens.ends[at]);
  }

  function bound(at: number, direction: 1 | -1, marks: ReadonlySet<string>): number {
    let here = at;
    for (let n = 0; n < REACH; n++) {
      const next = here + direction;
      if (next < 0 || next >= tokens.starts.length) break;
      const mark = tokens.kinds[next] === WORD || tokens.kinds[next] === NUMBER ? '' : word(next);
      if (mark !== '' && marks.has(mark) && !(mark === '.' && endsNoSentence(next))) break;
      if (mark !== '' && SENTENCE_MARKS.has(mark) && !(mark === '.' && endsNoSentence(next))) break;
      here = next;
    }
    return here;
  }

  /** The dot of an ordinal or a short abbreviation. */
  function endsNoSentence(dot: number): boolean {
    if (dot === 0 || tokens.ends[dot - 1] !== tokens.starts[dot]) return false;
    const before = word(dot - 1);
    if (tokens.kinds[dot - 1] === NUMBER) return before.length < 3;
    return before.length <= 2;
  }

  function judge(first: number, last: number): Tense {
    let future = false;
    let planned = false;
    let past = false;
    let present = false;
    let be = false;
    let participle = false;
    let weakPast = false;
    for (let i = first; i <= last; i++) {
      if (tokens.kinds[i] !== WORD) continue;
      let told = false;
      for (const reading of readings[i] ?? []) {
        if (reading.class !== 'tense') continue;
        told = true;
        if (reading.value === 'future') future = true;
        else if (reading.value === 'planned') planned = true;
        else if (reading.value === 'past') past = true;
        else if (reading.value === 'present') present = true;
        else be = true;
      }
      if (told) continue;
      const surface = word(i);
      const first = surface.charAt(0);
      if (surface.length < 5 || first !== first.toLowerCase()) continue;
      const known = (readings[i]?.length ?? 0) > 0;
      const led = (readings[i - 1] ?? []).some((r) => r.class === 'det' || r.class === 'prep');
      // "-te" ends verbs and adjectives alike, so it speaks only where nothing else does.
      if (
        !known &&
        !led &&
        !surface.startsWith(grammar.participle.prefix) &&
        grammar.pastEndings.some((ending) => surface.endsWith(ending))
      )
        weakPast = true;
      if (surface.startsWith(grammar.participle.prefix) && grammar.participle.endings.some((ending) => surface.endsWith(ending)))
        participle = true;
    }
    if (planned) return 'future';
    if (future) return past && !present ? 'past' : 'future';
    if (past) return 'past';
    if (be && participle) return 'past';
    if (present) return 'future';
    return weakPast ? 'past' : null;
  }
}
