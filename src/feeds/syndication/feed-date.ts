import { reportDate } from '../report-date.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const RFC_822 =
  /^(?:[a-z]{2,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::\d{2})?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?)?/i;
/** Names of zones that RFC 822 knows, and those that feeds of the region write. */
const ZONES: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  BST: '+01:00',
};

/** The date of an entry, in the form of RSS (`Tue, 18 Mar 2025 19:30:00 +0100`) or of Atom; null if it is none. Its offset stays. */
export function feedDate(stated: string | undefined): string | null {
  if (stated === undefined) return null;
  const value = stated.trim();
  const found = RFC_822.exec(value);
  if (!found) return reportDate(value);
  const [, day = '', name = '', year = '', hour, minute, zone = 'Z'] = found;
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const date = `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (hour === undefined || minute === undefined) return reportDate(date);
  const offset = /^[+-]/.test(zone) ? zone : (ZONES[zone.toUpperCase()] ?? 'Z');
  return reportDate(`${date}T${hour.padStart(2, '0')}:${minute}${offset}`);
}
