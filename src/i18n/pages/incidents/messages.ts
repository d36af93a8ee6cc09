import type { Verdict } from '../../../model/index.ts';

/** Words of the pages on incidents and compliance. */
export interface IncidentPageMessages {
  readonly title: string;
  readonly published: (files: number, folder: string) => string;
  /** Heading count: "61 of 120 incidents". */
  readonly shown: (shown: string, all: string) => string;
  readonly lead: string;
  readonly none: string;
  readonly noneAtAll: string;
  readonly lag: (hours: number, completeBefore: string) => string;
  readonly coarse: string;
  readonly why: string;

  readonly filter: {
    readonly heading: string;
    readonly from: string;
    readonly to: string;
    readonly time: string;
    readonly times: Readonly<Record<'event' | 'intake', string>>;
    readonly said: string;
    readonly accused: string;
    readonly object: string;
    readonly region: string;
    readonly occurrence: string;
    readonly grade: string;
    readonly agreement: string;
    readonly reading: string;
    readonly verdict: string;
    readonly any: string;
    readonly apply: string;
    readonly clear: string;
    readonly active: string;
    readonly without: (what: string) => string;
  };

  readonly list: {
    readonly heading: (count: string) => string;
    readonly when: string;
    readonly where: string;
    readonly what: string;
    readonly who: string;
    readonly known: string;
    readonly reading: (holder: string) => string;
    readonly noDay: string;
    readonly noObject: string;
    /** Days of an event whose day is not certain, in few words: "18–19 March 2025". */
    readonly span: (from: string, to: string, day: (date: string) => string) => string;
    readonly more: (from: number, to: number, of: string) => string;
    readonly next: string;
    readonly previous: string;
    readonly legend: string;
  };

  /** What stands between or after the names of sides: "X accuses Y", "X admits it". */
  readonly accuses: string;
  readonly admits: string;
  readonly denies: string;
  readonly mutual: string;
  readonly nobodyAccused: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly verdictNote: string;

  readonly one: {
    readonly title: (what: string, where: string, when: string) => string;
    readonly claimedBy: string;
    readonly versions: string;
    readonly versionsNote: string;
    readonly nothing: (side: string) => string;
    readonly othersReport: string;
    readonly known: (date: string) => string;
    readonly statement: string;
    readonly address: string;
    readonly wordsWithheld: string;
    readonly occurrence: string;
    readonly attribution: string;
    readonly grade: string;
    readonly coverage: string;
    readonly apart: string;
    readonly groups: (count: number) => string;
    readonly means: (means: string) => string;
    readonly gradeText: (source: string, information: string) => string;
    readonly gradeOf: Readonly<Record<'source' | 'information', string>>;
    readonly attributionBy: (by: string, to: string) => string;
    readonly coverageNone: string;
    readonly gap: (side: string, from: string, to: string) => string;
    readonly allSides: string;
    readonly readings: string;
    readonly readingNone: string;
    readonly steps: string;
    readonly version: (number: number, of: number) => string;
    readonly replies: string;
    readonly replyOf: (side: string) => string;
    readonly same: string;
    readonly sameNote: string;
    readonly maybe: string;
    readonly decided: (by: string, at: string, why: string) => string;
    readonly map: string;
    readonly back: string;
  };

  readonly compliance: {
    readonly title: string;
    readonly lead: string;
    readonly noScore: string;
    readonly agreement: string;
    readonly reading: string;
    readonly readingOf: (holder: string) => string;
    readonly period: (from: string, to: string) => string;
    readonly earlier: string;
    readonly later: string;
    readonly summary: string;
    readonly now: string;
    readonly before: (from: string, to: string) => string;
    readonly accused: string;
    readonly nobody: string;
    readonly byDay: (holder: string) => string;
    readonly verdict: Readonly<Record<'covered' | 'outside' | 'open', string>>;
    readonly grade: Readonly<Record<'corroborated' | 'one_origin' | 'unverified', string>>;
    readonly day: string;
    readonly uncertain: string;
    readonly gaps: string;
    readonly gap: (side: string) => string;
    readonly noGap: string;
    readonly total: string;
    readonly none: string;
    readonly legend: string;
    readonly sources: string;
    readonly sourcesOf: (side: string, count: number) => string;
    readonly noSide: string;
  };
}
