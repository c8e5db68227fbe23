/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __instant: true };
/** A calendar date in Norway, `YYYY-MM-DD`. Never compared with an instant. */
export type LocalDate = string & { readonly __localDate: true };
/** A duration in whole milliseconds. */
export type Milliseconds = number;

export const second: Milliseconds = 1_000;
export const minute: Milliseconds = 60_000;
export const hour: Milliseconds = 3_600_000;
export const day: Milliseconds = 86_400_000;

/** @throws RangeError when the number is not a whole number of milliseconds. */
export function instant(epochMilliseconds: number): Instant {
  if (!Number.isSafeInteger(epochMilliseconds)) throw new RangeError(`Not an instant: ${epochMilliseconds}`);
  // The check above is what makes a number an instant.
  return epochMilliseconds as Instant;
}

export function plus(at: Instant, duration: Milliseconds): Instant {
  return instant(at + duration);
}

export function elapsed(from: Instant, to: Instant): Milliseconds {
  return to - from;
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days in a month of the Gregorian calendar; month 1-12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date when the text is one that exists, else undefined. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = datePattern.exec(text);
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  // Checked against the calendar just above.
  return text as LocalDate;
}

/** @throws RangeError when the text is not a date. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`Not a date: ${text}`);
  return date;
}
