import type { Context } from 'hono';
import { LONGEST_ADDRESS } from '../../app/server-limits.ts';
import type { ApiSite } from '../site.ts';
import type { ApiEnv } from './asked.ts';
import { answerProblem, answerTooMany } from './problem.ts';
import { BASE } from './resource.ts';

const CHANGES_NOTHING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses what is too long, too much, or was sent in somebody's name by a page that is not ours; null where a request may go on. */
export async function refuse(c: Context<ApiEnv>, { accounts }: ApiSite): Promise<Response | null> {
  if (c.req.url.length > LONGEST_ADDRESS)
    return answerProblem(c, { status: 414, code: 'TB_API_ADDRESS_LONG', values: { limit: String(LONGEST_ADDRESS) } });
  if (!accounts) return null;
  const { access } = accounts;
  const seconds = await access.countRequest(c);
  if (seconds > 0) return answerTooMany(c, seconds);
  if (CHANGES_NOTHING.includes(c.req.method)) return null;
  // Whoever logs in has no token yet.
  const isLogin = c.req.method === 'POST' && c.req.path === `${BASE}/session`;
  const refusal = isLogin ? (access.isElsewhere(c) ? 'origin' : null) : await access.refusalOf(c, c.req.header('x-csrf-token') ?? '');
  if (refusal === null) return null;
  return answerProblem(c, { status: 403, code: refusal === 'origin' ? 'TB_API_ORIGIN' : 'TB_API_CSRF' });
}
