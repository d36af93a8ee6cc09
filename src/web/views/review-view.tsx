import type { JSX } from 'hono/jsx/jsx-runtime';
import { reviewQueue } from '../../app/review-desk.ts';
import type { Problem } from '../../errors.ts';
import { ELEMENTS, type Reading } from '../../model/index.ts';
import { type EntryMaker, entryMaker } from '../../report/index.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { Entry } from './entry.tsx';
import { holderName, party, shapeOf } from './parties.tsx';

/** Readings on one page: each brings a form along. */
const MOST = 10;

/** What was sent and could not be used: it stands in its form again. */
export interface Refused {
  readonly given: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

function Correction({
  page,
  reading,
  given,
}: {
  readonly page: Page;
  readonly reading: Reading;
  readonly given: Refused['given'];
}): JSX.Element {
  const { review, search } = page.words.frontDesk;
  const { holders } = page.site.desk;
  const codes = holders.some(({ code }) => code === reading.holder)
    ? holders.map(({ code }) => code)
    : [reading.holder, ...holders.map(({ code }) => code)];
  const element = given['element'] ?? reading.element;
  const holder = given['holder'] ?? reading.holder;
  return (
    <details {...(given['action'] === 'correct' ? { open: true } : {})}>
      <summary>{review.otherwise}</summary>
      <div class="decide">
        <label>
          <span class="soft">{search.holder}</span>{' '}
          <select name="holder">
            {codes.map((code) => (
              <option value={code} {...(code === holder ? { selected: true } : {})}>
                {holderName(page, code)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="soft">{search.element}</span>{' '}
          <select name="element">
            {ELEMENTS.map((one) => (
              <option value={one} {...(one === element ? { selected: true } : {})}>
                {page.messages.element[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        <span class="soft">{review.value}</span>
        <textarea name="value" rows={3} cols={50} spellcheck={false}>
          {given['value'] ?? JSON.stringify(reading.value)}
        </textarea>
      </label>
      <p>
        <button type="submit" name="action" value="correct">
          {review.correct}
        </button>
      </p>
    </details>
  );
}

function Item({
  page,
  reading,
  maker,
  token,
  refused,
}: {
  readonly page: Page;
  readonly reading: Reading;
  readonly maker: EntryMaker;
  readonly token: string;
  readonly refused: Refused | null;
}): JSX.Element {
  const { review } = page.words.frontDesk;
  const given = refused?.given ?? {};
  const confidence = reading.confidence.toLocaleString(page.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <li id={reading.id} class="review" tabindex={-1}>
      <h2>
        {page.messages.element[reading.element]},{' '}
        {shapeOf(page, reading.holder) === '' ? holderName(page, reading.holder) : party(page, reading.holder)}
      </h2>
      <Entry page={page} entry={maker.entry(reading)} options={{ oneYear: false }} />
      <p class="by">
        {page.words.record.statement.confidence(confidence)} · <code>{reading.rule}</code>
      </p>
      {refused === null ? (
        ''
      ) : (
        <ul class="problems" role="alert" lang="en">
          {refused.problems.map(({ code, message, remedy }) => (
            <li>
              <code>{code}</code> {message} <span class="soft">{remedy}</span>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={page.href('/review')}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="reading" value={reading.id} />
        <div class="decide">
          <label>
            <span class="soft">{review.why}</span> <input name="why" required maxlength={500} size={32} value={given['why'] ?? ''} />
          </label>
          <label>
            <span class="soft">{review.by}</span>{' '}
            <input name="by" required maxlength={100} size={16} value={given['by'] ?? page.query['by'] ?? ''} autocomplete="name" />
          </label>
          <button type="submit" name="action" value="accept">
            {review.accept}
          </button>
          <button type="submit" name="action" value="reject">
            {review.reject}
          </button>
        </div>
        <Correction page={page} reading={reading} given={given} />
      </form>
    </li>
  );
}

/** Readings of the machine that nobody has decided about, the least certain first, each with its sentence and a form. */
export function reviewPage(page: Page, token: string, refused: Refused | null = null): View {
  const { review } = page.words.frontDesk;
  const { desk } = page.site;
  const dossier = desk.dossier();
  const queue = reviewQueue(dossier);
  const maker = entryMaker(dossier, page.messages, desk.contextOf);
  // The one that was refused comes first, wherever it stood.
  const shown =
    refused === null
      ? queue
      : queue.toSorted((a, b) => Number(b.id === refused.given['reading']) - Number(a.id === refused.given['reading']));
  return {
    title: review.title,
    timeless: true,
    status: refused === null ? 200 : 400,
    scripts: ['review.js'],
    body: (
      <>
        <h1>
          {review.title} <span class="count">{review.waiting(queue.length)}</span>
        </h1>
        <p class="soft">{review.how}</p>
        <p class="soft keys">{review.keys}</p>
        <ol class="hits" id="queue">
          {shown.slice(0, MOST).map((reading) => (
            <Item
              page={page}
              reading={reading}
              maker={maker}
              token={token}
              refused={refused?.given['reading'] === reading.id ? refused : null}
            />
          ))}
        </ol>
      </>
    ),
  };
}
