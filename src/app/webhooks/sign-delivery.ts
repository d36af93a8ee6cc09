import { createHmac } from 'node:crypto';

/** What the secret of every webhook begins with, so that scanners of code and logs know one when they see it. */
export const WEBHOOK_SECRET_PREFIX = 'tbwh_';

/**
 * Signs a delivery: HMAC-SHA256 over the time, a dot, and the body as it is sent, with the secret of the webhook. With the time in it an
 * old delivery cannot be sent again by somebody else as a new one.
 */
export function signatureOf(secret: string, at: string, body: string): string {
  const seconds = String(Math.floor(Date.parse(at) / 1000));
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex')}`;
}
