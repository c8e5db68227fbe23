import { addDays, epochDayOfDate, type LocalDate, weekdayOfEpochDay } from '@vakthavende/core/kernel';
import { lengthOf, type Period } from './period.ts';

const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const;
const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const;

/** `onsdag 11. mars 2026`, and of several days `5.–11. mars 2026`, `26. februar – 4. mars 2026`. */
export function periodText(period: Period): string {
  const last = addDays(period.to, -1);
  if (lengthOf(period) === 1) return `${weekdayText(last)} ${longDate(last)}`;
  const [from, to] = [period.from.slice(0, 7), last.slice(0, 7)];
  if (from === to) return `${dayOfMonth(period.from)}.–${longDate(last)}`;
  const first = from.slice(0, 4) === to.slice(0, 4) ? longDate(period.from).slice(0, -5) : longDate(period.from);
  return `${first} – ${longDate(last)}`;
}

export function weekdayText(date: LocalDate): string {
  return weekdays[weekdayOfEpochDay(epochDayOfDate(date))] ?? '';
}

/** `9.3.` for a day, `2.3.–8.3.` for several: under a column. */
export function shortPeriodText(period: Period): string {
  const last = addDays(period.to, -1);
  return lengthOf(period) === 1 ? shortDate(last) : `${shortDate(period.from)}–${shortDate(last)}`;
}

function shortDate(date: LocalDate): string {
  return `${dayOfMonth(date)}.${Number(date.slice(5, 7))}.`;
}

function longDate(date: LocalDate): string {
  return `${dayOfMonth(date)}. ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8));
}
