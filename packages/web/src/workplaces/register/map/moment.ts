import { addDays, dateOfEpochDay, epochDayOfDate, type LocalDate, minutesOfWeek, weekdayOfEpochDay } from '@vakthavende/core/kernel';
import { mondayOf } from '../../../organisation/index.ts';

/** A moment on the clock in Norway. */
export interface Moment {
  readonly date: LocalDate;
  /** Minutes of the day. */
  readonly minute: number;
}

export function minuteOfWeek({ date, minute }: Moment): number {
  return weekdayOfEpochDay(epochDayOfDate(date)) * 1440 + minute;
}

/** In the same week; past its end it stays on the last minute shown. */
export function atMinuteOfWeek({ date }: Moment, minute: number): Moment {
  const within = Math.min(Math.max(0, minute), minutesOfWeek - 1);
  return { date: addDays(mondayOf(date), Math.floor(within / 1440)), minute: within % 1440 };
}

export function daysLater({ date, minute }: Moment, days: number): Moment {
  return { date: dateOfEpochDay(epochDayOfDate(date) + days), minute };
}

/** `lørdag 4. april 2026`. */
export function longDate(date: LocalDate): string {
  return new Intl.DateTimeFormat('nb-NO', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
