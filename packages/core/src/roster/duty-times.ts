import {
  addDays,
  epochDayOfDate,
  type Instant,
  type Interval,
  type LocalDate,
  osloDate,
  osloInstant,
  osloTime,
  weekdayOfEpochDay,
} from '../kernel/index.ts';

/** Names of the spans that a person is usually put on duty for. */
export type UsualDuty = 'day' | 'evening' | 'weekend';

/*
 * Day and night as in the reports' example of Ytre Sogn og Sunnfjord: the doctor's duty is 15:30-08:00 and weekends
 * (SSB Rapporter 2023/6, section 3.4). Only a proposal for who enters by hand; the plan of a unit will know its own.
 */
const dayBegins = 8 * 60;
const eveningBegins = 15 * 60 + 30;
const friday = 4;
const saturday = 5;

/** The present or next span of each kind; clock times of Oslo, so that a night over a clock change has 15½ or 17½ hours. */
export function usualDuty(kind: UsualDuty, now: Instant): Interval<Instant> {
  const today = osloDate(now);
  switch (kind) {
    case 'day':
      return nextOf([today, addDays(today, 1)], now, dayOn);
    case 'evening':
      // Before eight in the morning it is still the night that began yesterday.
      return nextOf([addDays(today, -1), today], now, eveningOn);
    case 'weekend': {
      const thisFriday = addDays(today, friday - osloTime(now).weekday);
      return nextOf([addDays(thisFriday, -7), thisFriday], now, weekendFrom);
    }
  }
}

/** Day, evening-and-night, and at weekends two halves: every minute of the date's duties from 08:00 until 08:00 the day after. */
export function dutiesOn(date: LocalDate): readonly Interval<Instant>[] {
  const changeAt = weekdayOfEpochDay(epochDayOfDate(date)) >= saturday ? 20 * 60 : eveningBegins;
  const change = osloInstant(date, changeAt);
  return [
    { from: osloInstant(date, dayBegins), to: change },
    { from: change, to: osloInstant(addDays(date, 1), dayBegins) },
  ];
}

const dayOn = (date: LocalDate) => ({ from: osloInstant(date, dayBegins), to: osloInstant(date, eveningBegins) });
const eveningOn = (date: LocalDate) => ({ from: osloInstant(date, eveningBegins), to: osloInstant(addDays(date, 1), dayBegins) });
const weekendFrom = (date: LocalDate) => ({ from: osloInstant(date, eveningBegins), to: osloInstant(addDays(date, 3), dayBegins) });

/** The first that is not over; the dates stand in order. */
function nextOf(dates: readonly [LocalDate, LocalDate], now: Instant, on: (date: LocalDate) => Interval<Instant>): Interval<Instant> {
  const first = on(dates[0]);
  return first.to > now ? first : on(dates[1]);
}
