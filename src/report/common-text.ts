import type { Messages } from '../i18n/index.ts';
import { type Clause, commonText, currentReadings } from '../ledger/index.ts';
import type { Dossier, DossierAgreement, ReadingValue } from '../model/index.ts';
import type { EntryView } from './dossier-view.ts';
import { entryMaker, withMarks } from './entries.ts';
import { type Paint, plain } from './paint.ts';
import { printable, shortened } from './printable.ts';
import type { ContextOf } from './source-context.ts';
import { isOfOneYear } from './source-tags.ts';
import { metaText } from './text/table.ts';
import { hanging, wrapped } from './text/wrap.ts';
import { valueWords } from './value-words.ts';

interface ClauseView {
  readonly label: string;
  /** One or two lines: what all who speak share, and what at least one says. */
  readonly lines: readonly { readonly lead: string; readonly text: string }[];
  readonly notes: readonly string[];
  readonly entries: readonly EntryView[];
}

/** The common text of one agreement, ready to print. */
export interface CommonView {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly ClauseView[];
  readonly questions: readonly { readonly code: string; readonly holder: string; readonly texts: readonly string[] }[];
}

export interface CommonOptions {
  readonly messages: Messages;
  readonly contextOf?: ContextOf | null;
  readonly width?: number;
  readonly paint?: Paint;
}

/** The questions of an agreement that leave a gap, by the holder who would have to answer; parties first and alone where known. */
function gapsOf(dossier: Dossier, { agreement }: DossierAgreement) {
  const open = dossier.openQuestions.filter(
    (question) => question.agreement === agreement.id && (question.state === 'open' || question.state === 'answered_differently'),
  );
  const asked = agreement.parties.length > 0 ? agreement.parties : [...new Set(open.flatMap(({ to }) => to))].sort();
  return asked.flatMap((holder) => {
    const questions = open.filter(({ to }) => to.includes(holder));
    return questions.length > 0 ? [{ holder, questions }] : [];
  });
}

/** Meet and union of every agreement of the dossier, clause by clause, with the words they rest on and the gaps. */
export function commonViews(dossier: Dossier, { messages, contextOf = null }: CommonOptions): readonly CommonView[] {
  const maker = entryMaker(dossier, messages, contextOf);
  const names = (holders: readonly string[]): string => messages.list(holders.map(maker.nameOf));
  const { common } = messages;
  // Of a release clause or the like the typed value says nothing that the words do not.
  const words = (value: ReadingValue): string => valueWords(value, messages, maker.nameOf) || common.inWords;
  const linesOf = ({ meet, union, agreed, holders }: Clause): ClauseView['lines'] => {
    const [shared, joined] = [meet && words(meet), union && words(union)];
    if (shared && shared === joined) {
      const lead = holders.length === 1 ? messages.ui.onlyOne(names(holders)) : agreed ? common.allAgree : common.meet;
      return [{ lead, text: shared }];
    }
    return [
      { lead: common.meet, text: shared || common.nothingShared },
      { lead: common.union, text: joined || common.notJoined },
    ];
  };
  return dossier.agreements.map((found) => {
    const readings = currentReadings(dossier, found);
    return {
      id: found.agreement.id,
      title: found.agreement.title[messages.code],
      clauses: commonText(found.agreement, readings).map((clause) => ({
        label: messages.element[clause.element],
        lines: linesOf(clause),
        notes: [
          ...(clause.holders.length > 1 ? [common.rests(names(clause.holders))] : []),
          ...(clause.missing.length > 0 ? [common.missing(names(clause.missing))] : []),
        ],
        entries: clause.holders.flatMap((holder) =>
          maker.entries(readings.filter((reading) => reading.holder === holder && clause.readings.includes(reading.id))),
        ),
      })),
      questions: gapsOf(dossier, found).map(({ holder, questions }) => ({
        code: holder,
        holder: maker.nameOf(holder),
        texts: questions.map(({ text }) => text[messages.code]),
      })),
    };
  });
}

const standing = ({ asOf }: Dossier, messages: Messages): string =>
  asOf === null ? messages.ui.asOfAll : messages.ui.asOf(messages.date(asOf));

/** The common text for a terminal: each clause with what is shared, what anybody says, and the words both rest on. */
export function renderCommonText(dossier: Dossier, options: CommonOptions): string {
  const { messages, width = 100, paint = plain } = options;
  const { common } = messages;
  const oneYear = isOfOneYear(dossier.reports);
  const maker = entryMaker(dossier, messages, options.contextOf ?? null);
  const cited = (entry: EntryView): readonly string[] => {
    const own = entry.words ? withMarks({ ...entry.words, text: shortened(entry.words.text, 220) }, messages) : '';
    const said = [entry.value, own].filter(Boolean).join(': ');
    const meta = paint('dim', `(${metaText(entry, messages, oneYear)})`);
    return hanging('      · ', `${paint('holder', maker.nameOf(entry.holder))}: ${said} ${meta}`, width);
  };
  const blocks = commonViews(dossier, options).flatMap(({ title, clauses, questions }) => [
    '',
    paint('dim', '━'.repeat(width)),
    ...wrapped(paint('title', title), width),
    ...(clauses.length === 0 ? [common.noClauses] : []),
    ...clauses.flatMap(({ label, lines, notes, entries }) => [
      '',
      `  ${paint('value', label)}`,
      ...lines.flatMap(({ lead, text }) => hanging('    ', `${lead}: ${paint('value', text)}`, width)),
      ...notes.flatMap((note) => hanging('    ', paint('dim', note), width)),
      ...entries.flatMap(cited),
    ]),
    '',
    paint('heading', common.questions),
    ...(questions.length === 0 ? [`  ${common.noQuestions}`] : []),
    ...questions.flatMap(({ holder, texts }) => [
      `  ${paint('holder', holder)}`,
      ...texts.flatMap((text) => hanging('    · ', text, width)),
    ]),
  ]);
  const head = `${paint('title', common.heading)} · ${standing(dossier, messages)}`;
  const lines = [...wrapped(head, width), ...wrapped(paint('dim', common.limits), width), ...blocks];
  return `${lines.map((text) => text.replaceAll('\u00a0', ' ').trimEnd()).join('\n')}\n`;
}

/** Foreign words inside Markdown. */
const escaped = (text: string): string =>
  printable(text).replace(/[\\`*_{}[\]<>#|~&]/g, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`));

/** The common text as Markdown. */
export function renderCommonMarkdown(dossier: Dossier, options: CommonOptions): string {
  const { messages } = options;
  const { common } = messages;
  const oneYear = isOfOneYear(dossier.reports);
  const maker = entryMaker(dossier, messages, options.contextOf ?? null);
  const cited = (entry: EntryView): string => {
    const said = [entry.value, entry.words ? withMarks(entry.words, messages) : ''].filter(Boolean).join(': ');
    return `  - ${escaped(maker.nameOf(entry.holder))}: ${escaped(said)} *(${escaped(metaText(entry, messages, oneYear))})*`;
  };
  const blocks = commonViews(dossier, options).flatMap(({ title, clauses, questions }) => [
    `## ${escaped(title)}\n`,
    ...(clauses.length === 0 ? [`${common.noClauses}\n`] : []),
    ...clauses.flatMap(({ label, lines, notes, entries }) => [
      `### ${label}\n`,
      ...lines.map(({ lead, text }) => `- ${escaped(lead)}: **${escaped(text)}**`),
      ...notes.map((note) => `- *${escaped(note)}*`),
      ...entries.map(cited),
      '',
    ]),
    `### ${common.questions}\n`,
    ...(questions.length === 0 ? [common.noQuestions] : []),
    ...questions.flatMap(({ holder, texts }) => [`- ${escaped(holder)}`, ...texts.map((text) => `  - ${escaped(text)}`)]),
    '',
  ]);
  return `# ${common.heading}\n\n${standing(dossier, messages)}. ${common.limits}\n\n${blocks.join('\n').trimEnd()}\n`;
}

/** The common text as data: clauses with their typed values and readings, and the ids of the questions to each party. */
export function commonTextJson(dossier: Dossier): string {
  const agreements = dossier.agreements.map((found) => ({
    id: found.agreement.id,
    title: found.agreement.title,
    clauses: commonText(found.agreement, currentReadings(dossier, found)),
    questions: gapsOf(dossier, found).map(({ holder, questions }) => ({
      to: holder,
      questions: questions.map(({ id, element, text, state }) => ({ id, element, text, state })),
    })),
  }));
  const cited = new Set(agreements.flatMap(({ clauses }) => clauses.flatMap(({ readings }) => readings)));
  const readings = dossier.readings.filter(({ id }) => cited.has(id));
  return `${JSON.stringify({ schema: 'trucebook/common-text@1', asOf: dossier.asOf, agreements, readings }, null, 2)}\n`;
}
