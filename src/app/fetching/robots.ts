import robotsModule from 'robots-parser';
import { type ErrorCode, type Problem, problem } from '../../errors.ts';
import type { NetworkAnswer } from '../../feeds/index.ts';

// The types of the package speak of an ES module; what is loaded is the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** What a host wants of programs. */
export interface RobotRules {
  /** Why an address is not asked; null if it may be. */
  readonly against: (address: string) => Problem | null;
  /** Milliseconds that it wants between two requests. */
  readonly delay: number;
}

/** Longest delay that is kept; who wants more is asked as rarely as this. */
const LONGEST_DELAY = 30_000;
/** Bytes of a file of rules that are read, as RFC 9309 says at least. */
const READ_BYTES = 512_000;

/** Problems of the host as a whole. */
const UNREACHED: ReadonlySet<ErrorCode> = new Set(['TB_FETCH_PRIVATE', 'TB_FETCH_UNRESOLVED', 'TB_FETCH_UNREACHABLE', 'TB_FETCH_SLOW']);

const forbidden = (reason: string, asked: string): Problem => problem('TB_FETCH_ROBOTS', { reason }, { file: asked });

const EVERYTHING: RobotRules = { against: () => null, delay: 0 };

/** The name that rules are looked up by. */
export const ROBOT_NAME = 'Trucebook';

/**
 * The rules of a host from what its /robots.txt answered: none where there is no such file; and nothing is asked where the answer could not be had,
 * since a server in trouble is to be left alone (RFC 9309).
 */
export function robotRules(address: string, answer: NetworkAnswer): RobotRules {
  if (answer.kind === 'failed') {
    const status = answer.problem.code === 'TB_FETCH_STATUS' ? Number(/\d{3}/.exec(answer.problem.message)?.[0] ?? 0) : 0;
    if (status >= 400 && status < 500 && status !== 429) return EVERYTHING;
    if (answer.problem.code === 'TB_FETCH_TYPE') return EVERYTHING;
    const { code, message } = answer.problem;
    // A host that cannot be asked for its rules cannot be asked for a page either: then that is what is said.
    if (UNREACHED.has(code)) return { against: (asked) => ({ ...answer.problem, file: asked }), delay: 0 };
    return { against: (asked) => forbidden(`its robots.txt could not be had (${message.replace(/\.$/, '')})`, asked), delay: 0 };
  }
  if (answer.kind === 'unchanged') return EVERYTHING;
  const robots = robotsParser(address, Buffer.from(answer.bytes.subarray(0, READ_BYTES)).toString('utf8'));
  const wanted = robots.getCrawlDelay(ROBOT_NAME) ?? 0;
  return {
    against: (asked) => (robots.isDisallowed(asked, ROBOT_NAME) ? forbidden('its robots.txt forbids it', asked) : null),
    delay: Number.isFinite(wanted) && wanted > 0 ? Math.min(wanted * 1000, LONGEST_DELAY) : 0,
  };
}
