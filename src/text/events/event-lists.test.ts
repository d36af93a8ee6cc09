import { describe, expect, test } from 'vitest';
import { germanEvents } from '../../lang/de/events.generated.ts';
import { germanRegions } from '../../lang/de/regions.generated.ts';
import { englishEvents } from '../../lang/en/events.generated.ts';
import { englishRegions } from '../../lang/en/regions.generated.ts';
import type { EventEntry } from '../../lang/event-entries.ts';
import { knownUnits } from '../../model/administrative-units.ts';
import { ACT_CODES, type Annotation, makeReport } from '../../model/index.ts';
import { annotate } from '../pipeline.ts';

const read = (text: string, language: string): Annotation => annotate(makeReport('example', text, { date: '2025-03-20', language }));

/** Whether the entry did in the sentence what its kind is for. */
function applies({ code, kind }: EventEntry, text: string, language: string): boolean {
  const { events, claims } = read(text, language);
  const told = events.filter(({ polarity, general }) => polarity === 'pos' && !general);
  switch (kind) {
    case 'verb':
    case 'noun':
      return told.some(({ rule }) => rule.endsWith(`.${code}`));
    case 'weapon':
      return told.some(({ act }) => act === code);
    case 'claim':
      return claims.some(({ rule }) => rule.endsWith(`.${code}`));
    case 'reference':
      return claims.some(({ about }) => about === code);
    case 'tells':
      return told.length > 0;
    case 'general':
      return events.every(({ general }) => general);
    case 'unreal':
      return events.length === 0;
    case 'negation':
      return told.length === 0;
  }
}

/** Kinds that take events away: there the counterexample is a sentence in which nothing is taken, because nothing stands there. */
const TAKES_AWAY: ReadonlySet<EventEntry['kind']> = new Set(['general', 'unreal', 'negation']);

describe.each([
  ['de', germanEvents],
  ['en', englishEvents],
] as const)('event words: %s', (language, entries) => {
  test('every code stands once in its kind, and every act is one of the ontology', () => {
    const keys = entries.map(({ kind, code }) => `${kind} ${code}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { act } of entries) if (act !== undefined) expect(ACT_CODES).toContain(act);
  });

  describe.each(entries.map((entry) => [`${entry.kind} ${entry.code}`, entry] as const))('%s', (_name, entry) => {
    test.each(entry.yes)('applies in %s', (text) => {
      expect(applies(entry, text, language)).toBe(true);
    });
    if (!TAKES_AWAY.has(entry.kind)) {
      test.each(entry.no)('does not in %s', (text) => {
        expect(applies(entry, text, language)).toBe(false);
      });
    }
  });
});

describe.each([
  ['de', germanRegions],
  ['en', englishRegions],
] as const)('region words: %s', (_language, regions) => {
  test('every region is a unit with an outline and stands once', () => {
    const codes = regions.map(({ code }) => code);
    const known = new Set(knownUnits().map(({ code }) => code));
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('no name stands for two regions', () => {
    const names = regions.flatMap(({ match }) =>
      match.filter((pattern) => !pattern.includes(' ')).flatMap((pattern) => pattern.split('|')),
    );
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
