import { openBook } from '../../app/book.ts';
import { queueWriter } from '../../app/queue/queue-writer.ts';
import type { FetchedAddress, FetchingResult } from '../../app/reading/fetch-into-book.ts';
import { readIntoBook } from '../../app/reading/read-into-book.ts';
import { startReadingThreads } from '../../app/reading/reading-threads.ts';
import { type ReadingProgress, reportWriter } from '../../app/reading/report-writer.ts';
import { type Problem, problem } from '../../errors.ts';
import { parseFeedList } from '../../feeds/feed-list.ts';
import { reasonOf } from '../../feeds/file-access.ts';
import type { FeedPlan } from '../../feeds/index.ts';
import { checkAddress, isAddress } from '../../feeds/network/check-address.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { openQueue } from '../../store/index.ts';
import { type ExitCode, report, type Terminal } from '../terminal.ts';
import { counted, type KeptOptions, placeOf } from './options.ts';

export interface ReadCommandOptions extends KeptOptions {
  readonly by: string;
  readonly rights?: string;
  readonly threads?: number;
  /** Keeps the reports and leaves the reading to workers. */
  readonly queue?: boolean;
  /** Lists of feeds. */
  readonly feeds?: readonly string[];
  /** Articles that are fetched of each feed named as an argument. */
  readonly follow?: number;
}

/** Fewer reports than this are read before a thread has loaded its lexicons; a feed has a dozen or two. */
const WORTH_THREADS = 40;
const FEED = 15;

/** How many files the paths lead to, as far as a look into folders tells. */
async function countFiles(paths: readonly string[], { files }: Terminal): Promise<number> {
  let count = 0;
  for (const path of paths) {
    try {
      count += (await files.stat(path)).kind === 'folder' ? (await files.readDir(path)).length : 1;
    } catch {
      count++;
    }
  }
  return count;
}

/** The addresses that arguments and lists name, and what is wrong with the others. */
async function plansOf(
  addresses: readonly string[],
  { files }: Terminal,
  options: ReadCommandOptions,
): Promise<{ readonly plans: readonly FeedPlan[]; readonly problems: readonly Problem[] }> {
  const rights = options.rights ?? null;
  const plans: FeedPlan[] = [];
  const problems: Problem[] = [];
  for (const address of addresses) {
    const checked = checkAddress(address);
    if ('problem' in checked) problems.push(checked.problem);
    else plans.push({ address: checked.url.href, outlet: null, language: null, rights, follow: options.follow ?? 0 });
  }
  for (const path of options.feeds ?? []) {
    try {
      const list = parseFeedList(Buffer.from(await files.readFile(path)).toString('utf8'), path);
      problems.push(...list.problems);
      plans.push(...list.plans.map((plan) => ({ ...plan, rights: plan.rights ?? rights, follow: plan.follow || (options.follow ?? 0) })));
    } catch (failure) {
      problems.push(problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path }));
    }
  }
  // The same address named twice is asked once.
  return { plans: [...new Map(plans.map((plan) => [plan.address, plan])).values()], problems };
}

/**
 * Reads files, folders, addresses and lists of feeds into the book; what is there already is left as it is, so that the same call goes on
 * after a break.
 */
export async function runRead(terminal: Terminal, given: readonly string[], options: ReadCommandOptions): Promise<ExitCode> {
  const { reading, queueing } = topicsFor(options.lang).book;
  const number = (count: number): string => counted(count, options.lang);
  const paths = given.filter((path) => !isAddress(path));
  const { plans, problems } = await plansOf(given.filter(isAddress), terminal, options);
  const queue = options.queue ? await openQueue(placeOf(terminal, options)) : null;
  const book = await openBook(placeOf(terminal, options), { now: terminal.now });
  const makeWriter = queue === null ? reportWriter : queueWriter(queue);
  const expected = await countFiles(paths, terminal);
  const few = expected + plans.length * FEED < WORTH_THREADS;
  const threads = startReadingThreads(options.threads ?? (queue !== null || few ? 0 : 2));
  const began = terminal.monotonic?.() ?? 0;
  const show = ({ read, added, same }: ReadingProgress): void => {
    const seconds = Math.max(((terminal.monotonic?.() ?? 0) - began) / 1000, 0.001);
    const rate = (added + same) / seconds;
    terminal.progress?.(
      reading.progress(
        number(added + same),
        number(Math.max(expected, read)),
        number(Math.round(rate)),
        Math.ceil(Math.max(expected - added - same, 0) / rate),
      ),
    );
  };
  const lineOf = ({ address, state, added, same, changed, followed }: FetchedAddress): string =>
    `${address}: ${state === 'read' ? reading.fetched(number(added), number(same), number(changed), number(followed)) : reading[state]}\n`;
  terminal.isInterrupted?.();
  const isInterrupted = (): boolean => terminal.isInterrupted?.() ?? false;
  const by = { author: { kind: 'person', name: options.by } } as const;
  try {
    const files =
      paths.length === 0
        ? { added: 0, same: 0, erased: 0, problems: [], interrupted: false }
        : await readIntoBook(book, paths, {
            files: terminal.files,
            threads,
            now: terminal.now,
            by,
            rights: options.rights ?? null,
            onProgress: show,
            isInterrupted,
            makeWriter,
          });
    let fetched: FetchingResult | null = null;
    if (plans.length > 0 && !files.interrupted) {
      const { fetchIntoBook } = await import('../../app/reading/fetch-into-book.ts');
      fetched = await fetchIntoBook(book, plans, {
        network: terminal.network ?? (await import('../../app/fetching/node-network.ts')).nodeNetwork(terminal.env?.['TRUCEBOOK_CONTACT']),
        threads,
        now: terminal.now,
        by,
        onProgress: ({ address, added, same }) => terminal.progress?.(reading.fetching(address, number(added + same))),
        isInterrupted,
        makeWriter,
      });
    }
    terminal.progress?.(null);
    const code = report(terminal, [...problems, ...files.problems, ...(fetched?.problems ?? [])]);
    for (const one of fetched?.addresses ?? []) await terminal.out(lineOf(one));
    if (fetched && fetched.addresses.length > 1)
      await terminal.out(
        `${reading.fetchedAll(number(fetched.addresses.length), number(fetched.addresses.filter(({ state }) => state === 'failed').length))}\n`,
      );
    const told = queue === null ? reading.done : queueing.kept;
    await terminal.out(`${told(number(files.added + (fetched?.added ?? 0)), number(files.same + (fetched?.same ?? 0)))}\n`);
    const erased = files.erased + (fetched?.erased ?? 0);
    if (erased > 0) await terminal.out(`${reading.erased(number(erased))}\n`);
    if (!files.interrupted && fetched?.interrupted !== true) return code;
    terminal.err(`${reading.interrupted}\n`);
    return 3;
  } finally {
    await threads.close();
    await queue?.close();
    await book.close();
  }
}
