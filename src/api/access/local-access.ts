import type { Principal } from '../../model/index.ts';

/** The person at the machine, where a book without accounts is served to this machine alone. */
export const AT_THE_MACHINE: Principal = { user: 'local', name: 'local', role: 'admin', via: 'local' };
