export { addDays, dateOfEpochDay, epochDayOfDate, weekdayOfEpochDay } from './civil.ts';
export { accept, type Decision, type Refusal, refuse } from './decision.ts';
export {
  easterDay,
  type Holiday,
  type HolidayEve,
  type HolidayId,
  holidayEves,
  holidaysOfEpochDay,
  holidaysOfYear,
  isPublicHoliday,
  type PublicHoliday,
  publicHolidays,
} from './holidays.ts';
export {
  day,
  elapsed,
  hour,
  type Instant,
  instant,
  type LocalDate,
  localDate,
  type Milliseconds,
  minute,
  parseLocalDate,
  plus,
  second,
} from './instant.ts';
export { contains, gaps, type Interval, overlaps, union } from './interval.ts';
export type { Envelope, Recorded } from './journal.ts';
export { never } from './never.ts';
export { type MinuteOfWeek, minutesOfWeek, type OsloTime, osloDate, osloDay, osloInstant, osloOffset, osloTime } from './oslo.ts';
