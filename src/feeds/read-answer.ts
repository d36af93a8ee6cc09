import { type Problem, problem } from '../errors.ts';
import type { Report } from '../model/index.ts';
import { type Draft, nameOf, rejected } from './draft.ts';
import type { FeedPlan } from './feed-list.ts';
import { endingOf } from './network/media-types.ts';
import type { Answered } from './network/network-access.ts';
import { ENDING, isDocument, type ReadBytes, readBytes } from './read-bytes.ts';
import { finish } from './read-reports.ts';
import { firstStated, NOTHING_STATED } from './stated-fields.ts';

/** A name for what an address gave: the last part of its path, else its host. */
function baseOf(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  return nameOf(last.replace(/\.\w{2,5}$/, '')) || nameOf(hostname) || 'report';
}

/** Reads what an address answered with; what it is, the bytes decide, and its media type where they do not. */
export async function readAnswer(answer: Answered, address: string): Promise<ReadBytes> {
  const { bytes, mediaType, charset } = answer;
  const named = ENDING.exec(new URL(answer.address).pathname)?.[1]?.toLowerCase() ?? null;
  const ending = endingOf(mediaType) ?? (mediaType === null ? (named ?? 'html') : null);
  if (ending === null && bytes.length > 0 && !isDocument(bytes))
    return { form: null, ...rejected(problem('TB_FETCH_TYPE', { type: mediaType ?? '' }, { file: address })) };
  return readBytes(bytes, { path: address, base: baseOf(answer.address), ending, charset });
}

/** Where a report came from. */
export interface ReportPlace {
  /** Address as it was asked for. */
  readonly source: string;
  /** Where redirects led to. */
  readonly reached: string;
  readonly isFeed: boolean;
  /** The entry of a feed that linked to this article: it fills what the page does not state. */
  readonly behind?: Draft;
}

/** Makes the report of what an address gave. What the desk states of a feed goes before what the feed calls itself. */
export function reportOf(
  draft: Draft,
  plan: FeedPlan,
  { source, reached, isFeed, behind }: ReportPlace,
): { readonly report: Report; readonly problems: readonly Problem[] } {
  const entry = behind?.own ?? NOTHING_STATED;
  // An article goes by the address that the feed gives it: so both are known to be one.
  const url = isFeed ? draft.own.url : (draft.own.url ?? entry.url ?? reached);
  const own = { ...draft.own, outlet: plan.outlet ?? draft.own.outlet, url };
  const page = firstStated(draft.page, entry);
  const { pageOrigin: _, ...rest } = draft;
  const isDated = draft.page.date !== null;
  const made = finish(
    { ...rest, own, page, pageOrigin: isDated ? (draft.pageOrigin ?? 'page') : 'field' },
    { ...NOTHING_STATED, language: page.language ?? plan.language },
    draft.key,
    source,
  );
  return { report: made.reports[0] as Report, problems: made.problems };
}
