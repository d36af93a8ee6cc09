import type { FactKind } from '../../model/index.ts';
import type { KeepingMessages } from './keeping-messages.ts';
import type { QueueingMessages } from './queueing.ts';
import type { ReadingMessages } from './reading-messages.ts';
import type { ReviewingMessages } from './reviewing-messages.ts';
import type { SearchingMessages } from './searching-messages.ts';
import type { ServingMessages } from './serving.ts';
import type { StampingMessages } from './stamping.ts';

/** Words of the commands that work on a book: reading, importing, searching, reviewing, verifying. */
export interface BookMessages {
  readonly title: string;
  /** What a kind of fact is called, in the plural. */
  readonly kinds: Readonly<Record<FactKind, string>>;
  readonly keeping: KeepingMessages;
  readonly queueing: QueueingMessages;
  readonly reading: ReadingMessages;
  readonly reviewing: ReviewingMessages;
  readonly searching: SearchingMessages;
  readonly serving: ServingMessages;
  readonly stamping: StampingMessages;
}
