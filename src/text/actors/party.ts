import type { Authority, Speaker } from '../../model/index.ts';
import type { Referent } from './referent.ts';
import type { Registry } from './registry.ts';

/** What is known where the noun phrase stands. */
export interface SpeakerContext {
  /** Date of the report, for roles; null if unknown. */
  readonly date: string | null;
  readonly recent: readonly Referent[];
  readonly registry?: Registry;
}

/** One resolved party of a phrase. */
export interface Party {
  readonly speaker: Speaker;
  readonly referent: Omit<Referent, 'at'>;
  readonly onBehalfOf: string | null;
  readonly authority: Authority | null;
  readonly confidence: number;
}

/** A party made of somebody spoken of before. */
export function partyOf(referent: Omit<Referent, 'at'>, confidence: number): Party {
  if (referent.kind === 'outlet' || referent.kind === 'agency') {
    const name = referent.name.startsWith('medium: ') ? referent.name : `medium: ${referent.name}`;
    return partyOf({ ...referent, name, kind: 'medium' }, confidence);
  }
  const kind =
    referent.kind === 'anonymous' || referent.kind === 'medium' || referent.kind === 'unregistered' ? referent.kind : ('actor' as const);
  const speaker: Speaker = { name: referent.name, kind, actor: referent.actor };
  return { speaker, referent, onBehalfOf: referent.onBehalfOf ?? null, authority: null, confidence };
}
