import { type Problem, problem } from '../../errors.ts';
import {
  type Answered,
  checkAddress,
  type Draft,
  type FeedPlan,
  type NetworkAccess,
  type ReadBytes,
  readAnswer,
  reportOf,
} from '../../feeds/index.ts';
import type { Report, Retrieval } from '../../model/index.ts';
import { type By, type NewFact, sha256 } from '../../store/index.ts';
import type { KeptBook } from '../book.ts';
import type { ReadingThreads } from './reading-threads.ts';
import { type MakeWriter, type ReadingProgress, reportWriter } from './report-writer.ts';

/** Media type of bytes that came without one. */
const UNKNOWN_TYPE = 'application/octet-stream';

/** The fact of bytes as they came. */
function sourceOf(address: string, { answer, retrievedAt }: Taken, rights: string | null): NewFact<'source'> {
  const { bytes } = answer;
  const hash = sha256(bytes);
  const mediaType = answer.mediaType ?? UNKNOWN_TYPE;
  return { kind: 'source', id: hash, attached: bytes, body: { sha256: hash, size: bytes.length, mediaType, retrievedAt, address, rights } };
}

/** What may go back to the server as it came. */
const SENT_BACK = /^[\x20-\x7e]{1,500}$/;

/** By what the server names the version of its bytes. */
const validatorsOf = ({ etag, lastModified }: Answered): Pick<Retrieval, 'etag' | 'lastModified'> => ({
  ...(etag === null || !SENT_BACK.test(etag) ? {} : { etag }),
  ...(lastModified === null || !SENT_BACK.test(lastModified) ? {} : { lastModified }),
});

/** What came of one address. */
export interface FetchedAddress {
  readonly address: string;
  /** `failed`: nothing was read of it; `unchanged`: as at the last retrieval. */
  readonly state: 'read' | 'unchanged' | 'failed';
  readonly added: number;
  readonly same: number;
  /** Reports that took the place of an earlier one at the same address. */
  readonly changed: number;
  /** Articles a feed links to that were fetched. */
  readonly followed: number;
}

/** What came of fetching; every problem is there, nothing is dropped. */
export interface FetchingResult extends ReadingProgress {
  readonly erased: number;
  readonly addresses: readonly FetchedAddress[];
  readonly problems: readonly Problem[];
  readonly interrupted: boolean;
}

export interface FetchingOptions {
  readonly network: NetworkAccess;
  readonly threads: ReadingThreads;
  readonly now: () => string;
  readonly by: By;
  readonly onProgress?: (progress: ReadingProgress & { readonly address: string }) => void;
  readonly isInterrupted?: () => boolean;
  /** Where reports go; left out, they are read here and now. */
  readonly makeWriter?: MakeWriter;
}

/** One answer taken apart, with what the book must keep of it. */
interface Taken {
  readonly answer: Answered;
  readonly read: ReadBytes;
  readonly retrievedAt: string;
}

/**
 * Fetches addresses into a book: pages and documents as reports, feeds entry by entry and, where asked, with the articles they link to. An
 * address that answers as before costs no more than the question. Each is finished before the next; one that fails leaves the others going.
 */
export async function fetchIntoBook(book: KeptBook, plans: readonly FeedPlan[], options: FetchingOptions): Promise<FetchingResult> {
  const { network, threads, now, by, onProgress, isInterrupted = () => false, makeWriter = reportWriter } = options;
  const { store } = book;
  const problems: Problem[] = [];
  const addresses: FetchedAddress[] = [];
  let interrupted = false;
  const total = { read: 0, added: 0, same: 0, erased: 0 };

  const formerOf = async (address: string): Promise<Retrieval | null> => (await store.fact('retrieval', address))?.body ?? null;

  const writeRetrieval = async (address: string, body: Omit<Retrieval, 'address'>): Promise<void> => {
    await store.append([{ kind: 'retrieval', id: address, home: address, body: { address, ...body } }], by);
  };

  /** Asks an address; null if there is nothing to read, with what is to be said of it. */
  const take = async (address: string, former: Retrieval | null): Promise<Taken | 'unchanged' | null> => {
    const answer = await network.ask(address, { etag: former?.etag, lastModified: former?.lastModified });
    const retrievedAt = now();
    if (answer.kind === 'failed') {
      problems.push(answer.problem);
      return null;
    }
    if (answer.kind === 'answered' && (former === null || ![former.source, former.seen].includes(sha256(answer.bytes)))) {
      const read = await readAnswer(answer, address);
      problems.push(...read.problems);
      return read.drafts.length === 0 ? null : { answer, read, retrievedAt };
    }
    if (former === null) return null;
    const { outcome: _, ...rest } = former;
    await writeRetrieval(address, { ...rest, ...(answer.kind === 'answered' ? validatorsOf(answer) : {}), retrievedAt, outcome: 'same' });
    return 'unchanged';
  };

  /** What the book keeps of an answer whose reports are written. */
  const keep = async (address: string, former: Retrieval | null, taken: Taken, added: number, more: Partial<Retrieval>): Promise<void> => {
    const { answer, retrievedAt } = taken;
    const hash = sha256(answer.bytes);
    // Reports of an address that is new may have come by other ways; its bytes are kept all the same.
    if (added === 0 && former === null) await store.append([sourceOf(address, taken, more.rights ?? null)], by);
    const isKept = (await store.fact('source', hash)) !== null;
    const source = isKept ? hash : (former?.source ?? hash);
    await writeRetrieval(address, {
      source,
      retrievedAt,
      rights: more.rights ?? null,
      outcome: added > 0 ? 'new' : 'other',
      ...(isKept ? {} : { seen: hash }),
      ...(answer.address === address ? {} : { reached: answer.address }),
      ...validatorsOf(answer),
      ...(more.followed === undefined ? {} : { followed: more.followed }),
    });
  };

  /** Writes the reports of one answer; gives how many were new, there already, and changed. */
  const write = async (
    plan: FeedPlan,
    reports: readonly Report[],
    { answer, retrievedAt }: Taken,
  ): Promise<{ added: number; same: number; changed: number }> => {
    const writer = makeWriter(book, { threads, by, onProgress: (progress) => onProgress?.({ ...progress, address: plan.address }) });
    const here = new Set(reports.map(({ id }) => id));
    const perUrl = new Map<string | null, number>();
    for (const { url } of reports) perUrl.set(url, (perUrl.get(url) ?? 0) + 1);
    let [changed, passed] = [0, 0];
    for (const report of reports) {
      const known = report.url === null ? [] : await book.reportsAt(report.url);
      const isExcerpt = report.carrier?.excerpt === true;
      // A feed goes on naming what the book has whole.
      if (isExcerpt && known.some((one) => !one.isExcerpt)) {
        passed++;
        continue;
      }
      // Entries that share an address (a ticker) are no versions of one another.
      const isOne = perUrl.get(report.url) === 1 && !known.some(({ id }) => id === report.id);
      const earlier = isOne
        ? known.filter((one) => one.source === report.source && one.isExcerpt === isExcerpt && !here.has(one.id)).map(({ id }) => id)
        : [];
      const before = earlier.at(-1);
      if (before !== undefined) {
        changed++;
        problems.push(
          problem('TB_REPORT_CHANGED', { earlier: before, later: report.id }, { file: report.url ?? plan.address, severity: 'warning' }),
        );
      }
      await writer.add({
        report,
        bytes: answer.bytes,
        mediaType: answer.mediaType ?? UNKNOWN_TYPE,
        retrievedAt,
        rights: plan.rights,
        earlier,
      });
    }
    await writer.settle();
    const { added, same, erased } = writer.counts();
    total.read += reports.length;
    total.added += added;
    total.same += same + passed;
    total.erased += erased;
    return { added, same: same + passed, changed };
  };

  const reportFrom = (draft: Draft, plan: FeedPlan, taken: Taken, source: string, behind?: Draft): Report => {
    const made = reportOf(draft, plan, {
      source,
      reached: taken.answer.address,
      isFeed: taken.read.form === 'feed',
      ...(behind ? { behind } : {}),
    });
    problems.push(...made.problems);
    return made.report;
  };

  /** Fetches the articles of a feed; gives the entries that have no article of their own now, and whether all were asked. */
  const followLinks = async (
    plan: FeedPlan,
    taken: Taken,
  ): Promise<{ entries: readonly Draft[]; sums: { added: number; same: number; changed: number }; followed: number; isWhole: boolean }> => {
    const entries: Draft[] = [];
    const sums = { added: 0, same: 0, changed: 0 };
    let [followed, isWhole] = [0, true];
    for (const draft of taken.read.drafts) {
      const checked = draft.own.url === null ? null : checkAddress(draft.own.url);
      const address = checked !== null && 'url' in checked ? checked.url.href : null;
      if (address === null || followed >= plan.follow || isInterrupted()) {
        if (address !== null) isWhole = false;
        entries.push(draft);
        continue;
      }
      followed++;
      const former = await formerOf(address);
      const article = await take(address, former);
      if (article === 'unchanged') {
        sums.same++;
        continue;
      }
      const [body] = article?.read.drafts ?? [];
      // A link that leads to no single article (a feed, a list) leaves the entry as it is.
      if (article === null || body === undefined || article.read.drafts.length > 1) {
        entries.push(draft);
        continue;
      }
      const sum = await write(plan, [reportFrom(body, plan, article, address, draft)], article);
      await keep(address, former, article, sum.added, { rights: plan.rights });
      sums.added += sum.added;
      sums.same += sum.same;
      sums.changed += sum.changed;
    }
    return { entries, sums, followed, isWhole };
  };

  const fetchOne = async (plan: FeedPlan): Promise<FetchedAddress> => {
    const { address } = plan;
    const nothing = { address, added: 0, same: 0, changed: 0, followed: 0 };
    const before = await formerOf(address);
    // Articles that were not asked last time are not to be missed because the feed is as it was.
    const former = plan.follow > 0 && before !== null && before.followed !== true ? null : before;
    const taken = await take(address, former);
    if (taken === null) return { ...nothing, state: 'failed' };
    if (taken === 'unchanged') return { ...nothing, state: 'unchanged' };
    const followsLinks = plan.follow > 0 && taken.read.form === 'feed';
    const { entries, sums, followed, isWhole } = followsLinks
      ? await followLinks(plan, taken)
      : { entries: taken.read.drafts, sums: { added: 0, same: 0, changed: 0 }, followed: 0, isWhole: false };
    const own = await write(
      plan,
      entries.map((draft) => reportFrom(draft, plan, taken, address)),
      taken,
    );
    // An interrupted feed is asked anew the next time.
    if (!isInterrupted())
      await keep(address, before, taken, own.added, { rights: plan.rights, ...(followsLinks && isWhole ? { followed: true } : {}) });
    return {
      address,
      state: 'read',
      added: own.added + sums.added,
      same: own.same + sums.same,
      changed: own.changed + sums.changed,
      followed,
    };
  };

  for (const plan of plans) {
    if (isInterrupted()) {
      interrupted = true;
      break;
    }
    addresses.push(await fetchOne(plan));
  }
  return { ...total, addresses, problems, interrupted: interrupted || isInterrupted() };
}
