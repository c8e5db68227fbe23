import { civil, dateOfEpochDay, epochDay } from './civil.ts';
import type { LocalDate } from './instant.ts';

/** Days of rest by law: helligdagsfredloven (LOV-1995-02-24-12) § 2, and 1 and 17 May by LOV-1947-04-26-1. */
export const publicHolidays = [
  'newYearsDay',
  'maundyThursday',
  'goodFriday',
  'easterSunday',
  'easterMonday',
  'labourDay',
  'constitutionDay',
  'ascensionDay',
  'whitSunday',
  'whitMonday',
  'christmasDay',
  'secondChristmasDay',
] as const;

/** Days before, which agreements and opening hours name; none of them is a public holiday. */
export const holidayEves = ['wednesdayBeforeEaster', 'easterEve', 'whitsunEve', 'christmasEve', 'newYearsEve'] as const;

export type PublicHoliday = (typeof publicHolidays)[number];
export type HolidayEve = (typeof holidayEves)[number];
export type HolidayId = PublicHoliday | HolidayEve;

/** Easter Sunday in the Gregorian calendar, days since 1970-01-01 (the anonymous computus, Nature 1876). */
export function easterDay(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const epact = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - epact - (c % 4)) % 7;
  const m = Math.floor((a + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * m + 114;
  return epochDay(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Days from Easter Sunday. */
const movable = {
  wednesdayBeforeEaster: -4,
  maundyThursday: -3,
  goodFriday: -2,
  easterEve: -1,
  easterSunday: 0,
  easterMonday: 1,
  ascensionDay: 39,
  whitsunEve: 48,
  whitSunday: 49,
  whitMonday: 50,
} as const;

const fixed = {
  newYearsDay: [1, 1],
  labourDay: [5, 1],
  constitutionDay: [5, 17],
  christmasEve: [12, 24],
  christmasDay: [12, 25],
  secondChristmasDay: [12, 26],
  newYearsEve: [12, 31],
} as const;

export interface Holiday {
  readonly id: HolidayId;
  readonly date: LocalDate;
  /** False for the eves. */
  readonly public: boolean;
}

/** The year's holidays and eves in order. Two may fall on one day: Ascension Day was 1 May in 2008 and 17 May in 2012. */
export function holidaysOfYear(year: number): readonly Holiday[] {
  return [...daysOfYear(year)].toSorted(([a], [b]) => a - b).flatMap(([day, ids]) => ids.map((id) => holidayOf(id, day)));
}

const byYear = new Map<number, ReadonlyMap<number, readonly HolidayId[]>>();

/** What the day (since 1970-01-01) is called; empty for most. */
export function holidaysOfEpochDay(day: number): readonly HolidayId[] {
  const [year] = civil(day);
  let days = byYear.get(year);
  if (!days) {
    days = daysOfYear(year);
    byYear.set(year, days);
  }
  return days.get(day) ?? none;
}

/** 1970-2149, a byte a day: coverage of the whole country asks some hundred thousand times. */
const tabled = { from: epochDay(1970, 1, 1), to: epochDay(2150, 1, 1) };
let publicDays: Uint8Array | undefined;

export function isPublicHoliday(day: number): boolean {
  if (day < tabled.from || day >= tabled.to) return holidaysOfEpochDay(day).some(isPublic);
  publicDays ??= publicTable();
  return publicDays[day - tabled.from] === 1;
}

function publicTable(): Uint8Array {
  const table = new Uint8Array(tabled.to - tabled.from);
  for (let year = 1970; year < 2150; year += 1) {
    for (const [day, ids] of daysOfYear(year)) if (ids.some(isPublic)) table[day - tabled.from] = 1;
  }
  return table;
}

const none: readonly HolidayId[] = [];

function isPublic(id: HolidayId): id is PublicHoliday {
  return (publicHolidays as readonly HolidayId[]).includes(id);
}

function holidayOf(id: HolidayId, day: number): Holiday {
  return { id, date: dateOfEpochDay(day), public: isPublic(id) };
}

function daysOfYear(year: number): ReadonlyMap<number, readonly HolidayId[]> {
  const easter = easterDay(year);
  const rows: (readonly [number, HolidayId])[] = [];
  for (const [id, offset] of Object.entries(movable)) rows.push([easter + offset, id as HolidayId]);
  for (const [id, [month, dayOfMonth]] of Object.entries(fixed)) rows.push([epochDay(year, month, dayOfMonth), id as HolidayId]);
  const days = new Map<number, HolidayId[]>();
  for (const [day, id] of rows) {
    const ids = days.get(day);
    if (ids) ids.push(id);
    else days.set(day, [id]);
  }
  return days;
}
