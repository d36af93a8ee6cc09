import type { Mark, Messages } from '../i18n/index.ts';
import type { AnchoredSpan, Dossier, Element } from '../model/index.ts';
import type { ContextOf } from './source-context.ts';

/** Words as they may be printed: whether they are the speaker's own, and where they stand. */
export interface WordsView {
  readonly text: string;
  /** Own words of the speaker; only these are set in quotation marks. */
  readonly verbatim: boolean;
}

/** One report that carries an entry. */
export interface SourceRef {
  readonly report: string;
  readonly tag: string;
  readonly date: string | null;
}

/** One reading, or several that say the same in the same words, ready for a cell or a line. */
export interface EntryView {
  readonly id: string;
  readonly holder: string;
  readonly element: Element;
  /** The report says that the holder said nothing of it. */
  readonly silent: boolean;
  readonly value: string | null;
  readonly words: WordsView | null;
  readonly who: string | null;
  /** Mode of reporting, in words; null for what was entered by hand. */
  readonly how: string | null;
  readonly notes: readonly string[];
  readonly sources: readonly SourceRef[];
  readonly spans: readonly AnchoredSpan[];
  readonly urls: readonly string[];
  readonly heldFrom: string | null;
}

export interface RowView {
  readonly element: Element;
  readonly label: string;
  readonly mark: Mark;
  readonly markText: string;
  /** Entries by column, in the order of the columns. */
  readonly cells: readonly (readonly EntryView[])[];
}

export interface LineView {
  readonly text: string;
  readonly notes: readonly string[];
  readonly sources: readonly SourceRef[];
  readonly spans: readonly AnchoredSpan[];
}

export interface DivergenceView extends LineView {
  readonly element: Element;
  readonly label: string;
  readonly kind: string;
  /** The first of the two sides. */
  readonly holder: string;
}

/** Differences in the order of their weight; see `differencesOf`. */
export interface DifferencesView {
  readonly chosen: readonly DivergenceView[];
  readonly further: readonly DivergenceView[];
  /** What one side said one after the other. */
  readonly within: readonly DivergenceView[];
  readonly oneSided: readonly DivergenceView[];
  /** Elements of which only one side speaks, with its name: "Dauer (Russland)". */
  readonly onlyOne: readonly string[];
}

/** One side's versions of one element in the order of time; the last ones hold, the others are superseded. */
export interface HistoryView {
  readonly label: string;
  readonly holder: string;
  readonly versions: readonly { readonly entry: EntryView; readonly superseded: boolean }[];
}

export interface TimelineView {
  readonly at: string | null;
  readonly text: string;
}

export interface AgreementView {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly state: string;
  readonly why: string;
  readonly parties: readonly { readonly holder: string; readonly name: string; readonly state: string; readonly since: string | null }[];
  readonly columns: readonly { readonly code: string; readonly name: string }[];
  readonly rows: readonly RowView[];
  /** Labels of the elements to which no column says anything. */
  readonly nobody: readonly string[];
  readonly readingCount: number;
  readonly related: readonly string[];
  readonly divergences: DifferencesView;
  readonly open: readonly LineView[];
  /** Answered by each side in another way. */
  readonly disputed: readonly LineView[];
  readonly answered: readonly LineView[];
  readonly superseded: readonly HistoryView[];
  /** What people have decided, each reading with what they put in its place; empty unless asked for. */
  readonly reviewed: readonly HistoryView[];
  readonly clocks: readonly LineView[];
  /** The newsrooms' own claims, each as the sentence in which it stands. */
  readonly narration: readonly LineView[];
  readonly dissent: readonly EntryView[];
  readonly timeline: readonly TimelineView[];
}

export interface SourceView {
  readonly tag: string;
  readonly key: string;
  readonly date: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly language: string;
  /** Label of the origin it shares with other reports; null where it is alone. */
  readonly shared: string | null;
}

/** A dossier as it is shown, before any form is given to it; every renderer prints this and decides nothing. */
export interface DossierView {
  readonly messages: Messages;
  readonly contextOf: ContextOf | null;
  /** All reports are of one year, which is left out in short dates. */
  readonly oneYear: boolean;
  readonly standing: string;
  readonly counts: string;
  readonly agreements: readonly AgreementView[];
  /** Agreements of which a single reading is known. */
  readonly brief: readonly AgreementView[];
  readonly requests: readonly LineView[];
  readonly shifts: readonly LineView[];
  readonly silences: readonly LineView[];
  readonly flags: readonly LineView[];
  readonly sources: readonly SourceView[];
  /** Why reports count as of one origin, a line for each. */
  readonly origins: readonly string[];
  readonly dossier: Dossier;
}
