import { type Instant, osloDate, osloTime } from '@vakthavende/core/kernel';

/** `21:10`, Norwegian time. */
export function clockText(at: Instant): string {
  const { minuteOfDay } = osloTime(at);
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** `21:10:05`, Norwegian time. */
export function clockTextWithSeconds(at: Instant): string {
  return `${clockText(at)}:${two(Math.floor(at / 1000) % 60)}`;
}

/** `22.11.`, and `22.11.2025` when the year is not the present one. */
export function dateText(at: Instant, now: Instant): string {
  const [year, month, day] = osloDate(at).split('-');
  return year === osloDate(now).slice(0, 4) ? `${day}.${month}.` : `${day}.${month}.${year}`;
}

/** The clock alone on the present day in Norway, else with the date. */
export function momentText(at: Instant, now: Instant): string {
  return osloDate(at) === osloDate(now) ? clockText(at) : `${dateText(at, now)} ${clockText(at)}`;
}

/** How long: `04:31` under an hour, `1 t 05 min` under a day, then `2 d 3 t`. Never negative. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 3600) return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1440) return `${Math.floor(minutes / 60)} t ${two(minutes % 60)} min`;
  return `${Math.floor(minutes / 1440)} d ${Math.floor((minutes % 1440) / 60)} t`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
