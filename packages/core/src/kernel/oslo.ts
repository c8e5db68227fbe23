import { civil, dateOfEpochDay, epochDay, epochDayOfDate, weekdayOfEpochDay } from './civil.ts';
import { day, hour, type Instant, instant, type LocalDate, minute } from './instant.ts';

/** Minutes since Monday 00:00 on the clock in Norway: 0 … 10 079. */
export type MinuteOfWeek = number;

export interface OsloTime {
  readonly date: LocalDate;
  /** Minutes since midnight on the clock: 0 … 1 439. On the autumn night 02:00-03:00 comes twice. */
  readonly minuteOfDay: number;
  /** 0 = Monday … 6 = Sunday. */
  readonly weekday: number;
  readonly minuteOfWeek: MinuteOfWeek;
}

export const minutesOfWeek = 10_080;

/** Summer time by EU directive 2000/84/EC: from the last Sunday of March to the last Sunday of October, both at 01:00 UTC. */
function summerTime(year: number): readonly [from: number, to: number] {
  const lastSunday = (month: number) => {
    const last = epochDay(year, month, 31);
    return last - ((weekdayOfEpochDay(last) + 1) % 7);
  };
  return [lastSunday(3) * day + hour, lastSunday(10) * day + hour];
}

const summerTimes: readonly (readonly [number, number])[] = Array.from({ length: 151 }, (_, i) => summerTime(1981 + i));

/** Milliseconds that the clock in Oslo is ahead of UTC. Holds from 1981; agreed with `Temporal` for 2000-2050 by test. */
export function osloOffset(at: Instant): number {
  const [year] = civil(Math.floor(at / day));
  const summer = summerTimes[year - 1981];
  return summer && at >= summer[0] && at < summer[1] ? 2 * hour : hour;
}

export function osloTime(at: Instant): OsloTime {
  const clock = at + osloOffset(at);
  const days = Math.floor(clock / day);
  const minuteOfDay = Math.floor((clock - days * day) / minute);
  const weekday = weekdayOfEpochDay(days);
  return { date: dateOfEpochDay(days), minuteOfDay, weekday, minuteOfWeek: weekday * 1440 + minuteOfDay };
}

export function osloDate(at: Instant): LocalDate {
  return dateOfEpochDay(Math.floor((at + osloOffset(at)) / day));
}

/**
 * The instant when the clock in Oslo shows this date and minute of the day.
 * A time that the spring night skips gives the instant as far after the jump; one that the autumn night has twice gives the first.
 */
export function osloInstant(date: LocalDate, minuteOfDay: number): Instant {
  const clock = epochDayOfDate(date) * day + minuteOfDay * minute;
  const asSummer = instant(clock - 2 * hour);
  return osloOffset(asSummer) === 2 * hour ? asSummer : instant(clock - hour);
}

/** The day in Norway as a half-open interval of instants: 23, 24 or 25 hours. */
export function osloDay(date: LocalDate): { readonly from: Instant; readonly to: Instant } {
  return { from: osloInstant(date, 0), to: osloInstant(dateOfEpochDay(epochDayOfDate(date) + 1), 0) };
}
