import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { DecisionInput } from '../../app/review/plan-decision.ts';
import type { ReviewItem } from '../../app/review/review-item.ts';
import { canonicalJson } from '../../ledger/index.ts';
import { REVIEW_ACTIONS, type ReviewTarget } from '../../model/index.ts';
import { BookFailure } from '../../store/index.ts';
import { mayReview } from '../navigation.ts';
import { fieldsOf } from '../own-form.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';
import { bookReviewPage, type RefusedDecision, reviewItemPage } from '../views/book-review/book-review-view.tsx';
import { type Given, nameOf, speakersLine } from '../views/book-review/decision-form.tsx';
import { missingPage, wrongPage } from '../views/fault-views.tsx';
import { answer, pageOf } from './page-route.tsx';

const LARGEST = 64 * 1024;
/** What people give that cannot be used; everything else is a fault of the book or of the machine. */
const REFUSED = /^TB_(?:REVIEW|ANCHOR|CORRECTION|READING_UNKNOWN|BOOK_NOTHING_HELD|BOOK_OVERTAKEN)/;
const MEANWHILE = /^TB_(?:REVIEW_OVERTAKEN|BOOK_OVERTAKEN)$/;

/** What is different from the item, of what the form says instead. */
function changeOf({ subject }: ReviewItem, given: Given): Readonly<Record<string, unknown>> {
  if (subject.t === 'reading') {
    const { value = '', element, holder } = given;
    let parsed: unknown;
    try {
      parsed = JSON.parse(value);
    } catch {
      throw new BookFailure('TB_REVIEW_SHAPE', { reason: 'the value is no JSON' });
    }
    return {
      ...(canonicalJson(parsed) === canonicalJson(subject.reading.value) ? {} : { value: parsed }),
      ...(element === undefined || element === subject.reading.element ? {} : { element }),
      ...(holder === undefined || holder === subject.reading.holder ? {} : { holder }),
    };
  }
  if (subject.t !== 'statement') return {};
  const { act, speakers = '' } = given;
  const names = speakers
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    ...(act === undefined || act === subject.statement.act ? {} : { act }),
    ...(names.join('; ') === speakersLine(subject.statement) ? {} : { speakers: names }),
  };
}

function othersOf(action: string, given: Given): readonly string[] {
  if (action === 'merge') return (given['with'] ?? '').split(/[\s,;]+/).filter((id) => id !== '');
  if (action !== 'split') return [];
  return Object.keys(given).flatMap((name) => (name.startsWith('out:') ? [name.slice('out:'.length)] : []));
}

function decisionOf(item: ReviewItem, given: Given, by: string): DecisionInput {
  const action = REVIEW_ACTIONS.find((one) => one === given['action']);
  const { kind } = item.target;
  if (action === undefined || action === 'withdraw' || action === 'add')
    throw new BookFailure('TB_REVIEW_ACTION', {
      action: given['action'] ?? '',
      kind,
      allowed: 'accept, correct, reject, merge, split, comment',
    });
  const seen = Number(given['seen']);
  return {
    action,
    target: item.target,
    by,
    why: given['why'] ?? '',
    others: othersOf(action, given),
    ...(action === 'correct' ? { change: changeOf(item, given) } : {}),
    // A form without it was not filled in here: then nothing may have been decided yet.
    ...(action === 'comment' ? {} : { seen: Number.isSafeInteger(seen) ? seen : 0 }),
  };
}

/** Adds the review of a served book, for those who may decide; for everybody else it is not there. */
export function addBookReviewRoutes(app: Hono, site: Site): void {
  const { bookReview: review, login } = site;
  if (review === undefined || login === undefined) return;
  const missing = (c: Context, page: Page): Response | Promise<Response> => answer(c, page, missingPage(page));
  const itemOf = (c: Context): Promise<ReviewItem | null> =>
    review.item({ kind: c.req.param('kind') as ReviewTarget['kind'], id: c.req.param('id') ?? '' });

  app.get('/review', async (c) => {
    const { page, wrong } = pageOf(c, site);
    if (!mayReview(page)) return missing(c, page);
    if (wrong !== null) return answer(c, page, wrongPage(page, wrong));
    return answer(c, page, bookReviewPage(page, await review.context()));
  });
  app.get('/review/:kind/:id', async (c) => {
    const { page, wrong } = pageOf(c, site);
    if (!mayReview(page)) return missing(c, page);
    if (wrong !== null) return answer(c, page, wrongPage(page, wrong));
    const item = await itemOf(c);
    return item === null ? missing(c, page) : answer(c, page, reviewItemPage(page, await review.context(), item));
  });
  app.post('/review/:kind/:id', bodyLimit({ maxSize: LARGEST, onError: (c) => c.text('Too large', 413) }), async (c) => {
    const { page } = pageOf(c, site);
    if (!mayReview(page)) return missing(c, page);
    const { token = '', ...fields } = await fieldsOf(c);
    const given: Given = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim()]));
    if ((await login.refusalOf(c, token)) !== null) return c.text(page.words.frontDesk.bookReview.elsewhere, 403);
    const item = await itemOf(c);
    if (item === null) return missing(c, page);
    // Nobody writes in another's name: only at the machine, where nobody has an account, the name is what is typed.
    const by = nameOf(page) ?? given['by'] ?? '';
    try {
      if (given['action'] === 'withdraw') {
        const named = item.decisions.find(({ id }) => id === given['decision']);
        if (!named) throw new BookFailure('TB_REVIEW_NOTHING_TO_WITHDRAW', { id: given['decision'] ?? '' });
        await review.withdraw({ decision: named.id, by, why: given['why'] ?? '' });
      } else await review.decide(decisionOf(item, given, by));
    } catch (failure) {
      if (!(failure instanceof BookFailure) || !REFUSED.test(failure.problem.code)) throw failure;
      const { problem } = failure;
      const status: RefusedDecision['status'] = MEANWHILE.test(problem.code) ? 409 : 400;
      // Somebody else's decision is shown with it: on that one has to be decided now.
      const now = (await itemOf(c)) ?? item;
      return answer(c, page, reviewItemPage(page, await review.context(), now, { id: item.target.id, given, problems: [problem], status }));
    }
    return c.redirect(page.href('/review', { query: { ...page.query, ...(nameOf(page) === null ? { by } : {}) } }), 303);
  });
}
