import type { Messages } from '../../i18n/index.ts';
import type { SentenceCheck } from '../../ledger/index.ts';
import type { Dossier, Reading } from '../../model/index.ts';
import { entryMaker, withMarks } from '../entries.ts';
import { type Paint, plain } from '../paint.ts';
import { shortened } from '../printable.ts';
import type { ContextOf } from '../source-context.ts';
import { isOfOneYear } from '../source-tags.ts';
import { valueWords } from '../value-words.ts';
import { metaText } from './table.ts';
import { hanging } from './wrap.ts';

export interface CheckOptions {
  readonly messages: Messages;
  readonly contextOf?: ContextOf | null;
  readonly width?: number;
  readonly paint?: Paint;
}

/** Who has said what a sentence claims, who something else, and who has never spoken to it: no verdict on who is right. */
export function checkText(
  { claims }: SentenceCheck,
  dossier: Dossier,
  { messages, contextOf = null, width = 100, paint = plain }: CheckOptions,
): string {
  const maker = entryMaker(dossier, messages, contextOf);
  const { check } = messages;
  const oneYear = isOfOneYear(dossier.reports);
  if (claims.length === 0) return `${check.notUnderstood}\n`;
  const cited = (heading: string, readings: readonly Reading[]): readonly string[] => {
    if (readings.length === 0) return [];
    const lines = maker.entries(readings).flatMap((entry) => {
      const words = entry.words ? withMarks({ ...entry.words, text: shortened(entry.words.text, 220) }, messages) : '';
      const said = [entry.value, words].filter(Boolean).join(': ');
      const who = paint('holder', maker.nameOf(entry.holder));
      return hanging('    · ', `${who}: ${said} ${paint('dim', `(${metaText(entry, messages, oneYear)})`)}`, width);
    });
    return [`  ${heading}`, ...lines.map((line) => line.replaceAll('\u00a0', ' '))];
  };
  // What a side says again in the same sense later was confirmed and not superseded.
  const isRepeated = (reading: Reading, said: readonly Reading[]): boolean =>
    said.some(
      ({ holder, value }) =>
        holder === reading.holder && valueWords(value, messages, maker.nameOf) === valueWords(reading.value, messages, maker.nameOf),
    );
  const lines = claims.flatMap(({ claim, said, contrary, superseded, silent }, i) => {
    const whose = claim.holder === 'narration' ? '' : `${maker.nameOf(claim.holder)}, `;
    const asked = `${check.claim}: ${whose}${messages.element[claim.element]} – ${valueWords(claim.value, messages, maker.nameOf)}`;
    return [
      ...(i === 0 ? [] : ['']),
      ...hanging('', paint('title', asked), width),
      ...cited(check.said, [...said, ...superseded.filter((reading) => isRepeated(reading, said))]),
      ...cited(check.contrary, contrary),
      ...cited(
        check.superseded,
        superseded.filter((reading) => !isRepeated(reading, said)),
      ),
      ...(silent.length > 0 ? hanging('  ', `${check.silent}: ${messages.list(silent.map(maker.nameOf))}`, width) : []),
      ...(said.length + contrary.length + superseded.length + silent.length === 0 ? [`  ${check.nobody}`] : []),
    ];
  });
  return `${lines.join('\n')}\n`;
}
