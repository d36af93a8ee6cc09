import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isSameToken } from '../../app/accounts/session.ts';
import type { Decision } from '../../app/review-desk.ts';
import { problem } from '../../errors.ts';
import { canonicalJson } from '../../ledger/index.ts';
import type { Reading } from '../../model/index.ts';
import { isFromHere } from '../own-form.ts';
import type { Site } from '../site.ts';
import { type Refused, reviewPage } from '../views/review-view.tsx';
import { addPage, answer, pageOf } from './page-route.tsx';

const LARGEST = 64 * 1024;
const ACTIONS = ['accept', 'reject', 'correct'] as const;

/** What is different from the reading, of what the form says instead; null where the value is no JSON. */
function changesOf(
  reading: Reading,
  { value = '', element, holder }: Refused['given'],
): Pick<Decision, 'value' | 'element' | 'holder'> | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    return null;
  }
  return {
    ...(canonicalJson(parsed) === canonicalJson(reading.value) ? {} : { value: parsed }),
    ...(element === undefined || element === reading.element ? {} : { element }),
    ...(holder === undefined || holder === reading.holder ? {} : { holder }),
  };
}

/** Adds the review of the machine's readings, where there is a file to write decisions to; for the desk itself alone. */
export function addReviewRoutes(app: Hono, site: Site): void {
  const { review } = site;
  if (review === undefined) return;
  addPage(app, site, '/review', (page) => reviewPage(page, review.token));
  app.post('/review', bodyLimit({ maxSize: LARGEST, onError: (c) => c.text('Too large', 413) }), async (c) => {
    const { page } = pageOf(c, site);
    const body = await c.req.parseBody();
    const given = Object.fromEntries(
      Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
    );
    if (!isFromHere(c) || !isSameToken(review.token, given['token'] ?? '')) return c.text('Forbidden', 403);
    const action = ACTIONS.find((one) => one === given['action']);
    const reading = site.desk.dossier().readings.find(({ id }) => id === given['reading']);
    const refuse = (problems: Refused['problems']): Response | Promise<Response> =>
      answer(c, page, reviewPage(page, review.token, { given, problems }));
    if (action === undefined || reading === undefined) return refuse([problem('TB_READING_UNKNOWN', { id: given['reading'] ?? '' })]);
    const changes = action === 'correct' ? changesOf(reading, given) : {};
    if (changes === null) return refuse([problem('TB_CORRECTION_SHAPE', { reason: 'value: is no JSON' })]);
    const by = given['by'] ?? '';
    const problems = await review.decide({ action, reading: reading.id, by, why: given['why'] ?? '', ...changes });
    if (problems.length > 0) return refuse(problems);
    return c.redirect(page.href('/review', { query: { by } }), 303);
  });
}
