import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { indexOf } from '../../app/dossier-index.ts';
import type { Placed } from '../../ledger/statements.ts';
import { valueKey } from '../../ledger/value-key.ts';
import type { Reading, Report, Speaker, Statement } from '../../model/index.ts';
import { entryMaker, withMarks } from '../../report/index.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { Entry } from './entry.tsx';
import { foreign, speakersInWords } from './foreign.tsx';
import { party } from './parties.tsx';
import { ReportText } from './report-text.tsx';

/** Other reports named at most; a wire text may stand in hundreds. */
const MOST_VERSIONS = 40;

const names = (page: Page, speakers: readonly Speaker[]): string =>
  speakers.length === 0 ? page.words.record.statement.nobody : speakersInWords(page, speakers);

const wordsOf = ({ statement, report }: Placed): string =>
  statement.content.map(({ start, end }) => report.text.slice(start, end)).join(' … ');

/** The words of a statement as they may be printed: in quotation marks only where they are the speaker's own. */
function quoted(page: Page, placed: Placed): Child {
  const { statement, report } = placed;
  const maker = entryMaker(page.site.desk.dossier(page.moment), page.messages, page.site.desk.contextOf);
  const spans = statement.content.map((span) => ({ ...span, report: report.key, exact: report.text.slice(span.start, span.end) }));
  const verbatim = maker.words(spans, statement.form)?.verbatim === true;
  return foreign(page, withMarks({ text: wordsOf(placed).replace(/\s+/g, ' ').trim(), verbatim }, page.messages));
}

const reportName = (page: Page, report: Report): string =>
  page.words.record.statement.inReport(
    report.outlet ?? report.key,
    report.date === null ? page.messages.ui.noDate : page.messages.date(report.date),
  );

/** From the report back to whoever spoke, one step a line. */
function Chain({ page, placed }: { readonly page: Page; readonly placed: Placed }): JSX.Element {
  const { statement: words } = page.words.record;
  const { statement, report } = placed;
  const { statements } = page.site.desk;
  const outer = statement.within === null ? undefined : statements.get(statement.within);
  return (
    <ol class="chain">
      <li>
        <span class="soft">{words.chainReport}</span>{' '}
        <a href={page.href(`/sources/${encodeURIComponent(report.key)}`)}>{reportName(page, report)}</a>
      </li>
      {outer ? (
        <li>
          <span class="soft">{words.chainVia}</span>{' '}
          <a href={page.href(`/s/${outer.statement.id}`)}>{foreign(page, names(page, outer.statement.speakers))}</a>
        </li>
      ) : (
        ''
      )}
      {statement.via
        .filter(({ name }) => !outer?.statement.speakers.some((speaker) => speaker.name === name))
        .map((via) => (
          <li>
            <span class="soft">{words.chainVia}</span> {foreign(page, speakersInWords(page, [via]))}
          </li>
        ))}
      <li>
        <span class="soft">{words.chainSpeaker}</span> <strong>{foreign(page, names(page, statement.speakers))}</strong>
        {statement.onBehalfOf === null ? '' : <> {words.chainFor(statement.onBehalfOf)}</>}
      </li>
    </ol>
  );
}

/** What was recognised in the statement, and by which rule. */
function Facts({ page, placed }: { readonly page: Page; readonly placed: Placed }): JSX.Element {
  const { messages } = page;
  const { explain } = messages;
  const { statement: words } = page.words.record;
  const { statement, report } = placed;
  const marks = [
    statement.layer === 'act' ? explain.layerAct : null,
    statement.headline ? explain.headline : null,
    statement.inferredByNarrator ? explain.inferred : null,
    statement.polarity === 'neg' ? explain.negated : null,
    ...statement.modality.filter((one) => one !== 'negated' || statement.polarity !== 'neg').map((one) => explain.modality[one]),
  ].filter((mark) => mark !== null);
  const rows: readonly (readonly [string, Child])[] = [
    [words.act, messages.act[statement.act]],
    [words.form, messages.form[statement.form]],
    [words.saidOn, statement.when === null ? null : messages.date(statement.when)],
    [words.addressee, statement.addressee],
    [
      words.conditions,
      statement.conditions.length === 0
        ? null
        : foreign(page, statement.conditions.map(({ start, end }) => report.text.slice(start, end)).join('; ')),
    ],
    [words.marks, marks.length === 0 ? null : marks.join(', ')],
    [
      words.rule,
      <>
        <code>{statement.rule}</code>{' '}
        <span class="soft">
          {words.confidence(statement.confidence.toLocaleString(page.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 }))}
        </span>
      </>,
    ],
  ];
  return (
    <dl class="facts">
      {rows
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  );
}

/** Statements of other reports on which a reading of the same side with the same value rests. */
function versionsOf(page: Page, { statement, report }: Placed, own: readonly Reading[]): readonly Placed[] {
  const { desk } = page.site;
  const { readingsOf, relationsOf, reports } = indexOf(desk.dossier(page.moment));
  const keyOf = ({ holder, element, value }: Reading): string => `${holder} ${element} ${valueKey(value)}`;
  const found = new Set<string>();
  for (const agreement of new Set(own.map((reading) => reading.agreement))) {
    const wanted = new Set(own.filter((reading) => reading.agreement === agreement).map(keyOf));
    for (const reading of readingsOf(agreement)) if (wanted.has(keyOf(reading))) for (const id of reading.statements) found.add(id);
  }
  for (const { from, to, kind } of relationsOf(statement.id)) if (kind === 'repeats') found.add(from === statement.id ? to : from);
  return [...found]
    .flatMap((id) => desk.statements.get(id) ?? [])
    .filter((placed) => placed.report.key !== report.key && reports.has(placed.report.key))
    .sort((a, b) => ((a.report.date ?? '~') < (b.report.date ?? '~') ? -1 : 1));
}

function Relations({ page, statement }: { readonly page: Page; readonly statement: Statement }): Child {
  const { statement: words } = page.words.record;
  const { desk } = page.site;
  const lines = indexOf(desk.dossier(page.moment))
    .relationsOf(statement.id)
    // That somebody repeats it stands among the versions of other reports.
    .filter(({ kind }) => kind !== 'repeats')
    .flatMap(({ from, to, kind }) => {
      const other = desk.statements.get(from === statement.id ? to : from);
      return other ? [{ other, text: words.relation[kind][from === statement.id ? 'from' : 'to'] }] : [];
    });
  if (lines.length === 0) return '';
  return (
    <section>
      <h2>{words.relations}</h2>
      <ul>
        {lines.slice(0, MOST_VERSIONS).map(({ other, text }) => (
          <li>
            {text}: {foreign(page, names(page, other.statement.speakers))}{' '}
            <a class="words" lang={other.report.language} href={page.href(`/s/${other.statement.id}`)}>
              {quoted(page, other)}
            </a>{' '}
            <small>{reportName(page, other.report)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The statement of a page; null where there is none, or its report was not known by then. */
export function findStatement(page: Page, id: string): Placed | null {
  const placed = page.site.desk.statements.get(id);
  if (!placed) return null;
  return indexOf(page.site.desk.dossier(page.moment)).reports.has(placed.report.key) ? placed : null;
}

/** One statement: its words, who passed them on, what was recognised, what became of it, and the report it stands in. */
export function statementPage(page: Page, placed: Placed): View {
  const { statement: words } = page.words.record;
  const { messages } = page;
  const { desk } = page.site;
  const { statement, report } = placed;
  const dossier = desk.dossier(page.moment);
  const { readingsFrom, agreements } = indexOf(dossier);
  const own = readingsFrom(statement.id);
  const maker = entryMaker(dossier, messages, desk.contextOf);
  const { oneYear } = desk.view(page.moment, page.lang);
  const versions = versionsOf(page, placed, own);
  const speaker = names(page, statement.speakers);
  return {
    title: words.title(speaker),
    knownFrom: report.date,
    downloads: [{ label: 'JSON', path: `/s/${statement.id}.json` }],
    body: (
      <>
        <header class="head">
          <p class="soft">{reportName(page, report)}</p>
          <h1>
            {foreign(page, speaker)} <span class="count">{messages.act[statement.act]}</span>
          </h1>
          <blockquote class="words" lang={report.language}>
            {quoted(page, placed)}
          </blockquote>
        </header>
        <div class="columns">
          <section>
            <h2>{words.chain}</h2>
            <Chain page={page} placed={placed} />
          </section>
          <section>
            <h2>{words.facts}</h2>
            <Facts page={page} placed={placed} />
          </section>
          <section>
            <h2>{words.readings(own.length)}</h2>
            {own.length === 0 ? (
              <p class="soft">{words.noReadings}</p>
            ) : (
              <ul>
                {own.map((reading) => (
                  <li>
                    <a href={page.href(`/a/${reading.agreement}`, { hash: reading.element })}>
                      {agreements.get(reading.agreement)?.agreement.title[page.lang]}: {messages.element[reading.element]}
                    </a>{' '}
                    {party(page, reading.holder, maker.nameOf(reading.holder))}
                    <Entry page={page} entry={maker.entry(reading)} options={{ oneYear, brief: true }} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section>
            <h2>{words.versions(new Set(versions.map((one) => one.report.key)).size)}</h2>
            {versions.length === 0 ? (
              <p class="soft">{words.noVersions}</p>
            ) : (
              <ul>
                {versions.slice(0, MOST_VERSIONS).map((other) => (
                  <li>
                    <a class="words" lang={other.report.language} href={page.href(`/s/${other.statement.id}`)}>
                      {quoted(page, other)}
                    </a>{' '}
                    <small>
                      {reportName(page, other.report)}, {other.report.language.toUpperCase()}, {messages.form[other.statement.form]}
                    </small>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <Relations page={page} statement={statement} />
        </div>
        <section>
          <h2>{words.text}</h2>
          <p class="soft">{words.textNote}</p>
          <ReportText page={page} report={report} current={statement.id} />
        </section>
      </>
    ),
  };
}

/** One statement with its words and the readings that rest on it, for programs. */
export function statementJson(page: Page, placed: Placed): string {
  const { readingsFrom, relationsOf } = indexOf(page.site.desk.dossier(page.moment));
  const { id, date, outlet, language, url, key } = placed.report;
  return `${JSON.stringify(
    {
      schema: 'trucebook/statement@1',
      asOf: page.state.asOf,
      statement: { ...placed.statement, exact: placed.statement.content.map(({ start, end }) => placed.report.text.slice(start, end)) },
      report: { id, key, date, outlet, language, url },
      readings: readingsFrom(placed.statement.id),
      relations: relationsOf(placed.statement.id),
    },
    null,
    2,
  )}\n`;
}
