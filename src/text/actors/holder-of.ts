import type { Authority, Speaker } from '../../model/index.ts';
import { defaultRegistry, heldOn, type Registry } from './registry.ts';

/** Whose column a speaker fills, and how far the speaker may. */
export interface HolderOf {
  /** ISO 3166-1 alpha-2 or id of an organisation; null if the speaker stands for nobody. */
  readonly holder: string | null;
  readonly authority: Authority;
  /** Id of the office, ministry or organisation spoken for. */
  readonly of: string | null;
}

/**
 * From the speaker to the holder: spokesperson → office → state, by the role held on the date. Somebody who holds no role
 * then is nobody's voice, even if the registry knows the state ("former president").
 */
export function holderOf(
  speaker: Speaker,
  date: string | null,
  registry: Registry = defaultRegistry(),
  onBehalfOf: string | null = null,
): HolderOf {
  if (speaker.kind === 'medium') return { holder: null, authority: 'narration', of: null };
  if (speaker.kind === 'anonymous') return { holder: null, authority: 'anonymous', of: null };
  const actor = speaker.actor === null ? null : registry.actor(speaker.actor);
  if (!actor) {
    const principal = onBehalfOf === null ? null : registry.named(onBehalfOf);
    return { holder: principal?.holder ?? null, authority: principal ? 'official' : 'adviser', of: principal?.id ?? null };
  }
  if (actor.kind !== 'person') return { holder: actor.holder ?? null, authority: 'principal', of: actor.id };
  const rank = ['principal', 'spokesperson', 'official', 'adviser'];
  const held = (actor.roles ?? [])
    .filter((role) => heldOn(role, date))
    .sort((a, b) => rank.indexOf(a.authority) - rank.indexOf(b.authority));
  const role = held[0];
  // Nobody's voice, but no unnamed source either: an adviser fills no column.
  if (!role)
    return {
      holder: actor.roles ? null : (actor.holder ?? null),
      authority: actor.roles || !actor.holder ? 'adviser' : 'official',
      of: null,
    };
  return { holder: registry.actor(role.of)?.holder ?? actor.holder ?? role.of, authority: role.authority, of: role.of };
}
