import { Hono } from 'hono';
import type { Access } from '../../api/access/access.ts';
import { makeApi } from '../../api/api.ts';
import { audienceOf } from '../../api/frame/resource.ts';
import type { KeptBook } from '../../app/book.ts';
import type { BookDesks, ServedAudience } from '../../app/book-desk.ts';
import type { InterfaceLanguage } from '../../i18n/index.ts';
import { makeApp } from '../../web/app.tsx';
import { readAssets } from '../../web/assets.ts';
import type { Site } from '../../web/site.ts';

/** What a server over an open book is made from. */
export interface BookServerOptions {
  readonly book: KeptBook;
  readonly desks: BookDesks;
  readonly access: Access;
  readonly language: InterfaceLanguage;
  readonly now: () => string;
  readonly failed: (fault: unknown) => void;
  /** It is meant for this machine alone and answers to its names alone. */
  readonly isLocal: boolean;
  readonly print?: Site['print'];
}

/**
 * Pages and interface for programs over one open book. Whoever may read it gets the pages of its desk, everybody else those of
 * the public; both follow the book as it changes.
 */
export function bookServer(options: BookServerOptions): Hono {
  const { book, desks, access, language, now, failed, isLocal, print } = options;
  const assets = readAssets();
  const apps = new Map<ServedAudience, Hono>();
  const pagesFor = async (audience: ServedAudience): Promise<Hono> => {
    const first = await desks.desk(audience);
    const known = apps.get(audience);
    if (known) return known;
    const site: Site = {
      get desk() {
        return desks.last(audience) ?? first;
      },
      profile: audience,
      language,
      now,
      assets,
      isServed: true,
      failed,
      ...(print === undefined ? {} : { print }),
    };
    const app = makeApp(site, { local: isLocal });
    apps.set(audience, app);
    return app;
  };
  const api = makeApi({ store: book.store, desks: desks.desk, access, now, failed }, { local: isLocal });
  const server = new Hono();
  server.all('/api/*', (c) => api.fetch(c.req.raw, c.env));
  server.all('*', async (c) => {
    const audience = audienceOf(await access.principalOf(c));
    const pages = await pagesFor(audience);
    const answer = await pages.fetch(c.req.raw, c.env);
    if (c.req.path.startsWith('/assets/')) return answer;
    // The same address shows another page to whoever logs in; what is not for everybody no cache in between keeps.
    answer.headers.append('Vary', 'Authorization, Cookie');
    if (audience !== 'public') answer.headers.set('Cache-Control', 'private, no-cache');
    return answer;
  });
  server.onError((fault, c) => {
    failed(fault);
    return c.text('Internal Server Error', 500);
  });
  return server;
}
