import type { Messages } from '../../i18n/index.ts';
import type { Dossier } from '../../model/index.ts';
import { type AgreementChanges, type ChangeItem, type Comparison, changesView } from '../changes-view.ts';
import type { EntryView } from '../dossier-view.ts';
import { entryMaker, withMarks } from '../entries.ts';
import { type Paint, plain, SIGN } from '../paint.ts';
import { printable, shortened } from '../printable.ts';
import type { ContextOf } from '../source-context.ts';
import { isOfOneYear } from '../source-tags.ts';
import type { NameOf } from '../value-words.ts';
import { metaText } from './table.ts';
import { hanging, wrapped } from './wrap.ts';

export interface ChangesOptions {
  readonly messages: Messages;
  readonly contextOf?: ContextOf | null;
  readonly width?: number;
  readonly paint?: Paint;
}

interface Page {
  readonly nameOf: NameOf;
  readonly messages: Messages;
  readonly width: number;
  readonly paint: Paint;
  readonly oneYear: boolean;
}

function saidBy({ messages, nameOf, paint, oneYear }: Page, entry: EntryView): string {
  const words = entry.words ? withMarks({ ...entry.words, text: shortened(entry.words.text, 200) }, messages) : '';
  const said = [entry.value, words].filter(Boolean).join(': ');
  return `${nameOf(entry.holder)}, ${messages.element[entry.element]}: ${said} ${paint('dim', `(${metaText(entry, messages, oneYear)})`)}`;
}

/** Sign and sentence of one change. */
function itemText(page: Page, item: ChangeItem): readonly [sign: string, text: string] {
  const { nolonger, now } = page.messages.changes;
  switch (item.kind) {
    case 'state':
      return ['·', `${page.nameOf(item.holder)}: ${item.from} → ${item.to}`];
    case 'new':
      return ['+', saidBy(page, item.entry)];
    case 'replaced':
      return ['−', `${nolonger}: ${saidBy(page, item.entry)}${item.by === null ? '' : ` → ${now}: ${saidBy(page, item.by)}`}`];
    case 'differ':
      return [SIGN.differ, `${item.label}: ${item.text}`];
    case 'answered':
      return ['!', `${item.state}: ${item.text}`];
  }
}

function agreementLines(page: Page, { title, was, is, items }: AgreementChanges): readonly string[] {
  const { messages, paint, width } = page;
  const state = was === null ? ` (${messages.changes.isNew}): ${is}` : was === is ? '' : `: ${was} → ${is}`;
  return [
    ...hanging('  ', `${paint('value', title)}${state}`, width),
    ...items.flatMap((item) => {
      const [sign, text] = itemText(page, item);
      return hanging(`    ${sign} `, text, width).map((line) => line.replaceAll('\u00a0', ' '));
    }),
  ];
}

/** What is new in a later dossier, agreement by agreement; one line where nothing is. */
export function changesText(comparison: Comparison, options: ChangesOptions): string {
  const { messages, contextOf = null, width = 100, paint = plain } = options;
  const { after } = comparison;
  const page: Page = {
    nameOf: entryMaker(after, messages, contextOf).nameOf,
    messages,
    width: Math.max(40, width),
    paint,
    oneYear: isOfOneYear(after.reports),
  };
  const lines = changesView(comparison, { messages, contextOf }).flatMap((found) => agreementLines(page, found));
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
