import type { ChangeKind, FollowedAudience, ReleaseCard, Review } from '../../model/index.ts';

/** Words of what followers of a book are told. */
export interface ChangeMessages {
  readonly title: Readonly<Record<FollowedAudience, string>>;
  readonly subtitle: Readonly<Record<FollowedAudience, string>>;
  readonly kind: Readonly<Record<ChangeKind, string>>;
  readonly decided: Readonly<Record<Exclude<Review['state'], 'replaced'>, string>>;
  readonly release: Readonly<Record<ReleaseCard['kind'], string>>;
  readonly asOf: (date: string) => string;
  readonly corrects: (id: string) => string;
}
