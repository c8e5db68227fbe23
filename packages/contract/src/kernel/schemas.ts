import { type Instant, instant, type LocalDate, parseLocalDate } from '@vakthavende/core/kernel';
import { z } from 'zod';

/** Times of people who live and of days that are planned: beyond these the database and the calendar have times that nobody means. */
const isNearEnough = (text: string) => text >= '1850-01-01' && text < '2200-01-01';

/** An instant on the wire: RFC 3339 with offset, milliseconds at the most; in core epoch milliseconds. */
export const InstantIn = z.iso
  .datetime({ offset: true })
  .refine(isNearEnough, { params: { code: 'instant' } })
  .transform((text): Instant => instant(Date.parse(text)));
/** An instant in answers: epoch milliseconds. */
export const InstantOut = z
  .number()
  .int()
  .transform((ms): Instant => instant(ms));
const isUsableDate = (text: string) => parseLocalDate(text) !== undefined && isNearEnough(text);
export const LocalDateIn = z
  .string()
  .refine(isUsableDate, { params: { code: 'date' } })
  // Refined just above.
  .transform((text) => text as LocalDate);

/** Ids that clients make: UUIDs, which are the same in capitals. */
export const Uuid = z.uuid().toLowerCase();
/** Units and other named things: short slugs. */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
/** A municipality number, or one with a named part: `4602`, `4640-balestrand`. */
export const PlaceId = z.string().regex(/^\d{4}(-[a-z0-9-]{1,40})?$/);

/** NUL and halves of a character (lone surrogates) are no text: the database cannot hold them. */
const isText = (text: string) => text.isWellFormed() && !text.includes('\u0000');
/** Any text at all; give it a length. */
export const Text = z.string().refine(isText, { params: { code: 'characters' } });
/** Texts: longer ones are refused by name, not cut. */
export const ShortText = Text.trim().min(1).max(200);
export const ReasonText = Text.trim().min(1).max(2_000);
export const LongText = Text.trim().min(1).max(20_000);
/** A code of a pack or a list: what it names is looked up where it is used. */
export const CodeText = Text.max(64);
