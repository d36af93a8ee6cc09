import { german } from '../lang/de/index.ts';
import { english } from '../lang/en/index.ts';
import type { Language } from '../lang/language.ts';
import type { Annotation, Report } from '../model/index.ts';
import { classifyAct, findConditions } from './acts/index.ts';
import { analyse } from './analyse.ts';
import { findCandidates } from './attribution/find-candidates.ts';
import { buildStatements } from './discourse/build-statements.ts';
import { findSilences } from './discourse/find-silences.ts';
import { findEvents } from './events/find-events.ts';
import { findMentions } from './mentions/index.ts';
import { compileNoise, compilePatterns, findNoise, findSentences } from './noise/index.ts';
import { findQuantities } from './quantities/index.ts';
import { completeStatements } from './statement-details/index.ts';
import { annotateSvo, makeSvoReader } from './svo/annotate-svo.ts';
import { findTimes } from './times/index.ts';

const compile = (language: Language) => ({
  language,
  noise: compileNoise(language.noise),
  glosses: compilePatterns(language.glosses, true),
  silences: compilePatterns(language.silences, false),
});
const GERMAN: ReturnType<typeof compile> = compile(german);
/** Languages with fixed word order, which need no clause parser. */
const SVO = new Map([english].map((language) => [language.code, makeSvoReader(language)]));

/**
 * Reads one report: noise → sentences → tokens → quotations → clauses → times and quantities → actors and concepts →
 * attribution → discourse → statements → their details → events. Each stage is a pure function; this file is the list of them.
 */
export function annotate(report: Report): Annotation {
  const svo = SVO.get(report.language);
  if (svo) return annotateSvo(report, svo);
  const { text, date } = report;
  const { language, ...patterns } = GERMAN;
  const noise = findNoise(text, patterns.noise);
  const { analyses, notices } = analyse(text, language, noise);
  const sentences = analyses.map(({ sentence }) => ({ start: sentence.start, end: sentence.end }));
  const glosses = findSentences(text, sentences, patterns.glosses);
  const silent = findSentences(text, sentences, patterns.silences);
  const times = findTimes(text, language.times, date);
  const quantities = findQuantities(text, language.times, times);
  const mentions = findMentions(text, report.language, date);
  const candidates = analyses.map((analysis) => ({ analysis, candidates: findCandidates(analysis) }));
  const acts = language.acts;
  const {
    statements: built,
    rejected,
    discourse,
  } = buildStatements(candidates, {
    report: report.key,
    date,
    language,
    act: (input) => classifyAct(input, acts),
    conditions: (content) => findConditions(text, content, acts),
    apart: [...glosses, ...silent],
  });
  const statements = completeStatements(built, { text, date, analyses, mentions, times });
  const silences = findSilences(analyses, silent, date);
  const { events, claims } = findEvents({ text, language, analyses, mentions, times, statements });
  return {
    report: report.key,
    sentences,
    statements,
    silences,
    glosses,
    times,
    quantities,
    mentions,
    events,
    claims,
    noise,
    rejected,
    notices,
    discourse,
  };
}
