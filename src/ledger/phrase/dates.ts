import type { Both } from '../../model/index.ts';
import { durationOf } from '../instant.ts';

const MONTHS: Readonly<Record<'de' | 'en', readonly string[]>> = {
  de: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** A date in words with just the precision it has; what is no date stays as it is. */
export function dateInWords(date: string, language: 'de' | 'en'): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?(?:Z|[+-]\d{2}:?\d{2}|T[A-Z]{2,})?$/.exec(date);
  if (!found) return date;
  const [, year, month, day, time] = found;
  const name = month === undefined ? '' : `${MONTHS[language][Number(month) - 1] ?? month} `;
  const number = day === undefined ? '' : language === 'de' ? `${Number(day)}. ` : `${Number(day)} `;
  const zone = /(Z|[+-]\d{2}:?\d{2})$/.exec(date.slice(10))?.[1];
  const clock =
    time === undefined ? '' : `, ${time}${language === 'de' ? ' Uhr' : ''}${zone ? ` (${zone === 'Z' ? 'UTC' : `UTC${zone}`})` : ''}`;
  return `${number}${name}${year}${clock}`;
}

const UNITS: Readonly<Record<string, { readonly one: Both; readonly many: Both }>> = {
  Y: { one: { de: 'Jahr', en: 'year' }, many: { de: 'Jahre', en: 'years' } },
  M: { one: { de: 'Monat', en: 'month' }, many: { de: 'Monate', en: 'months' } },
  W: { one: { de: 'Woche', en: 'week' }, many: { de: 'Wochen', en: 'weeks' } },
  D: { one: { de: 'Tag', en: 'day' }, many: { de: 'Tage', en: 'days' } },
  H: { one: { de: 'Stunde', en: 'hour' }, many: { de: 'Stunden', en: 'hours' } },
};

/** An ISO 8601 duration in words; what is none stays as it is. */
export function durationInWords(iso: string, language: 'de' | 'en'): string {
  if (durationOf(iso) === null) return iso;
  const parts = [...iso.matchAll(/(\d+)([YMWDH])/g)].map(([, count, unit]) => {
    const names = UNITS[unit ?? ''];
    return `${count} ${(Number(count) === 1 ? names?.one : names?.many)?.[language] ?? unit}`;
  });
  return parts.join(language === 'de' ? ' und ' : ' and ');
}
