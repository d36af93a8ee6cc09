import { ACCOUNT_ERRORS } from './errors/accounts.ts';
import { API_ERRORS } from './errors/api.ts';
import { BOOK_ERRORS } from './errors/book.ts';
import { INCIDENT_ERRORS } from './errors/incidents.ts';
import { INTAKE_ERRORS } from './errors/intake.ts';
import { PUBLICATION_ERRORS } from './errors/publication.ts';
import { READING_ERRORS } from './errors/reading.ts';
import { REVIEW_ERRORS } from './errors/review.ts';
import { SERVER_ERRORS } from './errors/server.ts';
import { TIMESTAMP_ERRORS } from './errors/timestamps.ts';
import { WEBHOOK_ERRORS } from './errors/webhooks.ts';

/** Every error and warning the program can give: code, sentence, remedy. `docs/reference/errors.md` is generated from it. */
export const ERRORS: typeof READING_ERRORS &
  typeof INCIDENT_ERRORS &
  typeof PUBLICATION_ERRORS &
  typeof BOOK_ERRORS &
  typeof ACCOUNT_ERRORS &
  typeof INTAKE_ERRORS &
  typeof TIMESTAMP_ERRORS &
  typeof REVIEW_ERRORS &
  typeof SERVER_ERRORS &
  typeof API_ERRORS &
  typeof WEBHOOK_ERRORS = {
  ...READING_ERRORS,
  ...INCIDENT_ERRORS,
  ...PUBLICATION_ERRORS,
  ...BOOK_ERRORS,
  ...ACCOUNT_ERRORS,
  ...INTAKE_ERRORS,
  ...TIMESTAMP_ERRORS,
  ...REVIEW_ERRORS,
  ...SERVER_ERRORS,
  ...API_ERRORS,
  ...WEBHOOK_ERRORS,
};

export type ErrorCode = keyof typeof ERRORS;

/** A rejected input or a warning, with the place where it was found; printed, counted, never thrown away. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
  readonly file: string | null;
  /** 1-based; null where a line makes no sense. */
  readonly line: number | null;
  readonly severity: 'error' | 'warning';
}

/** Makes a problem of the registry; `values` fill the `{names}` of its sentence. */
export function problem(
  code: ErrorCode,
  values: Readonly<Record<string, string>> = {},
  at: { readonly file?: string; readonly line?: number; readonly severity?: 'error' | 'warning' } = {},
): Problem {
  const { sentence, remedy } = ERRORS[code];
  const message = sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return { code, message, remedy, file: at.file ?? null, line: at.line ?? null, severity: at.severity ?? 'error' };
}
