import { z } from '@hono/zod-openapi';
import type { ChangeItem } from '../../app/changes/change.ts';
import { CHANGE_KINDS, type ChangeKind, ELEMENTS } from '../../model/index.ts';

const BOTH = z.strictObject({ de: z.string(), en: z.string() });

/** One change as an audience is told it; a delivery to a webhook holds the same. */
export const CHANGE: z.ZodType<ChangeItem> = z
  .strictObject({
    id: z.string().describe('a UUID; the same change keeps it: drop what you have had'),
    kind: z.enum(CHANGE_KINDS),
    at: z.string().nullable().describe('when it became known, as fine as the asker may know'),
    recorded: z.string().describe('when it was told to this audience; for the public the batch of the day'),
    agreement: z.string().nullable(),
    element: z.enum(ELEMENTS).nullable(),
    holder: z.string().nullable(),
    title: BOTH,
    text: BOTH,
    about: z.strictObject({ kind: z.enum(['reading', 'divergence', 'question', 'agreement', 'incident', 'release']), id: z.string() }),
    page: z.string().describe('path of the page'),
    resource: z.string().describe('path in this interface'),
  })
  .openapi('Change');

/** What a list of changes can be narrowed to. */
export const CHANGE_FILTER: {
  readonly agreement: z.ZodType<string | undefined, string | undefined>;
  readonly holder: z.ZodType<string | undefined, string | undefined>;
  readonly kind: z.ZodType<ChangeKind | undefined, ChangeKind | undefined>;
} = {
  agreement: z.string().min(1).max(200).optional().openapi({ description: 'only changes of this agreement' }),
  holder: z.string().min(1).max(60).optional().openapi({ description: 'only changes of what this holder says' }),
  kind: z.enum(CHANGE_KINDS).optional().openapi({ description: 'only changes of this kind' }),
};
