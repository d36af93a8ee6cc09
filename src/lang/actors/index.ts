import type { Actor } from '../../model/index.ts';
import { africa } from './africa.generated.ts';
import { asiaAmerica } from './asia-america.generated.ts';
import { bodies } from './bodies.generated.ts';
import { europe } from './europe.generated.ts';
import { media } from './media.generated.ts';
import { middleEast } from './middle-east.generated.ts';
import { ukraineRussia } from './ukraine-russia.generated.ts';
import { usa } from './usa.generated.ts';

export type { InstitutionEntry, NounEntry, RoleEntry, StateEntry } from './entries.ts';
export { institutions } from './institutions.generated.ts';
export { nouns } from './nouns.generated.ts';
export { roles } from './roles.generated.ts';
export { states } from './states.generated.ts';

/** Every actor listed by hand; governments and ministries of the other states are made from `states`. */
export const actors: readonly Actor[] = [
  ...ukraineRussia,
  ...usa,
  ...europe,
  ...bodies,
  ...middleEast,
  ...africa,
  ...asiaAmerica,
  ...media,
];
