import { LineCounter, parseDocument } from 'yaml';
import { type Problem, problem } from '../errors.ts';
import { checkAddress } from './network/check-address.ts';

/** One address that a desk reads, and what the desk states of it. */
export interface FeedPlan {
  readonly address: string;
  readonly outlet: string | null;
  /** Of reports that state none. */
  readonly language: string | null;
  readonly rights: string | null;
  /** Articles a feed links to that are fetched as well, at most. */
  readonly follow: number;
}

/** The feeds of a list, in its order, and what was wrong with the others. */
export interface FeedList {
  readonly plans: readonly FeedPlan[];
  readonly problems: readonly Problem[];
}

/** Most articles that are followed from one feed in one call. */
export const MOST_FOLLOWED = 500;
/** Articles followed where no number is given. */
export const USUALLY_FOLLOWED = 50;
const MOST_FEEDS = 2000;
const FIELDS: ReadonlySet<string> = new Set(['address', 'outlet', 'language', 'rights', 'follow', 'note']);

/** One entry of the list, or why it is left out. */
function planOf(entry: unknown): FeedPlan | Problem | string {
  const fields: Readonly<Record<string, unknown>> =
    typeof entry === 'string' ? { address: entry } : typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
  const word = (name: string): string | null => {
    const field = fields[name];
    return typeof field === 'string' && field.trim() ? field.trim().slice(0, 500) : null;
  };
  const unknown = Object.keys(fields).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) return `it has no field "${unknown.slice(0, 40)}"`;
  const address = word('address');
  if (address === null) return 'it names no "address"';
  const checked = checkAddress(address);
  if ('problem' in checked) return checked.problem;
  const language = word('language');
  if (language !== null && !/^[a-z]{2}$/.test(language)) return `"${language.slice(0, 40)}" is no two-letter code of a language`;
  const wanted = fields['follow'] ?? false;
  const follow = wanted === true ? USUALLY_FOLLOWED : wanted === false ? 0 : wanted;
  if (typeof follow !== 'number' || !Number.isInteger(follow) || follow < 0 || follow > MOST_FOLLOWED)
    return `"follow" is no number from 0 to ${MOST_FOLLOWED}`;
  return { address: checked.url.href, outlet: word('outlet'), language, rights: word('rights'), follow };
}

/** Reads the list of feeds of a desk: YAML or JSON, a list of `{address, outlet, language, rights, follow}`. */
export function parseFeedList(text: string, file: string): FeedList {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  const broken = (reason: string, line?: number): FeedList => ({
    plans: [],
    problems: [problem('TB_FEED_LIST_BROKEN', { reason }, { file, ...(line ? { line } : {}) })],
  });
  const [fault] = parsed.errors;
  if (fault) return broken(fault.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? 'it is no YAML', lines.linePos(fault.pos[0]).line);
  let value: unknown;
  try {
    value = parsed.toJS({ maxAliasCount: 0 });
  } catch {
    return broken('it uses aliases');
  }
  if (!Array.isArray(value)) return broken('it is no list');
  const plans: FeedPlan[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  value.slice(0, MOST_FEEDS).forEach((entry: unknown, index) => {
    const node = (parsed.contents as { items?: { range?: [number, number, number] | null }[] } | null)?.items?.[index];
    const line = node?.range ? lines.linePos(node.range[0]).line : null;
    let plan = planOf(entry);
    if (typeof plan !== 'string' && 'address' in plan && seen.has(plan.address)) plan = 'its address stands there twice';
    if (typeof plan === 'string')
      problems.push(
        problem('TB_FEED_LIST_ENTRY', { number: String(index + 1), reason: plan }, { file, ...(line === null ? {} : { line }) }),
      );
    else if ('code' in plan) problems.push({ ...plan, file, line });
    else {
      seen.add(plan.address);
      plans.push(plan);
    }
  });
  if (value.length > MOST_FEEDS)
    problems.push(problem('TB_FEED_LIST_BROKEN', { reason: `it has more than ${MOST_FEEDS} feeds` }, { file }));
  return { plans, problems };
}
