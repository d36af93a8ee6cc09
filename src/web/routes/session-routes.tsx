import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AccountFailure } from '../../app/accounts/account-failure.ts';
import type { Login, LoginOutcome } from '../../app/accounts/login.ts';
import { fieldsOf, isFromHere } from '../own-form.ts';
import { makePage } from '../page.ts';
import type { Site } from '../site.ts';
import { type LoginState, loginPage } from '../views/login-view.tsx';
import { addPage, answer, pageOf } from './page-route.tsx';

/** Largest form, in bytes. */
const LARGEST = 16 * 1024;

/** A path of ours to go on to; anything that could lead elsewhere is left out. */
function pathAfter(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[\w/.~-]{0,300}$/.test(next) && !next.startsWith('/login') ? next : '/';
}

/** Adds the pages on which one logs in and out; they are forms and need no scripts. */
export function addSessionRoutes(app: Hono, site: Site, login: Login<Context>): void {
  const small = bodyLimit({ maxSize: LARGEST, onError: (c) => c.text('Too large', 413) });

  /** The page again, with what went wrong. */
  const again = (c: Context, state: LoginState): Response | Promise<Response> => {
    const { page } = pageOf(c, site);
    // Its links lead to the page with the form, not to where the form was sent.
    const shown = makePage(site, { ...page, path: '/login' });
    return answer(c, shown, loginPage(shown, state));
  };
  const refused = (c: Context, outcome: Exclude<LoginOutcome, { kind: 'in' }>, state: LoginState): Response | Promise<Response> => {
    const words = pageOf(c, site).page.topics.accounts.login;
    if (outcome.kind === 'refused') return again(c, { ...state, said: words.wrong, status: 401 });
    c.header('Retry-After', String(outcome.seconds));
    return again(c, { ...state, said: words.wait(Math.ceil(outcome.seconds / 60)), status: 429 });
  };
  const elsewhere = (c: Context, state: LoginState = {}): Response | Promise<Response> =>
    again(c, { ...state, said: pageOf(c, site).page.topics.accounts.login.elsewhere, status: 403 });

  addPage(app, site, '/login', (page) =>
    loginPage(page, { next: pathAfter(page.query['next']), changed: page.query['changed'] === 'yes' }),
  );
  app.post('/login', small, async (c) => {
    const { name = '', password = '', next } = await fieldsOf(c);
    const state: LoginState = { name: name.slice(0, 100), next: pathAfter(next) };
    if (!isFromHere(c)) return elsewhere(c, state);
    const outcome = await login.logIn(c, name, password);
    if (outcome.kind !== 'in') return refused(c, outcome, state);
    return c.redirect(pageOf(c, site).page.href(pathAfter(next)), 303);
  });
  app.post('/login/password', small, async (c) => {
    const { token = '', current = '', password = '', again: twice = '' } = await fieldsOf(c);
    const { page } = pageOf(c, site);
    if ((await login.refusalOf(c, token)) !== null) return elsewhere(c);
    if (password !== twice) return again(c, { said: page.topics.accounts.login.differs, status: 400 });
    try {
      const outcome = await login.changePassword(c, current, password);
      if (outcome.kind !== 'in') return await refused(c, outcome, {});
      return c.redirect(page.href('/login', { query: { changed: 'yes' } }), 303);
    } catch (failure) {
      if (!(failure instanceof AccountFailure) || failure.problem.code !== 'TB_PASSWORD_LENGTH') throw failure;
      return again(c, { said: page.topics.accounts.login.nextRule, status: 400 });
    }
  });
  app.get('/logout', (c) => c.redirect(pageOf(c, site).page.href('/login'), 303));
  app.post('/logout', small, async (c) => {
    const { token = '' } = await fieldsOf(c);
    if ((await login.refusalOf(c, token)) !== null) return elsewhere(c);
    await login.logOut(c);
    return c.redirect(pageOf(c, site).page.href('/'), 303);
  });
}
