import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { germanActs } from '../../lang/de/acts.ts';
import { matchReporting, reportingNoun } from '../../lang/de/reporting.ts';
import { attributiveParticiple, lookupVerb, separable } from '../../lang/de/verbs.ts';
import type { ActInput } from './classify-act.ts';
import { classifyAct } from './classify-act.ts';

const wordsOf = (text: string): string[] => text.match(/[\p{L}]+(?:-[\p{L}]+)*/gu) ?? [];

/** Reads a cue as the attribution engine would: the verb with its prefix from the rest of the sentence, else a noun. */
function entryOf(cue: string, sentence: string): ActInput['entry'] {
  const around = new Set(wordsOf(sentence).map((word) => word.toLowerCase()));
  // A prefix closes its clause; "zu" before an infinitive is none.
  const closing = new Set([...sentence.matchAll(/([\p{L}]+)(?=\s*(?:[,;:.–—)“»"]|$))/gu)].map((match) => match[1] ?? ''));
  const own = wordsOf(cue);
  const found: { act: NonNullable<ActInput['entry']>['act']; group: string; weight: number }[] = [];
  for (const word of own) {
    if (/^\p{Lu}/u.test(word) && word !== own[0]) continue;
    for (const form of [...lookupVerb(word), ...attributiveParticiple(word)]) {
      const prefixes = form.prefix
        ? [form.prefix]
        : (separable.get(form.lemma) ?? []).filter((prefix) => closing.has(prefix) || own.includes(prefix));
      for (const prefix of [...prefixes, '']) {
        const entry = matchReporting((form.prefix && !prefix ? form.prefix : prefix) + form.lemma, around);
        if (entry)
          found.push({ act: entry.act, group: entry.group, weight: entry.fixed.length * 3 + (prefix ? 2 : 0) + (entry.reflexive ? 1 : 0) });
      }
    }
  }
  found.sort((a, b) => b.weight - a.weight);
  if (found[0]) return found[0];
  for (const word of own) {
    const noun = reportingNoun(word);
    if (noun && !(noun.source && /^nach|^laut|zufolge$/i.test(cue))) return { act: noun.act, group: noun.group };
  }
  return null;
}

const input = (example: string): { entry: ActInput['entry']; content: string } => {
  const part = (mark: string): string =>
    [...example.matchAll(/\{(\w):([^}]*)\}/g)]
      .filter((found) => found[1] === mark)
      .map((found) => found[2])
      .join(' ');
  return { entry: entryOf(part('c'), `${part('c')}`), content: part('q') };
};
const read = (content: string, entry: ActInput['entry'] = { act: 'assert', group: 'de.say.plain' }, more: Partial<ActInput> = {}) =>
  classifyAct({ entry, content, form: 'indirect', negated: false, ...more }, germanActs);

describe('acts by content', () => {
  test.for(germanActs.rules.flatMap((rule) => rule.yes.map((example) => [example, rule] as const)))('%s', ([example, rule]) => {
    const { entry, content } = input(example);
    expect(read(content, entry)).toMatchObject({ act: rule.act, rule: rule.id });
  });

  test.for(germanActs.rules.flatMap((rule) => rule.no.map((example) => [example, rule] as const)))('not %s', ([example, rule]) => {
    const { entry, content } = input(example);
    expect(read(content, entry).rule).not.toBe(rule.id);
  });

  test('negation of consent is refusal, and is not mixed up with what is denied inside', () => {
    expect(read('dem Tausch', { act: 'agree', group: 'de.act.agree' }, { negated: true })).toMatchObject({
      act: 'reject',
      polarity: 'neg',
    });
    expect(read('es gebe keine Boote')).toMatchObject({ act: 'assert', polarity: 'neg', modality: ['negated'] });
  });

  test('modality', () => {
    expect(read('die Fähre werde am Montag ablegen').modality).toEqual(['future']);
    expect(read('die Fähre sei wohl gesunken')).toMatchObject({ hedged: true, modality: ['hedged'] });
    expect(read('man hätte die Fähre gehoben').modality).toEqual(['hypothetical']);
    expect(read('das Boot bleibe, wenn es friere').modality).toEqual(['conditional']);
    expect(read('Wer zahlt den Steg?')).toMatchObject({ act: 'doubt', modality: ['interrogative'] });
  });

  test('a medium reports a measure and does not announce it', () => {
    expect(read('die Fähre werde ablegen').act).toBe('announce');
    expect(read('die Fähre werde ablegen', undefined, { medium: true }).act).toBe('assert');
  });

  test('reads anything in time linear in its length', () => {
    const hostile = 'wenn nur erst '.repeat(200_000);
    const before = performance.now();
    read(hostile);
    read('\ud800\u0000„'.repeat(100_000));
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

const gold = new URL('../../../../shared/eval/gold/', import.meta.url);
interface GoldStatement {
  readonly quote: string;
  readonly start: number;
  readonly cue: string | null;
  readonly cue_start?: number;
  readonly act: string;
  readonly mode: string;
  readonly speaker: string;
}

describe.skipIf(!existsSync(gold))('on hand-made statements with cue and content given (skipped where ../shared is missing)', () => {
  test('act accuracy', () => {
    let right = 0;
    let all = 0;
    const misses: string[] = [];
    for (const file of readdirSync(gold).filter((name) => !name.startsWith('en'))) {
      const { statements, file: report } = JSON.parse(readFileSync(new URL(file, gold), 'utf8')) as {
        statements: GoldStatement[];
        file: string;
      };
      const text = readFileSync(new URL(report, gold), 'utf8');
      let previous: { speaker: string; act: ActInput['carried'] } | null = null;
      for (const stmt of statements) {
        const at = stmt.cue === null ? stmt.start : (stmt.cue_start ?? stmt.start);
        const from = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at)) + 1;
        const stop = text.slice(at).search(/[.!?](?=\s|$)/);
        const sentence = text.slice(from, stop < 0 ? text.length : at + stop);
        const entry = stmt.cue ? entryOf(stmt.cue, sentence) : null;
        const carried = stmt.cue === null && previous?.speaker === stmt.speaker ? previous.act : null;
        const result = classifyAct(
          {
            entry,
            content: stmt.quote,
            form: stmt.mode as ActInput['form'],
            negated: /\bnicht (?:mehr )?\S+$/.test(stmt.cue ?? ''),
            medium: stmt.speaker.startsWith('medium:'),
            ...(carried ? { carried } : {}),
          },
          germanActs,
        );
        all++;
        if (result.act === stmt.act) right++;
        else
          misses.push(
            `${file} ${stmt.act} <- ${result.act} (${entry?.group ?? '-'}, ${result.rule ?? '-'}) ${stmt.cue} | ${stmt.quote.slice(0, 90)}`,
          );
        previous = { speaker: stmt.speaker, act: result.act };
      }
    }
    if (process.env['MISSES']) process.stdout.write(`${right}/${all}\n${misses.join('\n')}\n`);
    expect(all).toBeGreaterThan(100);
    expect(right / all).toBeGreaterThanOrEqual(0.85);
  });
});
