import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much of something is allowed in a time; the rest waits. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

export interface Limits {
  /** Requests of one user, or one address that has not logged in; null: as many as come. */
  readonly requests: Limit | null;
  /** Attempts to log in with one name from one address; the wait doubles each time it is reached. */
  readonly loginsHere: Limit;
  /** Attempts to log in with one name from anywhere. */
  readonly loginsOfName: Limit;
  /** Attempts to log in from one address. */
  readonly loginsFromAddress: Limit;
  /** Looks of one user at exact places. */
  readonly places: Limit;
}

const QUARTER = 15 * 60;

export const DEFAULT_LIMITS: Limits = {
  requests: { count: 1_200, seconds: 60 },
  loginsHere: { count: 5, seconds: QUARTER },
  loginsOfName: { count: 30, seconds: QUARTER },
  loginsFromAddress: { count: 30, seconds: QUARTER },
  places: { count: 30, seconds: 60 * 60 },
};

/** Wait after the first time the attempts of a name from one address are used up, and the longest, in seconds. */
const FIRST_WAIT = 60;
const LONGEST_WAIT = QUARTER;

/** Counts one more; 0 where it is allowed, else the seconds until it is again. */
export type Counter = (key: string) => Promise<number>;

/** Seconds that a refusal of the library says to wait. */
function waitOf(refusal: unknown): number {
  if (!(refusal instanceof RateLimiterRes)) throw refusal;
  return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
}

const limiterOf = ({ count, seconds }: Limit): RateLimiterMemory => new RateLimiterMemory({ points: count, duration: seconds });

/** Makes the counter of a limit. */
export function counterOf(limit: Limit | null): Counter {
  if (limit === null) return async () => 0;
  const limiter = limiterOf(limit);
  return (key) => limiter.consume(key).then(() => 0, waitOf);
}

/** Attempts to log in, counted before the password is looked at, so that many at once are no way round it. */
export interface LoginLimit {
  /** 0 where an attempt is allowed, else the seconds to wait. */
  readonly begin: (name: string, address: string) => Promise<number>;
  /** The name has been let in: its attempts from here are forgotten, and the others given back. */
  readonly succeeded: (name: string, address: string) => Promise<void>;
}

/** Makes the limit of logins; `name` in the form in which two names are the same. */
export function loginLimit({ loginsHere, loginsOfName, loginsFromAddress }: Limits): LoginLimit {
  const here = limiterOf(loginsHere);
  const ofName = limiterOf(loginsOfName);
  const fromAddress = limiterOf(loginsFromAddress);
  const waits = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 24 * 60 * 60 });
  const pair = (name: string, address: string): string => JSON.stringify([name, address]);
  const beginHere = async (key: string): Promise<number> => {
    try {
      await here.consume(key);
      return 0;
    } catch (refusal) {
      const wait = waitOf(refusal);
      if ((refusal as RateLimiterRes).consumedPoints !== loginsHere.count + 1) return wait;
      const { consumedPoints: times } = await waits.penalty(key);
      const longer = Math.min(FIRST_WAIT * 2 ** Math.min(times - 1, 20), LONGEST_WAIT);
      await here.block(key, longer);
      return longer;
    }
  };
  const consume = (limiter: RateLimiterMemory, key: string): Promise<number> => limiter.consume(key).then(() => 0, waitOf);
  return {
    begin: async (name, address) => {
      // Who tries many names is stopped before a name is counted: memory and names stay out of reach of one address.
      const wait = (await consume(fromAddress, address)) || (await beginHere(pair(name, address)));
      return wait || consume(ofName, name);
    },
    succeeded: async (name, address) => {
      const key = pair(name, address);
      await Promise.all([here.delete(key), waits.delete(key), ofName.reward(name), fromAddress.reward(address)]);
    },
  };
}
