import type { Audience } from './publication.ts';

/** What followers of a book are told of. */
export const CHANGE_KINDS = [
  'reading_new',
  'reading_superseded',
  'divergence',
  'question_answered',
  'status',
  'correction',
  'incident',
  'verdict',
  'release',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** For whom changes are told apart: those who may read the book, and everybody. */
export type FollowedAudience = Extract<Audience, 'internal' | 'public'>;

/** Which changes an audience was told of, and when. It holds hashes alone, so that nothing of a deleted text stays in it. */
export interface Announcement {
  readonly audience: FollowedAudience;
  /** An instant in UTC: for the public that of the batch. */
  readonly at: string;
  /** For each thing that can change a hash of what it is, a dot, and a hash of what it has become. */
  readonly told: readonly string[];
}

/** Place in the order in which changes are told: when it was told, and which of those told then it was. */
export type ChangeKey = readonly [recorded: string, nth: number];

/** Where changes are sent to as they are told. Kept apart: an address may hold a password. */
export interface Webhook {
  readonly url: string;
  readonly audience: FollowedAudience;
  /** Only changes of these kinds, agreements and holders; an empty list leaves nothing out. */
  readonly kinds: readonly ChangeKind[];
  readonly agreements: readonly string[];
  readonly holders: readonly string[];
  /** What deliveries are signed with; the receiver knows it too. */
  readonly secret: string;
  readonly createdAt: string;
  /** The last change that was delivered; null before the first: then what is told after it was added. */
  readonly delivered: ChangeKey | null;
  /** How often in a row it failed. */
  readonly failures: number;
  /** Not before this instant is it tried again; null: at once. */
  readonly retryAt: string | null;
  /** What the receiver answered last: a status of HTTP, or a code of the registry; null before the first time. */
  readonly lastAnswer: string | null;
  /** Since when nothing is sent any more, for its failures; null while it is in use. */
  readonly disabledAt: string | null;
}

/** A random text that belongs to the book alone; its id says what it is for. Kept apart. */
export interface BookSecret {
  readonly secret: string;
}
