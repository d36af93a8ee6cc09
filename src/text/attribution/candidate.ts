import type { Span, SpeechAct, StatementForm } from '../../model/index.ts';
import type { Gender } from '../phrases/noun-phrase.ts';

/** Who a rule says is speaking, before anybody is resolved. */
export interface SpeakerClue {
  /**
   * `phrase`: named here · `pronoun`: somebody named before · `outer`: whoever holds the floor in the report ("hieß es
   * weiter") · `previous`: the source of the sentence before ("Demnach") · `nobody`: agentless.
   */
  readonly kind: 'phrase' | 'pronoun' | 'outer' | 'previous' | 'nobody';
  readonly span: Span | null;
  /** The words that name the speaker where they are fewer than the span ("n24" in "Angaben von n24"). */
  readonly name: Span | null;
  readonly gender: Gender | null;
  readonly plural: boolean | null;
}

/** A statement as a rule proposes it. */
export interface Candidate {
  readonly rule: string;
  readonly sentence: number;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly speaker: SpeakerClue;
  readonly form: StatementForm;
  readonly layer: 'speech' | 'act';
  /** Lemma of the reporting verb or noun; empty if the attribution has none. */
  readonly lemma: string;
  /** Act and group of the reporting word, before the content is looked at; null for sources without one. */
  readonly entry?: { readonly act: SpeechAct; readonly group: string } | null;
  readonly negated: boolean;
  readonly headline: boolean;
  /** The whole clause the content stands in: with its "dass", or with speaker and verb of a reported act. */
  readonly clause?: Span;
  /** True if the content is the sentence before ("Das teilte X mit"). */
  readonly anaphoric?: boolean;
}

export const NOBODY: SpeakerClue = { kind: 'nobody', span: null, name: null, gender: null, plural: null };
export const OUTER: SpeakerClue = { kind: 'outer', span: null, name: null, gender: null, plural: null };

/** A verbatim quotation that no reporting word introduces. */
export function verbatimCandidate(rule: string, sentence: number, content: Span, speaker: SpeakerClue): Candidate {
  return {
    rule,
    sentence,
    content: [{ start: content.start, end: content.end }],
    cue: [],
    speaker,
    form: 'direct',
    layer: 'speech',
    lemma: '',
    entry: null,
    negated: false,
    headline: false,
  };
}
