import type { Messages } from '../i18n/index.ts';
import type { Annotation, Report, Span, Speaker, Statement } from '../model/index.ts';
import { speakerInWords } from './entries.ts';
import { type Paint, plain } from './paint.ts';
import { printable, shortened } from './printable.ts';
import { hanging } from './text/wrap.ts';

export interface ExplainOptions {
  readonly messages: Messages;
  readonly width?: number;
  readonly paint?: Paint;
  /** Only what touches this position. */
  readonly offset?: number | null;
}

const MOST_WORDS = 300;

interface Page {
  readonly text: string;
  readonly messages: Messages;
  readonly width: number;
  readonly paint: Paint;
}

/** Words between square brackets with their positions: brackets, since quotation marks would claim a quotation. */
const cited = ({ text }: Page, { start, end }: Span): string =>
  `[${start}–${end}] ${shortened(printable(text.slice(start, end)), MOST_WORDS)}`;

const names = (speakers: readonly Speaker[], { messages }: Page): string =>
  speakers.length === 0 ? messages.explain.nobody : speakers.map(({ name }) => speakerInWords(name, messages)).join(' + ');

/** The parts a rule saw, each with its name; absent ones are left out. */
function partsOf(stmt: Statement, page: Page, all: readonly Statement[]): readonly (readonly [string, string])[] {
  const { messages } = page;
  const { explain } = messages;
  const outer = all.find(({ id }) => id === stmt.within);
  const marks = [
    stmt.layer === 'act' ? explain.layerAct : null,
    stmt.headline ? explain.headline : null,
    stmt.inferredByNarrator ? explain.inferred : null,
    stmt.polarity === 'neg' ? explain.negated : null,
    ...stmt.modality.filter((modality) => modality !== 'negated' || stmt.polarity !== 'neg').map((modality) => explain.modality[modality]),
  ].filter((mark) => mark !== null);
  const parts: (readonly [string, string | null])[] = [
    [explain.cue, stmt.cue.length > 0 ? stmt.cue.map((piece) => cited(page, piece)).join(' … ') : explain.carriedOn],
    [explain.speaker, stmt.speakerSpan ? cited(page, stmt.speakerSpan) : null],
    [explain.behalf, stmt.onBehalfOf],
    [explain.via, stmt.via.length > 0 ? names(stmt.via, page) : null],
    [
      explain.within,
      outer ? `${names(outer.speakers, page)} ${outer.content.map(({ start, end }) => `[${start}–${end}]`).join(' ')}` : null,
    ],
    [explain.addressee, stmt.addressee],
    [explain.when, stmt.when === null ? null : messages.date(stmt.when)],
    [explain.conditions, stmt.conditions.length > 0 ? stmt.conditions.map((piece) => cited(page, piece)).join('; ') : null],
    [explain.inserts, stmt.editorialInserts.length > 0 ? stmt.editorialInserts.map((piece) => cited(page, piece)).join('; ') : null],
    ['', marks.length > 0 ? marks.join(', ') : null],
    [explain.rule, `${stmt.rule} (${stmt.confidence.toFixed(2)})`],
  ];
  return parts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

function statementLines(stmt: Statement, page: Page, all: readonly Statement[]): readonly string[] {
  const { messages, paint, width } = page;
  const indent = '  '.repeat(Math.min(stmt.level, 6));
  const parts = partsOf(stmt, page, all);
  const lead = Math.max(...parts.map(([name]) => name.length));
  return [
    '',
    ...hanging(
      `${indent}· `,
      `${paint('holder', names(stmt.speakers, page))} ${messages.act[stmt.act]} (${messages.form[stmt.form]})`,
      width,
    ),
    ...hanging(`${indent}  `, paint('value', stmt.content.map((piece) => cited(page, piece)).join(' … ')), width),
    ...parts.flatMap(([name, value]) => hanging(`${indent}  ${name.padEnd(lead)}  `, value, width).map((text) => paint('dim', text))),
  ];
}

/** A TIMEX3 value in words where it has any; a vague one stays what it is in the standard. */
function timeInWords(value: string, messages: Messages): string {
  if (value === '') return messages.explain.unresolved;
  return value.startsWith('P') ? messages.duration(value) : messages.date(value);
}

/** Everything that was found in a report and why, for a terminal: statements first, then what was set aside. */
export function explainText(report: Report, annotation: Annotation, options: ExplainOptions): string {
  const { messages, offset = null, width = 100, paint = plain } = options;
  const page: Page = { text: report.text, messages, width: Math.max(40, width), paint };
  const { explain } = messages;
  const touches = ({ start, end }: Span): boolean => offset === null || (start <= offset && offset < Math.max(end, start + 1));
  const touched = <T>(items: readonly T[], spansOf: (item: T) => readonly Span[]): readonly T[] =>
    items.filter((item) => spansOf(item).some(touches));

  const statements = touched(annotation.statements, (stmt) => [
    ...stmt.content,
    ...stmt.cue,
    ...(stmt.speakerSpan ? [stmt.speakerSpan] : []),
  ]);
  const list = <T extends { readonly span: Span }>(
    heading: (count: number) => string,
    items: readonly T[],
    note: (item: T) => string,
  ): readonly string[] => {
    const own = touched(items, ({ span }) => [span]);
    if (own.length === 0) return [];
    return [
      '',
      paint('heading', heading(own.length)),
      ...own.flatMap((item) => hanging('  · ', `${cited(page, item.span)} ${paint('dim', `(${note(item)})`)}`, page.width)),
    ];
  };
  const sentenceAt = (at: number): Span =>
    annotation.sentences.find(({ start, end }) => start <= at && at < end) ?? { start: at, end: at + 1 };
  const spoken = annotation.discourse.filter(({ at, outer, inner }) => (outer !== null || inner !== null) && touches(sentenceAt(at)));
  const found = [
    ...(statements.length > 0 ? ['', paint('heading', explain.statements(statements.length))] : []),
    ...statements.flatMap((stmt) => statementLines(stmt, page, annotation.statements)),
    ...list(explain.rejected, annotation.rejected, ({ rule, why }) => `${rule}: ${explain.reason(why)}`),
    ...list(explain.silences, annotation.silences, ({ rule, speakers }) => `${names(speakers, page)}; ${rule}`),
    ...list(explain.glosses, annotation.glosses, ({ rule }) => rule),
    ...list(explain.noise, annotation.noise, ({ rule, why }) => `${rule}: ${explain.reason(why)}`),
    ...list(
      explain.times,
      annotation.times,
      ({ type, value, rule }) => `${explain.timeType[type]} ${timeInWords(value, messages)}; ${rule}`,
    ),
    ...list(explain.quantities, annotation.quantities, ({ value, unit }) =>
      [value, unit === 'person' ? explain.persons : unit].filter((part) => part !== null).join(' '),
    ),
    ...(offset === null ? [] : list(explain.mentions, annotation.mentions, ({ kind, code, rule }) => `${kind} ${code}; ${rule}`)),
    ...list(explain.notices, annotation.notices, ({ message }) => explain.reason(message)),
    ...(spoken.length > 0 ? ['', paint('heading', explain.discourse)] : []),
    ...spoken.flatMap(({ at, outer, inner }) =>
      hanging(`  ${String(at).padStart(6)}  `, [outer, inner].filter((name) => name !== null).join(' → '), page.width),
    ),
  ];
  const head = [report.key, report.outlet, report.date === null ? messages.ui.noDate : messages.date(report.date), report.language].filter(
    (part) => part !== null,
  );
  const body = found.length === 0 && offset !== null ? ['', explain.nothingAt(offset)] : found;
  return `${[paint('title', head.join(', ')), ...body].join('\n')}\n`;
}
