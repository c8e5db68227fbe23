import { type Instant, type LocalDate, type Milliseconds, minute } from '@vakthavende/core/kernel';
import { clockText } from '../ui/index.ts';
import { ageOn } from './age.ts';
import type { ClockReading } from './clock-entry.ts';
import { texts } from './texts.nb.ts';

/** `10.08.1989`. */
export function birthDateText(date: string): string {
  return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** `42 min`, `1 t 5 min`, `3 d 2 t`. */
export function spanText(span: Milliseconds): string {
  const minutes = Math.floor(Math.abs(span) / minute);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} t` : `${hours} t ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} t`;
}

/** `i går 23:50 (for 40 min siden)`: what the typed clock was read as. */
export function readingText(reading: ClockReading, now: Instant): string {
  const occurrence = reading.occurrence ? `, ${texts.clock[reading.occurrence]}` : '';
  const distance = reading.at - now;
  const span = spanText(distance);
  const relative = Math.abs(distance) < minute ? texts.clock.now : distance < 0 ? texts.clock.ago(span) : texts.clock.ahead(span);
  return `${texts.clock.day(reading.dayOffset)} ${clockText(reading.at)}${occurrence} (${relative})`;
}

/** `37 år`, and months under two. */
export function ageText(birthDate: LocalDate, today: LocalDate): string {
  const age = ageOn(birthDate, today);
  return age.years < 2 ? texts.months(age.months) : texts.years(age.years);
}
