import type { UserRole } from '../../model/index.ts';

/** Words about accounts: of the commands, and of the pages on which one logs in. */
export interface AccountMessages {
  readonly role: Readonly<Record<UserRole, string>>;
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
