import type { Dossier } from '../model/index.ts';
import { cutOffOf, profileOf } from '../release/index.ts';
import { type BookMaterial, type KeptBook, SHOWN } from './book.ts';
import { type Desk, makeDesk } from './desk.ts';
import { deskMaterial, type ServedAudience, type ServedGate } from './desk-material.ts';
import type { DeskThread } from './desk-thread/start-desk-thread.ts';
import { indexBook } from './search-book.ts';

export type { ServedAudience } from './desk-material.ts';

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
  readonly gate?: ServedGate;
  /** Told where a change of the book could not be taken over; the former desks stay. */
  readonly failed: (fault: unknown) => void;
  /** Works out the dossiers of large books; left out, everything is done where it is asked for. */
  readonly thread?: DeskThread;
  /** Reports from which on a book is large. */
  readonly largeFrom?: number;
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

/** A thread takes a second to know the words; a smaller book is done with by then. */
const LARGE = 400;
/** How often a thread is asked anew where something of what it was told has gone meanwhile. */
const TRIES = 3;

/** A dossier out of the thread, as of an edition that the book has gone on from by additions alone; null where there is none. */
async function fromThread(
  book: KeptBook,
  audience: ServedAudience,
  { thread, gate, now, failed, largeFrom = LARGE }: BookDesksOptions,
): Promise<{ readonly dossier: Dossier; readonly edition: number; readonly material: BookMaterial } | null> {
  if (!thread || ((await book.store.counts()).report ?? 0) < largeFrom) return null;
  try {
    for (let tried = 0; tried < TRIES; tried++) {
      const { dossier, edition } = await thread.dossier({ audience, gate: gate ?? null, now: now() });
      // Read after the dossier was made: everything the dossier speaks of is in it, if nothing was taken away.
      const material = await book.material();
      const since = await book.store.entries({ after: edition });
      if (since.every(({ kind, action }) => action === 'add' || !SHOWN.includes(kind))) return { dossier, edition, material };
    }
  } catch (fault) {
    failed(fault);
  }
  return null;
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
      const made = await fromThread(book, audience, options);
      const own = made?.material ?? (await material.of);
      const desk = makeDesk(own, deskMaterial(own, options.gate ?? null), audience, options.now(), made?.dossier ?? null);
      // What has come since the thread looked is not in it: the next look brings it.
      kept.set(audience, { desk, of: made === null ? of : `${made.edition}|${batchOf(audience)}` });
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
