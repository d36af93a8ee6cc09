import type { Principal } from '../../model/index.ts';

/** What the frame keeps about a request while it is answered. */
export interface ApiEnv {
  readonly Variables: {
    /** Who asks. */
    principal: Principal;
  };
}
