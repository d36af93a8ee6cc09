import type { Context } from 'hono';
import type { Login } from '../app/accounts/login.ts';
import type { Desk } from '../app/desk.ts';
import type { Coding } from '../app/review/coding/open-coding.ts';
import type { Review } from '../app/review/open-review.ts';
import type { ReviewDesk } from '../app/review-desk.ts';
import type { InterfaceLanguage } from '../i18n/index.ts';
import type { Audience } from '../model/index.ts';
import type { DailyView } from '../report/daily/index.ts';
import type { Assets } from './assets.ts';

/** What the pages are made from: a desk, for whom they are shown, and the clock. */
export interface Site {
  readonly desk: Desk;
  readonly profile: Audience;
  /** Language of a reader whose browser asks for none that there is. */
  readonly language: InterfaceLanguage;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly assets: Assets;
  /** Requests are answered as they come, as against pages that are written once. */
  readonly isServed?: boolean;
  /** Where decisions about readings go; the token proves that a form comes from these pages. */
  readonly review?: Pick<ReviewDesk, 'decide'> & { readonly token: string };
  /** The review of the served book, for those who may decide; who asks is known by `login`. */
  readonly bookReview?: Review;
  /** Its blind coding: what coders differ on is settled on the pages. */
  readonly bookCoding?: Coding;
  /** How one logs in; left out where nobody can. */
  readonly login?: Login<Context>;
  /** Address of the feed of changes; left out where there is none. */
  readonly feed?: string;
  /** Prints a daily report as a PDF, null where it cannot; left out where there is nothing to print with. */
  readonly print?: (html: string, view: DailyView) => Promise<Uint8Array | null>;
  /** Told of a fault while a page was made; the reader sees none of it. */
  readonly failed: (fault: unknown) => void;
}
