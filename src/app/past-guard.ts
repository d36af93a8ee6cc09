import type { Desk, Moment } from './desk.ts';

/** Keeps those who see releases only from letting a server work out one past date after another: nobody else is answered meanwhile. */
export interface PastGuard {
  /** Seconds until a date may be worked out; 0 where it may be, or is at hand. */
  readonly wait: (desk: Desk, moments: readonly Moment[]) => number;
  /** Answers, and counts the time it took where a date had to be worked out. */
  readonly answer: <T>(desk: Desk, moments: readonly Moment[], make: () => Promise<T>) => Promise<T>;
}

/** So many times as long as a date took stays free for everybody else. A choice. */
const REST = 4;
/** What takes less, in milliseconds, needs no rest. */
const QUICK = 1_000;

/** Makes the guard; `now` is the clock, ISO 8601. */
export function makePastGuard(now: () => string): PastGuard {
  let free = Number.NEGATIVE_INFINITY;
  let [last, rest] = [0, 0];
  const isPast = (desk: Desk, moments: readonly Moment[]): boolean =>
    desk.audience !== 'internal' && moments.some((moment) => !desk.isAtHand(moment));
  return {
    wait: (desk, moments) => {
      const at = Date.parse(now());
      // A clock that was set back must not shut the past for longer than the rest.
      if (at < last) free = Math.min(free, at + rest);
      return at < free && isPast(desk, moments) ? Math.ceil((free - at) / 1000) : 0;
    },
    answer: async (desk, moments, make) => {
      if (!isPast(desk, moments)) return make();
      const began = Date.parse(now());
      try {
        return await make();
      } finally {
        last = Date.parse(now());
        const took = last - began;
        rest = took > QUICK ? took * REST : 0;
        free = last + rest;
      }
    },
  };
}
