import type { Annotation, Report } from '../model/index.ts';

/**
 * Reads one report: noise → sentences → tokens → quotations → clauses → times and quantities → actors and concepts →
 * attribution → discourse → statements. Each stage is a pure function; this file is the list of them.
 */
export function annotate(report: Report): Annotation {
  return {
    report: report.key,
    sentences: [],
    statements: [],
    silences: [],
    glosses: [],
    times: [],
    quantities: [],
    mentions: [],
    noise: [],
    rejected: [],
    notices: [],
    discourse: [],
  };
}
