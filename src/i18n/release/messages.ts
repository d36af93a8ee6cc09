import type { Audience, ReleaseCard, TransformKind } from '../../model/index.ts';

/** What was done to the material, and why it is asked for: the answer to "Why is this so coarse?". */
export interface TransformWords {
  readonly what: string;
  readonly why: string;
}

/** Words of the release gate: transforms, profiles, balance. */
export interface ReleaseMessages {
  readonly title: string;
  readonly whyCoarse: string;
  readonly profiles: Readonly<Record<Audience, { readonly name: string; readonly for: string }>>;
  readonly transforms: Readonly<Record<TransformKind, TransformWords>>;
  readonly transformsTitle: string;
  /** How often; null where the number is not told. */
  readonly times: (count: ReleaseCard['transforms'][number]['count']) => string;
  readonly balance: {
    readonly title: string;
    readonly sourcesBySide: string;
    readonly noSide: string;
    readonly gaps: string;
    readonly noGaps: string;
    readonly curated: (share: number | null) => string;
  };
  /** What a hash is worth. */
  readonly integrity: string;
  readonly hash: string;
  /** Which hours are missing. */
  readonly lag: (hours: number, completeBefore: string) => string;
  readonly corrects: (id: string, note: string) => string;
  readonly noIncidents: string;
  readonly incidents: (count: number) => string;
  /** Sign in a quotation from which something was taken. */
  readonly shortened: string;
  /** Verdicts of a release that does not tell outcomes. */
  readonly verdictsAsAttack: string;
  readonly reply: (by: string, at: string) => string;
  readonly refusals: Readonly<Record<'one_editor' | 'unknown_editor' | 'single_user' | 'under_floor' | 'never' | 'no_incident', string>>;
  readonly embargoNoted: (file: string) => string;
  readonly kept: (id: string, isRepeated: boolean) => string;
}
