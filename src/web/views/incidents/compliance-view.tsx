import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CountRange, ReleasedBook } from '../../../model/index.ts';
import { rangeText } from '../../../report/count-incidents.ts';
import {
  COUNT_GRADES,
  COUNT_VERDICTS,
  type ComplianceCounts,
  type CountRow,
  countCompliance,
  judgedAgreements,
  type SideCounts,
  sumRanges,
  windowBefore,
} from '../../../report/incidents/index.ts';
import { OTHERS, type Side } from '../../../report/sides.ts';
import { type DayWindow, daysBetween, dayText } from '../../../report/timeline/index.ts';
import type { Page } from '../../page.ts';
import type { View } from '../../view.ts';
import { wrongPage } from '../fault-views.tsx';
import { holderName, hueOf, party, shapeOf } from '../parties.tsx';
import { agreementTitle } from './filter-bar.tsx';
import { agreementOf, bookOf, filterQuery, readIncidentState, sidesOf } from './incident-state.ts';
import { ReleaseNote } from './incident-words.tsx';

/** Days of one page: what a month's report covers. */
const DAYS = 31;

/** Longest stretch that is counted day by day at once. */
const MOST_DAYS = 92;

/** The days asked for, else the last month in which anything is dated. */
function windowOf(book: ReleasedBook, from: string | null, to: string | null): DayWindow | null {
  if (from !== null || to !== null) {
    const asked = daysBetween(from ?? to, to ?? from);
    return asked && { from: Math.max(asked.from, asked.to - MOST_DAYS), to: asked.to };
  }
  const days = book.incidents.flatMap((incident) => daysBetween(incident.from, incident.to) ?? []);
  if (days.length === 0) return null;
  const last = days.reduce((most, one) => Math.max(most, one.to), 0);
  const first = days.reduce((least, one) => Math.min(least, one.from), Number.POSITIVE_INFINITY);
  return { from: Math.max(first, last - DAYS), to: last };
}

const all = (counts: SideCounts | undefined, verdict: (typeof COUNT_VERDICTS)[number]): CountRange =>
  sumRanges(counts === undefined ? [] : COUNT_GRADES.map((grade) => counts[verdict][grade]));

const shown = (range: CountRange): string => (range.max === 0 ? '' : rangeText(range));

/** Who is accused, at the head of a column. */
function accused(page: Page, code: string): Child {
  return code === OTHERS ? page.words.incidents.compliance.nobody : party(page, code);
}

/** Covered incidents under each reading, for each accused side, in the period and in the one before. */
function Summary({
  page,
  counted,
  codes,
  before,
}: {
  readonly page: Page;
  readonly counted: Counted['counted'];
  readonly codes: readonly string[];
  readonly before: DayWindow;
}): JSX.Element {
  const { compliance } = page.words.incidents;
  const { date } = page.messages;
  return (
    <section>
      <h2>{compliance.summary}</h2>
      <table class="numbers summary" tabindex={0}>
        <thead>
          <tr>
            <th scope="col">{compliance.reading}</th>
            {codes.map((code) => (
              <th scope="col" class={code === OTHERS ? '' : hueOf(page, code)}>
                <span class="soft">{code === OTHERS ? '' : compliance.accused}</span> {accused(page, code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counted.map(({ holder, now, before: earlier }) => (
            <tr>
              <th scope="row">
                <a href={page.here({ query: filterQuery({ reading: holder }) })}>{party(page, holder)}</a>
              </th>
              {codes.map((code) => (
                <td>
                  <dl class="verdicts">
                    {COUNT_VERDICTS.map((verdict) => (
                      <div class={verdict}>
                        <dt>{compliance.verdict[verdict]}</dt>
                        <dd>
                          {rangeText(all(now.total[code], verdict))}{' '}
                          <span class="soft">({rangeText(all(earlier.total[code], verdict))})</span>
                        </dd>
                      </div>
                    ))}
                  </dl>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">{compliance.before(date(dayText(before.from)), date(dayText(before.to - 1)))}</p>
    </section>
  );
}

/** What one side is accused of on one day: covered by grade, then outside and open. */
function DayCell({
  page,
  counts,
  label,
}: {
  readonly page: Page;
  readonly counts: SideCounts | undefined;
  readonly label: string;
}): JSX.Element {
  const { compliance } = page.words.incidents;
  const lines = COUNT_VERDICTS.flatMap((verdict) => {
    const parts = COUNT_GRADES.flatMap((grade) => {
      const range = counts?.[verdict][grade] ?? { min: 0, max: 0 };
      return range.max === 0 ? [] : [`${rangeText(range)} ${compliance.grade[grade]}`];
    });
    return parts.length === 0 ? [] : [{ verdict, parts }];
  });
  return (
    <td data-holder={label}>
      {lines.map(({ verdict, parts }) => (
        <span class={`tally ${verdict}`}>
          <b>{compliance.verdict[verdict]}:</b> {parts.join(', ')}
        </span>
      ))}
    </td>
  );
}

function gapText(page: Page, { gaps }: CountRow): string {
  const { compliance, one } = page.words.incidents;
  const sides = [...new Set(gaps.map(({ side }) => (side === null ? one.allSides : holderName(page, side))))];
  return sides.map((side) => compliance.gap(side)).join('; ');
}

function DayTable({
  page,
  counts,
  codes,
  holder,
}: {
  readonly page: Page;
  readonly counts: ComplianceCounts;
  readonly codes: readonly string[];
  readonly holder: string;
}): JSX.Element {
  const { compliance } = page.words.incidents;
  const label = (code: string): string =>
    code === OTHERS ? compliance.nobody : `${shapeOf(page, code)} ${compliance.accused} ${holderName(page, code)}`;
  // A day without incidents and without a gap has nothing to tell; a run of them is left out, and the gap column would be empty too.
  const rows = counts.rows.filter(({ bySide, gaps, days }) => days === null || gaps.length > 0 || hasAny(bySide, codes));
  return (
    <section id="days">
      <h2>{compliance.byDay(holderName(page, holder))}</h2>
      <table class="terms days-table">
        <thead>
          <tr>
            <th scope="col">{compliance.day}</th>
            {codes.map((code) => (
              <th scope="col" class={code === OTHERS ? '' : hueOf(page, code)}>
                <span class="soft">{code === OTHERS ? '' : compliance.accused}</span> {accused(page, code)}
              </th>
            ))}
            <th scope="col">{compliance.gaps}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr class={row.gaps.length > 0 ? 'gap' : ''}>
              <th scope="row">
                {row.days === null ? (
                  compliance.uncertain
                ) : (
                  <a href={page.href('/i', { query: filterQuery({ from: dayText(row.days.from), to: dayText(row.days.to - 1) }) })}>
                    {page.messages.date(dayText(row.days.from))}
                  </a>
                )}
              </th>
              {codes.map((code) => (
                <DayCell page={page} counts={row.bySide[code]} label={label(code)} />
              ))}
              <td class="soft" data-holder={compliance.gaps}>
                {gapText(page, row)}
              </td>
            </tr>
          ))}
          <tr class="total">
            <th scope="row">{compliance.total}</th>
            {codes.map((code) => (
              <td data-holder={label(code)}>
                {COUNT_VERDICTS.map((verdict) => {
                  const range = all(counts.total[code], verdict);
                  return range.max === 0 ? (
                    ''
                  ) : (
                    <span class={`tally ${verdict}`}>
                      <b>{compliance.verdict[verdict]}:</b> {shown(range)}
                    </span>
                  );
                })}
              </td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
      <p class="soft">{compliance.legend}</p>
    </section>
  );
}

function hasAny(bySide: CountRow['bySide'], codes: readonly string[]): boolean {
  return codes.some((code) => COUNT_VERDICTS.some((verdict) => all(bySide[code], verdict).max > 0));
}

/** The agreement, the reading and the days: each a link, so that every choice is an address. */
function Choices({
  page,
  book,
  agreement,
  holders,
  holder,
  window,
}: {
  readonly page: Page;
  readonly book: ReleasedBook;
  readonly agreement: string;
  readonly holders: readonly string[];
  readonly holder: string;
  readonly window: DayWindow;
}): JSX.Element {
  const { compliance } = page.words.incidents;
  const { date } = page.messages;
  const step = (by: number): string =>
    page.here({ query: filterQuery({ from: dayText(window.from + by), to: dayText(window.to - 1 + by) }) });
  const length = window.to - window.from;
  const current = (is: boolean): { 'aria-current'?: 'true' } => (is ? { 'aria-current': 'true' } : {});
  return (
    <nav class="choices" aria-label={page.words.incidents.filter.heading}>
      <p>
        <span class="soft">{compliance.agreement}:</span>
        {judgedAgreements(book).map((id) => (
          <a href={page.here({ query: filterQuery({ agreement: id, reading: null }) })} {...current(id === agreement)}>
            {agreementTitle(page, id)}
          </a>
        ))}
      </p>
      <p>
        <span class="soft">{compliance.reading}:</span>
        {holders.map((code) => (
          <a href={page.here({ query: filterQuery({ reading: code }) })} {...current(code === holder)}>
            {party(page, code)}
          </a>
        ))}
      </p>
      <p>
        <a rel="prev" href={step(-length)}>
          ‹ {compliance.earlier}
        </a>
        <strong>{compliance.period(date(dayText(window.from)), date(dayText(window.to - 1)))}</strong>
        <a rel="next" href={step(length)}>
          {compliance.later} ›
        </a>
      </p>
    </nav>
  );
}

function Sources({ page, book }: { readonly page: Page; readonly book: ReleasedBook }): JSX.Element {
  const { compliance } = page.words.incidents;
  const entries = Object.entries(book.card.balance.sourcesBySide).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <section>
      <h2>{compliance.sources}</h2>
      <ul>
        {entries.map(([side, count]) => (
          <li>{compliance.sourcesOf(side === 'none' ? compliance.noSide : holderName(page, side), count)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What the page of compliance counts: every reading of one agreement, in a period and in the one before. */
export interface Counted {
  readonly agreement: string;
  readonly window: DayWindow;
  readonly before: DayWindow;
  readonly holders: readonly string[];
  /** Whose reading is shown day by day. */
  readonly holder: string;
  readonly counted: readonly { readonly holder: string; readonly now: ComplianceCounts; readonly before: ComplianceCounts }[];
  /** Columns: the sides, then those of whom nobody is accused. */
  readonly codes: readonly string[];
}

/** What the page of compliance counts, or null where there is nothing to count. */
export function countedFor(page: Page): Counted | null {
  const { filter } = readIncidentState(page);
  const book = bookOf(page);
  const agreement = agreementOf(book, filter.agreement);
  const window = windowOf(book, filter.from, filter.to);
  if (agreement === null || window === null) return null;
  const holders = [...new Set(book.assessments.filter((one) => one.agreement === agreement).map(({ holder }) => holder))];
  const sides: readonly Side[] = sidesOf(page, book);
  const before = windowBefore(window);
  const counted = holders.map((code) => ({
    holder: code,
    now: countCompliance(book, { agreement, holder: code, sides, window }),
    before: countCompliance(book, { agreement, holder: code, sides, window: before }),
  }));
  const holder = holders.find((code) => code === filter.reading) ?? holders[0] ?? '';
  return { agreement, window, before, holders, holder, counted, codes: [...sides.map(({ code }) => code), OTHERS] };
}

/** Counts of alleged incidents under each reading: ranges with their gaps, the period before, and never a score. */
export function compliancePage(page: Page): View {
  const { wrong } = readIncidentState(page);
  if (wrong !== null) return wrongPage(page, wrong);
  const { compliance, noneAtAll } = page.words.incidents;
  const book = bookOf(page);
  const found = countedFor(page);
  const head = (
    <header class="head">
      <h1>{compliance.title}</h1>
      <p class="lead">{compliance.lead}</p>
      <p>{compliance.noScore}</p>
      <ReleaseNote page={page} book={book} />
    </header>
  );
  if (found === null) {
    return {
      title: compliance.title,
      body: (
        <>
          {head}
          <p>{book.incidents.length === 0 ? noneAtAll : compliance.none}</p>
        </>
      ),
    };
  }
  const { agreement, window, before, holders, holder, counted, codes } = found;
  const chosen = counted.find((one) => one.holder === holder);
  return {
    title: compliance.title,
    downloads: [{ label: 'CSV', path: '/compliance.csv', query: page.query }],
    body: (
      <>
        {head}
        <Choices page={page} book={book} agreement={agreement} holders={holders} holder={holder} window={window} />
        <Summary page={page} counted={counted} codes={codes} before={before} />
        {chosen ? <DayTable page={page} counts={chosen.now} codes={codes} holder={holder} /> : ''}
        <Sources page={page} book={book} />
      </>
    ),
  };
}
