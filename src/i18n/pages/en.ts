import { chartsEn } from './charts/en.ts';
import { frontDeskEn } from './front-desk/en.ts';
import { incidentsEn } from './incidents/en.ts';
import { ledgerEn } from './ledger/en.ts';
import type { PageMessages } from './messages.ts';
import { methodEn } from './method/en.ts';
import { recordEn } from './record/en.ts';
import { shellEn } from './shell/en.ts';

/** English. */
export const pagesEn: PageMessages = {
  shell: shellEn,
  ledger: ledgerEn,
  record: recordEn,
  method: methodEn,
  charts: chartsEn,
  incidents: incidentsEn,
  frontDesk: frontDeskEn,
};
