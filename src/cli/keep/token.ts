import { AccountFailure } from '../../app/accounts/account-failure.ts';
import type { TokenView } from '../../app/accounts/views.ts';
import type { AccountMessages } from '../../i18n/accounts/messages.ts';
import type { UserRole } from '../../model/index.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { type ByOption, byPerson, withAccounts } from './account-options.ts';
import { type FormatOption, type KeptOptions, minuteOf } from './options.ts';

export interface CreateTokenOptions extends KeptOptions, ByOption {
  readonly label: string;
  readonly role?: UserRole;
  readonly days?: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Makes a token; its secret goes to standard output and everything about it to the other stream, so that it can be piped. */
export function runTokenCreate(terminal: Terminal, name: string, options: CreateTokenOptions): Promise<ExitCode> {
  return withAccounts(terminal, options, async ({ users, tokens }, words) => {
    const user = await users.find(name);
    if (!user) throw new AccountFailure('TB_USER_UNKNOWN', { name });
    const expiresAt = options.days === undefined ? null : new Date(Date.parse(terminal.now()) + options.days * DAY).toISOString();
    const asked = { user: user.id, label: options.label, role: options.role ?? user.role, expiresAt };
    const { token, secret } = await tokens.create(asked, byPerson(options));
    terminal.err(`${words.tokenMade(token.id, user.name, words.role[token.role])}\n`);
    await terminal.out(`${secret}\n`);
    terminal.err(`${words.tokenOnce}\n`);
    return 0;
  });
}

function stateOf({ expiresAt, revokedAt }: TokenView, now: string, { tokenState }: AccountMessages): string {
  if (revokedAt !== null) return tokenState.revoked(minuteOf(revokedAt));
  if (expiresAt === null) return tokenState.open;
  return Date.parse(expiresAt) <= Date.parse(now) ? tokenState.expired(minuteOf(expiresAt)) : tokenState.until(minuteOf(expiresAt));
}

/** Prints the tokens of one account, or of all. */
export function runTokenList(terminal: Terminal, name: string | undefined, options: KeptOptions & FormatOption): Promise<ExitCode> {
  return withAccounts(terminal, options, async ({ users, tokens }, words) => {
    const owner = name === undefined ? null : await users.find(name);
    if (name !== undefined && !owner) throw new AccountFailure('TB_USER_UNKNOWN', { name });
    const all = await tokens.list(owner?.id);
    if (options.format === 'json') await terminal.out(`${JSON.stringify(all, null, 2)}\n`);
    else if (all.length === 0) await terminal.out(`${words.noTokens}\n`);
    else {
      const names = new Map((await users.list()).map((user) => [user.id, user.name]));
      for (const token of all)
        await terminal.out(
          `${token.id}  ${names.get(token.user) ?? token.user}, ${words.role[token.role]}, ${token.label}, ${stateOf(token, terminal.now(), words)}\n`,
        );
    }
    return 0;
  });
}

/** Revokes a token. */
export function runTokenRevoke(terminal: Terminal, id: string, options: KeptOptions & ByOption): Promise<ExitCode> {
  return withAccounts(terminal, options, async ({ tokens }, words) => {
    const token = await tokens.revoke(id, byPerson(options));
    await terminal.out(`${words.tokenRevoked(token.id)}\n`);
    return 0;
  });
}
