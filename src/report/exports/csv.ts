import type { Dossier } from '../../model/index.ts';
import { neutraliseFormula } from './neutralise-formula.ts';

/** One row: column to value; lists are joined with "; ", what is unknown stays empty. */
export type CsvRow = Readonly<Record<string, string | number | boolean | null>>;

function field(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = neutraliseFormula(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180): one header line, CRLF between lines, quotation marks only where they are needed. */
export function csvOf(columns: readonly string[], rows: readonly CsvRow[]): string {
  return [columns.map(field), ...rows.map((row) => columns.map((column) => field(row[column])))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}

const READING_COLUMNS = [
  'id',
  'agreement',
  'agreement_title',
  'element',
  'holder',
  'obliged',
  'stance',
  'value',
  'speaker',
  'authority',
  'mode',
  'act',
  'words',
  'places',
  'urls',
  'language',
  'held_from',
  'held_to',
  'known_from',
  'known_to',
  'superseded_by',
  'origin',
  'arrangement',
  'confidence',
  'rule',
] as const;

/** Every reading as one row; `value` is the typed value as JSON, `places` are `report:start-end`. */
export function readingsCsv(dossier: Dossier): string {
  const titles = new Map(dossier.agreements.map(({ agreement }) => [agreement.id, agreement.title.en]));
  const rows = dossier.readings.map((reading) => ({
    id: reading.id,
    agreement: reading.agreement,
    agreement_title: titles.get(reading.agreement) ?? null,
    element: reading.element,
    holder: reading.holder,
    obliged: reading.obliged.join('; '),
    stance: reading.stance,
    value: JSON.stringify(reading.value),
    speaker: reading.speaker,
    authority: reading.authority,
    mode: reading.mode,
    act: reading.act,
    words: [...reading.spans, ...reading.evidence].map(({ exact }) => exact).join(' … '),
    places: reading.spans.map(({ report, start, end }) => `${report}:${start}-${end}`).join('; '),
    urls: reading.evidence.map(({ url }) => url).join('; '),
    language: reading.language,
    held_from: reading.heldFrom,
    held_to: reading.heldTo,
    known_from: reading.knownFrom,
    known_to: reading.knownTo,
    superseded_by: reading.supersededBy,
    origin: reading.origin,
    arrangement: reading.arrangement,
    confidence: reading.confidence,
    rule: reading.rule,
  }));
  return csvOf(READING_COLUMNS, rows);
}

const DIVERGENCE_COLUMNS = [
  'id',
  'agreement',
  'element',
  'kind',
  'holder_a',
  'reading_a',
  'holder_b',
  'reading_b',
  'within',
  'rendering_only',
  'sentence_de',
  'sentence_en',
  'as_of',
  'rule',
] as const;

/** Every divergence as one row, with the ids of the two readings it names. */
export function divergencesCsv(dossier: Dossier): string {
  const rows = dossier.divergences.map(({ id, agreement, element, kind, a, b, within, renderingOnly, sentence, asOf, rule }) => ({
    id,
    agreement,
    element,
    kind,
    holder_a: a.holder,
    reading_a: a.reading,
    holder_b: b.holder,
    reading_b: b.reading,
    within,
    rendering_only: renderingOnly,
    sentence_de: sentence.de,
    sentence_en: sentence.en,
    as_of: asOf,
    rule,
  }));
  return csvOf(DIVERGENCE_COLUMNS, rows);
}
