import { type KeptBook, openBook } from '../../src/app/book.ts';
import { makeReport, type Report } from '../../src/model/index.ts';
import { type StoreKind, tickingClock } from '../store/stores.ts';

export const by = { author: { kind: 'person', name: 'Intake' } } as const;

const text = (who: string): string =>
  `„Wir stimmen einer Pause der Angriffe auf Energieanlagen für 30 Tage zu“, sagte ${who}. Moskau forderte ein Ende der Militärhilfe. Kiew wies den Vorschlag zurück, die Häfen auszunehmen. Paris begrüßte die Zusage.`;

/** Short reports of three speakers, and one in a language that nobody reads by machine. */
export const REPORTS: readonly Report[] = [
  ...['der ukrainische Präsident Selenskyj', 'der russische Präsident Putin', 'der amerikanische Präsident Trump'].map((who, index) =>
    makeReport(`r${index}`, text(who), { date: `2025-03-1${index + 7}`, outlet: 'Beispielblatt' }),
  ),
  makeReport('pl', 'Rzecznik rządu powiedział, że przerwa potrwa trzydzieści dni. Dodał, że przerwa potrwa trzydzieści dni bez wyjątków.', {
    date: '2025-03-20',
    outlet: 'Dziennik',
    language: 'pl',
  }),
];

/** A book with the reports of the tests in it. */
export async function reviewedBook(kind: StoreKind, now: () => string = tickingClock()): Promise<KeptBook> {
  const book = await openBook(await kind.place(), { now, create: true });
  await book.addReports(
    REPORTS.map((report) => ({
      report,
      bytes: Buffer.from(report.text),
      mediaType: 'text/plain',
      retrievedAt: '2025-04-01T00:00:00Z',
    })),
    by,
  );
  return book;
}
