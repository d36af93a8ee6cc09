import type { Messages, Topics } from '../i18n/index.ts';
import { unitName } from '../model/administrative-units.ts';
import type { CountRange, Dossier, GradeReason, Incident, IncidentReport, ReleasedBook } from '../model/index.ts';
import { type CountKey, type Counts, countsOf, periodOf } from '../monitor/index.ts';
import { entryMaker } from './entries.ts';
import { type Paint, plain } from './paint.ts';
import { printable, shortened } from './printable.ts';
import { hanging, wrapped } from './text/wrap.ts';

/** What the list of incidents is printed with. */
export interface IncidentsOptions {
  readonly messages: Messages;
  readonly topics: Topics;
  readonly width?: number;
  readonly paint?: Paint;
}

const COUNTED: readonly CountKey[] = ['side', 'class', 'day', 'information'];

/** The incidents of a released book: what is claimed of each side by side, how it is graded and why, and every verdict. */
export function renderIncidentsText(book: ReleasedBook, dossier: Dossier, options: IncidentsOptions): string {
  const { messages, topics, width = 100, paint = plain } = options;
  const { incidents: words, grades } = topics.monitor;
  const maker = entryMaker(dossier, messages, null);
  const byId = new Map(book.reports.map((report) => [report.id, report]));
  const titles = new Map(dossier.agreements.map(({ agreement }) => [agreement.id, agreement.title[messages.code]]));
  const because = ({ code, values }: GradeReason): string => grades.reason[code]?.(values) ?? code;
  const day = (date: string): string => messages.date(date);
  const whenOf = ({ from, to }: Incident): string =>
    from === null ? words.unknownTime : to === null ? day(from) : `${day(from)} – ${day(to)}`;
  const whereOf = ({ place }: Incident): string => {
    const state = place.territory === null ? messages.judge.unknownPlace : maker.nameOf(place.territory);
    return place.admin1 === null ? state : `${unitName(place.admin1, messages.code)} (${state})`;
  };
  const wordOf = ({ stance, speaker, accused, source, text, url }: IncidentReport): string => {
    const who = speaker === null ? source : `${maker.nameOf(speaker)} (${source})`;
    const against = accused === null || accused === speaker ? '' : ` → ${maker.nameOf(accused)}`;
    const own = text === null ? '' : `: ${shortened(printable(text), 200)}`;
    return `${who}${against} ${grades.stance[stance]}${own}${url === null ? '' : ` ${url}`}`;
  };
  const block = (incident: Incident): readonly string[] => {
    const { grade, occurrence, attribution } = incident;
    const what = incident.objects.length > 0 ? incident.objects.map(maker.nameOf).join(' / ') : messages.judge.unknownObject;
    const verdicts = book.assessments.filter((entry) => entry.incident === incident.id);
    const sides = attribution.to.length === 0 ? '' : ` (${messages.list(attribution.to.map(maker.nameOf))})`;
    return [
      '',
      ...wrapped(paint('title', [whenOf(incident), whereOf(incident), what, maker.nameOf(incident.act)].join(' · ')), width),
      ...incident.reports.flatMap((id) => {
        const report = byId.get(id);
        return report ? hanging('  – ', wordOf(report), width) : [];
      }),
      ...hanging('    ', `${words.occurrence}: ${grades.occurrence[occurrence.level]}. ${because(occurrence.why)}`, width),
      ...hanging('    ', `${words.attribution}: ${grades.attribution[attribution.level]}${sides}`, width),
      ...hanging(
        '    ',
        `${words.source}: ${grade.source}, ${grades.source[grade.source]}. ${because(grade.sourceWhy)} ${words.information}: ${grade.information}, ${grades.information[grade.information]}. ${because(grade.informationWhy)}`,
        width,
      ),
      ...(incident.maybe.length > 0 ? hanging('    ', words.maybe(incident.maybe.length), width) : []),
      ...[...new Set(verdicts.map(({ agreement }) => agreement))].flatMap((agreement) =>
        hanging(
          '    ',
          `${titles.get(agreement) ?? agreement}: ${verdicts
            .filter((entry) => entry.agreement === agreement)
            .map(({ holder, verdict }) => messages.judge.verdict[verdict](maker.nameOf(holder)))
            .join('; ')}`,
          width,
        ),
      ),
    ];
  };
  const lines = [
    ...wrapped(paint('title', words.heading(book.incidents.length, book.reports.length)), width),
    ...wrapped(paint('dim', words.note), width),
    ...book.incidents.flatMap(block),
    ...countLines(book, { words, nameOf: maker.nameOf, day, paint, width }),
  ];
  return `${lines.map((text) => text.replaceAll('\u00a0', ' ').trimEnd()).join('\n')}\n`;
}

interface CountWords {
  readonly words: Topics['monitor']['incidents'];
  readonly nameOf: (code: string) => string;
  readonly day: (date: string) => string;
  readonly paint: Paint;
  readonly width: number;
}

function countLines(book: ReleasedBook, { words, nameOf, day, paint, width }: CountWords): readonly string[] {
  const period = periodOf(book.reports);
  if (period === null) return [];
  const range = ({ min, max }: CountRange): string => (min === max ? String(min) : `${min}–${max}`);
  const wordOfValue = (by: CountKey, value: string): string =>
    value === 'unknown' ? words.unknown : by === 'day' ? day(value) : by === 'information' ? value : nameOf(value);
  const gaps = [...book.gaps].map(({ from, to, side }) => words.gap(day(from), day(to), side === null ? null : nameOf(side)));
  return [
    '',
    ...wrapped(paint('title', words.counts(day(period.from), day(period.to))), width),
    ...wrapped(paint('dim', words.countsNote), width),
    ...COUNTED.flatMap((by) => {
      const { rows } = countsOf(book, { ...period, by });
      return hanging(
        '  ',
        `${words.by[by] ?? by}: ${rows.map(({ value, count }) => `${wordOfValue(by, value)} ${range(count)}`).join(' · ')}`,
        width,
      );
    }),
    ...gaps.flatMap((gap) => hanging('  ', gap, width)),
  ];
}

/** The same as data, with the counts of the whole period. */
export function incidentsJson(book: ReleasedBook): string {
  const period = periodOf(book.reports);
  const counts: readonly Counts[] = period === null ? [] : COUNTED.map((by) => countsOf(book, { ...period, by }));
  const { asOf, incidents, reports, assessments, gaps, card } = book;
  return `${JSON.stringify({ schema: 'trucebook/incidents@1', asOf, incidents, reports, assessments, counts, gaps, card }, null, 2)}\n`;
}
