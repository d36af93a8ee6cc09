import type { JSX } from 'hono/jsx/jsx-runtime';
import { decides, queueOf, type ReviewContext } from '../../../app/review/review-context.ts';
import { REVIEW_QUEUES, type ReviewItem } from '../../../app/review/review-item.ts';
import type { Problem } from '../../../errors.ts';
import { type EntryMaker, entryMaker } from '../../../report/index.ts';
import type { Page } from '../../page.ts';
import type { View } from '../../view.ts';
import { capitalised } from '../foreign.tsx';
import { DecisionForm, type Given, nameOf } from './decision-form.tsx';
import { ItemDetails, itemTitle, Said } from './item-details.tsx';

/** Items on one page: each brings a form along. */
const MOST = 10;

/** A decision that could not be used. */
export interface RefusedDecision {
  readonly id: string;
  readonly given: Given;
  readonly problems: readonly Problem[];
  readonly status: 400 | 403 | 409;
}

function History({ page, item }: { readonly page: Page; readonly item: ReviewItem }): JSX.Element | string {
  const { bookReview, review } = page.words.frontDesk;
  if (item.decisions.length === 0) return '';
  const path = `/review/${item.target.kind}/${encodeURIComponent(item.target.id)}`;
  const canWithdraw = (at: ReviewItem['decisions'][number]): boolean =>
    !at.isWithdrawn && decides(at) && at.decision.action !== 'withdraw' && item.target.kind !== 'reread';
  return (
    <section>
      <h3>{bookReview.history}</h3>
      <ol class="said-so-far">
        {item.decisions.map((placed) => (
          <li id={placed.id}>
            <Said page={page} placed={placed} />
            {canWithdraw(placed) ? (
              <details>
                <summary>{bookReview.withdraw}</summary>
                <form method="post" action={page.href(path, { query: page.query })} class="decide">
                  <input type="hidden" name="token" value={page.asker?.csrf ?? ''} />
                  <input type="hidden" name="decision" value={placed.id} />
                  <label>
                    <span class="soft">{review.why}</span> <input name="why" required maxlength={2_000} size={32} />
                  </label>
                  {nameOf(page) !== null ? (
                    ''
                  ) : (
                    <label>
                      <span class="soft">{review.by}</span>{' '}
                      <input name="by" required maxlength={100} size={16} value={page.query['by'] ?? ''} />
                    </label>
                  )}
                  <button type="submit" name="action" value="withdraw">
                    {bookReview.withdraw}
                  </button>
                </form>
              </details>
            ) : (
              ''
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Agreements that an item is about, by id and title. */
function titlesOf({ dossier }: ReviewContext, { agreements }: ReviewItem, { lang }: Page): readonly (readonly [string, string])[] {
  return dossier.agreements.flatMap(({ agreement: { id, title } }) => (agreements.includes(id) ? [[id, title[lang]] as const] : []));
}

function Item({
  page,
  item,
  context,
  maker,
  refused,
}: {
  readonly page: Page;
  readonly item: ReviewItem;
  readonly context: ReviewContext;
  readonly maker: EntryMaker;
  readonly refused: RefusedDecision | null;
}): JSX.Element {
  const { bookReview } = page.words.frontDesk;
  const { queue } = page.topics.book.reviewing;
  const { id, kind } = item.target;
  const isMeasured = kind === 'reading' || kind === 'statement';
  const confidence = item.confidence.toLocaleString(page.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <li id={id} class="review" tabindex={-1}>
      <h2>
        <span class="tag">{queue[item.queue]}</span> {itemTitle(page, item)}
      </h2>
      <ItemDetails page={page} item={item} maker={maker} />
      <p class="by">
        {isMeasured ? `${page.words.record.statement.confidence(confidence)} · ` : ''}
        {item.rule === null ? '' : <code>{item.rule}</code>}{' '}
        <a href={page.href(`/review/${kind}/${encodeURIComponent(id)}`)}>{bookReview.whole}</a>
        {titlesOf(context, item, page).map(([agreement, title]) => (
          <>
            {' · '}
            <a href={page.href('/review', { query: { ...page.query, page: null, agreement } })}>{title}</a>
          </>
        ))}
        {item.isOpen ? '' : ` · ${bookReview.isDecided}`}
      </p>
      <History page={page} item={item} />
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
      <DecisionForm page={page} item={item} given={refused?.given ?? {}} />
    </li>
  );
}

function Filter({ page, context }: { readonly page: Page; readonly context: ReviewContext }): JSX.Element {
  const { bookReview } = page.words.frontDesk;
  const { queue } = page.topics.book.reviewing;
  const { kind, agreement, report, decided } = page.query;
  const filter = {
    ...(agreement === undefined ? {} : { agreement }),
    ...(report === undefined ? {} : { report }),
    decided: decided === 'yes',
  };
  const link = (name: string, query: Readonly<Record<string, string | null>>, isCurrent: boolean): JSX.Element => (
    <a href={page.href('/review', { query: { ...page.query, page: null, ...query } })} {...(isCurrent ? { 'aria-current': 'true' } : {})}>
      {name}
    </a>
  );
  return (
    <nav class="pages" aria-label={bookReview.filter}>
      {link(
        bookReview.all,
        { kind: null, agreement: null, report: null },
        kind === undefined && agreement === undefined && report === undefined,
      )}
      {REVIEW_QUEUES.map((one) =>
        link(`${capitalised(queue[one])} (${queueOf(context, { ...filter, kind: one }).length})`, { kind: one }, kind === one),
      )}
      {link(bookReview.open, { decided: null }, decided !== 'yes')}
      {link(bookReview.decided, { decided: 'yes' }, decided === 'yes')}
      <a href={page.href('/review/differences', { query: page.query['by'] === undefined ? {} : { by: page.query['by'] } })}>
        {page.words.frontDesk.differences.title}
      </a>
    </nav>
  );
}

function Pages({ page, number, pages }: { readonly page: Page; readonly number: number; readonly pages: number }): JSX.Element | string {
  const { bookReview } = page.words.frontDesk;
  if (pages < 2) return '';
  const to = (n: number): string => page.href('/review', { query: { ...page.query, page: String(n) } });
  return (
    <nav class="pages" aria-label={bookReview.pageOf(number, pages)}>
      {number > 1 ? (
        <a href={to(number - 1)} rel="prev">
          {bookReview.earlier}
        </a>
      ) : (
        ''
      )}
      <span class="soft">{bookReview.pageOf(number, pages)}</span>
      {number < pages ? (
        <a href={to(number + 1)} rel="next">
          {bookReview.later}
        </a>
      ) : (
        ''
      )}
    </nav>
  );
}

/** What waits in the book, page by page, each item with its sentence, everything said about it, and a form. */
export function bookReviewPage(page: Page, context: ReviewContext): View {
  const { review, bookReview } = page.words.frontDesk;
  const { kind, agreement, report, decided } = page.query;
  const queue = REVIEW_QUEUES.find((one) => one === kind);
  const items = queueOf(context, {
    ...(queue === undefined ? {} : { kind: queue }),
    ...(agreement === undefined ? {} : { agreement }),
    ...(report === undefined ? {} : { report }),
    decided: decided === 'yes',
  });
  const pages = Math.ceil(items.length / MOST);
  const number = Math.max(1, Math.min(pages, Math.trunc(Number(page.query['page'])) || 1));
  const maker = entryMaker(context.dossier, page.messages, page.site.desk.contextOf);
  return {
    title: review.title,
    timeless: true,
    scripts: ['review.js'],
    body: (
      <>
        <h1>
          {review.title} <span class="count">{bookReview.waiting(items.filter(({ isOpen }) => isOpen).length)}</span>
        </h1>
        <p class="soft">{bookReview.how}</p>
        <p class="soft keys">{review.keys}</p>
        <Filter page={page} context={context} />
        <ol class="hits" id="queue" start={(number - 1) * MOST + 1}>
          {items.slice((number - 1) * MOST, number * MOST).map((item) => (
            <Item page={page} item={item} context={context} maker={maker} refused={null} />
          ))}
        </ol>
        <Pages page={page} number={number} pages={pages} />
      </>
    ),
  };
}

/** One item, decided or not, with everything said about it. */
export function reviewItemPage(page: Page, context: ReviewContext, item: ReviewItem, refused: RefusedDecision | null = null): View {
  const { review, bookReview } = page.words.frontDesk;
  const maker = entryMaker(context.dossier, page.messages, page.site.desk.contextOf);
  return {
    title: `${review.title}: ${item.target.id}`,
    timeless: true,
    status: refused?.status ?? 200,
    scripts: ['review.js'],
    body: (
      <>
        <h1>
          {review.title} <code>{item.target.id}</code>
        </h1>
        <p>
          <a href={page.href('/review', { query: page.query })}>{bookReview.back}</a>
        </p>
        <ol class="hits" id="queue">
          <Item page={page} item={item} context={context} maker={maker} refused={refused} />
        </ol>
      </>
    ),
  };
}
