import { type Agreement, BLANK_READING, type Element, idOf, type Reading } from '../model/index.ts';
import { fillsColumn } from './as-of.ts';
import { isVersion } from './term.ts';

/** The holders that have a column in an agreement: its parties and brokers, and whoever may speak for a side and does. */
export function columnsOf(agreement: Agreement, readings: readonly Reading[]): readonly string[] {
  const speaking = readings.filter((reading) => fillsColumn(reading) && reading.stance !== 'silent').map(({ holder }) => holder);
  return [...new Set([...agreement.parties, ...agreement.brokers, ...speaking])].sort();
}

/**
 * Makes silence a reading where another holder fills the slot. It says no more than that nothing of this holder is known on
 * the element; it rests on no words, and goes when the holder speaks.
 */
export function fillSilences(agreement: Agreement, current: readonly Reading[], columns: readonly string[]): readonly Reading[] {
  const filled = new Map<Element, { holders: Set<string>; since: string | null }>();
  for (const reading of current) {
    if (!fillsColumn(reading)) continue;
    const slot = filled.get(reading.element) ?? { holders: new Set(), since: null };
    if (reading.stance !== 'silent' && reading.knownFrom !== null && (slot.since === null || reading.knownFrom < slot.since))
      slot.since = reading.knownFrom;
    slot.holders.add(!isVersion(reading) && reading.stance !== 'disputes' ? `silent:${reading.holder}` : reading.holder);
    filled.set(reading.element, slot);
  }
  const made: Reading[] = [];
  for (const [element, { holders, since }] of filled) {
    if (![...holders].some((holder) => !holder.startsWith('silent:'))) continue;
    for (const holder of columns)
      if (!holders.has(holder) && !holders.has(`silent:${holder}`)) made.push(silence(agreement.id, element, holder, since));
  }
  return made;
}

function silence(agreement: string, element: Element, holder: string, since: string | null): Reading {
  return {
    id: idOf('rd', agreement, element, holder, 'silence'),
    agreement,
    element,
    holder,
    ...BLANK_READING,
    stance: 'silent',
    knownFrom: since,
    rule: 'ledger.silence',
  };
}
