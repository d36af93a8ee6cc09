import type { ActorKind } from '../../model/index.ts';
import type { Gender } from './registry.ts';

/** Somebody spoken of before, whom a pronoun or a role word can take up. */
export interface Referent {
  /** Id in the registry; null for the unregistered. */
  readonly actor: string | null;
  readonly name: string;
  readonly gender: Gender | null;
  readonly kind: ActorKind | 'anonymous' | 'medium' | 'unregistered';
  /** Position in the report; the greatest is the most recent. */
  readonly at: number;
  /** Post under which it was introduced ("information_minister"). */
  readonly post?: string | null;
  /** ISO code or organisation. */
  readonly holder?: string | null;
  /** Whom the referent was said to speak for. */
  readonly onBehalfOf?: string | null;
  /** The words under which it was introduced. */
  readonly words?: string;
}

/** The referents, most recent first, each once. */
export function byRecency(recent: readonly Referent[]): readonly Referent[] {
  const seen = new Set<string>();
  return [...recent]
    .sort((a, b) => b.at - a.at)
    .filter((referent) => {
      const key = referent.actor ?? referent.name;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
