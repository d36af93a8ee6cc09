import { type Problem, problem } from '../errors.ts';
import { parseCorrections } from '../feeds/index.ts';
import type { Audience, Dossier, Reading } from '../model/index.ts';
import { type Desk, makeDesk } from './desk.ts';
import type { IncidentMaterial } from './incident-desk.ts';
import type { Material } from './read-book.ts';

/** What a person decides about one reading of the machine. */
export interface Decision {
  readonly action: 'accept' | 'reject' | 'correct';
  readonly reading: string;
  readonly by: string;
  readonly why: string;
  /** What it says instead; only what is different is given. */
  readonly value?: unknown;
  readonly element?: string;
  readonly holder?: string;
}

/** The file of decisions, and the clock that dates them. */
export interface ReviewFile {
  readonly path: string;
  readonly append: (line: string) => Promise<void>;
  readonly now: () => string;
}

/** A desk on which readings are decided about: each decision is written down, and the pages are computed anew with it. */
export interface ReviewDesk {
  readonly desk: () => Desk;
  /** Writes a decision down; what is wrong with it is given back, and then nothing is written. */
  readonly decide: (decision: Decision) => Promise<readonly Problem[]>;
}

/** Readings of the machine that nobody has decided about, the least certain first. */
export function reviewQueue({ readings }: Dossier): readonly Reading[] {
  return readings
    .filter(
      ({ origin, rule, review, stance }) =>
        origin === 'machine' && rule !== 'ledger.silence' && stance !== 'silent' && review === undefined,
    )
    .toSorted((a, b) => a.confidence - b.confidence || (a.id < b.id ? -1 : 1));
}

/** Makes the review of a desk for the desk itself; the file is the one that `trucebook correct` writes and every command reads. */
export function makeReviewDesk(material: Material, incidents: IncidentMaterial, file: ReviewFile): ReviewDesk {
  const audience: Audience = 'internal';
  let corrections = material.corrections;
  let desk = makeDesk(material, incidents, audience, file.now());
  // Two decisions at once must not be computed over each other.
  let last: Promise<unknown> = Promise.resolve();
  const decide = async ({ reading, ...decision }: Decision): Promise<readonly Problem[]> => {
    const { readings } = desk.dossier();
    if (!readings.some(({ id, rule }) => id === reading && rule !== 'ledger.silence'))
      return [problem('TB_READING_UNKNOWN', { id: reading })];
    const line = JSON.stringify({ at: file.now(), reading, ...decision });
    const parsed = parseCorrections(line, file.path);
    if (parsed.problems.length > 0) return parsed.problems.map((found) => ({ ...found, file: null, line: null }));
    await file.append(`${line}\n`);
    corrections = [...corrections, ...parsed.corrections];
    desk = makeDesk({ ...material, corrections }, incidents, audience, file.now());
    return [];
  };
  return {
    desk: () => desk,
    decide: (decision) => {
      const next = last.then(() => decide(decision));
      last = next.catch(() => undefined);
      return next;
    },
  };
}
