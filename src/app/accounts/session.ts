import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a session cookie holds, sealed; times in milliseconds. */
export interface Session {
  readonly id: string;
  readonly user: string;
  /** What the session rests on: changes with password and role of the user. */
  readonly stamp: string;
  readonly begunAt: number;
  readonly seenAt: number;
}

/** A session ends so long after it began, in milliseconds. */
export const SESSION_LIFE: number = 12 * 60 * 60 * 1000;
/** A session ends so long after its last request. */
export const SESSION_IDLE: number = 60 * 60 * 1000;
/** The last request is written into the cookie again after so long. */
export const SESSION_RENEW: number = 5 * 60 * 1000;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A session out of what a seal held; null where it is none. */
export function sessionOf(value: unknown): Session | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, user, stamp, begunAt, seenAt } = value as Readonly<Record<string, unknown>>;
  if (!isText(id) || !isText(user) || !isText(stamp)) return null;
  return Number.isSafeInteger(begunAt) && Number.isSafeInteger(seenAt)
    ? { id, user, stamp, begunAt: begunAt as number, seenAt: seenAt as number }
    : null;
}

/** Whether a session is over; one from the future is as well, since its age cannot be told. */
export function isOver({ begunAt, seenAt }: Session, now: number): boolean {
  return now >= begunAt + SESSION_LIFE || now >= seenAt + SESSION_IDLE || now < begunAt - SESSION_RENEW;
}

/** The token that a form or program of a session sends along, so that no page elsewhere can send it in the session's name. */
export function csrfTokenOf(secret: string, session: Session): string {
  return createHmac('sha256', secret).update(`csrf\u001f${session.id}`).digest('base64url');
}

/** Whether two tokens are the same, in a time that tells nothing of them. */
export function isSameToken(own: string, given: string): boolean {
  const [a, b] = [Buffer.from(own), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
