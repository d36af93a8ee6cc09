import { basename, extname } from 'node:path';
import type { Problem } from '../../errors.ts';
import { checkAddress, memoryFiles, readAnswer, reportOf, streamReports } from '../../feeds/index.ts';
import type { Report } from '../../model/index.ts';
import type { By } from '../../store/index.ts';
import type { KeptBook } from '../book.ts';
import { Refusal } from '../refusal.ts';
import type { ReadingThreads } from './reading-threads.ts';
import { reportWriter } from './report-writer.ts';

/** A text that was sent with the address it comes from, and what its sender knows of it. */
export interface SentText {
  readonly content: string;
  readonly mediaType: 'text/plain' | 'text/html';
  readonly address: string;
  readonly date: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly rights: string | null;
}

/** A file that was sent; what it is, its bytes and its ending say. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly rights: string | null;
}

/** What came of it: every report of it with the key under which it stands, and what was wrong. */
export interface TakenReports {
  readonly reports: readonly { readonly id: string; readonly key: string; readonly isNew: boolean }[];
  readonly problems: readonly Problem[];
}

export interface TakingParts {
  readonly book: KeptBook;
  readonly threads: ReadingThreads;
  readonly now: () => string;
  readonly by: By;
}

/** Longest name of a file that is kept. */
const LONGEST = 120;

interface Intake {
  readonly reports: readonly Report[];
  readonly problems: readonly Problem[];
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly rights: string | null;
}

async function write(
  { reports, problems, bytes, mediaType, rights }: Intake,
  { book, threads, now, by }: TakingParts,
): Promise<TakenReports> {
  const ids = reports.map(({ id }) => id);
  const before = new Set((await book.store.facts('report', { ids })).map(({ id }) => id));
  const writer = reportWriter(book, { threads, by });
  for (const report of reports) await writer.add({ report, bytes, mediaType, retrievedAt: now(), rights });
  await writer.settle();
  const kept = await book.store.facts('report', { ids });
  if (writer.counts().erased > 0)
    throw new Refusal('TB_DELETED_BEFORE', { id: ids.find((id) => !kept.some((one) => one.id === id)) ?? '' });
  return { reports: kept.map(({ id, body: { key } }) => ({ id, key, isNew: !before.has(id) })), problems };
}

/** Takes a text into the book, with what its sender states of it where it does not say so itself. */
export async function takeText(sent: SentText, parts: TakingParts): Promise<TakenReports> {
  const { content, mediaType, date, outlet, title, language, rights } = sent;
  const checked = checkAddress(sent.address);
  if ('problem' in checked) throw new Refusal('TB_REPORT_ADDRESS', { reason: checked.problem.message.replace(/\.$/, '') });
  const address = checked.url.href;
  const bytes = Buffer.from(content, 'utf8');
  const answer = { kind: 'answered', address, bytes, mediaType, charset: 'utf-8', etag: null, lastModified: null } as const;
  const read = await readAnswer(answer, address);
  const plan = { address, outlet, language, rights, follow: 0 };
  const made = read.drafts.map((draft) => {
    const own = { ...draft.own, date: date ?? draft.own.date, title: title ?? draft.own.title, language: language ?? draft.own.language };
    return reportOf({ ...draft, own }, plan, { source: address, reached: address, isFeed: false });
  });
  const problems = [...read.problems, ...made.flatMap((one) => one.problems)];
  return write({ reports: made.map(({ report }) => report), problems, bytes, mediaType, rights }, parts);
}

/** Takes a file into the book, of any form that the program reads. */
export async function takeFile({ name, bytes, mediaType, rights }: SentFile, parts: TakingParts): Promise<TakenReports> {
  const ending = extname(basename(name)).slice(0, 12);
  // The name becomes part of the key of a report; it is no path.
  const path = `${basename(name, ending)
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .slice(0, LONGEST)}${ending}`;
  const reports: Report[] = [];
  const problems: Problem[] = [];
  for await (const intake of streamReports([path], memoryFiles({ [path]: bytes }))) {
    reports.push(...intake.reports);
    problems.push(...intake.problems);
  }
  return write({ reports, problems, bytes, mediaType, rights }, parts);
}
