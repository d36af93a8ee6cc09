import type { JSX } from 'hono/jsx/jsx-runtime';
import type { UserRole } from '../../model/index.ts';
import { printable } from '../../report/index.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';

const roleOf = (page: Page, role: string): string => page.topics.accounts.role[role as UserRole] ?? role;

/** Who is logged in, and the way in or out; stands in the head of every page. */
export function Who({ page }: { readonly page: Page }): JSX.Element | string {
  const { asker } = page;
  if (asker === null || asker.principal.via === 'local' || asker.principal.via === 'token') return '';
  const { login } = page.topics.accounts;
  if (asker.principal.via === 'nothing')
    return (
      <span class="switch">
        <a href={page.href('/login', page.path.startsWith('/login') || page.path === '/' ? {} : { query: { next: page.path } })}>
          {login.title}
        </a>
      </span>
    );
  const { name, role } = asker.principal;
  return (
    <span class="switch who">
      <a href={page.href('/login')}>
        <bdi>{printable(name)}</bdi> <span class="role">({roleOf(page, role)})</span>
      </a>
      <form method="post" action={page.href('/logout')}>
        <input type="hidden" name="token" value={asker.csrf ?? ''} />
        <button type="submit" class="plain">
          {login.logOut}
        </button>
      </form>
    </span>
  );
}

/** What a form is shown again with. */
export interface LoginState {
  readonly name?: string;
  readonly next?: string;
  /** Why it was not done. */
  readonly said?: string;
  readonly changed?: boolean;
  readonly status?: 401 | 403 | 400 | 429;
}

const Said = ({ state }: { readonly state: LoginState }): JSX.Element | string =>
  state.said === undefined ? (
    ''
  ) : (
    <p class="said" role="alert">
      {state.said}
    </p>
  );

function LoginForm({ page, state }: { readonly page: Page; readonly state: LoginState }): JSX.Element {
  const { login } = page.topics.accounts;
  return (
    <>
      <h1>{login.title}</h1>
      <p>{login.intro}</p>
      <Said state={state} />
      <form method="post" action={page.href('/login')} class="login">
        <input type="hidden" name="next" value={state.next ?? ''} />
        <label>
          {login.name}
          <input
            name="name"
            required
            maxlength={100}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            value={state.name ?? ''}
          />
        </label>
        <label>
          {login.password}
          <input name="password" type="password" required maxlength={1000} autocomplete="current-password" />
        </label>
        <p>
          <button type="submit">{login.logIn}</button>
        </p>
      </form>
      <p class="soft">{login.ends}</p>
    </>
  );
}

function AccountForms({ page, state }: { readonly page: Page; readonly state: LoginState }): JSX.Element {
  const { asker, topics } = page;
  const { login } = topics.accounts;
  const { name = '', role = '' } = asker?.principal ?? {};
  return (
    <>
      <h1>{login.account}</h1>
      <p>
        <bdi>{printable(login.loggedIn(name, roleOf(page, role)))}</bdi>
      </p>
      {state.changed ? <p role="status">{login.changed}</p> : ''}
      <h2>{login.newPassword}</h2>
      <Said state={state} />
      <form method="post" action={page.href('/login/password')} class="login">
        <input type="hidden" name="token" value={asker?.csrf ?? ''} />
        <input type="hidden" name="username" autocomplete="username" value={name} />
        <label>
          {login.current}
          <input name="current" type="password" required maxlength={1000} autocomplete="current-password" />
        </label>
        <label>
          {login.next}
          <input name="password" type="password" required maxlength={1000} autocomplete="new-password" aria-describedby="rule" />
        </label>
        <p class="soft" id="rule">
          {login.nextRule}
        </p>
        <label>
          {login.again}
          <input name="again" type="password" required maxlength={1000} autocomplete="new-password" />
        </label>
        <p>
          <button type="submit">{login.change}</button>
        </p>
      </form>
    </>
  );
}

/** The page on which one logs in; whoever is logged in finds the account there, and can change the password. */
export function loginPage(page: Page, state: LoginState = {}): View {
  const { login } = page.topics.accounts;
  const via = page.asker?.principal.via;
  const isIn = via === 'session';
  return {
    title: isIn ? login.account : login.title,
    timeless: true,
    status: state.status ?? 200,
    body:
      via === 'local' ? (
        <p>{login.atTheMachine}</p>
      ) : isIn ? (
        <AccountForms page={page} state={state} />
      ) : (
        <LoginForm page={page} state={state} />
      ),
  };
}
