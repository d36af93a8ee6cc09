import { german } from '../lang/de/index.ts';
import type { Annotation, Report } from '../model/index.ts';
import { analyse } from './analyse.ts';
import { findCandidates } from './attribution/find-candidates.ts';
import { buildStatements } from './discourse/build-statements.ts';
import { findMentions } from './mentions/index.ts';

/**
 * Reads one report: noise → sentences → tokens → quotations → clauses → times and quantities → actors and concepts →
 * attribution → discourse → statements. Each stage is a pure function; this file is the list of them.
 */
export function annotate(report: Report): Annotation {
  const { text, date } = report;
  const language = german;
  const { analyses, notices } = analyse(text, language);
  const sentences = analyses.map((analysis) => ({ analysis, candidates: findCandidates(analysis) }));
  const act = (candidate: { readonly lemma: string }) => language.reportingVerb(candidate.lemma)?.act ?? 'assert';
  const { statements, rejected, discourse } = buildStatements(sentences, { report: report.key, date, language, act });
  return {
    report: report.key,
    sentences: analyses.map(({ sentence }) => ({ start: sentence.start, end: sentence.end })),
    statements,
    silences: [],
    glosses: [],
    times: [],
    quantities: [],
    mentions: findMentions(text, report.language),
    noise: [],
    rejected,
    notices,
    discourse,
  };
}
