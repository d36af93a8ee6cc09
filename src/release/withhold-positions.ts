import { WITHHELD, type Withheld } from './names/withhold-names.ts';

const NUMBER = String.raw`[-+−]?\d{1,3}(?:[.,]\d{2,})`;
const HEMISPHERE = String.raw`(?:\s*°)?\s*[NSEWOНЅСЮВЗ]?\b`;

/**
 * Ways in which a text tells a position: two decimal numbers in a row ("48.512, 35.021", "lat=48.51&lon=35.02"), degrees with minutes,
 * a grid reference (MGRS), a plus code. A price or a share is one number alone and stays.
 */
const POSITIONS: readonly RegExp[] = [
  new RegExp(String.raw`${NUMBER}${HEMISPHERE}[\s,;/|]{1,4}(?:[a-z]{2,9}\s*[=:]\s*)?${NUMBER}(?:\s*°)?(?:\s*[NSEWO]\b)?`, 'giu'),
  new RegExp(String.raw`\b(?:lat|latitude|breite|широта)\w*\W{1,3}${NUMBER}\D{1,20}${NUMBER}`, 'giu'),
  /\d{1,3}\s*°\s*\d{1,2}(?:[.,]\d+)?\s*['′’](?:\s*\d{1,2}(?:[.,]\d+)?\s*(?:["″”]|''))?(?:\s*[NSEWO]\b)?/giu,
  /\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{4}\s?\d{4}|\d{5}\s?\d{5}|\d{3}\s?\d{3}|\d{2}\s?\d{2})\b/gu,
  /\b[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}\b/giu,
];

/** Takes out of a text whatever tells a position. */
export function withholdPositions(text: string): Withheld {
  let count = 0;
  let kept = text;
  for (const pattern of POSITIONS) {
    kept = kept.replace(pattern, () => {
      count++;
      return WITHHELD;
    });
  }
  return { text: kept, count };
}
