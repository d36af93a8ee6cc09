import type { Dossier, Reading } from '../model/index.ts';
import { fillsColumn } from './as-of.ts';
import { compareValues } from './compare-values.ts';
import type { LedgerReadings } from './read/index.ts';

/** Who has said what a sentence claims, who the contrary, and who has never spoken to it. */
export interface SentenceCheck {
  readonly claims: readonly {
    readonly claim: Reading;
    readonly said: readonly Reading[];
    readonly contrary: readonly Reading[];
    /** Held once and given up since. */
    readonly superseded: readonly Reading[];
    readonly silent: readonly string[];
  }[];
}

/**
 * Checks the readings made from one sentence (read like a report of its own) against a book. A speaker the sentence names
 * narrows the question to that side; agreements are matched by kind, since a sentence rarely names a date.
 */
export function checkSentence(sentence: LedgerReadings, book: Dossier): SentenceCheck {
  const kindOf = new Map(sentence.agreements.map(({ id, kind }) => [id, kind]));
  const claims = sentence.readings
    .filter((reading) => reading.stance !== 'silent')
    .map((claim) => {
      const matching = book.agreements.filter(({ agreement }) => agreement.kind === kindOf.get(claim.agreement));
      const ids = new Set(matching.map(({ agreement }) => agreement.id));
      const named = claim.holder !== 'narration';
      const candidates = book.readings.filter(
        (reading) =>
          ids.has(reading.agreement) &&
          reading.element === claim.element &&
          reading.stance !== 'silent' &&
          (!named || reading.holder === claim.holder) &&
          fillsColumn(reading),
      );
      const agrees = (reading: Reading): boolean => {
        if (reading.value.t !== claim.value.t) return false;
        const { relation } = compareValues(reading.value, claim.value);
        const same = relation === 'equal' || relation === 'compatible' || (relation === 'wider' && claim.value.t !== 'objects');
        return same === (reading.stance !== 'disputes');
      };
      const comparable = candidates.filter((reading) => reading.value.t === claim.value.t);
      const said = comparable.filter(agrees);
      const spoken = new Set(candidates.map(({ holder }) => holder));
      const columns = matching.flatMap(({ parties }) => parties.map(({ holder }) => holder));
      return {
        claim,
        said: said.filter(({ supersededBy }) => supersededBy === null),
        contrary: comparable.filter((reading) => !agrees(reading) && reading.supersededBy === null),
        superseded: said.filter(({ supersededBy }) => supersededBy !== null),
        silent: [...new Set(columns)].filter((holder) => !spoken.has(holder) && (!named || holder === claim.holder)).sort(),
      };
    });
  return { claims };
}
