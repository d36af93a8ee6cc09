import type { Agreement, CuratedAgreement, Reading } from '../model/index.ts';
import { rangeOf } from './instant.ts';

/** Agreements and readings of machine and people in one ledger; both kinds of readings stay, side by side. */
export interface Ledger {
  readonly agreements: readonly Agreement[];
  readonly readings: readonly Reading[];
  /** Agreements that have become another one, and which; left out where none has. */
  readonly moved?: ReadonlyMap<string, string>;
}

/**
 * Puts curated agreements beside those found in reports. One of the same kind that was first spoken of within the window of a
 * curated one is that agreement: its readings move there, unchanged but for the agreement they name.
 */
export function mergeCurated(found: Ledger, curated: readonly CuratedAgreement[]): Ledger {
  if (!curated.length) return found;
  const target = new Map<string, string>();
  const merged = new Map<string, Agreement>(curated.map(({ agreement }) => [agreement.id, agreement]));
  const kept: Agreement[] = [];
  for (const agreement of found.agreements) {
    const entered = curated.find((entry) => isSame(agreement, entry));
    if (!entered) {
      kept.push(agreement);
      continue;
    }
    const into = merged.get(entered.agreement.id) ?? entered.agreement;
    target.set(agreement.id, into.id);
    merged.set(into.id, {
      ...into,
      mentions: [...into.mentions, ...agreement.mentions],
      firstKnown: earlier(into.firstKnown, agreement.firstKnown),
      related: [...into.related, ...agreement.related],
    });
  }
  const moved = (id: string): string => target.get(id) ?? id;
  const agreements = [...kept, ...merged.values()].map((agreement) =>
    agreement.related.some(({ id }) => target.has(id))
      ? {
          ...agreement,
          related: agreement.related.map((link) => ({ ...link, id: moved(link.id) })).filter(({ id }) => id !== agreement.id),
        }
      : agreement,
  );
  const readings = found.readings.map((reading) =>
    target.has(reading.agreement) ? { ...reading, agreement: moved(reading.agreement) } : reading,
  );
  return { agreements, readings: [...readings, ...curated.flatMap((entry) => entry.readings)], moved: target };
}

function isSame(agreement: Agreement, { agreement: entered, window }: CuratedAgreement): boolean {
  if (agreement.id === entered.id) return true;
  if (window === null || agreement.kind !== entered.kind || agreement.firstKnown === null) return false;
  const strangers = agreement.parties.some((party) => ![...entered.parties, ...entered.brokers].includes(party));
  if (entered.parties.length > 0 && strangers) return false;
  const [at, from, to] = [agreement.firstKnown, window.from, window.to].map((date) => rangeOf(date));
  return !!at && !!from && !!to && at.to > from.from && at.from < to.to;
}

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
