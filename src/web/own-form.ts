import type { Context } from 'hono';
import { sentBy } from '../app/accounts/same-origin.ts';

/** Whether a form was sent by one of these pages: a page elsewhere can make a reader's browser send one here. */
export function isFromHere(c: Context): boolean {
  return (
    sentBy({
      site: c.req.header('sec-fetch-site'),
      origin: c.req.header('origin'),
      host: c.req.header('host') ?? new URL(c.req.url).host,
    }) === 'own'
  );
}

/** The fields of a form that are texts. */
export async function fieldsOf(c: Context): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
