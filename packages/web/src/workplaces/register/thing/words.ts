import type { LocalDate } from '@vakthavende/core/kernel';
import { parseLocalDate } from '@vakthavende/core/kernel';
import type { Opening, Validity } from '@vakthavende/core/organisation';
import { minuteText, registerWords } from '../../../organisation/index.ts';
import { texts } from '../texts.nb.ts';

/** `31.12.2021`. */
export function dayText(date: LocalDate | string): string {
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}

export function validText({ from, to }: Validity): string {
  return `${dayText(from)} – ${to === undefined ? texts.untilFurther : dayText(to)}`;
}

/** Minutes as a person says them: `3 t 30 min`, `2 døgn 4 t`. */
export function spanText(minutes: number): string {
  if (minutes === 0) return '0 min';
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [days > 0 ? `${days} døgn` : '', hours > 0 ? `${hours} t` : '', rest > 0 ? `${rest} min` : ''];
  return parts.filter(Boolean).join(' ');
}

export function exceptionText({ on, windows }: Opening['exceptions'][number]): string {
  const date = parseLocalDate(on);
  const named: Readonly<Record<string, string>> = registerWords.holidays;
  const day = date ? dayText(date) : (named[on] ?? on);
  const hours = windows.map(({ from, to }) => `${minuteText(from)}–${minuteText(to)}`).join(', ');
  return `${day}: ${hours || texts.thing.closed}`;
}
