import { findByAdverbials } from './adverbial-rules.ts';
import type { Analysis } from './analysis.ts';
import type { Candidate } from './candidate.ts';
import { findCited } from './cited-rules.ts';
import { findFragments } from './fragment-rules.ts';
import { findByMarks, findOrphanQuotes } from './mark-rules.ts';
import { findByNouns } from './noun-rules.ts';
import { findByVerbs } from './verb-rules.ts';

/** All candidates of one sentence, in the order of their cues. */
export function findCandidates(analysis: Analysis): Candidate[] {
  const found = [...findByVerbs(analysis), ...findByAdverbials(analysis), ...findByMarks(analysis)];
  found.push(...findByNouns(analysis, found));
  found.push(...findOrphanQuotes(analysis, found));
  found.push(...findCited(analysis, found));
  found.push(...findFragments(analysis, found));
  return found.sort((a, b) => (a.cue[0]?.start ?? a.content[0]?.start ?? 0) - (b.cue[0]?.start ?? b.content[0]?.start ?? 0));
}
