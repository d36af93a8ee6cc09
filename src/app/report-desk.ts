import { knownAt, momentOf } from '../ledger/index.ts';
import type { Audience } from '../model/index.ts';
import { type ReportPeriod, reportNumber, reportPeriod } from '../report/daily/index.ts';
import { makeCache } from './cache.ts';
import { type MadeDailyReport, makeDailyReport } from './daily.ts';
import type { IncidentMaterial } from './incident-desk.ts';
import type { Material } from './read-book.ts';

/** When a day ends for its report, unless a desk says otherwise. */
const CUT_OFF = '18:00';
const ZONE = 'Europe/Kyiv';
/** Reports kept at once; each holds a book. */
const REPORTS = 12;
const DAY_MS = 86_400_000;

/** The daily reports of a desk, made as they are asked for. */
export interface ReportDesk {
  /** Days by whose cut-off something became known that was not known the day before, ascending, as far as they are over. */
  readonly days: (now: string) => readonly string[];
  /** The report of a day; null where there is no such day, or it is not over: an embargo is measured at the cut-off. */
  readonly report: (date: string, profile: Audience, now: string) => MadeDailyReport | null;
}

const periodOf = (date: string): ReportPeriod | null => reportPeriod(date, CUT_OFF, ZONE);
const isOver = ({ until }: ReportPeriod, now: string): boolean => (momentOf(until) ?? 0) <= (momentOf(now) ?? 0);

/** The day in whose report something that became known then stands: the next one where it came after the cut-off. */
function dayOf(known: string): string | null {
  const date = known.slice(0, 10);
  const period = periodOf(date);
  if (period === null) return null;
  if ((knownAt(known) ?? 0) <= (momentOf(period.until) ?? 0)) return date;
  return new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) + DAY_MS).toISOString().slice(0, 10);
}

/** Makes the daily reports of a desk over material that has been read. */
export function makeReportDesk(material: Material, incidents: IncidentMaterial): ReportDesk {
  const kept = makeCache<MadeDailyReport>(REPORTS);
  const { reports, overrides, editors, names, replies, secret, decisions, gaps, matches } = incidents;
  const known = [...material.reports.map(({ date }) => date), ...reports.map(({ knownFrom }) => knownFrom)];
  const days = [...new Set(known.flatMap((one) => (one === null ? [] : (dayOf(one) ?? []))))].sort();
  const gate = Object.fromEntries(Object.entries({ overrides, editors, names, replies, secret }).filter(([, part]) => part !== undefined));
  return {
    days: (now) =>
      days.filter((date) => {
        const period = periodOf(date);
        return period !== null && isOver(period, now);
      }),
    report: (date, profile, now) => {
      const period = periodOf(date);
      if (period === null || !isOver(period, now)) return null;
      return kept(`${date}|${profile}`, () =>
        makeDailyReport(material, reports, {
          period,
          number: reportNumber(date),
          profile,
          ...(decisions ? { decisions } : {}),
          ...(gaps ? { gaps } : {}),
          ...(matches ? { matches } : {}),
          gate,
        }),
      );
    },
  };
}
