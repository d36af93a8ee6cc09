import type { Principal } from '../../model/index.ts';

/** How an attempt to log in ended. */
export type LoginOutcome =
  | { readonly kind: 'in'; readonly principal: Principal; readonly csrf: string }
  /** Name or password is wrong, or the account disabled; which of them is not told. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** Why a request that would change something is not let through: it comes from elsewhere, or without the token of the session. */
export type Refusal = 'origin' | 'token';

/** Logging in and out, as pages and the interface for programs do it alike; `C` is a request that is being answered. */
export interface Login<C> {
  /** Who asks. */
  readonly principalOf: (c: C) => Promise<Principal>;
  /** The token that requests of the session must bring along; null where there is no session. */
  readonly csrfOf: (c: C) => Promise<string | null>;
  /** Writes the session into the answer. */
  readonly logIn: (c: C, name: string, password: string) => Promise<LoginOutcome>;
  readonly logOut: (c: C) => Promise<void>;
  /** Gives the user of the session another password, who shows that they know the present one; the session goes on under it. */
  readonly changePassword: (c: C, current: string, next: string) => Promise<LoginOutcome>;
  /** Why a request that changes something was not sent by whom it seems to come from; null if it was. `given` is the token sent along. */
  readonly refusalOf: (c: C, given: string) => Promise<Refusal | null>;
  /** Whether a browser sent the request from a page that is not ours, or does not say. */
  readonly isElsewhere: (c: C) => boolean;
  /** Counts a request; 0 where it is allowed, else the seconds to wait. */
  readonly countRequest: (c: C) => Promise<number>;
}
