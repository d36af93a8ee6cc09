import type { ChartMessages } from './charts/messages.ts';
import type { FrontDeskMessages } from './front-desk/messages.ts';
import type { IncidentPageMessages } from './incidents/messages.ts';
import type { LedgerMessages } from './ledger/messages.ts';
import type { MethodMessages } from './method/messages.ts';
import type { RecordMessages } from './record/messages.ts';
import type { ShellMessages } from './shell/messages.ts';

/** Words of the pages: what stands round every page, those of the ledger, those of maps and timelines. */
export interface PageMessages {
  readonly shell: ShellMessages;
  readonly ledger: LedgerMessages;
  readonly record: RecordMessages;
  readonly method: MethodMessages;
  readonly charts: ChartMessages;
  readonly incidents: IncidentPageMessages;
  readonly frontDesk: FrontDeskMessages;
}
