import type { PasswordHasher } from '../../src/app/accounts/passwords.ts';

/** Hashes by name only, so that tests are quick; `verified` has the hash of every check. */
export function plainHasher(effort = 2): PasswordHasher & { readonly verified: string[] } {
  const verified: string[] = [];
  return {
    verified,
    hash: async (password) => `plain$${effort}$${Buffer.from(password, 'utf8').toString('hex')}`,
    verify: async (hash, password) => {
      verified.push(hash);
      return hash.split('$')[2] === Buffer.from(password, 'utf8').toString('hex');
    },
    isWeak: (hash) => Number(hash.split('$')[1]) < effort,
  };
}

/** Random bytes that are the same in every run. */
export function countingRandom(): (bytes: number) => Uint8Array {
  let n = 0;
  return (bytes) => {
    n++;
    return Uint8Array.from({ length: bytes }, (_, i) => (n * 31 + i * 7) % 256);
  };
}

/** A clock that stands still until it is set forward. */
export function settableClock(from = '2025-04-01T08:00:00.000Z'): {
  readonly now: () => string;
  readonly forward: (seconds: number) => void;
} {
  let at = Date.parse(from);
  return {
    now: () => new Date(at).toISOString(),
    forward: (seconds) => {
      at += seconds * 1000;
    },
  };
}
