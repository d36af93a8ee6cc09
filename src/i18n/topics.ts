import { accountsDe } from './accounts/de.ts';
import { accountsEn } from './accounts/en.ts';
import type { AccountMessages } from './accounts/messages.ts';
import { bookDe } from './book/de.ts';
import { bookEn } from './book/en.ts';
import type { BookMessages } from './book/messages.ts';
import { changesDe } from './changes/de.ts';
import { changesEn } from './changes/en.ts';
import type { ChangeMessages } from './changes/messages.ts';
import { dailyDe } from './daily/de.ts';
import { dailyEn } from './daily/en.ts';
import type { DailyMessages } from './daily/messages.ts';
import { importsDe } from './imports/de.ts';
import { importsEn } from './imports/en.ts';
import type { ImportMessages } from './imports/messages.ts';
import { monitorDe } from './monitor/de.ts';
import { monitorEn } from './monitor/en.ts';
import type { MonitorMessages } from './monitor/messages.ts';
import { pagesDe } from './pages/de.ts';
import { pagesEn } from './pages/en.ts';
import type { PageMessages } from './pages/messages.ts';
import { releaseDe } from './release/de.ts';
import { releaseEn } from './release/en.ts';
import type { ReleaseMessages } from './release/messages.ts';

/** The words of one topic each, so that a page or command loads what it prints. */
export interface Topics {
  readonly accounts: AccountMessages;
  readonly book: BookMessages;
  readonly changes: ChangeMessages;
  readonly daily: DailyMessages;
  readonly imports: ImportMessages;
  readonly monitor: MonitorMessages;
  readonly pages: PageMessages;
  readonly release: ReleaseMessages;
}

const TOPICS: Readonly<Record<'de' | 'en', Topics>> = {
  de: {
    accounts: accountsDe,
    book: bookDe,
    changes: changesDe,
    daily: dailyDe,
    imports: importsDe,
    monitor: monitorDe,
    pages: pagesDe,
    release: releaseDe,
  },
  en: {
    accounts: accountsEn,
    book: bookEn,
    changes: changesEn,
    daily: dailyEn,
    imports: importsEn,
    monitor: monitorEn,
    pages: pagesEn,
    release: releaseEn,
  },
};

/** The words of the topics in one language. */
export function topicsFor(language: 'de' | 'en'): Topics {
  return TOPICS[language];
}
