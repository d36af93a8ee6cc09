import type { DossierAgreement, Reading } from '../model/index.ts';
import { fillsColumn } from './as-of.ts';
import { DAY, dayOf, type Minute, rangeOf } from './instant.ts';
import { dateInWords } from './phrase/dates.ts';
import { both, type HolderNames, nameOf } from './phrase/say.ts';
import { affirms, endOfTerm, startOf } from './term.ts';

type Clock = DossierAgreement['clocks'][number];

/**
 * The clock of each stated duration. It runs from the holder's own start; without one it does not run, and the note says when
 * it would have run out if counted from an order or from the start that another holder names.
 */
export function clocksOf(current: readonly Reading[], known: readonly Reading[], names: HolderNames): readonly Clock[] {
  const clocks: Clock[] = [];
  for (const reading of current) {
    const { value } = reading;
    if (value.t !== 'duration' || !fillsColumn(reading) || !affirms(reading) || (value.iso === null && value.until === null)) continue;
    const own = current.find(
      (other) => other.holder === reading.holder && other.arrangement === reading.arrangement && affirms(other) && startOf(other),
    );
    const start = own ? startOf(own) : null;
    const end = endOfTerm(reading, start);
    const holder = reading.holder;
    clocks.push({
      holder,
      iso: value.iso ?? '',
      from: start ? dayOf(start.from) : null,
      to: end && Number.isFinite(end.from) ? dayOf(end.from) : null,
      note: end ? running(value.counting, end.from, end.to) : supposed(reading, current, known, names),
    });
  }
  // The same term told once with and once without an understanding is one clock, and the one with a start is it.
  const started = new Set(clocks.filter(({ from }) => from !== null).map(({ holder, iso }) => `${holder} ${iso}`));
  const shown = clocks.filter(({ holder, iso, from }) => from !== null || !started.has(`${holder} ${iso}`));
  return shown.sort((a, b) => (`${a.holder}${a.iso}${a.from}` < `${b.holder}${b.iso}${b.from}` ? -1 : 1));
}

function running(counting: string, from: Minute, to: Minute): Clock['note'] {
  if (!Number.isFinite(from)) return both((language) => (language === 'de' ? 'Ohne Ende erklärt.' : 'Declared without an end.'));
  return both((language) => {
    const day = dateInWords(dayOf(from), language);
    if (to - from >= DAY && counting === 'unstated')
      return language === 'de' ? `Ob der ${day} noch dazugehört, ist nicht gesagt.` : `Whether ${day} still belongs to it is not said.`;
    return language === 'de' ? `Läuft am ${day} ab.` : `Runs out on ${day}.`;
  });
}

function supposed(reading: Reading, current: readonly Reading[], known: readonly Reading[], names: HolderNames): Clock['note'] {
  const order = [...known]
    .filter(
      (other) =>
        other.heldFrom !== null && (other.act === 'order' || (other.value.t === 'parties' && other.value.commitment === 'ordered')),
    )
    .sort((a, b) => (`${a.heldFrom}` < `${b.heldFrom}` ? -1 : 1))[0];
  const named = current.find((other) => affirms(other) && startOf(other));
  const from = order?.heldFrom ?? (named?.value.t === 'start' ? named.value.at : null);
  const range = from === null ? null : rangeOf(from);
  const end = range && endOfTerm(reading, { from: range.from, to: range.from });
  return both((language) => {
    const unstated = language === 'de' ? 'Ein Beginn ist nicht genannt' : 'No start is stated';
    if (!end || from === null)
      return language === 'de' ? `${unstated}; darum steht auch kein Ende fest.` : `${unstated}; so no end is known either.`;
    const since = dateInWords(from.slice(0, 10), language);
    const until = dateInWords(dayOf(end.from), language);
    const what = order
      ? language === 'de'
        ? `ab dem Befehl vom ${since}`
        : `from the order of ${since}`
      : language === 'de'
        ? `ab dem ${since} nach ${nameOf(named?.holder ?? '', language, names, 'dative')}`
        : `from ${since}, as named by ${nameOf(named?.holder ?? '', language, names)}`;
    return language === 'de'
      ? `${unstated}; ${what} gezählt reicht sie bis ${until}.`
      : `${unstated}; counted ${what} it reaches ${until}.`;
  });
}
