import type { PackedPassage, Passage } from './passage.ts';
import { placeOf } from './passage-order.ts';

const framed = (codes: readonly string[]): string => (codes.length > 0 ? `|${codes.join('|')}|` : '');

/** Passages of a report as they are written; pure, so that a worker thread can do it. */
export function packPassages(home: string, passages: readonly Passage[]): readonly PackedPassage[] {
  return passages.map((passage) => ({
    ...passage,
    place: placeOf(passage.at, home, passage.id),
    words: passage.words.join(' '),
    extra: passage.extra.join(' '),
    speakers: framed(passage.speakers),
    holders: framed(passage.holders),
    elements: framed(passage.elements),
  }));
}
