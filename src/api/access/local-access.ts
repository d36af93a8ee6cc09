import { type Principal, PUBLIC } from '../../model/index.ts';
import type { Access } from './access.ts';

/** The person at the machine. */
const AT_THE_MACHINE: Principal = { user: 'local', name: 'local', role: 'admin', via: 'local' };

/**
 * Who asks where a book has no accounts: the person at the machine if it is served to this machine alone, else the public. `isLocal`
 * also tells that answers are given to the names of this machine alone, without which a page elsewhere could ask in that name.
 */
export function localAccess(isLocal: boolean): Access {
  return { principalOf: async () => (isLocal ? AT_THE_MACHINE : PUBLIC) };
}
