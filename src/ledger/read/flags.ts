import type { AnchoredSpan, Dossier, Span } from '../../model/index.ts';
import { TRUCES } from './focus.ts';
import type { Page } from './part.ts';
import { within } from './sorted-spans.ts';

type Flag = Dossier['flags'][number];

const NOTES: Readonly<Record<string, Flag['note']>> = {
  gloss: { de: 'Deutung der Redaktion, in keiner Spalte einer Partei.', en: "The newsroom's own reading, in no party's column." },
  editorial_insertion: { de: 'Von der Redaktion in die Worte eingefügt.', en: 'Put into the words by the newsroom.' },
  garbled: {
    de: 'Der Satz lässt eine Waffenruhe Hilfe aussetzen; vermutlich verderbt, nicht als Tatsache gebucht.',
    en: 'The sentence has a truce suspend aid; probably garbled, not entered as fact.',
  },
};

/** Passages that are shown with a warning and never stored as what somebody said. */
export function findFlags(page: Page): readonly Flag[] {
  const flag = (kind: string, span: Span): Flag => ({
    kind,
    span: anchor(page, span),
    note: NOTES[kind] ?? { de: kind, en: kind },
  });
  return [
    ...page.annotation.glosses.map((gloss) => flag('gloss', gloss.span)),
    ...page.annotation.statements.flatMap((statement) => statement.editorialInserts.map((insert) => flag('editorial_insertion', insert))),
    ...page.sentences.filter(({ span }) => isGarbled(page, span)).map(({ span }) => flag('garbled', span)),
  ];
}

function anchor(page: Page, { start, end }: Span): AnchoredSpan {
  return { report: page.report.key, start, end, exact: page.report.text.slice(start, end) };
}

/** A truce that has been signed cannot itself have suspended aid: a relative clause that says so is a fault of translation. */
function isGarbled(page: Page, sentence: Span): boolean {
  const mentions = within(page.mentions, sentence);
  const signed = mentions.find((mention) => mention.kind === 'element' && mention.code === 'signed');
  if (!signed || mentions.some((mention) => mention.kind === 'element' && mention.code === 'condition_clause')) return false;
  const truce = within(page.named, sentence).find((named) => TRUCES.has(named.key) && named.span.start > signed.span.start);
  return (
    truce !== undefined &&
    mentions.some((mention) => mention.kind === 'topic' && /^(?:end|less)_/.test(mention.code) && mention.span.start > truce.span.end)
  );
}
