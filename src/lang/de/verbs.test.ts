import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countVerbs, guessVerb, lookupVerb, separable } from './verbs.ts';

const read = (form: string): string[] =>
  lookupVerb(form).map(({ lemma, prefix, mood, persons }) => `${prefix ? `${prefix}+` : ''}${lemma} ${mood} ${persons.join(',')}`.trim());

describe('the German verb list', () => {
  test('holds at least 1,500 verbs', () => {
    expect(countVerbs()).toBeGreaterThanOrEqual(1500);
  });

  test.for([
    ['mitgeteilt', 'mit+teilen participle2'],
    ['mitzuteilen', 'mit+teilen zu_infinitive'],
    ['mitteilte', 'mit+teilen indicative 1s,3s'],
    ['teilte', 'teilen indicative 1s,3s'],
    ['habe', 'haben subjunctive1 1s,3s'],
    ['seien', 'sein subjunctive1 1p,3p'],
    ['hätte', 'haben subjunctive2 1s,3s'],
    ['könnte', 'können subjunctive2 1s,3s'],
    ['müsste', 'müssen subjunctive2 1s,3s'],
    ['müßte', 'müssen subjunctive2 1s,3s'],
    ['muß', 'müssen indicative 1s,3s'],
    ['weiss', 'wissen indicative 1s,3s'],
    ['gäbe', 'geben subjunctive2 1s,3s'],
    ['fände', 'finden subjunctive2 1s,3s'],
    ['stünde', 'stehen subjunctive2 1s,3s'],
    ['schliesse', 'schließen subjunctive1 1s,3s'],
    ['läßt', 'lassen indicative 2s,3s'],
    ['arbeitet', 'arbeiten indicative 3s,2p'],
    ['zeichnet', 'zeichnen indicative 3s,2p'],
    ['öffne', 'öffnen subjunctive1 1s,3s'],
    ['sammle', 'sammeln subjunctive1 1s,3s'],
    ['fordere', 'fordern subjunctive1 1s,3s'],
    ['lädst', 'laden indicative 2s'],
    ['Verteilt', 'verteilen participle2'],
    ['unterzeichnet', 'unterzeichnen participle2'],
    ['widersprochen', 'widersprechen participle2'],
    ['anerkannt', 'an+erkennen participle2'],
    ['zurückgewiesen', 'zurück+weisen participle2'],
    ['übereingekommen', 'überein+kommen participle2'],
    ['vorbereitet', 'vor+bereiten participle2'],
    ['kritisiert', 'kritisieren participle2'],
    ['gebetet', 'beten participle2'],
  ] as const)('%s is %s', ([form, expected]) => {
    expect(read(form)).toContain(expected);
  });

  test('knows what it does not know', () => {
    expect(lookupVerb('Waffenruhe')).toEqual([]);
    expect(lookupVerb('\ud800')).toEqual([]);
    expect(read('vergeteilt')).toEqual([]);
  });

  test('every listed verb is found by its infinitive, in the order of the list', () => {
    const first = lookupVerb('gefallen').map((form) => form.lemma);
    for (const [lemma, prefixes] of separable) {
      expect(
        lookupVerb(lemma).some((form) => form.mood === 'infinitive'),
        lemma,
      ).toBe(true);
      for (const prefix of prefixes) {
        const found = lookupVerb(prefix + lemma).some((form) => form.prefix === prefix && form.lemma === lemma);
        expect(found, prefix + lemma).toBe(true);
      }
    }
    expect(lookupVerb('GEFALLEN').map((form) => form.lemma)).toEqual(first);
  });

  test('lists the separable prefixes of a verb', () => {
    expect(separable.get('teilen')).toContain('mit');
    expect(separable.get('lehnen')).toContain('ab');
  });

  test('guesses regular endings, small letters only, and says so', () => {
    expect(guessVerb('gefaxelt')).toMatchObject([{ lemma: 'faxelen', mood: 'participle2', guess: true }]);
    expect(guessVerb('exemplifizierte')).toMatchObject([{ lemma: 'exemplifizieren', tense: 'past', guess: true }]);
    expect(guessVerb('Seite')).toEqual([]);
    expect(guessVerb('oft')).toEqual([]);
  });
});

const treebank = new URL('../../../../shared/eval/de_gsd-ud-dev.conllu', import.meta.url);

describe.skipIf(!existsSync(treebank))('on a treebank never used to make it (skipped where ../shared is missing)', () => {
  const rows = existsSync(treebank)
    ? readFileSync(treebank, 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .filter((row) => row[3] === 'VERB' || row[3] === 'AUX')
    : [];

  test('covers the verb tokens', () => {
    const known = rows.filter((row) => lookupVerb(row[1] ?? '').length > 0);
    expect(rows.length).toBeGreaterThan(1000);
    expect(known.length / rows.length).toBeGreaterThanOrEqual(0.97);
  });

  test('gives a subjunctive for every token marked so', () => {
    const marked = rows.filter((row) => row[5]?.includes('Mood=Sub'));
    const right = marked.filter((row) => lookupVerb(row[1] ?? '').some((form) => form.mood.startsWith('subjunctive')));
    expect(marked.length).toBeGreaterThan(50);
    expect(right.length / marked.length).toBeGreaterThanOrEqual(0.98);
  });
});
