import type { Audience, PublicationProfile } from '../model/index.ts';
import { profiles } from './profiles.generated.ts';

/** The shipped profiles, from the desk itself to everybody. */
export const PROFILES: readonly PublicationProfile[] = Object.freeze(profiles);

/** The shipped profile for an audience. */
export function profileOf(audience: Audience): PublicationProfile {
  const found = PROFILES.find(({ id }) => id === audience);
  if (!found) throw new RangeError(`no profile "${audience}"`);
  return found;
}
