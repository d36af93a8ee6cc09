import { datePartsOf } from '../../i18n/calendar.ts';
import type { DailyMessages, SideWords } from '../../i18n/daily/messages.ts';
import type { Messages } from '../../i18n/index.ts';
import { unitName } from '../../model/administrative-units.ts';
import { type IncidentPlace, isNamedState, isPlural, labelOf, stateInSentence } from '../../model/index.ts';
import type { DailyReport } from './daily-report-data.ts';

/** A piece of text with the sources it rests on and a short mark in front of it. */
export interface Line {
  readonly text: string;
  readonly notes?: readonly number[];
  /** One of the signs that let a table be read at a glance; the words always say the same. */
  readonly sign?: '●' | '○' | '◐';
  /** Leads to the row of this number. */
  readonly row?: number;
  /** Language of the words, where it may be another than the report's. */
  readonly language?: string;
  /** Said more quietly than the first line of a cell. */
  readonly soft?: boolean;
}

/** Everything that putting a report into words looks up. */
export interface ReportWords {
  readonly messages: Messages;
  readonly daily: DailyMessages;
  readonly nameOf: (code: string) => string;
  readonly sideOf: (code: string) => SideWords;
  readonly titleOf: (agreement: string) => string;
  readonly placeName: (place: Pick<IncidentPlace, 'territory' | 'admin1'>) => string;
  /** Start and end of an event in few characters. */
  readonly span: (from: string | null, to: string | null) => string;
  readonly objectsName: (objects: readonly string[]) => string;
}

/** The names of a report's sides, agreements, places and classes in one language. */
export function namesIn(report: DailyReport, messages: Messages): Omit<ReportWords, 'messages' | 'daily'> {
  const language = messages.code;
  const holders = new Map(report.holders.map(({ code, name }) => [code, name[language]]));
  const titles = new Map(report.agreements.map(({ id, title }) => [id, title[language]]));
  const nameOf = (code: string): string => {
    if (code === 'narration') return messages.ui.narrationOf;
    return holders.get(code) ?? messages.concept[code] ?? (isNamedState(code) ? stateInSentence(code, language) : labelOf(code, language));
  };
  const sideOf = (code: string): SideWords => {
    const name = nameOf(code);
    if (!isNamedState(code)) return { name, subject: name, object: name, plural: false };
    return {
      name,
      subject: stateInSentence(code, language, 'nominative'),
      object: stateInSentence(code, language, 'accusative'),
      plural: isPlural(code),
    };
  };
  const oneDay = (value: string): string => {
    const parts = datePartsOf(value);
    const day = messages.day(value, true);
    return parts?.time == null ? day : `${day} ${parts.time}${parts.zone === null ? '' : ` ${parts.zone}`}`;
  };
  return {
    nameOf,
    sideOf,
    titleOf: (agreement) => titles.get(agreement) ?? agreement,
    placeName: ({ territory, admin1 }) => {
      const state = territory === null ? null : nameOf(territory);
      if (admin1 === null) return state ?? '';
      return state === null ? unitName(admin1, language) : `${unitName(admin1, language)}, ${state}`;
    },
    span: (from, to) => {
      if (from === null) return to === null ? '' : `– ${oneDay(to)}`;
      if (to === null) return oneDay(from);
      const [first, last] = [datePartsOf(from), datePartsOf(to)];
      const areDays = first?.time === null && last?.time === null && first.day !== null && last.day !== null;
      // "4–5 Apr", "4.–5.4.": the month is said once.
      const start = areDays && first.month === last.month ? `${first.day}${language === 'de' ? '.' : ''}` : oneDay(from);
      return `${start}–${oneDay(to)}`;
    },
    objectsName: (objects) => objects.map((code) => labelOf(code, language)).join(' / '),
  };
}

/** The date of a source without seconds. */
export function sourceDate(date: string, messages: Messages): string {
  return messages.date(date);
}
