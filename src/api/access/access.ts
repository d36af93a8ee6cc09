import type { Context } from 'hono';
import type { Principal } from '../../model/index.ts';

/** Tells who asks; every route goes by this alone. */
export interface Access {
  /**
   * The user of a session cookie or a bearer token, the person at the machine where a book without accounts is served to this
   * machine alone, else the public. A token or session that is no longer good is the public's too.
   */
  readonly principalOf: (c: Context) => Promise<Principal>;
}
