import type { UserRole } from '../../model/index.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { type ByOption, byPerson, type PasswordOptions, readPassword, withAccounts } from './account-options.ts';
import type { FormatOption, KeptOptions } from './options.ts';

export interface AddUserOptions extends KeptOptions, ByOption, PasswordOptions {
  readonly role: UserRole;
  /** False: an account that only has tokens. */
  readonly password: boolean;
}

/** Adds an account. */
export function runUserAdd(terminal: Terminal, name: string, options: AddUserOptions): Promise<ExitCode> {
  return withAccounts(terminal, options, async ({ users }, words) => {
    const password = options.password ? await readPassword(terminal, name, options, words) : null;
    const user = await users.add({ name, role: options.role, password }, byPerson(options));
    await terminal.out(`${words.added(user.name, words.role[user.role], user.id)}\n`);
    return 0;
  });
}

/** Prints the accounts. */
export function runUserList(terminal: Terminal, options: KeptOptions & FormatOption): Promise<ExitCode> {
  return withAccounts(terminal, options, async ({ users }, words) => {
    const all = await users.list();
    if (options.format === 'json') await terminal.out(`${JSON.stringify(all, null, 2)}\n`);
    else if (all.length === 0) await terminal.out(`${words.noUsers}\n`);
    else
      for (const { id, name, role, disabled, hasPassword } of all) {
        const more = [...(disabled ? [words.isDisabled] : []), ...(hasPassword ? [] : [words.tokensOnly])];
        await terminal.out(`${id}  ${[`${name}, ${words.role[role]}`, ...more].join(', ')}\n`);
      }
    return 0;
  });
}

/** Gives an account another role. */
export function runUserRole(terminal: Terminal, name: string, role: UserRole, options: KeptOptions & ByOption): Promise<ExitCode> {
  return withAccounts(terminal, options, async ({ users }, words) => {
    const user = await users.changeRole(name, role, byPerson(options));
    await terminal.out(`${words.roleChanged(user.name, words.role[user.role])}\n`);
    return 0;
  });
}

/** Gives an account another password. */
export function runUserPassword(terminal: Terminal, name: string, options: KeptOptions & ByOption & PasswordOptions): Promise<ExitCode> {
  return withAccounts(terminal, options, async ({ users }, words) => {
    const user = await users.setPassword(name, await readPassword(terminal, name, options, words), byPerson(options));
    await terminal.out(`${words.passwordChanged(user.name)}\n`);
    return 0;
  });
}

/** Disables an account, or enables it again. */
export function runUserDisable(terminal: Terminal, name: string, disabled: boolean, options: KeptOptions & ByOption): Promise<ExitCode> {
  return withAccounts(terminal, options, async ({ users }, words) => {
    const user = await users.setDisabled(name, disabled, byPerson(options));
    await terminal.out(`${disabled ? words.disabled(user.name) : words.enabled(user.name)}\n`);
    return 0;
  });
}
