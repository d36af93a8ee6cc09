import type { Desk } from '../app/desk.ts';
import type { InterfaceLanguage } from '../i18n/index.ts';
import type { Audience } from '../model/index.ts';
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
  /** Told of a fault while a page was made; the reader sees none of it. */
  readonly failed: (fault: unknown) => void;
}
