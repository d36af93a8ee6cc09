import type { Audience } from '../model/index.ts';
import { cutOffOf, profileOf } from '../release/index.ts';
import type { BookMaterial, KeptBook } from './book.ts';
import { type Desk, makeDesk } from './desk.ts';
import type { Gate } from './read-gate.ts';
import { indexBook } from './search-book.ts';

/** For whom an open book is served: everybody, or those who may read it. */
export type ServedAudience = Extract<Audience, 'public' | 'internal'>;

/** Desks over an open book that follow it as it changes. */
export interface BookDesks {
  /** The desk of an audience. After a change of the book the former one is given until the new one is made. */
  readonly desk: (audience: ServedAudience) => Promise<Desk>;
  /** The desk given last, for whoever cannot wait; null before the first. */
  readonly last: (audience: ServedAudience) => Desk | null;
  /** Brings the desks up to date with the book; fulfilled when they are. */
  readonly refresh: () => Promise<void>;
}

export interface BookDesksOptions {
  readonly now: () => string;
  /** What the gate goes by beside the decisions in the book. */
  readonly gate?: Omit<Gate, 'problems' | 'isWhole'>;
  /** Told where a change of the book could not be taken over; the former desks stay. */
  readonly failed: (fault: unknown) => void;
}

/** How often the book is asked whether it has changed, at most, in milliseconds. */
const LOOK_AGAIN = 1_000;
/**
 * The desks of a large book take long to make, and nobody is answered meanwhile: this many times as long is left in between, however
 * often the book changes. A choice.
 */
const REST = 10;
/** What was deleted or put under an embargo must go from the pages soon, in milliseconds. */
const LONGEST_WAIT = 120_000;

interface Kept {
  readonly desk: Desk;
  /** Edition and last batch it was made for. */
  readonly of: string;
}

function deskOf(material: BookMaterial, audience: ServedAudience, { gate, now }: BookDesksOptions): Desk {
  const { incidentReports: reports, decisions, gaps, overrides } = material;
  // Decisions in a book and in files hold together: losing one that lengthens would let out what it was to hold back.
  const incidents = { ...gate, reports, decisions, gaps, overrides: [...overrides, ...(gate?.overrides ?? [])] };
  return makeDesk(material, incidents, audience, now());
}

/** Keeps the desks of an open book, each made when it is first asked for. */
export function keepDesks(book: KeptBook, options: BookDesksOptions): BookDesks {
  const kept = new Map<ServedAudience, Kept>();
  let material: { readonly edition: number; readonly of: Promise<BookMaterial> } | null = null;
  let nextLook = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;
  const batchOf = (audience: ServedAudience): string => {
    const profile = profileOf(audience);
    // Outside, an embargo ends with a batch: the desk of yesterday knows less than that of today.
    return profile.batch === 'none' ? '' : cutOffOf(profile, options.now());
  };
  const bring = async (audiences: readonly ServedAudience[]): Promise<void> => {
    const edition = await book.edition();
    for (const audience of audiences) {
      const of = `${edition}|${batchOf(audience)}`;
      if (kept.get(audience)?.of === of) continue;
      if (material?.edition !== edition) {
        const reading = book.material();
        material = { edition, of: reading };
        reading.catch(() => {
          material = null;
        });
        await indexBook(book.store);
      }
      kept.set(audience, { desk: deskOf(await material.of, audience, options), of });
    }
  };
  // One after the other: two that follow the same change would do the same work twice.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (audiences: () => readonly ServedAudience[]): Promise<void> => {
    const next = last.then(() => bring(audiences()));
    last = next.catch(() => undefined);
    return next;
  };
  const look = (): void => {
    const at = Date.parse(options.now());
    // A clock that was set back must not keep a desk for ever.
    if (looking !== null || (at < nextLook && nextLook - at < LONGEST_WAIT)) return;
    looking = inTurn(() => [...kept.keys()])
      .catch(options.failed)
      .finally(() => {
        const took = Math.max(0, Date.parse(options.now()) - at);
        nextLook = at + Math.min(Math.max(LOOK_AGAIN, took * REST), LONGEST_WAIT);
        looking = null;
      });
  };
  return {
    desk: async (audience) => {
      const known = kept.get(audience);
      if (known) {
        look();
        return known.desk;
      }
      await inTurn(() => [audience]);
      const made = kept.get(audience);
      if (!made) throw new Error(`No desk was made for ${audience}.`);
      return made.desk;
    },
    last: (audience) => kept.get(audience)?.desk ?? null,
    refresh: () => inTurn(() => [...kept.keys()]),
  };
}
