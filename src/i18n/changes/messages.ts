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
  readonly webhook: {
    readonly audience: Readonly<Record<FollowedAudience, string>>;
    readonly made: (id: string, url: string) => string;
    readonly once: string;
    readonly none: string;
    readonly removed: (id: string) => string;
    readonly enabled: (id: string) => string;
    readonly waiting: string;
    readonly upTo: (at: string) => string;
    readonly failing: (failures: number, answer: string, retryAt: string | null) => string;
    readonly disabled: (at: string) => string;
    readonly delivered: (changes: string, deliveries: number) => string;
  };
}
