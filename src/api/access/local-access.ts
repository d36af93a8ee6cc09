import { type Principal, PUBLIC } from '../../model/index.ts';
import type { Access } from './access.ts';

/** The person at the machine. */
export const AT_THE_MACHINE: Principal = { user: 'local', name: 'local', role: 'admin', via: 'local' };

/** What decides who asks where nobody can log in. */
export interface LocalAccessOptions {
  /** The book is served to this machine alone, and answers go to its names alone; else a page elsewhere could ask in that name. */
  readonly isLocal: boolean;
  /** Once there is an account, sitting at the machine is no longer enough. */
  readonly hasAccounts: () => Promise<boolean>;
}

/** Who asks where a book has no accounts: the person at the machine if it is served to this machine alone, else the public. */
export function localAccess({ isLocal, hasAccounts }: LocalAccessOptions): Access {
  return { principalOf: async () => (isLocal && !(await hasAccounts()) ? AT_THE_MACHINE : PUBLIC) };
}
