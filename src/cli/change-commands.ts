import { type Command, Option } from 'commander';
import { CHANGE_KINDS } from '../model/announcement.ts';
import type { SharedOptions } from './book-commands.ts';
import { collect } from './collect.ts';
import { gateOptions } from './gate-options.ts';
import { bookOption } from './store-commands.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const by = (): Option => new Option('--by <name>', 'who does it; stands in the journal').makeOptionMandatory();

/** Adds the commands: webhook (add, list, remove, enable), deliver. */
export function addChangeCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void, shared: SharedOptions): void {
  const { lang, examples } = shared;
  const webhook = program
    .command('webhook')
    .summary('where changes of the book are sent to')
    .description(
      'Addresses to which changes are sent as they are told, signed with a secret of each. `serve` sends them as the book changes, `deliver` once. For everybody goes what has been released, once a day; what is internal goes over https alone.',
    )
    .addHelpText('after', examples('webhook add https://desk.example/changes --audience public --by Ada', 'webhook list'));
  webhook
    .command('add')
    .summary('adds an address and prints its secret once')
    .description('Adds an address. Its secret alone goes to standard output. What was told before is not sent.')
    .argument('<url>', 'public address that takes POST requests')
    .addOption(new Option('--audience <audience>', 'for whom the changes are').choices(['public', 'internal']).makeOptionMandatory())
    .addOption(new Option('--kind <kind...>', 'only changes of these kinds').choices(CHANGE_KINDS))
    .addOption(new Option('--agreement <id>', 'only changes of this agreement; may be repeated').argParser(collect))
    .addOption(new Option('--holder <code>', 'only what this holder says; may be repeated').argParser(collect))
    .addOption(by())
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('webhook add https://desk.example/changes --audience internal --kind divergence verdict --by Ada'))
    .action(async (url: string, options) => {
      const { runWebhookAdd } = await import('./keep/webhook.ts');
      done(await runWebhookAdd(terminal, url, options));
    });
  webhook
    .command('list')
    .summary('all addresses with their state, without their secrets')
    .description('Prints id, audience, address and state of every webhook, and why one was disabled.')
    .addOption(bookOption())
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .addOption(lang())
    .action(async (options) => {
      const { runWebhookList } = await import('./keep/webhook.ts');
      done(await runWebhookList(terminal, options));
    });
  webhook
    .command('remove')
    .summary('nothing is sent to an address any more')
    .description('Removes a webhook; the journal keeps that it was there.')
    .argument('<id>', 'id, as `webhook list` prints it')
    .addOption(by())
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('webhook remove whk-1a2b3c4d5e6f --by Ada'))
    .action(async (id: string, options) => {
      const { runWebhookRemove } = await import('./keep/webhook.ts');
      done(await runWebhookRemove(terminal, id, options));
    });
  webhook
    .command('enable')
    .summary('an address that was disabled for its failures is tried again')
    .description('Enables a webhook that was disabled; it goes on where it was, so that nothing is lost.')
    .argument('<id>', 'id, as `webhook list` prints it')
    .addOption(by())
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('webhook enable whk-1a2b3c4d5e6f --by Ada'))
    .action(async (id: string, options) => {
      const { runWebhookEnable } = await import('./keep/webhook.ts');
      done(await runWebhookEnable(terminal, id, options));
    });

  const deliver = program
    .command('deliver')
    .summary('sends the webhooks what is due, once')
    .description(
      'Sends every webhook the changes that were told since its last delivery. What fails is tried again by a later call, less and less often. The gate goes by the same options as that of `serve`.',
    )
    .addOption(bookOption())
    .addOption(lang())
    .addHelpText('after', examples('deliver --book desk-2025 --names names.yaml'))
    .action(async (options) => {
      const { runDeliver } = await import('./keep/deliver.ts');
      done(await runDeliver(terminal, options));
    });
  for (const option of gateOptions()) deliver.addOption(option);
}
