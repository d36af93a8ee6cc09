import { chartsDe } from './charts/de.ts';
import { frontDeskDe } from './front-desk/de.ts';
import { incidentsDe } from './incidents/de.ts';
import { ledgerDe } from './ledger/de.ts';
import type { PageMessages } from './messages.ts';
import { methodDe } from './method/de.ts';
import { recordDe } from './record/de.ts';
import { shellDe } from './shell/de.ts';

/** German. */
export const pagesDe: PageMessages = {
  shell: shellDe,
  ledger: ledgerDe,
  record: recordDe,
  method: methodDe,
  charts: chartsDe,
  incidents: incidentsDe,
  frontDesk: frontDeskDe,
};
