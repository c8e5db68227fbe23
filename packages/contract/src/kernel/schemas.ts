import { type Instant, instant, type LocalDate, parseLocalDate } from '@vakthavende/core/kernel';
import { z } from 'zod';

/** An instant on the wire: RFC 3339 with offset, milliseconds at the most; in core epoch milliseconds. */
export const InstantIn = z.iso.datetime({ offset: true }).transform((text): Instant => instant(Date.parse(text)));
/** An instant in answers: epoch milliseconds. */
export const InstantOut = z
  .number()
  .int()
  .transform((ms): Instant => instant(ms));
export const LocalDateIn = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined, { params: { code: 'date' } })
  // Refined just above.
  .transform((text) => text as LocalDate);

/** Ids that clients make: UUIDs. */
export const Uuid = z.uuid();
/** Units and other named things: short slugs. */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
/** A municipality number, or one with a named part: `4602`, `4640-balestrand`. */
export const PlaceId = z.string().regex(/^\d{4}(-[a-z0-9-]{1,40})?$/);

/** Texts: longer ones are refused by name, not cut. */
export const ShortText = z.string().trim().min(1).max(200);
export const ReasonText = z.string().trim().min(1).max(2_000);
export const LongText = z.string().trim().min(1).max(20_000);
