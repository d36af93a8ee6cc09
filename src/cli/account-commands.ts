import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { ROLES, type UserRole } from '../model/record.ts';
import type { SharedOptions } from './book-commands.ts';
import { bookOption } from './store-commands.ts';
import type { ExitCode, Terminal } from './terminal.ts';

function parseDays(value: string): number {
  const days = Number(value);
  if (!Number.isSafeInteger(days) || days < 1 || days > 3650) throw new InvalidArgumentError('Write a whole number from 1 to 3650.');
  return days;
}

const by = (): Option => new Option('--by <name>', 'who does it; stands in the journal').makeOptionMandatory();
const format = (): Option => new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text');
const fromStdin = (): Option => new Option('--password-stdin', 'the password is the first line of standard input');

/** Adds the commands: user (add, list, role, password, disable, enable), token (create, list, revoke). */
export function addAccountCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const { lang, examples } = shared;

  const user = program
    .command('user')
    .summary('who may use the book over the network, and as what')
    .description(
      'Accounts of a book that is served to others. Roles: reader sees everything but exact places; coder codes and comments; editor also decides, takes in, and sees exact places, each look written down; publisher also publishes; admin also changes accounts. The journal has ids alone: names and hashes are kept apart.',
    )
    .addHelpText('after', examples('user add Ada --role admin --by Ada', 'user list', 'user disable Ben --by Ada'));
  user
    .command('add')
    .summary('adds an account')
    .description('Adds an account. The password is asked for and not shown; it has 12 to 256 characters.')
    .argument('<name>', 'name to log in with; it may have blanks')
    .addOption(new Option('--role <role>', 'what the account may do').choices(ROLES).makeOptionMandatory())
    .addOption(by())
    .addOption(fromStdin())
    .option('--no-password', 'an account for programs: it has tokens only')
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('user add Ada --role admin --by Ada', 'user add robot --role reader --no-password --by Ada'))
    .action(async (name: string, options) => {
      const { runUserAdd } = await import('./keep/user.ts');
      done(await runUserAdd(terminal, name, options));
    });
  user
    .command('list')
    .summary('all accounts, without their passwords')
    .description('Prints id, name and role of every account.')
    .addOption(bookOption())
    .addOption(format())
    .addOption(lang())
    .action(async (options) => {
      const { runUserList } = await import('./keep/user.ts');
      done(await runUserList(terminal, options));
    });
  user
    .command('role')
    .summary('gives an account another role')
    .description('Gives an account another role. Its sessions end; its tokens can do no more than the new role.')
    .argument('<name>', 'name or id')
    .addArgument(new Argument('<role>', 'what the account may do').choices(ROLES))
    .addOption(by())
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('user role Ben editor --by Ada'))
    .action(async (name: string, role: UserRole, options) => {
      const { runUserRole } = await import('./keep/user.ts');
      done(await runUserRole(terminal, name, role, options));
    });
  user
    .command('password')
    .summary('gives an account another password')
    .description('Gives an account another password. Its sessions end; revoke its tokens where they may be known as well.')
    .argument('<name>', 'name or id')
    .addOption(by())
    .addOption(fromStdin())
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('user password Ben --by Ada'))
    .action(async (name: string, options) => {
      const { runUserPassword } = await import('./keep/user.ts');
      done(await runUserPassword(terminal, name, options));
    });
  for (const [name, disabled] of [
    ['disable', true],
    ['enable', false],
  ] as const)
    user
      .command(name)
      .summary(disabled ? 'an account can no longer log in or use its tokens' : 'an account that was disabled can log in again')
      .description(
        disabled
          ? 'Ends the sessions of an account and stops its tokens within a second. What it did stays in the journal.'
          : 'Lets a disabled account log in again; its tokens that have not expired hold again too.',
      )
      .argument('<name>', 'name or id')
      .addOption(by())
      .addOption(bookOption())
      .addOption(lang())
      .addHelpText('after', examples(`user ${name} Ben --by Ada`))
      .action(async (who: string, options) => {
        const { runUserDisable } = await import('./keep/user.ts');
        done(await runUserDisable(terminal, who, disabled, options));
      });

  const token = program
    .command('token')
    .summary('keys by which programs use the book for somebody')
    .description('A token lets a program act for an account, never with more than the account may at the time. Only its hash is kept.')
    .addHelpText('after', examples('token create Ada --label "daily report" --days 90 --by Ada', 'token revoke tok-1a2b3c4d5e6f --by Ada'));
  token
    .command('create')
    .summary('makes a token and prints it once')
    .description('Makes a token. It alone goes to standard output, so that it can be piped to where it is kept.')
    .argument('<name>', 'name or id of the account it acts for')
    .requiredOption('--label <words>', 'what it is for')
    .addOption(new Option('--role <role>', 'what it may do; at most what the account may').choices(ROLES))
    .addOption(new Option('--days <count>', 'it expires after so many days').argParser(parseDays))
    .addOption(by())
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('token create Ada --label "daily report" --role reader --days 90 --by Ada'))
    .action(async (name: string, options) => {
      const { runTokenCreate } = await import('./keep/token.ts');
      done(await runTokenCreate(terminal, name, options));
    });
  token
    .command('list')
    .summary('all tokens, without their secrets')
    .description('Prints id, account, role, label and state of every token, or of those of one account.')
    .argument('[name]', 'name or id of an account')
    .addOption(bookOption())
    .addOption(format())
    .addOption(lang())
    .action(async (name: string | undefined, options) => {
      const { runTokenList } = await import('./keep/token.ts');
      done(await runTokenList(terminal, name, options));
    });
  token
    .command('revoke')
    .summary('a token no longer holds')
    .description('Revokes a token; it cannot be made to hold again.')
    .argument('<id>', 'id, as `token list` prints it')
    .addOption(by())
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('token revoke tok-1a2b3c4d5e6f --by Ada'))
    .action(async (id: string, options) => {
      const { runTokenRevoke } = await import('./keep/token.ts');
      done(await runTokenRevoke(terminal, id, options));
    });
}
