import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Fewest and most characters of a password, counted as code points after normalisation. */
export const PASSWORD_LENGTH = { min: 12, max: 256 } as const;

/**
 * Effort of argon2id: memory in KiB, passes, lanes. Above the least that OWASP names (19 MiB, 2 passes, 1 lane), and little enough
 * that a small machine can check a few at once.
 */
export const PASSWORD_EFFORT = { memoryCost: 32_768, timeCost: 3, parallelism: 1, outputLen: 32 } as const;

/** argon2id, as the library numbers the kinds. */
const ARGON2ID = 2;

/** Hashes passwords and checks them; tests count the calls. */
export interface PasswordHasher {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (hash: string, password: string) => Promise<boolean>;
  /** Whether a hash was made with less effort than new ones are. */
  readonly isWeak: (hash: string) => boolean;
}

/** argon2id; the salt is made by the library from the system's random source. */
export const argon2Hasher: PasswordHasher = {
  hash: (password) => hash(password, { ...PASSWORD_EFFORT, algorithm: ARGON2ID }),
  verify: async (hashed, password) => {
    try {
      return await verify(hashed, password);
    } catch {
      // Not a hash of this kind: nobody logs in with it.
      return false;
    }
  },
  isWeak: (hashed) => {
    try {
      const { algorithm, memoryCost, timeCost, outputLen } = parseOptions(hashed);
      return (
        algorithm !== ARGON2ID ||
        memoryCost < PASSWORD_EFFORT.memoryCost ||
        timeCost < PASSWORD_EFFORT.timeCost ||
        outputLen < PASSWORD_EFFORT.outputLen
      );
    } catch {
      return true;
    }
  },
};

/** A password as it is hashed, so that two keyboards give the same; or how many characters it has where that is not allowed. */
export function preparedPassword(given: string): { readonly password: string } | { readonly count: number } {
  // One character can become 18: what is far too long is not normalised at all.
  if (given.length > PASSWORD_LENGTH.max * 4) return { count: given.length };
  const password = given.normalize('NFKC');
  const count = [...password].length;
  return count < PASSWORD_LENGTH.min || count > PASSWORD_LENGTH.max ? { count } : { password };
}
