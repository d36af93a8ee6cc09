import { z } from '@hono/zod-openapi';
import { reportDate } from '../../feeds/report-date.ts';
import { LONGEST_CURSOR } from '../frame/cursor.ts';

/** Most items of one page. */
const MOST = 200;

/** A date as reports state it: a day, or a moment to the minute. */
const date = (description: string): z.ZodType<string | undefined, string | undefined> =>
  z
    .string()
    .max(40)
    .transform((value, context) => {
      const read = reportDate(value);
      if (read !== null) return read;
      context.addIssue({ code: 'custom', message: 'is no date such as 2025-03-18 or 2025-03-18T19:30Z' });
      return z.NEVER;
    })
    .optional()
    .openapi({ type: 'string', description, example: '2025-03-27' });

/** The two dates that a dossier is asked for. */
export const MOMENT: { readonly as_of: ReturnType<typeof date>; readonly held_at: ReturnType<typeof date> } = {
  as_of: date('only what could be known by then; a day means its end'),
  held_at: date('only what was held then'),
};
export const AS_OF: Pick<typeof MOMENT, 'as_of'> = { as_of: MOMENT.as_of };

/** From when on changes are asked for. */
export const SINCE: { readonly since: ReturnType<typeof date> } = {
  since: date('only what was told from then on; a day from its beginning'),
};

/** How a list is asked for page by page. */
export const PAGING: {
  readonly limit: z.ZodType<number, unknown>;
  readonly cursor: z.ZodType<string | undefined, string | undefined>;
} = {
  limit: z.coerce.number().int().min(1).max(MOST).default(50).openapi({ description: 'how many items at most' }),
  cursor: z
    .string()
    .min(1)
    .max(LONGEST_CURSOR)
    .optional()
    .openapi({ description: 'where the page begins; it is part of the address given as "next"' }),
};

/** The id in a path. */
export const ID: z.ZodObject<{ readonly id: z.ZodString }> = z.object({
  id: z
    .string()
    .min(1)
    .max(200)
    .openapi({ param: { name: 'id', in: 'path' } }),
});

/** Of a path without parts. */
export const NO_PARAMS: z.ZodObject<Record<never, never>> = z.object({});

/** Address of the next page; null on the last. */
export const NEXT: z.ZodType<string | null> = z.string().nullable().describe('address of the next page; null on the last');
