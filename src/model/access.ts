import type { UserRole } from './record.ts';

/** What somebody may do with a book over the network. */
export const RIGHTS = ['releases', 'read', 'code', 'review', 'intake', 'restricted', 'publish', 'administer'] as const;
export type Right = (typeof RIGHTS)[number];

/** A role, or nobody in particular: whoever has not logged in. */
export type AccessRole = UserRole | 'public';

/**
 * Every role and its rights. `releases`: what has passed the gate; `read`: reports, statements and everything computed;
 * `code`: blind coding and comments; `review`: decisions about readings, statements and incidents, adjudication;
 * `intake`: new reports and tables; `restricted`: exact places, each look written down; `publish`: releases and embargoes;
 * `administer`: users, tokens, webhooks.
 */
const RIGHTS_OF: Readonly<Record<AccessRole, readonly Right[]>> = {
  public: ['releases'],
  reader: ['releases', 'read'],
  coder: ['releases', 'read', 'code'],
  editor: ['releases', 'read', 'code', 'review', 'intake', 'restricted'],
  publisher: ['releases', 'read', 'code', 'review', 'intake', 'restricted', 'publish'],
  admin: RIGHTS,
};

/** Who asks: found from a session, a token, or from sitting at the machine of a book without accounts. */
export interface Principal {
  /** Id of the user; null for the public, and `local` for the person at the machine. */
  readonly user: string | null;
  /** Name to be written into the journal. */
  readonly name: string;
  readonly role: AccessRole;
  readonly via: 'nothing' | 'local' | 'session' | 'token';
}

/** Nobody in particular. */
export const PUBLIC: Principal = { user: null, name: 'public', role: 'public', via: 'nothing' };

/** Whether a role has a right. */
export function may(role: AccessRole, right: Right): boolean {
  return RIGHTS_OF[role].includes(right);
}
