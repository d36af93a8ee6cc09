import type { ReviewTarget } from './record.ts';

/** How far values of a variable can be told apart: as names, in an order, or by their distance. */
export const MEASUREMENT_LEVELS = ['nominal', 'ordinal', 'interval'] as const;
export type MeasurementLevel = (typeof MEASUREMENT_LEVELS)[number];

/** Lists of codes of the model from which a variable takes its values. */
export const CODE_LISTS = [
  'speech_acts',
  'forms',
  'elements',
  'stances',
  'occurrence',
  'information_grades',
  'attribution',
  'outcomes',
] as const;
export type CodeList = (typeof CODE_LISTS)[number];

/** One question of the codebook, asked about one kind of thing; every coder answers it with one of its values. */
export interface CodebookVariable {
  readonly variable: string;
  readonly target: Extract<ReviewTarget['kind'], 'statement' | 'reading' | 'incident'>;
  readonly level: MeasurementLevel;
  /** Values by name, in their order where there is one. */
  readonly values?: readonly string[];
  /** Values from a list of the model. */
  readonly from?: CodeList;
  /** A holder: code of a state or organisation, or `narration`. */
  readonly holder?: true;
  readonly de: string;
  readonly en: string;
}
