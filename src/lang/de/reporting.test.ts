import { describe, expect, test } from 'vitest';
import {
  matchReporting,
  reportingEntries,
  reportingGroups,
  reportingNoun,
  reportingNounGroups,
  reportingSenses,
  reportingVerb,
  sourcePatterns,
} from './reporting.ts';
import { lookupVerb } from './verbs.ts';

const parts = (example: string, mark: string): string[] =>
  [...example.matchAll(/\{(\w):([^}]*)\}/g)].filter((m) => m[1] === mark).map((m) => m[2] ?? '');
const plain = (example: string): string => example.replace(/\{\w:([^}]*)\}/g, '$1');

/** Every infinitive the words of a cue may be a form of, a prefix elsewhere in the cue joined. */
function lemmasOf(cue: string): Set<string> {
  const words = cue.match(/[\p{L}]+/gu) ?? [];
  const out = new Set<string>();
  for (const word of words) {
    for (const form of lookupVerb(word)) {
      out.add((form.prefix ?? '') + form.lemma);
      for (const other of words) out.add(other.toLowerCase() + form.lemma);
    }
  }
  return out;
}

describe('the reporting lexicon', () => {
  test('holds at least 350 expressions, every verb of which is in the verb list', () => {
    expect(reportingEntries.length).toBeGreaterThanOrEqual(350);
    const unknown = reportingEntries.filter(
      ({ lemma }) => !lookupVerb(lemma).some((form) => form.mood === 'infinitive' && (form.prefix ?? '') + form.lemma === lemma),
    );
    expect(unknown.map((entry) => entry.lemma)).toEqual([]);
  });

  test.for(reportingGroups.flatMap((group) => group.yes.map((example) => [example, group.id] as const)))('%s shows %s', ([example, id]) => {
    const lemmas = lemmasOf(parts(example, 'c').join(' '));
    const found = [...lemmas].flatMap((lemma) => reportingSenses(lemma)).map((entry) => entry.group);
    expect(found).toContain(id);
    expect(parts(example, 'q').join('').length).toBeGreaterThan(0);
  });

  test.for(reportingNounGroups.flatMap((group) => group.yes.map((example) => [example, group.id] as const)))(
    '%s shows %s',
    ([example, id]) => {
      const nouns =
        parts(example, 'c')
          .join(' ')
          .match(/[\p{L}-]+/gu) ?? [];
      expect(nouns.map((word) => reportingNoun(word)?.group)).toContain(id);
    },
  );

  test('every group, noun and source has examples for and against, and no example is marked where it must not be', () => {
    for (const group of [...reportingGroups, ...reportingNounGroups, ...sourcePatterns]) {
      expect(group.yes.length, group.id).toBeGreaterThan(0);
      expect(group.no.length, group.id).toBeGreaterThan(0);
      for (const example of group.no) expect(plain(example)).toBe(example);
    }
  });

  test('finds the sense by the words beside the verb', () => {
    expect(matchReporting('stellen', new Set(['in', 'aussicht']))?.act).toBe('promise');
    expect(matchReporting('stellen', new Set(['regal']))).toBeUndefined();
    expect(matchReporting('bestehen', new Set(['darauf']))?.group).toBe('de.say.stress');
    expect(matchReporting('einigen', new Set(['sich']))?.act).toBe('agree');
    expect(matchReporting('einigen', new Set())).toBeUndefined();
    expect(matchReporting('annehmen', new Set(), 'clause')?.group).toBe('de.think.conclude');
    expect(matchReporting('annehmen', new Set(), 'object')?.act).toBe('agree');
    expect(reportingVerb('mitteilen')?.layer).toBe('speech');
    expect(reportingVerb('zustimmen')?.layer).toBe('act');
    expect(reportingVerb('kochen')).toBeUndefined();
  });

  test('reads compounds of reporting nouns', () => {
    expect(reportingNoun('US-Vorschlags')).toMatchObject({ noun: 'Vorschlag', modifier: 'US', act: 'propose' });
    expect(reportingNoun('Militärangaben')).toMatchObject({ noun: 'Angabe', modifier: 'Militär', source: true });
    expect(reportingNoun('Vorschlägen')).toMatchObject({ noun: 'Vorschlag', modifier: null });
    expect(reportingNoun('vorschlag')).toBeUndefined();
    expect(reportingNoun('Hafen')).toBeUndefined();
  });
});
