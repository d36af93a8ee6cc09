import type { Mention } from '../../model/index.ts';
import type { ConceptHit } from './match-concepts.ts';
import type { Word } from './split-words.ts';

/** A condition shorter than this in words runs on over the next comma ("wenn, wie vereinbart, der Norden abzieht"). */
const SHORTEST = 4;
const LONGEST = 40;

/** Every conditional clause as a whole: `reciprocity` where it asks the same of another, `preconditions` otherwise. */
export function findConditionClauses(words: readonly Word[], hits: readonly ConceptHit[]): readonly Mention[] {
  const likewise = new Set(hits.filter((hit) => hit.entry.code === 'likewise').map((hit) => hit.from));
  const onlyIf = new Set(hits.filter((hit) => hit.entry.code === 'only_if').map((hit) => hit.from));
  const clauses: Mention[] = [];
  let coveredTo = 0;
  for (const hit of hits) {
    if (hit.entry.code !== 'if' || hit.from < coveredTo) continue;
    const opener = words[hit.from];
    if (!opener?.opensClause && !opener?.opensSentence && !onlyIf.has(hit.from - 1)) continue;
    const from = onlyIf.has(hit.from - 1) && !words[hit.from]?.opensSentence ? hit.from - 1 : hit.from;
    let to = hit.to;
    let mutual = false;
    for (; to < words.length && to - hit.from < LONGEST; to++) {
      const word = words[to];
      if (!word || word.opensSentence || (word.opensClause && to - hit.from >= SHORTEST)) break;
      if (likewise.has(to)) mutual = true;
    }
    coveredTo = to;
    const span = { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
    clauses.push({ span, kind: 'element', code: mutual ? 'reciprocity_clause' : 'condition_clause', rule: 'mention.condition-clause' });
  }
  return clauses;
}
