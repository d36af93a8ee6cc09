import type { Site } from '../../model/index.ts';
import { normaliseName, stemmedWords, stemOf } from '../places/normalise-name.ts';
import { siteWords } from './site-words.generated.ts';

/** Names of sites as a tree of words, for finding them in texts of any length. */
export interface SiteNames {
  /** Numbers of the sites that a text names, in the order of the sites. */
  findIn(text: string): readonly number[];
}

interface Step {
  readonly next: Map<string, Step>;
  readonly sites: number[];
}

const KIND_WORDS: ReadonlySet<string> = new Set(siteWords.flatMap((word) => [normaliseName(word), ...stemmedWords(word)]));

/**
 * A name that can be looked for in a text: two words or more, one of them its own. A single word is as often the town or the
 * region as the site that is called after it.
 */
function isTelling(words: readonly string[]): boolean {
  return words.length > 1 && words.some((word) => word.length > 3 && !KIND_WORDS.has(word) && !/^\d+$/.test(word));
}

/** Lays the names of sites out for {@link SiteNames.findIn}. */
export function indexNames(sites: readonly Site[]): SiteNames {
  const root: Step = { next: new Map(), sites: [] };
  sites.forEach(({ names }, at) => {
    for (const name of names) {
      const words = stemmedWords(name);
      if (!isTelling(words)) continue;
      let step = root;
      for (const word of words) {
        const known = step.next.get(word);
        const next: Step = known ?? { next: new Map(), sites: [] };
        if (!known) step.next.set(word, next);
        step = next;
      }
      if (!step.sites.includes(at)) step.sites.push(at);
    }
  });
  // Most words of a text begin no name: their first letters tell, and spare the search for an ending.
  const beginnings = new Set([...root.next.keys()].map(beginningOf));
  return {
    findIn(text) {
      if (beginnings.size === 0) return [];
      const words = normaliseName(text).split(' ');
      const found = new Set<number>();
      for (let start = 0; start < words.length; start++) {
        if (!beginnings.has(beginningOf(words[start] ?? ''))) continue;
        let step: Step | undefined = root;
        for (let at = start; step && at < words.length; at++) {
          step = step.next.get(stemOf(words[at] ?? ''));
          for (const site of step?.sites ?? []) found.add(site);
        }
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}

const beginningOf = (word: string): string => word.slice(0, 3);
