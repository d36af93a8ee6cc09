import type { UserRole } from '../../model/index.ts';

/** Words of the page on which one logs in, and of the head of every page. */
export interface LoginMessages {
  readonly title: string;
  readonly name: string;
  readonly password: string;
  readonly logIn: string;
  readonly logOut: string;
  readonly intro: string;
  readonly wrong: string;
  readonly wait: (minutes: number) => string;
  readonly elsewhere: string;
  readonly account: string;
  readonly loggedIn: (name: string, role: string) => string;
  readonly atTheMachine: string;
  readonly newPassword: string;
  readonly current: string;
  readonly next: string;
  readonly nextRule: string;
  readonly again: string;
  readonly differs: string;
  readonly change: string;
  readonly changed: string;
  readonly ends: string;
}

/** Words about accounts: of the commands, and of the pages on which one logs in. */
export interface AccountMessages {
  readonly role: Readonly<Record<UserRole, string>>;
  readonly login: LoginMessages;
  readonly askPassword: (name: string) => string;
  readonly askAgain: string;
  readonly added: (name: string, role: string, id: string) => string;
  readonly roleChanged: (name: string, role: string) => string;
  readonly passwordChanged: (name: string) => string;
  readonly disabled: (name: string) => string;
  readonly enabled: (name: string) => string;
  readonly noUsers: string;
  readonly isDisabled: string;
  readonly tokensOnly: string;
  readonly tokenMade: (id: string, name: string, role: string) => string;
  readonly tokenOnce: string;
  readonly tokenRevoked: (id: string) => string;
  readonly noTokens: string;
  readonly tokenState: {
    readonly until: (at: string) => string;
    readonly open: string;
    readonly expired: (at: string) => string;
    readonly revoked: (at: string) => string;
  };
}
