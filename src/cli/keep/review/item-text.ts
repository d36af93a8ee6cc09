import type { PlacedDecision } from '../../../app/review/in-force.ts';
import type { ReviewContext } from '../../../app/review/review-context.ts';
import type { ReviewItem } from '../../../app/review/review-item.ts';
import { type InterfaceLanguage, type Messages, messagesFor } from '../../../i18n/index.ts';
import { topicsFor } from '../../../i18n/topics.ts';
import type { AnchoredSpan, IncidentReport, Reading, RereadItem, Statement } from '../../../model/index.ts';
import { contextsOf, entryMaker, type Paint, printable, shortened, speakerInWords } from '../../../report/index.ts';
import { hanging } from '../../../report/text/wrap.ts';
import { valueWords } from '../../../report/value-words.ts';
import { minuteOf } from '../options.ts';

/** How items are laid out in a terminal. */
export interface ItemTextOptions {
  readonly language: InterfaceLanguage;
  readonly width: number;
  readonly paint: Paint;
}

/** One line of a list, and everything about one item. */
export interface ItemText {
  readonly line: (item: ReviewItem) => string;
  readonly whole: (item: ReviewItem) => string;
}

/** Characters of the sentence that are shown before and after the words. */
const MOST_AROUND = 240;
const MOST_WORDS = 400;

/** Lays out items of the review as of one edition of the book. */
export function itemText({ material, dossier }: ReviewContext, { language, width, paint }: ItemTextOptions): ItemText {
  const messages: Messages = messagesFor(language);
  const { reviewing: words, keeping } = topicsFor(language).book;
  const contextOf = contextsOf(material.reports, material.annotations);
  const { nameOf } = entryMaker(dossier, messages, contextOf);
  const reports = new Map(material.reports.map((report) => [report.key, report]));

  const figure = (value: number): string => value.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const quoted = (spans: readonly AnchoredSpan[]): string => shortened(printable(spans.map(({ exact }) => exact).join(' … ')), MOST_WORDS);

  /** The words in their sentence, in brackets: quotation marks would claim that they are somebody's own. */
  const inSentence = (span: AnchoredSpan): string => {
    const around = contextOf(span);
    if (around === null) return `[${printable(span.exact)}]`;
    const [before, after] = [around.before.slice(-MOST_AROUND), around.after.slice(0, MOST_AROUND)];
    const gap = (side: string, blank: RegExp): string => (blank.test(side) ? ' ' : '');
    const words = paint('value', `[${printable(around.exact)}]`);
    return `${printable(before)}${gap(before, /\s$/)}${words}${gap(after, /^\s/)}${printable(after)}`;
  };

  const said = (statement: Statement): readonly (readonly [string, string])[] => [
    [words.speaker, statement.speakers.map(({ name }) => speakerInWords(printable(name), messages)).join(' + ')],
    ...(statement.via.length > 0
      ? ([[words.via, statement.via.map(({ name }) => speakerInWords(printable(name), messages)).join(' ← ')]] as const)
      : []),
    [words.act, messages.act[statement.act]],
    [words.form, messages.form[statement.form]],
  ];
  const read = (reading: Reading): readonly (readonly [string, string])[] => {
    const statement = material.annotations.flatMap(({ statements }) => statements).find(({ id }) => id === reading.statements[0]);
    return [
      [words.value, valueWords(reading.value, messages, nameOf) || '–'],
      ['JSON', JSON.stringify(reading.value)],
      ...(statement
        ? said(statement)
            .slice(0, 2)
            .filter(([name]) => name !== words.act)
        : []),
    ];
  };
  const told = ({ id, source, stance, speaker, from, text }: IncidentReport): string =>
    [
      id,
      source,
      stance,
      speaker === null ? null : nameOf(speaker),
      from === null ? null : messages.date(from),
      text === null ? null : shortened(printable(text), 160),
    ]
      .filter((part) => part !== null)
      .join(' · ');

  const title = ({ subject, queue }: ReviewItem): string => {
    if (subject.t === 'reading') return `${messages.element[subject.reading.element]}, ${nameOf(subject.reading.holder)}`;
    if (subject.t === 'statement')
      return `${subject.statement.speakers.map(({ name }) => speakerInWords(printable(name), messages)).join(' + ')} ${messages.act[subject.statement.act]}`;
    if (subject.t === 'reread') return `${subject.difference.from} → ${subject.difference.to}`;
    const { from, reports: own, maybe, attribution } = subject.incident;
    const parts = [
      from === null ? null : messages.date(from),
      queue === 'allegation' ? `${words.accused}: ${attribution.to.map(nameOf).join(', ')}` : null,
      queue === 'allegation' ? `${words.by}: ${attribution.by.map(nameOf).join(', ')}` : null,
      words.reports(String(own.length)),
      maybe.length > 0 ? words.maybe(String(maybe.length)) : null,
    ];
    return parts.filter((part) => part !== null).join(' · ');
  };

  const decision = ({ id, decision: own, isWithdrawn, seq }: PlacedDecision): string => {
    const done = own.adjudicates.length > 0 ? words.settles : words.done[own.action];
    const change = own.change === null ? '' : ` ${JSON.stringify(own.change)}`;
    const gone = isWithdrawn ? ` [${words.withdrawn}]` : '';
    return `${id} · ${keeping.atEntry(seq)} · ${minuteOf(own.at)} · ${printable(own.by)}: ${done}${printable(change) && ` ${printable(change)}`} – ${printable(own.why)}${gone}`;
  };

  const compared = (kind: 'found' | 'lost' | 'changed', { exact, says }: RereadItem): string =>
    `${keeping.difference[kind]}: ${printable(says)} [${printable(exact)}]`;

  const detail = (item: ReviewItem): readonly string[] => {
    const { subject } = item;
    const pairs = subject.t === 'reading' ? read(subject.reading) : subject.t === 'statement' ? said(subject.statement) : [];
    const lead = Math.max(0, ...pairs.map(([name]) => name.length));
    const listed =
      subject.t === 'incident'
        ? subject.reports.map(told)
        : subject.t === 'reread'
          ? [
              ...subject.difference.lost.map((one) => compared('lost', one)),
              ...subject.difference.changed.map(({ before, after }) => `${compared('changed', before)} → ${printable(after.says)}`),
              ...subject.difference.found.map((one) => compared('found', one)),
            ]
          : [];
    return [
      ...(subject.t === 'incident' ? [] : item.spans.flatMap((span) => hanging('  ', inSentence(span), width))),
      ...pairs.flatMap(([name, value]) => hanging(`  ${name.padEnd(lead)}  `, value, width)),
      ...listed.flatMap((line) => hanging('  · ', line, width)),
    ];
  };

  const meta = ({ confidence, rule, reports: keys, queue }: ReviewItem): string => {
    const dated = keys.map((key) => {
      const date = reports.get(key)?.date ?? null;
      return words.inReport(date === null ? key : `${key}, ${messages.date(date)}`);
    });
    const sure = queue === 'reading' || queue === 'statement' ? [words.confidence(figure(confidence))] : [];
    return [...sure, ...(rule === null ? [] : [rule]), ...dated].join(' · ');
  };

  return {
    line: (item) => {
      const about = `${words.queue[item.queue]} · ${title(item)}`;
      return [
        ...hanging(`${item.target.id}  `, `${about} · ${meta(item)}`, width),
        ...(item.spans.length > 0 ? hanging('    ', `[${quoted(item.spans)}]`, width) : []),
      ].join('\n');
    },
    whole: (item) => {
      const head = `${words.queue[item.queue]} ${item.target.id}`;
      const history = item.decisions.map(decision);
      return [
        paint('heading', head),
        ...hanging('  ', paint('holder', title(item)), width),
        ...hanging('  ', paint('dim', meta(item)), width),
        ...detail(item),
        `  ${words.history}: ${history.length === 0 ? words.nobodyDecided : ''}`.trimEnd(),
        ...history.flatMap((line) => hanging('    ', line, width)),
      ].join('\n');
    },
  };
}
