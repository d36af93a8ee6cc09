import { idOf } from './id.ts';

/**
 * Where the date of a report comes from; a report without a date still is read, its relative dates stay unresolved. `document`: a PDF
 * or Word file says when it was made, which need not be when it was published.
 */
export type DateOrigin = 'front-matter' | 'sidecar' | 'field' | 'page' | 'document' | 'none';

/** What the carrier of a report (a feed, a document, a messenger) says of it beside text, date and outlet; nothing stands for "not said". */
export interface ReportCarrier {
  /** As the carrier names it: author of a document, sender of a message. */
  readonly author?: string;
  /** The text is a feed's summary and not the whole. */
  readonly excerpt?: true;
  /** Offset in the text at which each page of a document begins. */
  readonly pages?: readonly number[];
  /** Number of a message within its chat, and of the one it answers. */
  readonly message?: number;
  readonly replyTo?: number;
  /** Whose message was passed on, as the messenger names it. */
  readonly forwardedFrom?: string;
  /** When the message was last changed, `2025-03-18T19:30Z`. */
  readonly editedAt?: string;
}

/** One news report or official readout, decoded and otherwise untouched. */
export interface Report {
  /** Hash of text, outlet and date. */
  readonly id: string;
  /** The file's base name without its ending; how spans and readings name the report. */
  readonly key: string;
  /** The stored text. Offsets count from its start; front matter is not part of it. */
  readonly text: string;
  /** ISO 639-1 code. */
  readonly language: string;
  /** `2025-03`, `2025-03-18` or `2025-03-18T19:30Z`, with just the precision that was stated; null if unknown. */
  readonly date: string | null;
  readonly dateOrigin: DateOrigin;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly title: string | null;
  /** The path or address the report was read from, as the user gave it. */
  readonly source: string;
  readonly carrier?: ReportCarrier;
}

export type ReportFields = Partial<Omit<Report, 'id' | 'key' | 'text'>>;

/** Makes a report from its text and whatever is known about it. */
export function makeReport(key: string, text: string, fields: ReportFields = {}): Report {
  const date = fields.date ?? null;
  const outlet = fields.outlet ?? null;
  return Object.freeze({
    id: idOf('rep', text, outlet, date),
    key,
    text,
    language: fields.language ?? 'de',
    date,
    dateOrigin: fields.dateOrigin ?? (date === null ? 'none' : 'field'),
    outlet,
    url: fields.url ?? null,
    title: fields.title ?? null,
    source: fields.source ?? key,
    ...(fields.carrier === undefined ? {} : { carrier: fields.carrier }),
  });
}
