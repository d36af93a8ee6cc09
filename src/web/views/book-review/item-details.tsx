import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PlacedDecision } from '../../../app/review/in-force.ts';
import type { ReviewItem } from '../../../app/review/review-item.ts';
import type { IncidentReport, RereadItem } from '../../../model/index.ts';
import { type EntryMaker, printable, shortened } from '../../../report/index.ts';
import type { Page } from '../../page.ts';
import { Entry, sourceSentence } from '../entry.tsx';
import { foreign, speakersInWords } from '../foreign.tsx';
import { holderName, party } from '../parties.tsx';

const LONGEST_TEXT = 300;

/** What an item is about, in one line. */
export function itemTitle(page: Page, { subject }: ReviewItem): Child {
  const { messages } = page;
  switch (subject.t) {
    case 'reading':
      return (
        <>
          {messages.element[subject.reading.element]}, {party(page, subject.reading.holder)}
        </>
      );
    case 'statement':
      return foreign(page, `${speakersInWords(page, subject.statement.speakers)}: ${messages.act[subject.statement.act]}`);
    case 'incident': {
      const { reviewing } = page.topics.book;
      const { from, reports, maybe, attribution } = subject.incident;
      const accused = attribution.to.map((code) => holderName(page, code));
      return [
        from === null ? null : messages.date(from),
        accused.length === 0 ? null : `${reviewing.accused}: ${accused.join(', ')}`,
        reviewing.reports(String(reports.length)),
        maybe.length === 0 ? null : reviewing.maybe(String(maybe.length)),
      ]
        .filter((part) => part !== null)
        .join(' · ');
    }
    case 'reread':
      return `${subject.difference.from} → ${subject.difference.to}`;
  }
}

function Told({ page, report }: { readonly page: Page; readonly report: IncidentReport }): JSX.Element {
  const { id, source, speaker, from, text, language } = report;
  const facts = [source, speaker === null ? null : holderName(page, speaker), from === null ? null : page.messages.date(from)];
  return (
    <li>
      <code>{id}</code> {foreign(page, facts.filter((part) => part !== null).join(' · '))}
      {text === null ? (
        ''
      ) : (
        <span class="soft" lang={language ?? undefined}>
          {' '}
          – {foreign(page, shortened(printable(text), LONGEST_TEXT))}
        </span>
      )}
    </li>
  );
}

function Compared({
  page,
  word,
  item,
  now,
}: {
  readonly page: Page;
  readonly word: string;
  readonly item: RereadItem;
  readonly now?: RereadItem;
}): JSX.Element {
  return (
    <li>
      {word}: {foreign(page, item.says)}
      {now === undefined ? '' : <> → {foreign(page, now.says)}</>} <span class="soft">[{foreign(page, item.exact)}]</span>
    </li>
  );
}

/** The words of an item in their sentence, and what was made of them. */
export function ItemDetails({
  page,
  item,
  maker,
}: {
  readonly page: Page;
  readonly item: ReviewItem;
  readonly maker: EntryMaker;
}): JSX.Element {
  const { subject } = item;
  if (subject.t === 'reading') return <Entry page={page} entry={maker.entry(subject.reading)} options={{ oneYear: false }} />;
  if (subject.t === 'statement') {
    const { form, via } = subject.statement;
    const about = [
      page.messages.form[form],
      ...(via.length === 0 ? [] : [`${page.topics.book.reviewing.via} ${speakersInWords(page, via)}`]),
    ];
    return (
      <>
        {item.spans.map((span) => sourceSentence(page, span) ?? <p class="source">{foreign(page, span.exact)}</p>)}
        <p class="by">
          {foreign(page, about.join(', '))}{' '}
          <a href={page.href(`/sources/${encodeURIComponent(subject.report.key)}`)}>[{foreign(page, subject.report.key)}]</a>
        </p>
      </>
    );
  }
  if (subject.t === 'incident')
    return (
      <ul class="list">
        {subject.reports.map((report) => (
          <Told page={page} report={report} />
        ))}
      </ul>
    );
  const { difference: words } = page.topics.book.keeping;
  const { lost, changed, found } = subject.difference;
  return (
    <ul class="list">
      {lost.map((one) => (
        <Compared page={page} word={words.lost} item={one} />
      ))}
      {changed.map(({ before, after }) => (
        <Compared page={page} word={words.changed} item={before} now={after} />
      ))}
      {found.map((one) => (
        <Compared page={page} word={words.found} item={one} />
      ))}
    </ul>
  );
}

/** One decision or comment, with who, when and why. */
export function Said({ page, placed }: { readonly page: Page; readonly placed: PlacedDecision }): JSX.Element {
  const { reviewing } = page.topics.book;
  const { decision, isWithdrawn } = placed;
  const done = decision.adjudicates.length > 0 ? reviewing.settles : reviewing.done[decision.action];
  return (
    <>
      <time datetime={decision.at}>{page.messages.date(decision.at.slice(0, 16).concat('Z'))}</time> <bdi>{foreign(page, decision.by)}</bdi>
      : {done}
      {decision.change === null ? '' : <code> {foreign(page, JSON.stringify(decision.change))}</code>} – {foreign(page, decision.why)}
      {isWithdrawn ? <em> ({page.words.frontDesk.bookReview.withdrawn})</em> : ''}
    </>
  );
}
