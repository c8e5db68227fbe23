import { hour, type Instant, type Interval, minute, osloDate } from '@vakthavende/core/kernel';
import { clockText } from '../ui/index.ts';
import { momentEntryText } from './moment-entry.ts';

/** `ons 11.3. 15:30–08:00`; with both days when the end is later than the next morning. */
export function spanText({ from, to }: Interval<Instant>): string {
  const short = to - from < 24 * hour || osloDate(from) === osloDate(to);
  return `${momentEntryText(from)}–${short ? clockText(to) : momentEntryText(to)}`;
}

/** `16 t 30 min`. */
export function lengthText({ from, to }: Interval<Instant>): string {
  const minutes = Math.round((to - from) / minute);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} t` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** Until when: the clock alone within a day, else with the day. */
export function untilText(at: Instant, now: Instant): string {
  return at - now < 24 * hour ? clockText(at) : momentEntryText(at);
}
