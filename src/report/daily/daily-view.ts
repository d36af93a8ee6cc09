import { type Messages, messagesFor, topicsFor } from '../../i18n/index.ts';
import type { DailyReport } from './daily-report-data.ts';
import { type Line, namesIn, type ReportWords, sourceDate } from './report-words.ts';
import { sayChanges } from './say-changes.ts';
import { sayExchanges } from './say-exchanges.ts';
import { sayFindings } from './say-findings.ts';
import { sayIncidents, sayOtherAgreements } from './say-incidents.ts';
import { sayLimits } from './say-limits.ts';

/** A table whose first cell of each row heads the row. */
export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Cells of lines: the first line is what a reader looks for, the others say more. */
  readonly rows: readonly { readonly id: string | null; readonly cells: readonly (readonly Line[])[] }[];
  readonly note: string | null;
}

/** A daily report in the words of one language, in the order of its pages; HTML and Markdown say the same. */
export interface DailyView {
  readonly report: DailyReport;
  readonly messages: Messages;
  readonly words: ReportWords;
  readonly title: string;
  readonly day: string;
  readonly agreements: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly findings: readonly string[];
  readonly changes: readonly { readonly heading: string | null; readonly lines: readonly Line[]; readonly more: string | null }[];
  readonly incidents: readonly ReportTable[];
  readonly otherAgreements: string | null;
  readonly exchanges: ReportTable | null;
  readonly limits: readonly Line[];
  readonly regions: ReportTable | null;
  readonly notes: readonly { readonly number: number; readonly text: string; readonly url: string | null }[];
  readonly card: {
    readonly release: readonly { readonly label: string; readonly value: string }[];
    readonly transforms: readonly string[];
    readonly balance: readonly string[];
  };
}

/** Puts a report into words. */
export function dailyView(report: DailyReport, language: 'de' | 'en'): DailyView {
  const messages = messagesFor(language);
  const { daily } = topicsFor(language);
  const words: ReportWords = { messages, daily, ...namesIn(report, messages) };
  const concerned = report.agreements.filter((agreement) => agreement.concerned);
  const titled = concerned.length > 0 ? concerned : report.agreements.slice(0, 1);
  return {
    report,
    messages,
    words,
    title: daily.numbered(report.number),
    day: messages.date(report.period.date),
    agreements: titled.length === 0 ? null : titled.map(({ title }) => title[language]).join(' · '),
    facts: factsOf(report, words),
    findings: sayFindings(report, words),
    changes: sayChanges(report, words),
    incidents: sayIncidents(report, words),
    otherAgreements: sayOtherAgreements(report, words),
    exchanges: sayExchanges(report, words),
    limits: sayLimits(report, words),
    regions: regionsOf(report, words),
    notes: report.notes.map(({ number, source, title, date, url }) => ({
      number,
      text: [source, title, date === null ? daily.notes.noDate : sourceDate(date, messages)].filter((part) => part !== null).join(', '),
      url,
    })),
    card: cardOf(report, words),
  };
}

function factsOf(
  { period, profile, embargoHours, holders, card }: DailyReport,
  { messages, daily, nameOf }: ReportWords,
): DailyView['facts'] {
  const { head } = daily;
  const dayBefore = new Date(Date.parse(`${period.date}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const at = (day: string): string => messages.date(`${day}T${period.cutOff}`);
  const hasLag = Object.values(embargoHours).some((hours) => hours !== 0);
  const named = (role: 'party' | 'broker'): string =>
    messages.list(holders.filter((holder) => holder.role === role).map(({ code }) => nameOf(code)));
  return [
    {
      label: head.period,
      value: head.periodOf(at(dayBefore), at(period.date), zoneText(period.zone, period.date, period.cutOff, period.until)),
    },
    { label: head.for, value: daily.audience[profile] },
    {
      label: head.lag,
      value: hasLag
        ? `${head.lagOf(embargoHours, head.hours)}; ${head.completeBefore(messages.date(card.lag.completeBefore))}`
        : head.noLag,
    },
    ...(holders.length > 0 ? [{ label: head.columns, value: head.columnsOf(named('party'), named('broker')) }] : []),
    { label: head.release, value: card.id },
  ];
}

/** "Europe/Kyiv (UTC+2)". */
function zoneText(zone: string, date: string, cutOff: string, until: string): string {
  const [hours = 0, minutes = 0] = cutOff.split(':').map(Number);
  const ahead = (Date.parse(`${date}T00:00Z`) + (hours * 60 + minutes) * 60_000 - Date.parse(until)) / 60_000;
  if (zone === 'UTC' && ahead === 0) return 'UTC';
  const rest = Math.abs(ahead) % 60;
  return `${zone} (UTC${ahead < 0 ? '−' : '+'}${Math.floor(Math.abs(ahead) / 60)}${rest === 0 ? '' : `:${rest}`})`;
}

function regionsOf({ regions }: DailyReport, { daily, placeName }: ReportWords): ReportTable | null {
  if (regions.length === 0) return null;
  const { map } = daily;
  return {
    caption: map.caption,
    columns: [map.region, map.incidents, map.numbers],
    rows: regions.map(({ territory, admin1, rows }) => ({
      id: null,
      cells: [[{ text: placeName({ territory, admin1 }) }], [{ text: String(rows.length) }], [{ text: daily.rows(rows) }]],
    })),
    note: null,
  };
}

function cardOf({ card }: DailyReport, { daily, messages, nameOf }: ReportWords): DailyView['card'] {
  const { transforms, balance } = card;
  const sources = Object.entries(balance.sourcesBySide).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    release: [
      { label: daily.card.release, value: `${card.id}, ${messages.date(card.createdAt)}` },
      { label: daily.card.hash, value: card.sha256 },
      ...(card.corrects === null
        ? []
        : [{ label: daily.card.corrects, value: [card.corrects, card.correctionNote].filter((part) => part !== null).join(': ') }]),
    ],
    transforms: transforms.map(({ kind, rule, count }) => `${daily.card.transform[kind]}: ${daily.card.times(count)} (${rule})`),
    balance: [
      ...sources.map(([side, count]) => daily.card.sources(side === '' || side === 'none' ? null : nameOf(side), count)),
      daily.card.curated(balance.curatedShare),
    ],
  };
}
