import { BookFailure } from '../../../store/index.ts';
import type { ExitCode, Terminal } from '../../terminal.ts';
import type { KeptOptions } from '../options.ts';
import { type ByOption, withReview } from './with-review.ts';

/** What a person says of the words of a report. */
export interface AnchorOptions extends KeptOptions, ByOption {
  readonly speaker: readonly string[];
  readonly act: string;
  readonly via?: readonly string[];
  readonly form?: string;
  readonly negated?: boolean;
  readonly occurrence?: number;
  readonly agreement?: string;
  readonly element?: string;
  readonly holder?: string;
  readonly value?: unknown;
  readonly why?: string;
}

/** Anchors a statement by hand: the words must stand in the report letter by letter. */
export function runAnchor(terminal: Terminal, name: string, words: string, options: AnchorOptions): Promise<ExitCode> {
  const { by, why, speaker, act, via, form, negated, occurrence, agreement, element, holder, value, ...kept } = options;
  return withReview(terminal, kept, async (review, texts) => {
    const { material } = await review.context();
    const report = material.reports.find(({ id, key }) => id === name || key === name);
    if (!report) throw new BookFailure('TB_ANCHOR_REPORT', { report: name });
    const given = {
      words,
      occurrence,
      speakers: speaker,
      via,
      act,
      form,
      polarity: negated ? 'neg' : undefined,
      agreement,
      element,
      holder,
      value,
    };
    const change = Object.fromEntries(Object.entries(given).filter(([, field]) => field !== undefined));
    const { id, isRepeated } = await review.decide({
      action: 'add',
      target: { kind: 'report', id: report.id },
      by,
      why: why ?? texts.anchoredByHand,
      change,
    });
    const made = (await review.context()).decisions.find((placed) => placed.id === id)?.decision.change?.['statement'] as
      | { id: string; content: readonly { start: number; end: number }[] }
      | undefined;
    const [place] = made?.content ?? [];
    await terminal.out(
      `${isRepeated ? texts.standsAlready(id) : texts.anchored(made?.id ?? '', `${report.key} ${place?.start}–${place?.end}`, id)}\n`,
    );
    return 0;
  });
}
