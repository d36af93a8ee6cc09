import { Hono } from 'hono';
import type { AccountAccess } from '../../api/access/make-access.ts';
import { makeApi } from '../../api/api.ts';
import { audienceOf, BASE } from '../../api/frame/resource.ts';
import type { Accounts } from '../../app/accounts/accounts.ts';
import type { KeptBook } from '../../app/book.ts';
import type { BookDesks, ServedAudience } from '../../app/book-desk.ts';
import type { BookWork } from '../../app/book-work.ts';
import type { ChangeFeed } from '../../app/changes/change-feed.ts';
import type { Moment } from '../../app/desk.ts';
import { makePastGuard } from '../../app/past-guard.ts';
import { openCoding } from '../../app/review/coding/open-coding.ts';
import { openReview } from '../../app/review/open-review.ts';
import { LONGEST_ADDRESS } from '../../app/server-limits.ts';
import type { Webhooks } from '../../app/webhooks/webhooks.ts';
import type { InterfaceLanguage } from '../../i18n/index.ts';
import { makeApp } from '../../web/app.tsx';
import { readAssets } from '../../web/assets.ts';
import type { Site } from '../../web/site.ts';
import { readUrlState } from '../../web/url-state.ts';

/** What a server over an open book is made from. */
export interface BookServerOptions {
  readonly book: KeptBook;
  readonly desks: BookDesks;
  readonly accounts: Accounts;
  readonly access: AccountAccess;
  /** What each audience is told of changes, if something else goes by it too. */
  readonly changes?: ChangeFeed;
  /** Where changes are sent to; left out where nothing is sent. */
  readonly webhooks?: Webhooks;
  /** What writing into the book over the network needs; left out where nobody does. */
  readonly work?: BookWork;
  readonly language: InterfaceLanguage;
  readonly now: () => string;
  readonly failed: (fault: unknown) => void;
  /** It is meant for this machine alone and answers to its names alone. */
  readonly isLocal: boolean;
  readonly print?: Site['print'];
}

/** The dates that the address of a page asks for. */
function momentsIn({ searchParams }: URL): readonly Moment[] {
  const { asOf, heldAt, since } = readUrlState(searchParams, 'de').state;
  return [...(asOf === null && heldAt === null ? [] : [{ asOf, heldAt }]), ...(since === null ? [] : [{ asOf: since, heldAt: null }])];
}

/**
 * Pages and interface for programs over one open book. Whoever may read it gets the pages of its desk, everybody else those of
 * the public; both follow the book as it changes.
 */
export function bookServer(options: BookServerOptions): Hono {
  const { book, desks, accounts, access, changes, webhooks, work, language, now, failed, isLocal, print } = options;
  const assets = readAssets();
  const review = openReview(book, { now });
  const coding = openCoding(book, { now });
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
      login: access,
      // Decisions are made on the desk's own material; what the public sees is no ground for them.
      ...(audience === 'internal' ? { bookReview: review, bookCoding: coding } : {}),
      ...(print === undefined ? {} : { print }),
      feed: `${BASE}/changes.atom`,
    };
    const app = makeApp(site, { local: isLocal });
    apps.set(audience, app);
    return app;
  };
  const { store } = book;
  // Pages and interface share one thread, and so one guard.
  const past = makePastGuard(now);
  const further = {
    ...(changes === undefined ? {} : { changes }),
    ...(webhooks === undefined ? {} : { webhooks }),
    ...(work === undefined ? {} : { work }),
  };
  const site = { store, desks: desks.desk, access, accounts: { accounts, access }, past, now, failed, ...further };
  const api = makeApi(site, { local: isLocal });
  const server = new Hono();
  server.use(async (c, next) => {
    if (c.req.url.length > LONGEST_ADDRESS && !c.req.path.startsWith('/api/')) return c.text('URI Too Long', 414);
    await next();
    if (c.req.path.startsWith('/assets/')) return undefined;
    const renewal = c.res.headers.has('set-cookie') ? null : await access.renewalOf(c);
    if (renewal !== null) c.res.headers.append('Set-Cookie', renewal);
    // A session is for the one who asked.
    if (c.res.headers.has('set-cookie')) c.res.headers.set('Cache-Control', 'private, no-store');
    return undefined;
  });
  server.all('/api/*', (c) => api.fetch(c.req.raw, c.env));
  server.all('*', async (c) => {
    const isAsset = c.req.path.startsWith('/assets/');
    const seconds = isAsset ? 0 : await access.countRequest(c);
    if (seconds > 0) return c.text('Too Many Requests', 429, { 'Retry-After': String(seconds) });
    const audience = audienceOf(await access.principalOf(c));
    const pages = await pagesFor(audience);
    const desk = desks.last(audience);
    const moments = isAsset ? [] : momentsIn(new URL(c.req.url));
    const wait = desk === null ? 0 : past.wait(desk, moments);
    if (wait > 0) return c.text('Too Many Requests', 429, { 'Retry-After': String(wait) });
    const fetched = async (): Promise<Response> => pages.fetch(c.req.raw, c.env);
    const answer = await (desk === null ? fetched() : past.answer(desk, moments, fetched));
    if (isAsset) return answer;
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
