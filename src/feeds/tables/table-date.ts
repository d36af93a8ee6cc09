import { reportDate } from '../report-date.ts';
import type { DateForm } from './table-mapping.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');

/** A date column of a data frame or spreadsheet carries a midnight that nobody stated. */
const MIDNIGHT = /[ T]00:00(?::00(?:[.,]0+)?)?$/;

const FORMS: Readonly<Record<DateForm, (value: string) => string | null>> = {
  iso: (value) => (/^\d{4}$/.test(value) ? value : reportDate(value.replace(MIDNIGHT, ''))),
  yyyymmdd: (value) => {
    const found = /^(\d{4})(\d{2})(\d{2})$/.exec(value);
    return found ? reportDate(`${found[1]}-${found[2]}-${found[3]}`) : null;
  },
  'dd.mm.yyyy': (value) => (/^\d{1,2}\./.test(value) ? reportDate(value) : null),
  'dd/mm/yyyy': (value) => {
    const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
    return found ? reportDate(`${found[3]}-${two(found[2])}-${two(found[1])}`) : null;
  },
  'mm/dd/yyyy': (value) => {
    const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
    return found ? reportDate(`${found[3]}-${two(found[1])}-${two(found[2])}`) : null;
  },
  'd month yyyy': (value) => {
    const found = /^(\d{1,2})[ -](\p{L}{3,9})[ -](\d{4})$/u.exec(value);
    const month = MONTHS.findIndex((name) => name.startsWith(found?.[2]?.toLowerCase() ?? '-'));
    return found && month >= 0 ? reportDate(`${found[3]}-${two(String(month + 1))}-${two(found[1])}`) : null;
  },
  epoch: (value) => {
    const found = /^(\d{9,10})(?:\.\d+)?$/.exec(value);
    return found ? `${new Date(Number(found[1]) * 1000).toISOString().slice(0, 16)}Z` : null;
  },
};

/** Reads a date in the first of the forms given that fits; null if it fits none or the calendar has no such day. */
export function tableDate(value: string, forms: readonly DateForm[]): string | null {
  for (const form of forms) {
    const date = FORMS[form](value.trim());
    if (date !== null) return date;
  }
  return null;
}

/** Moves a day by whole days. */
export function movedDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a date lies wholly before another, at the precision of the coarser one. */
export function isBefore(a: string, b: string): boolean {
  if (a.includes('T') && b.includes('T')) return Date.parse(a) < Date.parse(b);
  const length = Math.min(a.split('T')[0]?.length ?? 0, b.split('T')[0]?.length ?? 0);
  return a.slice(0, length) < b.slice(0, length);
}
