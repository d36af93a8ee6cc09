import type { Report, Span } from '../../model/index.ts';
import { BookFailure } from '../../store/index.ts';

/** Places that are listed where words stand more than once. */
const MOST_LISTED = 12;
const MOST_WORDS = 60;

/** Every place of some words in a text, from left to right; places may overlap. */
export function placesOf(text: string, words: string): readonly Span[] {
  const places: Span[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push({ start: at, end: at + words.length });
  return places;
}

/**
 * The one place of some words in a report. Nothing is guessed: words that are not there letter by letter are refused, and those that
 * stand there several times are, unless it is said which (`occurrence`, from 1).
 */
export function locateWords({ key, text }: Pick<Report, 'key' | 'text'>, words: string, occurrence?: number): Span {
  const places = placesOf(text, words);
  const shown = words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
  const [only] = places;
  if (only === undefined) throw new BookFailure('TB_ANCHOR_NOT_FOUND', { words: shown, report: key });
  if (occurrence === undefined && places.length === 1) return only;
  const chosen = occurrence === undefined ? undefined : places[occurrence - 1];
  if (chosen) return chosen;
  const listed = places.slice(0, MOST_LISTED).map(({ start, end }, at) => `${at + 1}: ${start}–${end}`);
  const more = places.length > MOST_LISTED ? ', …' : '';
  throw new BookFailure('TB_ANCHOR_SEVERAL', { words: shown, report: key, count: String(places.length), places: listed.join(', ') + more });
}
