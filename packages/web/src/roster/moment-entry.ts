import {
  addDays,
  epochDayOfDate,
  hour,
  type Instant,
  type LocalDate,
  osloDate,
  osloInstant,
  osloTime,
  parseLocalDate,
  plus,
  weekdayOfEpochDay,
} from '@vakthavende/core/kernel';
import { texts } from './texts.nb.ts';

export type MomentEntry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'time'; readonly at: Instant }
  | { readonly kind: 'wrong'; readonly code: keyof typeof texts.wrong };

const pattern =
  /^(?:(i dag|i morgen|man|tir|ons|tor|fre|lør|søn)[a-zæøå]*\s+)?(?:(\d{1,2})\.(\d{1,2})\.?(?:\s?(\d{4}))?\s+)?(?:kl\.?\s*)?(\d{1,2})(?:[:.]?(\d{2}))?\s*([sv])?$/;

/**
 * A moment as one types it: `1530`, `fre 1530`, `i morgen 8`, `24.12. 0800`. Without a day it is the first such time after `after`; a weekday is
 * the first one from that date on; a date without a year is the next one. On the autumn night `v` takes the second time.
 */
export function parseMoment(text: string, after: Instant): MomentEntry {
  const typed = text.trim().toLocaleLowerCase('nb').replace(/\s+/g, ' ');
  if (typed === '') return { kind: 'empty' };
  const match = pattern.exec(typed);
  if (!match) return wrong('unreadable');
  const [, word, dayOfMonth, month, year, hours, minutes, season] = match;
  const minuteOfDay = Number(hours) * 60 + Number(minutes ?? 0);
  if (Number(hours) > 23 || Number(minutes ?? 0) > 59) return wrong('unreadable');
  const read = (date: LocalDate) => atClock(date, minuteOfDay, season);
  const weekday = texts.weekdays.indexOf(word as (typeof texts.weekdays)[number]);
  if (dayOfMonth !== undefined && month !== undefined) {
    const date = dated(dayOfMonth, month, { year, after });
    if (date === undefined) return wrong('noSuchDate');
    return weekday >= 0 && weekdayOf(date) !== weekday ? wrong('otherWeekday') : read(date);
  }
  const today = osloDate(after);
  if (word === 'i dag' || word === 'i morgen') return read(addDays(today, word === 'i dag' ? 0 : 1));
  const first = weekday < 0 ? today : addDays(today, (weekday - weekdayOf(today) + 7) % 7);
  const found = read(first);
  return found.kind === 'time' && found.at <= after ? read(addDays(first, weekday < 0 ? 1 : 7)) : found;
}

/** As it is read back: `ons 11.3. 15:30`. */
export function momentEntryText(at: Instant): string {
  const { date, minuteOfDay, weekday } = osloTime(at);
  const again = osloInstant(date, minuteOfDay) === at - (at % 60_000) ? '' : ' v';
  return `${texts.weekdays[weekday]} ${Number(date.slice(8))}.${Number(date.slice(5, 7))}. ${clock(minuteOfDay)}${again}`;
}

function clock(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

function atClock(date: LocalDate, minuteOfDay: number, season: string | undefined): MomentEntry {
  const first = osloInstant(date, minuteOfDay);
  if (osloTime(first).minuteOfDay !== minuteOfDay) return wrong('skipped');
  const second = plus(first, hour);
  const twice = osloTime(second).minuteOfDay === minuteOfDay;
  return { kind: 'time', at: season === 'v' && twice ? second : first };
}

/** The date with the year given, else the next such date: one of the last two days counts too, for what is entered afterwards. */
function dated(
  dayOfMonth: string,
  month: string,
  in_: { readonly year: string | undefined; readonly after: Instant },
): LocalDate | undefined {
  const earliest = addDays(osloDate(in_.after), -2);
  const thisYear = Number(earliest.slice(0, 4));
  const years = in_.year === undefined ? [thisYear, thisYear + 1] : [Number(in_.year)];
  const dates = years.flatMap((year) => parseLocalDate(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`) ?? []);
  return in_.year === undefined ? dates.find((date) => date >= earliest) : dates[0];
}

function weekdayOf(date: LocalDate): number {
  return weekdayOfEpochDay(epochDayOfDate(date));
}

function wrong(code: keyof typeof texts.wrong): MomentEntry {
  return { kind: 'wrong', code };
}
