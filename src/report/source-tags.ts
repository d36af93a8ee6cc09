import type { Dossier } from '../model/index.ts';

/**
 * Short names for reports in cells: what stands before the first `-` or `_` of the key where that tells them all apart
 * ("03" of "03-telefonat"), else their number in the list of sources.
 */
export function sourceTags(reports: Dossier['reports']): ReadonlyMap<string, string> {
  const beginnings = reports.map(({ key }) => /^[^\s_.-]+/.exec(key)?.[0] ?? key);
  const telling = new Set(beginnings).size === reports.length && beginnings.every((text) => text.length <= 6);
  return new Map(reports.map(({ key }, i) => [key, telling ? (beginnings[i] ?? key) : String(i + 1)]));
}

/** True if all dated reports are of one year, which then need not be repeated at every date. */
export function isOfOneYear(reports: readonly { readonly date: string | null }[]): boolean {
  return new Set(reports.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 4)]))).size <= 1;
}
