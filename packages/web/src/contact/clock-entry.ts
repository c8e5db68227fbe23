import {
  addDays,
  type Instant,
  instant,
  type LocalDate,
  minute,
  osloDate,
  osloInstant,
  osloOffset,
  osloTime,
  plus,
} from '@vakthavende/core/kernel';

/** What a typed clock time means, always shown back to the one who typed it: `i går 23:50`. */
export interface ClockReading {
  readonly at: Instant;
  /** Days from the date in Oslo now: -1 is yesterday, 0 today, 1 tomorrow. */
  readonly dayOffset: number;
  /** On the autumn night 02:00-03:00 comes twice: which of them was taken. Absent on every other time. */
  readonly occurrence?: 'first' | 'second' | undefined;
}

export type ClockEntry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'time'; readonly reading: ClockReading }
  /** `unreadable`: not a time. `skipped`: the spring night has no such time. */
  | { readonly kind: 'wrong'; readonly code: 'unreadable' | 'skipped' };

const clockPattern = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*([sv])?$/i;
const stepPattern = /^([+-])\s*(\d{1,4})$/;
const dayWords: Readonly<Record<string, number>> = { 'i går': -1, 'i gar': -1, igår: -1, 'i dag': 0, idag: 0, 'i morgen': 1, imorgen: 1 };

/**
 * When something happened: the last time the clock showed this (`2110`, `21:10`, `9`), or minutes ago (`-20`).
 * Typed at 00:30, `2350` is yesterday. `s` or `v` after the time chooses summer or winter time on the autumn night.
 */
export function parsePastClock(text: string, now: Instant): ClockEntry {
  return parse(text, now, 'past');
}

/** When something is to happen: the next time the clock shows this, or in so many minutes (`+30`). */
export function parseFutureClock(text: string, now: Instant): ClockEntry {
  return parse(text, now, 'future');
}

/** An instant as one who types it now would have it read back. */
export function readingOf(at: Instant, now: Instant): ClockReading {
  const time = osloTime(at);
  const twins = candidates(time.date, { minuteOfDay: time.minuteOfDay, season: undefined });
  const occurrence = twins.length < 2 ? undefined : seasonOf(at) === 's' ? 'first' : 'second';
  return { at: instant(at), dayOffset: daysBetween(osloDate(now), time.date), occurrence };
}

type Direction = 'past' | 'future';

function parse(text: string, now: Instant, direction: Direction): ClockEntry {
  const typed = text.trim().toLowerCase();
  if (typed === '') return { kind: 'empty' };
  const step = stepPattern.exec(typed);
  if (step) return readStep(step, now, direction);
  const word = Object.keys(dayWords).find((prefix) => typed.startsWith(prefix));
  const match = clockPattern.exec(word ? typed.slice(word.length).trim() : typed);
  if (!match) return wrong('unreadable');
  const minuteOfDay = Number(match[1]) * 60 + Number(match[2] ?? 0);
  if (Number(match[1]) > 23 || Number(match[2] ?? 0) > 59) return wrong('unreadable');
  const season = match[3] as 's' | 'v' | undefined;
  const today = osloDate(now);
  if (word !== undefined) return onDay({ date: addDays(today, dayWords[word] ?? 0), minuteOfDay, season }, { now, direction });
  return nearest({ minuteOfDay, season }, { now, direction });
}

function readStep(step: RegExpExecArray, now: Instant, direction: Direction): ClockEntry {
  const sign = step[1] === '-' ? -1 : 1;
  if ((direction === 'past') !== (sign === -1)) return wrong('unreadable');
  return reading(plus(now, sign * Number(step[2]) * minute), now);
}

interface Wanted {
  readonly minuteOfDay: number;
  readonly season: 's' | 'v' | undefined;
}

/** The nearest day in the direction decides; when that night skips the time, the answer is that it does not exist. */
function nearest(wanted: Wanted, at: { readonly now: Instant; readonly direction: Direction }): ClockEntry {
  const today = osloDate(at.now);
  // A whole minute is typed: the running minute counts as now in both directions.
  const limit = at.now - (at.now % minute);
  const past = at.direction === 'past';
  const reached = (one: Instant) => (past ? one <= limit : one >= limit);
  for (const offset of past ? [0, -1, -2] : [0, 1, 2]) {
    const date = addDays(today, offset);
    const found = candidates(date, wanted);
    const chosen = past ? found.findLast(reached) : found.find(reached);
    if (chosen !== undefined) return reading(chosen, at.now);
    if (found.length === 0 && reached(osloInstant(date, wanted.minuteOfDay))) return wrong('skipped');
  }
  return wrong('unreadable');
}

function onDay(wanted: Wanted & { readonly date: LocalDate }, at: { readonly now: Instant; readonly direction: Direction }): ClockEntry {
  const found = candidates(wanted.date, wanted);
  const limit = at.now - (at.now % minute);
  const chosen =
    at.direction === 'past' ? (found.findLast((one) => one <= limit) ?? found.at(-1)) : (found.find((one) => one >= limit) ?? found[0]);
  return chosen === undefined ? wrong('skipped') : reading(chosen, at.now);
}

/** The instants when the clock in Oslo shows this on this date: none, one or two. */
function candidates(date: LocalDate, wanted: Wanted): readonly Instant[] {
  const first = osloInstant(date, wanted.minuteOfDay);
  const both = [first, plus(first, 60 * minute)];
  return both.filter((one) => {
    const time = osloTime(one);
    if (time.date !== date || time.minuteOfDay !== wanted.minuteOfDay) return false;
    return wanted.season === undefined || wanted.season === seasonOf(one);
  });
}

function seasonOf(at: Instant): 's' | 'v' {
  return osloOffset(at) > 60 * minute ? 's' : 'v';
}

function reading(at: Instant, now: Instant): ClockEntry {
  return { kind: 'time', reading: readingOf(at, now) };
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  // Noon to noon, so that a day of 23 or 25 hours is still one.
  return Math.round((osloInstant(to, 720) - osloInstant(from, 720)) / 86_400_000);
}

function wrong(code: 'unreadable' | 'skipped'): ClockEntry {
  return { kind: 'wrong', code };
}
