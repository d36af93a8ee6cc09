import type { AccessToken, User, UserRole } from '../../model/index.ts';

/** A user as others may see it: nothing of the password but whether there is one. */
export interface UserView {
  readonly id: string;
  readonly name: string;
  readonly role: UserRole;
  readonly disabled: boolean;
  readonly hasPassword: boolean;
}

/** A token as others may see it: nothing of its secret. */
export interface TokenView {
  readonly id: string;
  readonly user: string;
  readonly label: string;
  readonly role: UserRole;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** Takes the hash off a user. */
export function viewOfUser({ id, name, role, disabled, passwordHash }: User): UserView {
  return { id, name, role, disabled, hasPassword: passwordHash !== null };
}

/** Takes the hash off a token. */
export function viewOfToken(id: string, { user, label, role, createdAt, expiresAt, revokedAt }: AccessToken): TokenView {
  return { id, user, label, role, createdAt, expiresAt, revokedAt };
}
