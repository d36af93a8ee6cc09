import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultRegistry, findActors, type Referent, resolveSpeaker } from './index.ts';

// Annotated reports that stand beside the project; they are measured against and never shipped.
const folder = new URL('../../../../shared/eval/', import.meta.url).pathname;

interface Gold {
  readonly file: string;
  readonly date: string;
  readonly language: string;
  readonly statements: readonly { readonly start: number; readonly speaker_text: string | null; readonly speaker: string }[];
}

const same = (name: string): string => {
  const key = name
    .toLowerCase()
    .replace(/weiss/g, 'weiß')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return key.startsWith('anonym') ? 'anonymous' : key;
};

/** Resolves every annotated noun phrase with nothing but the names before it as context. */
function measure(language: string): { right: number; all: number; misses: string[] } {
  const registry = defaultRegistry();
  const result = { right: 0, all: 0, misses: [] as string[] };
  for (const name of readdirSync(`${folder}gold`).sort()) {
    const gold = JSON.parse(readFileSync(`${folder}gold/${name}`, 'utf8')) as Gold;
    if (gold.language !== language) continue;
    const text = readFileSync(`${folder}gold/${gold.file}`, 'utf8');
    const mentions = findActors(text, registry, gold.date);
    const recent: Referent[] = [];
    let at = 0;
    for (const statement of [...gold.statements].sort((a, b) => a.start - b.start)) {
      if (statement.speaker_text === null) continue;
      const key = statement.speaker_text.toLowerCase();
      const place = text.indexOf(statement.speaker_text, Math.max(0, statement.start - 250));
      for (; at < mentions.length && (mentions[at]?.span.start ?? 0) < (place < 0 ? statement.start : place); at++) {
        const mention = mentions[at];
        const actor = mention ? registry.actor(mention.actor) : null;
        if (mention && actor)
          recent.push({
            actor: actor.id,
            name: actor.name,
            gender: actor.gender ?? null,
            kind: actor.kind,
            holder: actor.holder ?? null,
            at: mention.span.start,
          });
      }
      const found = resolveSpeaker(statement.speaker_text, { date: gold.date, recent });
      for (const referent of found.referents) recent.push({ ...referent, at: statement.start });
      if (registry.functions.get('pronoun')?.has(key) || registry.functions.get('source')?.has(key)) continue;
      result.all++;
      const want = statement.speaker.split('+').map(same).sort().join(' + ');
      const got = found.speakers
        .map((speaker) => same(speaker.name))
        .sort()
        .join(' + ');
      if (want === got) result.right++;
      else
        result.misses.push(
          `${name} ${statement.speaker_text} -> ${found.speakers.map((speaker) => speaker.name).join(' + ')}, not ${statement.speaker}`,
        );
    }
  }
  return result;
}

describe.skipIf(!existsSync(`${folder}gold`))('speakers of the annotated reports', () => {
  test('at least 92 of 100 German noun phrases that are no pronouns resolve to the annotated speaker', () => {
    const { right, all, misses } = measure('de');
    expect(right / all, `${right} of ${all}\n${misses.join('\n')}`).toBeGreaterThanOrEqual(0.92);
  });
});
