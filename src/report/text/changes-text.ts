import type { Messages } from '../../i18n/index.ts';
import type { Change, Dossier, DossierAgreement, Reading } from '../../model/index.ts';
import type { EntryView } from '../dossier-view.ts';
import { type EntryMaker, entryMaker, withMarks } from '../entries.ts';
import { type Paint, plain, SIGN } from '../paint.ts';
import { printable, shortened } from '../printable.ts';
import type { ContextOf } from '../source-context.ts';
import { isOfOneYear } from '../source-tags.ts';
import { metaText } from './table.ts';
import { hanging, wrapped } from './wrap.ts';

export interface ChangesOptions {
  readonly messages: Messages;
  readonly contextOf?: ContextOf | null;
  readonly width?: number;
  readonly paint?: Paint;
}

/** Two dossiers over the same reports, the later with more of them known, and what the ledger says lies between them. */
export interface Comparison {
  readonly before: Dossier;
  readonly after: Dossier;
  readonly changes: readonly Change[];
}

interface Page extends Comparison {
  readonly maker: EntryMaker;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly messages: Messages;
  readonly width: number;
  readonly paint: Paint;
  readonly oneYear: boolean;
}

function saidBy({ messages, maker, paint, oneYear }: Page, entry: EntryView): string {
  const words = entry.words ? withMarks({ ...entry.words, text: shortened(entry.words.text, 200) }, messages) : '';
  const said = [entry.value, words].filter(Boolean).join(': ');
  return `${maker.nameOf(entry.holder)}, ${messages.element[entry.element]}: ${said} ${paint('dim', `(${metaText(entry, messages, oneYear)})`)}`;
}

/** The state of the agreement and of its sides, where one is not what it was. */
function stateLines(page: Page, later: DossierAgreement, item: (sign: string, text: string) => readonly string[]): readonly string[] {
  const { before, messages, maker, paint, width } = page;
  const earlier = before.agreements.find(({ agreement }) => agreement.id === later.agreement.id);
  const was = earlier?.overall.state;
  const is = messages.overallState[later.overall.state];
  const state =
    earlier === undefined
      ? ` (${messages.changes.isNew}): ${is}`
      : was === later.overall.state
        ? ''
        : `: ${messages.overallState[was ?? later.overall.state]} → ${is}`;
  const states = new Map(earlier?.parties.map((party) => [party.holder, party.state]));
  return [
    ...hanging('  ', `${paint('value', later.agreement.title[messages.code])}${state}`, width),
    ...later.parties.flatMap(({ holder, state: now }) => {
      const then = states.get(holder) ?? 'silent';
      return then === now ? [] : item('·', `${maker.nameOf(holder)}: ${messages.partyState[then]} → ${messages.partyState[now]}`);
    }),
  ];
}

function agreementLines(page: Page, later: DossierAgreement, own: readonly Change[]): readonly string[] {
  const { after, messages, maker, readings, width } = page;
  const held = new Set(later.cells.flatMap((cell) => cell.readings));
  const item = (sign: string, text: string): readonly string[] =>
    hanging(`    ${sign} `, text, width).map((line) => line.replaceAll('\u00a0', ' '));
  const refs = (kind: Change['kind']): readonly (readonly string[])[] =>
    own.flatMap((change) => (change.kind === kind ? [change.refs] : []));
  const reading = (id: string | undefined): readonly Reading[] => {
    const found = readings.get(id ?? '');
    return found ? [found] : [];
  };
  const fresh = refs('reading_new').flatMap(([id]) => (held.has(id ?? '') ? reading(id) : []));
  const replaced = refs('reading_superseded').flatMap(([old, next]) => reading(old).map((one) => ({ old: one, next: reading(next)[0] })));
  const opposed = refs('contradiction').flatMap(([id]) => after.divergences.filter((divergence) => divergence.id === id));
  const answered = refs('question_answered').flatMap(([id]) => after.openQuestions.filter((question) => question.id === id));
  return [
    ...stateLines(page, later, item),
    ...maker.entries(fresh).flatMap((entry) => item('+', saidBy(page, entry))),
    ...replaced.flatMap(({ old, next }) => {
      const by = next ? ` → ${messages.changes.now}: ${saidBy(page, maker.entry(next))}` : '';
      return item('−', `${messages.changes.nolonger}: ${saidBy(page, maker.entry(old))}${by}`);
    }),
    ...[...new Set(opposed.map(({ element, sentence }) => `${messages.element[element]}: ${sentence[messages.code]}`))].flatMap((text) =>
      item(SIGN.differ, text),
    ),
    ...answered.flatMap(({ text, state }) => item('!', `${messages.questionState[state]}: ${text[messages.code]}`)),
  ];
}

/** What is new in a later dossier, agreement by agreement; one line where nothing is. */
export function changesText(comparison: Comparison, options: ChangesOptions): string {
  const { messages, contextOf = null, width = 100, paint = plain } = options;
  const { after, changes } = comparison;
  const page: Page = {
    ...comparison,
    maker: entryMaker(after, messages, contextOf),
    readings: new Map(after.readings.map((reading) => [reading.id, reading])),
    messages,
    width: Math.max(40, width),
    paint,
    oneYear: isOfOneYear(after.reports),
  };
  const lines = after.agreements.flatMap((later) => {
    const own = changes.filter(({ agreement }) => agreement === later.agreement.id);
    return own.length === 0 ? [] : agreementLines(page, later, own);
  });
  const body = lines.length === 0 ? [`  ${messages.changes.nothing}`] : lines;
  return `${body.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** One line on a report, as a heading of what it brought. */
export function reportHeading(
  { key, outlet, date, title }: Pick<Dossier['reports'][number], 'key' | 'outlet' | 'date' | 'title'>,
  options: ChangesOptions,
): string {
  const { messages, width = 100, paint = plain } = options;
  const named = [date === null ? messages.ui.noDate : messages.date(date), outlet, key].filter((part) => part !== null).join(', ');
  return `${wrapped(paint('title', `${named}${title === null ? '' : ` – ${printable(title)}`}`), Math.max(40, width)).join('\n')}\n`;
}
