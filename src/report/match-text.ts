import type { Messages } from '../i18n/index.ts';
import type { Annotation, Report, Span } from '../model/index.ts';
import { type Paint, plain } from './paint.ts';
import { printable, shortened } from './printable.ts';
import { hanging } from './text/wrap.ts';

export interface MatchOptions {
  readonly messages: Messages;
  readonly width?: number;
  readonly paint?: Paint;
}

/** What one rule did in one report. */
export interface RuleMatch {
  readonly report: string;
  readonly span: Span;
  readonly rule: string;
  /** What became of it: a statement, a rejected candidate, noise … */
  readonly kind: 'statement' | 'rejected' | 'silence' | 'gloss' | 'noise' | 'time' | 'mention';
  readonly note: string;
}

/** Characters of text on either side of the words. */
const ROOM = 40;

/** True if a rule is meant: by its whole id, or by the beginning of it up to a dot ("de.verb"). */
const isMeant = (rule: string, wanted: string): boolean => rule === wanted || rule.startsWith(`${wanted}.`);

/** Finds everything that a rule, or a family of rules, made or rejected in one report, in the order of the text. */
export function matchesOf(annotation: Annotation, wanted: string): readonly RuleMatch[] {
  const { report } = annotation;
  const found = (
    kind: RuleMatch['kind'],
    items: readonly { readonly span: Span; readonly rule: string }[],
    note: (index: number) => string,
  ): readonly RuleMatch[] =>
    items.flatMap(({ span, rule }, i) => (isMeant(rule, wanted) ? [{ report, span, rule, kind, note: note(i) }] : []));
  const statements = annotation.statements.flatMap(({ content, rule, speakers, act, form }): readonly RuleMatch[] => {
    const [first] = content;
    if (!first || !isMeant(rule, wanted)) return [];
    const span = { start: first.start, end: content.at(-1)?.end ?? first.end };
    return [{ report, span, rule, kind: 'statement', note: `${speakers.map(({ name }) => name).join(' + ')} ${act} ${form}` }];
  });
  return [
    ...statements,
    ...found('rejected', annotation.rejected, (i) => annotation.rejected[i]?.why ?? ''),
    ...found('silence', annotation.silences, () => ''),
    ...found('gloss', annotation.glosses, () => ''),
    ...found('noise', annotation.noise, (i) => annotation.noise[i]?.why ?? ''),
    ...found('time', annotation.times, (i) => annotation.times[i]?.value ?? ''),
    ...found('mention', annotation.mentions, (i) => annotation.mentions[i]?.code ?? ''),
  ].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Text beside the words: as many whole words as fit. */
function beside(text: string, room: number, side: 'before' | 'after'): string {
  const words = printable(text).split(' ');
  const kept: string[] = [];
  let left = room;
  for (const word of side === 'before' ? words.toReversed() : words) {
    left -= word.length + 1;
    if (left < 0) break;
    kept.push(word);
  }
  return (side === 'before' ? kept.toReversed() : kept).join(' ');
}

/** A match with its place, and the words with some of the text on both sides. */
export function matchText(report: Report, match: RuleMatch, { messages, width = 100, paint = plain }: MatchOptions): string {
  const { span, kind, note, rule } = match;
  const before = beside(report.text.slice(Math.max(0, span.start - 3 * ROOM), span.start), ROOM, 'before');
  const after = beside(report.text.slice(span.end, span.end + 3 * ROOM), ROOM, 'after');
  const words = shortened(printable(report.text.slice(span.start, Math.min(span.end, span.start + 1000))), 300);
  const head = `${report.source}:${span.start}  ${messages.explain.matchKind[kind]}  ${rule}${note === '' ? '' : `  ${printable(note)}`}`;
  const lines = [
    ...hanging('', paint('dim', head), width),
    ...hanging('    ', `${before} ${paint('value', `[${words}]`)} ${after}`, width),
  ];
  return `${lines.join('\n')}\n`;
}
