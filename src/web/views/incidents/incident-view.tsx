import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type GradeReason, type Incident, type IncidentReport, labelOf, type ReleasedBook } from '../../../model/index.ts';
import { daysBetween, dayText } from '../../../report/timeline/index.ts';
import type { Page } from '../../page.ts';
import type { View } from '../../view.ts';
import { foreign } from '../foreign.tsx';
import { hueOf, party } from '../parties.tsx';
import { bookOf, sidesOf } from './incident-state.ts';
import { Charge, gradeMark, ReleaseNote, voices, whatOf, whenOf, whereOf } from './incident-words.tsx';
import { narrowed } from './incidents-view.tsx';
import { MapFigure } from './map-figure.tsx';
import { VerdictSection } from './verdict-section.tsx';

/** The sentence of a reason; a code that has none is printed as it stands. */
function reasonText({ topics }: Page, { code, values }: GradeReason): string {
  return topics.monitor.grades.reason[code]?.(values) ?? code;
}

/** One report of an incident: what its source does, in its words as far as they may leave, and where they stand. */
function ReportCard({ page, report }: { readonly page: Page; readonly report: IncidentReport }): JSX.Element {
  const { one } = page.words.incidents;
  const { stance, means } = page.topics.monitor.grades;
  const known = report.knownFrom === null ? '' : one.known(page.messages.date(report.knownFrom));
  const details = [report.objects.map((code) => labelOf(code, page.lang)).join(' / '), means[report.means], known].filter(Boolean);
  const url = report.url !== null && /^https?:\/\//i.test(report.url) ? report.url : null;
  return (
    <li class="entry">
      <strong class="value">
        {stance[report.stance]}
        {report.accused === null || report.accused === report.speaker ? '' : <> · {party(page, report.accused)}</>}
      </strong>
      {report.text === null ? (
        (report.statement?.spans ?? []).map((span) => (
          <p class="words told" lang={report.language ?? undefined}>
            {foreign(page, span.exact)}
          </p>
        ))
      ) : (
        <p class="words told" lang={report.language ?? undefined}>
          {foreign(page, report.text)}
        </p>
      )}
      <p class="by">
        {foreign(page, report.source)}
        {details.length > 0 ? `, ${details.join(', ')}` : ''}
        {report.statement === null ? (
          ''
        ) : (
          <>
            {' · '}
            <a href={page.href(`/s/${report.statement.statement}`)}>{one.statement}</a>
          </>
        )}
        {url === null ? (
          ''
        ) : (
          <>
            {' · '}
            <a href={url} rel="noreferrer nofollow">
              {new URL(url).host}
            </a>
          </>
        )}
      </p>
    </li>
  );
}

/** Claim and counter-claim: a column for each side, and one for everybody else. */
function Versions({
  page,
  book,
  incident,
}: {
  readonly page: Page;
  readonly book: ReleasedBook;
  readonly incident: Incident;
}): JSX.Element {
  const { one } = page.words.incidents;
  const own = new Set(incident.reports);
  const reports = book.reports.filter(({ id }) => own.has(id));
  const sides = sidesOf(page, book);
  const codes = new Set(sides.map(({ code }) => code));
  const others = reports.filter(({ speaker }) => speaker === null || !codes.has(speaker));
  const replies = book.replies.filter((reply) => reply.incident === incident.id);
  const column = (name: Child, className: string, list: readonly IncidentReport[], empty: string, side: string | null): JSX.Element => (
    <section class={`card ${className}`}>
      <h3>{name}</h3>
      {list.length === 0 ? (
        <p class="none">{empty}</p>
      ) : (
        <ul class="plain">
          {list.map((report) => (
            <ReportCard page={page} report={report} />
          ))}
        </ul>
      )}
      {replies
        .filter(({ by }) => by === side)
        .map((reply) => (
          <div class="reply">
            <strong class="value">{one.replyOf(side ?? '')}</strong>
            <p class="words own" lang={reply.language}>
              {foreign(page, reply.words)}
            </p>
            <p class="by">
              {reply.speaker === null ? '' : foreign(page, `${reply.speaker}, `)}
              {page.messages.date(reply.at)} ·{' '}
              <a href={reply.url} rel="noreferrer nofollow">
                {one.address}
              </a>
            </p>
          </div>
        ))}
    </section>
  );
  return (
    <section id="versions">
      <h2>{one.versions}</h2>
      <p class="soft">{one.versionsNote}</p>
      <div class="cards">
        {sides.map(({ code, name }) =>
          column(
            party(page, code),
            hueOf(page, code),
            reports.filter(({ speaker }) => speaker === code),
            one.nothing(name),
            code,
          ),
        )}
        {others.length > 0 ? column(one.othersReport, '', others, '', null) : ''}
      </div>
    </section>
  );
}

/** Occurrence, attribution, grade and coverage: four answers, none of which is worked out from another. */
function Answers({ page, book, incident }: { readonly page: Page; readonly book: ReleasedBook; readonly incident: Incident }): JSX.Element {
  const { one } = page.words.incidents;
  const { grades } = page.topics.monitor;
  const { occurrence, attribution, grade } = incident;
  const days = daysBetween(incident.from, incident.to);
  const gaps = days === null ? [] : book.gaps.filter(({ from, to }) => dayText(days.from) < to && dayText(days.to - 1) >= from);
  const lastDay = (to: string): string => dayText((daysBetween(to, null)?.from ?? 1) - 1);
  return (
    <section id="answers">
      <p class="soft">{one.apart}</p>
      <dl class="answers">
        <div>
          <dt>{one.occurrence}</dt>
          <dd>
            <strong>{grades.occurrence[occurrence.level]}</strong>
            <p>
              {foreign(page, reasonText(page, occurrence.why))}{' '}
              {occurrence.independentGroups > 0 ? `(${one.groups(occurrence.independentGroups)})` : ''}
            </p>
            <p class="soft">{one.means(grades.means[incident.means])}</p>
          </dd>
        </div>
        <div>
          <dt>{one.attribution}</dt>
          <dd>
            <strong>{grades.attribution[attribution.level]}</strong>
            <p>
              <Charge page={page} incident={incident} />
            </p>
          </dd>
        </div>
        <div>
          <dt>{one.grade}</dt>
          <dd>
            <strong>
              {gradeMark(page, incident)} {one.gradeText(grades.source[grade.source], grades.information[grade.information])}
            </strong>
            <p>
              {one.gradeOf.source}: {foreign(page, reasonText(page, grade.sourceWhy))}
            </p>
            <p>
              {one.gradeOf.information}: {foreign(page, reasonText(page, grade.informationWhy))}
            </p>
          </dd>
        </div>
        <div>
          <dt>{one.coverage}</dt>
          <dd>
            {gaps.length === 0 ? (
              <p>{one.coverageNone}</p>
            ) : (
              gaps.map(({ side, from, to }) => (
                <p>
                  {one.gap(
                    side === null ? one.allSides : (page.site.desk.holders.find(({ code }) => code === side)?.name[page.lang] ?? side),
                    page.messages.date(from),
                    page.messages.date(lastDay(to)),
                  )}
                </p>
              ))
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Why reports were taken together, what may be the same as well, and what people decided. */
function Sameness({ page, book, incident }: { readonly page: Page; readonly book: ReleasedBook; readonly incident: Incident }): Child {
  const { one } = page.words.incidents;
  const { same: sameWords } = page.topics.monitor.grades;
  const sourceOf = new Map(book.reports.map(({ id, source }) => [id, source]));
  const holding = new Map(book.incidents.flatMap((found) => found.reports.map((id) => [id, found] as const)));
  const maybe = [...new Set(incident.maybe.flatMap((id) => holding.get(id) ?? []))].filter(({ id }) => id !== incident.id);
  return (
    <>
      {incident.same.length === 0 ? (
        ''
      ) : (
        <section>
          <h2>{one.same}</h2>
          <ul>
            {incident.same.map(({ a, b, reason }) => (
              <li>
                {foreign(page, sourceOf.get(a) ?? a)} – {foreign(page, sourceOf.get(b) ?? b)}: {sameWords[reason.code] ?? reason.code}
              </li>
            ))}
          </ul>
          {(incident.decided?.decisions ?? []).map(({ by, at, why }) => (
            <p>{foreign(page, one.decided(by, page.messages.date(at), why))}</p>
          ))}
        </section>
      )}
      {maybe.length === 0 ? (
        ''
      ) : (
        <section>
          <h2>{one.maybe}</h2>
          <ul>
            {maybe.map((other) => (
              <li>
                <a href={page.href(`/i/${other.id}`)}>
                  {whenOf(page, other)}, {whereOf(page, other)}, {whatOf(page, other)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** One incident: what each side says of it, what is known, and what each reading makes of it. */
export function incidentPage(page: Page, id: string): View | null {
  const { one } = page.words.incidents;
  const book = bookOf(page);
  const incident = book.incidents.find((found) => found.id === id);
  if (!incident) return null;
  const title = one.title(whatOf(page, incident), whereOf(page, incident), whenOf(page, incident));
  const placed = incident.place.admin1 !== null || incident.place.cell !== null;
  const { claimedBy } = incident.place;
  const own = new Set(incident.reports);
  const known = book.reports.flatMap((report) => (own.has(report.id) && report.knownFrom !== null ? [report.knownFrom] : [])).sort();
  return {
    title,
    knownFrom: known[0] ?? null,
    body: (
      <>
        <header class="head">
          <p class="soft">
            <a href={page.href('/i')}>{one.back}</a> · {incident.id}
          </p>
          <h1>{title}</h1>
          {claimedBy.length === 0 ? (
            ''
          ) : (
            <p class="soft">
              {one.claimedBy}: {voices(page, claimedBy)}
            </p>
          )}
          <ReleaseNote page={page} book={book} />
        </header>
        <div class={placed ? 'split' : ''}>
          <div>
            <Answers page={page} book={book} incident={incident} />
          </div>
          {placed ? (
            <aside>
              <MapFigure page={page} book={narrowed(book, [incident])} sides={sidesOf(page, book)} view={null} path="/i" brief />
            </aside>
          ) : (
            ''
          )}
        </div>
        <Versions page={page} book={book} incident={incident} />
        <VerdictSection page={page} book={book} incident={incident} />
        {Sameness({ page, book, incident })}
      </>
    ),
  };
}
