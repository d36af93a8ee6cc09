import { z } from '@hono/zod-openapi';
import type { TokenView, UserView } from '../../app/accounts/views.ts';
import { type AccessRole, type Principal, RIGHTS, type Right, ROLES, type UserRole } from '../../model/index.ts';

/** Longest name and password that are looked at; what a name or password may be is told by its own code. */
const TYPED = 2000;

export const ROLE: z.ZodType<UserRole> = z.enum(ROLES).openapi('Role');
export const NAME: z.ZodString = z.string().max(TYPED);
export const PASSWORD: z.ZodString = z.string().max(TYPED).openapi({ format: 'password', description: '12 to 256 characters' });

export const USER: z.ZodType<UserView> = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role: ROLE,
    disabled: z.boolean(),
    hasPassword: z.boolean().describe('false: the account has tokens only'),
  })
  .openapi('User');

export const TOKEN: z.ZodType<TokenView> = z
  .strictObject({
    id: z.string(),
    user: z.string(),
    label: z.string(),
    role: ROLE,
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .openapi('Token');

/** Who asks. */
export interface SessionView {
  readonly user: string | null;
  readonly name: string;
  readonly role: AccessRole;
  readonly via: Principal['via'];
  readonly rights: readonly Right[];
  readonly csrf: string | null;
}

export const SESSION: z.ZodType<SessionView> = z
  .strictObject({
    user: z.string().nullable().describe('null: nobody in particular'),
    name: z.string(),
    role: z.enum([...ROLES, 'public']),
    via: z.enum(['nothing', 'local', 'session', 'token']),
    rights: z.array(z.enum(RIGHTS)),
    csrf: z.string().nullable().describe('to be sent as X-CSRF-Token with every change made in the session'),
  })
  .openapi('Session') as z.ZodType<SessionView>;
