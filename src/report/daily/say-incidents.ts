import type { DailyReport, IncidentRow, RowVerdict } from './daily-report-data.ts';
import type { DailyView, ReportTable } from './daily-view.ts';
import type { Line, ReportWords } from './report-words.ts';

/** Incidents that are printed; all of them are in the JSON form. */
export const INCIDENTS_SHOWN = 100;

/**
 * The tables of incidents: what is known of each with its verdicts under the agreement most of them bear on, then the verdicts
 * alone under each further agreement that an incident may fall under.
 */
export function sayIncidents(report: DailyReport, words: ReportWords): readonly ReportTable[] {
  const { incidents, agreements } = report;
  const { daily, titleOf, sideOf } = words;
  if (incidents.length === 0) return [];
  const { table } = daily;
  const concerned = agreements.filter((agreement) => agreement.concerned);
  const [main = agreements[0], ...further] = concerned;
  const rows = incidents.slice(0, INCIDENTS_SHOWN);
  const holders = main?.holders ?? [];
  const shown = incidents.length > rows.length ? [table.shown(rows.length, incidents.length)] : [];
  return [
    {
      caption: table.caption(main === undefined ? null : titleOf(main.id)),
      columns: [
        table.number,
        table.when,
        table.where,
        table.what,
        table.charge,
        table.grade,
        ...holders.map((code) => table.reading(sideOf(code))),
      ],
      rows: rows.map((row) => ({
        id: `i${row.number}`,
        cells: [
          [{ text: String(row.number) }, ...(row.status === 'updated' ? [{ text: table.updated, soft: true }] : [])],
          whenOf(row, words),
          whereOf(row, words),
          whatOf(row, words),
          chargeOf(row, words),
          [{ text: `${row.grade.source}${row.grade.information}` }, { text: table.occurrence[row.occurrence.level], soft: true }],
          ...holders.map((holder) => [verdictLine(row.verdicts, main?.id ?? '', holder, words)]),
        ],
      })),
      note: [...shown, table.legend].join(' '),
    },
    ...further.map(({ id, holders: own }) => ({
      caption: table.caption(titleOf(id)),
      columns: [table.number, table.when, table.where, ...own.map((code) => table.reading(sideOf(code)))],
      rows: rows.map((row) => ({
        id: null,
        cells: [
          [{ text: String(row.number), row: row.number }],
          whenOf(row, words),
          whereOf(row, words),
          ...own.map((holder) => [verdictLine(row.verdicts, id, holder, words)]),
        ],
      })),
      note: null,
    })),
  ];
}

/** Agreements that halt something and under which no incident of the report falls, in one sentence. */
export function sayOtherAgreements(
  { incidents, agreements }: DailyReport,
  { daily, messages, titleOf }: ReportWords,
): DailyView['otherAgreements'] {
  const [first, ...rest] = agreements;
  const others = (agreements.some(({ concerned }) => concerned) ? [first, ...rest] : rest).flatMap((agreement) =>
    agreement === undefined || agreement.concerned ? [] : [titleOf(agreement.id)],
  );
  if (incidents.length === 0 || others.length === 0) return null;
  const [open, close] = messages.quotes[0];
  return daily.table.otherAgreements(messages.list(others.map((title) => `${open}${title}${close}`)));
}

function whenOf({ from, to }: IncidentRow, { daily, span }: ReportWords): readonly Line[] {
  return [{ text: span(from, to) || daily.table.noDate }];
}

function whereOf({ place }: IncidentRow, { daily, messages, placeName, nameOf }: ReportWords): readonly Line[] {
  const claims = place.claimedBy.filter((code) => code !== place.territory);
  return [
    { text: placeName(place) || daily.table.noPlace },
    ...(claims.length > 0 ? [{ text: daily.table.claims(messages.list(claims.map(nameOf))), soft: true }] : []),
  ];
}

function whatOf({ objects, act, maybeSame }: IncidentRow, { daily, objectsName, nameOf }: ReportWords): readonly Line[] {
  return [
    { text: objectsName(objects) || daily.table.noObject },
    { text: nameOf(act), soft: true },
    ...(maybeSame.length > 0 ? [{ text: daily.table.maybeSame(daily.rows(maybeSame)), soft: true }] : []),
  ];
}

function chargeOf({ attribution, notes, denialNotes }: IncidentRow, { daily, messages, nameOf }: ReportWords): readonly Line[] {
  const { table } = daily;
  const { to, by, deniedBy, level } = attribution;
  const list = (codes: readonly string[]): string => messages.list(codes.map(nameOf));
  const denied = deniedBy.length > 0 ? [{ text: table.deniedBy(list(deniedBy)), notes: denialNotes, soft: true }] : [];
  const [first] = to;
  if (first === undefined) return [{ text: table.nobodyCharged, notes }, ...denied];
  if (to.length > 1) return [{ text: `${table.mutual}: ${list(to)}`, notes }, ...denied];
  if (level === 'admitted_by_party') return [{ text: table.admitted(nameOf(first)), notes }, ...denied];
  return [{ text: table.charged(nameOf(first), list(by)), notes }, ...denied];
}

function verdictLine(verdicts: readonly RowVerdict[], agreement: string, holder: string, { daily }: ReportWords): Line {
  const found = verdicts.find((entry) => entry.agreement === agreement && entry.holder === holder);
  const { table } = daily;
  if (!found) return { text: table.verdict.reading_unknown, sign: '◐' };
  const { verdict, open } = found;
  if (verdict === 'covered') return { text: table.verdict.covered, sign: '●' };
  if (verdict !== 'indeterminate' && verdict !== 'reading_unknown') return { text: table.verdict[verdict], sign: '○' };
  const bare = table.verdict.indeterminate;
  return { text: open.length === 0 ? table.verdict[verdict] : `${bare}: ${open.map((step) => table.open[step]).join(', ')}`, sign: '◐' };
}
