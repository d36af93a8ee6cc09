import type { Accounts } from '../app/accounts/accounts.ts';
import type { ServedAudience } from '../app/book-desk.ts';
import type { BookWork } from '../app/book-work.ts';
import type { ChangeFeed } from '../app/changes/change-feed.ts';
import type { Desk } from '../app/desk.ts';
import type { PastGuard } from '../app/past-guard.ts';
import type { Webhooks } from '../app/webhooks/webhooks.ts';
import type { BookStore } from '../store/index.ts';
import type { Access } from './access/access.ts';
import type { AccountAccess } from './access/make-access.ts';

/** What the interface for programs is made from. */
export interface ApiSite {
  readonly store: BookStore;
  /** The desk of an audience; whoever may not read the book is answered from the public one alone. */
  readonly desks: (audience: ServedAudience) => Promise<Desk>;
  readonly access: Access;
  /** Accounts of the book, and how one logs in; left out where nobody can. */
  readonly accounts?: { readonly accounts: Accounts; readonly access: AccountAccess };
  /** What writing into the book needs; left out where nobody does over the network. */
  readonly work?: BookWork;
  /** Where changes are sent to; left out where nobody administers the book. */
  readonly webhooks?: Webhooks;
  /** What each audience is told of changes; made over the desks where it is left out. */
  readonly changes?: ChangeFeed;
  /** Keeps the public from having one past date after another worked out; made over the clock where it is left out. */
  readonly past?: PastGuard;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Told of a fault while an answer was made; who asked sees none of it. */
  readonly failed: (fault: unknown) => void;
}
