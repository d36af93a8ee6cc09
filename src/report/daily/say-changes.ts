import type { DailyReport, PositionChange } from './daily-report-data.ts';
import type { DailyView } from './daily-view.ts';
import type { Line, ReportWords } from './report-words.ts';

/** Changes of one agreement that are printed; all of them are in the JSON form. */
const SHOWN = 8;

/** What the sides say otherwise, agreement by agreement in the order of the ledger. */
export function sayChanges({ changes }: DailyReport, words: ReportWords): DailyView['changes'] {
  const { daily, titleOf } = words;
  const agreements = [...new Set(changes.map(({ agreement }) => agreement))];
  return agreements.map((agreement) => {
    const own = changes.filter((change) => change.agreement === agreement);
    return {
      heading: agreement === null ? daily.change.general : titleOf(agreement),
      lines: own.slice(0, SHOWN).map((change) => sayChange(change, words)),
      more: own.length > SHOWN ? daily.change.more(own.length - SHOWN) : null,
    };
  });
}

function sayChange({ kind, holder, text, states, shift, notes }: PositionChange, { messages, daily, nameOf, sideOf }: ReportWords): Line {
  const { change } = daily;
  if (states !== null) {
    const of = messages[kind === 'state' ? 'overallState' : 'partyState'] as Readonly<Record<string, string>>;
    const [was, is] = [states.was === null ? null : (of[states.was] ?? states.was), of[states.is] ?? states.is];
    return { text: kind === 'state' || holder === null ? change.state(was, is) : change.partyState(sideOf(holder), was, is), notes };
  }
  if (shift !== null && holder !== null) {
    return { text: change.shift(sideOf(holder), nameOf(shift.issue), messages.act[shift.was], messages.act[shift.is]), notes };
  }
  const label = kind === 'new' || kind === 'replaced' || kind === 'difference' || kind === 'answered' ? `${change.kind[kind]}: ` : '';
  return { text: `${label}${text?.[messages.code] ?? ''}`, notes };
}
