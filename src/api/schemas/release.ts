import { z } from '@hono/zod-openapi';
import { AUDIENCES, RELEASE_KINDS, type ReleaseCard, TRANSFORM_KINDS } from '../../model/index.ts';

/** The card of a release. */
export const RELEASE_CARD: z.ZodType<ReleaseCard> = z
  .strictObject({
    id: z.string(),
    profile: z.enum(AUDIENCES),
    kind: z.enum(RELEASE_KINDS),
    asOf: z.string(),
    createdAt: z.string(),
    transforms: z.array(
      z.strictObject({
        kind: z.enum(TRANSFORM_KINDS),
        rule: z.string(),
        count: z.strictObject({ min: z.number(), max: z.number() }).nullable(),
      }),
    ),
    balance: z.strictObject({
      sourcesBySide: z.record(z.string(), z.number()),
      gaps: z.array(z.strictObject({ from: z.string(), to: z.string(), side: z.string().nullable(), why: z.string() })),
      curatedShare: z.number().nullable(),
    }),
    lag: z.strictObject({ hours: z.number(), completeBefore: z.string() }),
    sha256: z.string(),
    corrects: z.string().nullable(),
    correctionNote: z.string().nullable(),
  })
  .openapi('ReleaseCard');

/** A release as it is listed. */
export const RELEASE_ITEM: z.ZodType<{
  readonly id: string;
  readonly mediaType: string;
  readonly card: ReleaseCard;
  readonly content: string | null;
  readonly contentSha256: string | null;
}> = z
  .strictObject({
    id: z.string(),
    mediaType: z.string(),
    card: RELEASE_CARD,
    content: z.string().nullable().describe('address of the published bytes; null where only the card was kept'),
    contentSha256: z.string().nullable(),
  })
  .openapi('Release');
