import type { Language } from '../../lang/language.ts';
import type { SvoLanguage } from '../../lang/svo-entries.ts';
import { indexWords } from '../../lang/words.ts';
import type { Annotation, Report } from '../../model/index.ts';
import type { Analysis } from '../attribution/analysis.ts';
import { buildStatements } from '../discourse/build-statements.ts';
import { findSvoEvents } from '../events/svo-events.ts';
import { findMentions } from '../mentions/index.ts';
import { findQuantities } from '../quantities/index.ts';
import { findQuotations } from '../quotes.ts';
import { findSentences } from '../sentences.ts';
import { findTimes } from '../times/index.ts';
import { actOf } from './act-of.ts';
import { findSvoCandidates, findSvoSubject } from './find-candidates.ts';
import { compileSvo, type SvoLexicon } from './sentence-words.ts';

/** A language with fixed word order made ready, once a program. */
export interface SvoReader {
  readonly language: SvoLanguage;
  readonly lexicon: SvoLexicon;
  /** What the shared stages ask of a language; the lists that only the clause parser needs stay empty. */
  readonly shared: Language;
}

export function makeSvoReader(language: SvoLanguage): SvoReader {
  return {
    language,
    lexicon: compileSvo(language.code, language.verbs, language.words),
    shared: {
      code: language.code,
      words: indexWords(language.sentenceWords),
      lookupVerb: () => [],
      reportingVerb: () => undefined,
      reportingNoun: () => undefined,
      times: language.times,
      noise: [],
      glosses: [],
      silences: [],
      acts: {
        rules: [],
        words: { openers: [], negations: [], hedges: [], questions: [], future: [], conditions: [] },
        lookupVerb: () => [],
      },
      rules: new Map(),
    },
  };
}

/** Reads one report of a language with fixed word order; the stages are those of `annotate`, without the clause parser. */
export function annotateSvo(report: Report, { language, lexicon, shared }: SvoReader): Annotation {
  const { text, date } = report;
  const { quotations, notices } = findQuotations(text);
  const times = findTimes(text, language.times, date);
  const quantities = findQuantities(text, language.times, times);
  const mentions = findMentions(text, report.language, date);
  let next = 0;
  const sentences = findSentences(text, quotations, shared.words).map((sentence, index) => {
    while ((quotations[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
    let stop = next;
    while ((quotations[stop]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) stop++;
    const fragments = quotations.slice(next, stop);
    const span = { start: sentence.start, end: sentence.end };
    const subject = findSvoSubject(text, span, lexicon);
    const analysis: Analysis = {
      text,
      language: shared,
      sentence,
      index,
      tokens: [],
      clauses: [],
      fragments,
      ...(subject ? { subject } : {}),
    };
    const candidates = findSvoCandidates({ text, span, index, headline: sentence.headline, quotations: fragments }, lexicon);
    return { analysis, candidates };
  });
  const { statements, rejected, discourse } = buildStatements(sentences, {
    report: report.key,
    date,
    language: shared,
    act: (input) => actOf(input, lexicon),
    conditions: () => [],
    apart: [],
  });
  const spans = sentences.map(({ analysis }) => ({ start: analysis.sentence.start, end: analysis.sentence.end }));
  return {
    report: report.key,
    sentences: spans,
    statements,
    silences: [],
    glosses: [],
    times,
    quantities,
    mentions,
    ...findSvoEvents({ text, language: report.language, sentences: spans, mentions, times, statements }),
    noise: [],
    rejected,
    notices,
    discourse,
  };
}
