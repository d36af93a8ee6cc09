import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { ServedAudience } from '../../app/book-desk.ts';

/** What answers depend on beside their address. */
const VARY = 'Accept, Authorization, Cookie';

/** A strong tag of a representation: a hash of its bytes, its form and for whom it is, so that it tells nothing of what is withheld. */
export function tagOf(body: string | Uint8Array, type: string, audience: ServedAudience): string {
  return `"${createHash('sha256').update(`${audience}\n${type}\n`).update(body).digest('base64url').slice(0, 27)}"`;
}

/** Whether a reader has the representation already; weak tags of a proxy are as good here. */
export function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((entry) => {
    const one = entry.trim();
    return one === '*' || one.replace(/^W\//, '') === tag;
  });
}

/** Sends a representation, or says that the reader has it. What is not for everybody no cache keeps. */
export function answerBody(c: Context, body: string | Uint8Array<ArrayBuffer>, type: string, audience: ServedAudience): Response {
  const tag = tagOf(body, type, audience);
  c.header('ETag', tag);
  c.header('Vary', VARY);
  c.header('Cache-Control', audience === 'public' ? 'no-cache' : 'private, no-store');
  if (isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304);
  c.header('Content-Type', type);
  return c.body(body, 200);
}
