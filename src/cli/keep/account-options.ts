import { randomBytes } from 'node:crypto';
import { AccountFailure } from '../../app/accounts/account-failure.ts';
import { type Accounts, makeAccounts } from '../../app/accounts/accounts.ts';
import type { AccountMessages } from '../../i18n/accounts/messages.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { type By, openStore } from '../../store/index.ts';
import { type ExitCode, report, type Terminal } from '../terminal.ts';
import { type KeptOptions, placeOf } from './options.ts';

/** Options of every command that changes accounts. */
export interface ByOption {
  readonly by: string;
}

export interface PasswordOptions {
  readonly passwordStdin?: boolean;
}

/** The author of an entry made on the command line. */
export const byPerson = ({ by }: ByOption): By => ({ author: { kind: 'person', name: by } });

/** Works on the accounts of a book; what is wrong with what was asked is told with its code and ends with 1. */
export async function withAccounts(
  terminal: Terminal,
  options: KeptOptions,
  work: (accounts: Accounts, words: AccountMessages) => Promise<ExitCode>,
): Promise<ExitCode> {
  const store = await openStore(placeOf(terminal, options), { now: terminal.now });
  try {
    return await work(makeAccounts({ store, now: terminal.now, random: randomBytes }), topicsFor(options.lang).accounts);
  } catch (failure) {
    if (failure instanceof AccountFailure) return report(terminal, [failure.problem]);
    throw failure;
  } finally {
    await store.close();
  }
}

/** A password from standard input, or typed twice without being shown; never from an argument, which others could read. */
export async function readPassword(terminal: Terminal, name: string, options: PasswordOptions, words: AccountMessages): Promise<string> {
  if (options.passwordStdin) {
    for await (const line of terminal.lines('-')) return line;
    throw new AccountFailure('TB_PASSWORD_MISSING');
  }
  const first = (await terminal.askSecret?.(words.askPassword(name))) ?? null;
  if (first === null) throw new AccountFailure('TB_PASSWORD_MISSING');
  const second = (await terminal.askSecret?.(words.askAgain)) ?? null;
  if (second === null) throw new AccountFailure('TB_PASSWORD_MISSING');
  if (second !== first) throw new AccountFailure('TB_PASSWORD_DIFFERS');
  return first;
}
