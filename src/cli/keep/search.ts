import { indexBook, type SearchHit, searchBook } from '../../app/search-book.ts';
import { messagesFor } from '../../i18n/index.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { openStore } from '../../store/index.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { counted, type FormatOption, type KeptOptions, placeOf } from './options.ts';

export interface SearchCommandOptions extends KeptOptions, FormatOption {
  readonly in: 'statement' | 'text';
  readonly limit: number;
  readonly after?: number;
}

/** The words of a hit with those that were looked for set off, also where there is no colour. */
function marked({ report, start, end, marks }: SearchHit, paint: Terminal['paint']): string {
  let text = '';
  let at = start;
  for (const mark of marks) {
    text += `${report.text.slice(at, mark.start)}${paint('value', `[${report.text.slice(mark.start, mark.end)}]`)}`;
    at = mark.end;
  }
  return `${text}${report.text.slice(at, end)}`.replace(/\s+/g, ' ').trim();
}

/** Searches the book; reports that the index does not know yet are put into it first. */
export async function runSearch(terminal: Terminal, typed: string, options: SearchCommandOptions): Promise<ExitCode> {
  const store = await openStore(placeOf(terminal, options), { now: terminal.now });
  const { searching } = topicsFor(options.lang).book;
  const { day } = messagesFor(options.lang);
  try {
    const indexed = await indexBook(store);
    if (indexed > 0) terminal.err(`${searching.indexing(counted(indexed, options.lang))}\n`);
    const answer = await searchBook(store, typed, {
      kind: options.in,
      limit: options.limit,
      ...(options.after === undefined ? {} : { after: options.after }),
    });
    if (options.format === 'json') {
      const hits = answer.hits.map(({ report, statement, ...hit }) => ({
        ...hit,
        report: report.key,
        outlet: report.outlet,
        speakers: statement?.speakers ?? [],
      }));
      await terminal.out(
        `${JSON.stringify({ schema: 'trucebook/search@1', searched: typed, total: answer.total, atLeast: answer.atLeast, next: answer.next, hits }, null, 2)}\n`,
      );
      return 0;
    }
    if (answer.hits.length === 0) {
      await terminal.out(`${searching.nothing(typed)}\n`);
      return 0;
    }
    await terminal.out(
      `${terminal.paint('heading', searching.found(counted(answer.total, options.lang), answer.atLeast, options.in))}\n\n`,
    );
    for (const hit of answer.hits) {
      const who = hit.statement
        ? hit.statement.speakers.map(({ name }) => name).join(', ') || searching.unnamed
        : (hit.report.title ?? hit.report.key);
      const when = hit.at === null ? searching.undated : day(hit.at, false);
      await terminal.out(
        `${terminal.paint('holder', who)}  ${when}  ${terminal.paint('dim', `${hit.report.outlet ?? ''} ${hit.report.key} ${hit.id}`.trim())}\n`,
      );
      await terminal.out(`  ${marked(hit, terminal.paint)}\n\n`);
    }
    if (answer.next !== null) await terminal.out(`${searching.more(String(answer.next))}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
