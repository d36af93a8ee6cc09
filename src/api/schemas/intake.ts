import { z } from '@hono/zod-openapi';
import type { Problem } from '../../errors.ts';
import { reportDate } from '../../feeds/report-date.ts';

/** A file in a form. */
export const FILE: z.ZodType<File, File> = z
  .custom<File>((value) => value instanceof File, 'is no file')
  .openapi({ type: 'string', format: 'binary' });

const stated = (longest: number, description: string): z.ZodDefault<z.ZodNullable<z.ZodString>> =>
  z.string().min(1).max(longest).nullable().default(null).describe(description);

/** What may be done with a text. */
export const RIGHTS: ReturnType<typeof stated> = stated(200, 'what may be done with it, in words or as an SPDX id');

/** A text that is sent in, with what its sender knows of it. */
export const NEW_REPORT: z.ZodType<{
  readonly content: string;
  readonly mediaType: 'text/plain' | 'text/html';
  readonly address: string;
  readonly date: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly rights: string | null;
}> = z
  .strictObject({
    content: z.string().min(1).max(900_000).describe('the text, or the page'),
    mediaType: z.enum(['text/plain', 'text/html']).default('text/plain'),
    address: z.string().min(1).max(1_000).describe('where it stands; it is not fetched'),
    date: z
      .string()
      .max(40)
      .refine((value) => reportDate(value) !== null, 'is no date such as 2025-03-18 or 2025-03-18T19:30Z')
      .transform((value) => reportDate(value))
      .nullable()
      .default(null)
      .openapi({ type: ['string', 'null'], description: 'when it was published; left out, as the page says' }),
    outlet: stated(200, 'who published it'),
    title: stated(500, 'its title'),
    language: stated(20, 'language of the text, ISO 639-1'),
    rights: RIGHTS,
  })
  .openapi('NewReport');

/** What is wrong with something that was sent, without stopping the rest. */
export interface FaultItem extends Pick<Problem, 'code' | 'message' | 'remedy' | 'line' | 'severity'> {}

export const FAULTS: z.ZodType<readonly FaultItem[]> = z.array(
  z
    .strictObject({
      code: z.string().describe('code of docs/reference/errors.md'),
      message: z.string(),
      remedy: z.string(),
      line: z.int().nullable(),
      severity: z.enum(['error', 'warning']),
    })
    .openapi('Fault'),
) as never;

/** Problems as they are answered: the names of files on this machine are nobody's business. */
export function faultItems(problems: readonly Problem[]): readonly FaultItem[] {
  return problems.map(({ code, message, remedy, line, severity }) => ({ code, message, remedy, line, severity }));
}
