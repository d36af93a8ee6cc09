import type { CompoundParts } from '../../lang/compound-parts.ts';

/** Parts shorter than this are endings and prefixes, not words that somebody looks for. */
const SHORTEST_FIRST = 4;
const SHORTEST_HEAD = 3;

/** Splits a word in small letters into the parts that can be looked for by themselves; empty if it is no compound. */
export type CompoundSplitter = (word: string) => readonly string[];

/** Prepares the splitting of compounds; the longest head is taken first, and a first part may be a compound again. */
export function makeCompoundSplitter({ heads: list, joints, never }: CompoundParts): CompoundSplitter {
  const heads = new Set(list.trim().split(/\s+/));
  const whole = new Set(never);
  const longest = Math.max(...[...heads].map((head) => head.length));

  const split = (word: string): readonly string[] => {
    if (whole.has(word)) return [];
    for (let length = Math.min(longest, word.length - SHORTEST_FIRST); length >= SHORTEST_HEAD; length--) {
      const head = word.slice(-length);
      if (!heads.has(head)) continue;
      const first = withoutJoint(word.slice(0, -length));
      return [first, head, ...split(first), ...split(head)];
    }
    return [];
  };

  /** "sicherheits" is "sicherheit" and a joint; a joint is cut only where what is left is a head, so that "waffen" stays. */
  const withoutJoint = (first: string): string => {
    if (heads.has(first)) return first;
    for (const joint of joints) {
      const bare = first.endsWith(joint) ? first.slice(0, -joint.length) : '';
      if (bare.length >= SHORTEST_FIRST && heads.has(bare)) return bare;
    }
    return first;
  };
  return split;
}
