import { clarifyIncidents, type IncidentFacts } from '../ledger/index.ts';
import type { Dossier } from '../model/index.ts';
import { entryMaker } from './entries.ts';
import type { JudgeOptions } from './judge-text.ts';
import { plain } from './paint.ts';
import { hanging, wrapped } from './text/wrap.ts';
import { valueWords } from './value-words.ts';

/** Questions printed with what they would change; the others are counted. */
const MOST_QUESTIONS = 12;

/** The questions worth asking, the one that would change most verdicts first. */
export function renderClarifyText(dossier: Dossier, incidents: readonly IncidentFacts[], options: JudgeOptions): string {
  const { messages, contextOf = null, width = 100, paint = plain } = options;
  const { clarify } = messages;
  const maker = entryMaker(dossier, messages, contextOf);
  const texts = new Map(dossier.openQuestions.map(({ id, text }) => [id, text[messages.code]]));
  const titles = new Map(
    dossier.openQuestions.map(({ id, agreement }) => [
      id,
      dossier.agreements.find((found) => found.agreement.id === agreement)?.agreement.title[messages.code] ?? '',
    ]),
  );
  const all = clarifyIncidents(dossier, incidents);
  const telling = all.filter(({ changes }) => changes > 0);
  const shown = telling.slice(0, MOST_QUESTIONS);
  const rest = all.length - shown.length;
  const lines = [
    ...wrapped(paint('title', clarify.heading(incidents.length)), width),
    ...wrapped(paint('dim', clarify.note), width),
    ...(telling.length === 0 ? ['', clarify.none] : []),
    ...shown.flatMap(({ question, element, holder, changes, of, supposed }) => {
      const lead = `${clarify.changes(changes, of).padStart(12)}  `;
      const said = `${paint('value', messages.element[element])} · ${titles.get(question) ?? ''}: ${texts.get(question) ?? ''}`;
      const notes = [clarify.asked(maker.nameOf(holder)), clarify.supposed(valueWords(supposed, messages, maker.nameOf))];
      return ['', ...hanging(lead, said, width), ...notes.flatMap((note) => hanging(' '.repeat(lead.length), paint('dim', note), width))];
    }),
    ...(rest > 0 && telling.length > 0 ? ['', telling.length > shown.length ? messages.ui.more(rest) : clarify.without(rest)] : []),
  ];
  return `${lines.map((text) => text.replaceAll('\u00a0', ' ').trimEnd()).join('\n')}\n`;
}

/** The questions as data, all of them, those that change nothing last. */
export function clarifyJson(dossier: Dossier, incidents: readonly IncidentFacts[]): string {
  const questions = new Map(dossier.openQuestions.map((question) => [question.id, question]));
  const clarifications = clarifyIncidents(dossier, incidents).map((found) => ({
    ...found,
    agreement: questions.get(found.question)?.agreement ?? null,
    text: questions.get(found.question)?.text ?? null,
  }));
  return `${JSON.stringify({ schema: 'trucebook/clarifications@1', asOf: dossier.asOf, incidents: incidents.length, clarifications }, null, 2)}\n`;
}
