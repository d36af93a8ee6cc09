import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { BookFailure } from '../../store/index.ts';
import { mayReview } from '../navigation.ts';
import { fieldsOf } from '../own-form.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';
import { nameOf } from '../views/book-review/decision-form.tsx';
import { type DifferencesOf, differencesPage, keyOfDifference, type RefusedSettlement } from '../views/book-review/differences-view.tsx';
import { missingPage, wrongPage } from '../views/fault-views.tsx';
import { answer, pageOf } from './page-route.tsx';

const LARGEST = 64 * 1024;
const PATH = '/review/differences';
/** The samples of an interval are drawn alike each time, so that a figure does not change by itself. */
const SEED = 1;
/** Somebody else has settled it, or may be the one to settle it. */
const MEANWHILE = /^TB_(?:CODING_NOTHING_TO_SETTLE|BOOK_OVERTAKEN)$/;
const REFUSED = /^TB_(?:REVIEW|CODING|BOOK_OVERTAKEN)/;

/** Adds the list of what coders differ on, for those who may settle it; for everybody else it is not there. */
export function addDifferenceRoutes(app: Hono, site: Site): void {
  const { bookCoding: coding, login } = site;
  if (coding === undefined || login === undefined) return;
  const read = async (by: string): Promise<DifferencesOf> => ({
    by,
    differences: await coding.differences(by),
    tasks: new Map((await coding.tasks(by)).map((task) => [`${task.target.kind} ${task.target.id}`, task])),
    agreement: await coding.agreement(SEED),
  });
  /** Who settles: whoever has logged in; at the machine whoever says so. */
  const settlerOf = (page: Page, given?: string): string => (nameOf(page) ?? given ?? page.query['by'] ?? '').trim();

  app.get(PATH, async (c) => {
    const { page, wrong } = pageOf(c, site);
    if (!mayReview(page)) return answer(c, page, missingPage(page));
    if (wrong !== null) return answer(c, page, wrongPage(page, wrong));
    const by = settlerOf(page);
    return answer(c, page, differencesPage(page, by === '' ? null : await read(by)));
  });
  app.post(PATH, bodyLimit({ maxSize: LARGEST, onError: (c) => c.text('Too large', 413) }), async (c) => {
    const { page } = pageOf(c, site);
    if (!mayReview(page)) return answer(c, page, missingPage(page));
    const { token = '', ...given } = await fieldsOf(c);
    if ((await login.refusalOf(c, token)) !== null) return c.text(page.words.frontDesk.bookReview.elsewhere, 403);
    const by = settlerOf(page, given['by']);
    try {
      // Found among those that they may settle, so that trying tells nobody what others have answered.
      const difference = (await coding.differences(by)).find((one) => keyOfDifference(one) === given['of']);
      const [, id = '', variable = ''] = (given['of'] ?? '').split(' ');
      if (!difference) throw new BookFailure('TB_CODING_NOTHING_TO_SETTLE', { variable, id });
      const { target } = difference;
      await coding.adjudicate({ target, variable: difference.variable, value: (given['value'] ?? '').trim(), by, why: given['why'] ?? '' });
    } catch (failure) {
      if (!(failure instanceof BookFailure) || !REFUSED.test(failure.problem.code)) throw failure;
      const { problem } = failure;
      const status: RefusedSettlement['status'] = MEANWHILE.test(problem.code) ? 409 : 400;
      return answer(c, page, differencesPage(page, await read(by), { given, problems: [problem], status }));
    }
    return c.redirect(page.href(PATH, { query: { ...page.query, ...(nameOf(page) === null ? { by } : {}) } }), 303);
  });
}
