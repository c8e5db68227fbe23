import { minutesOfWeek } from '@vakthavende/core/kernel';
import { type Opening, openMinutes, totalMinutes, type WeeklyWindow } from '@vakthavende/core/organisation';
import { texts } from './texts.nb.ts';

const t = texts.opening;

/** `08:00`; the day's end as `24:00`. */
export function minuteText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The hours of an opening in one line a week: `man–fre 15:30–08:00 · fre 15:30–man 08:00`. */
export function openingText({ pattern }: Opening): readonly string[] {
  switch (pattern.kind) {
    case 'unknown':
      return [t.unknown];
    case 'weekly':
      return [windowsText(pattern.windows)];
    case 'cycle':
      return pattern.weeks.map((windows, week) => `${t.week(week + 1)}: ${windowsText(windows)}`);
  }
}

export function windowsText(windows: readonly WeeklyWindow[]): string {
  if (windows.length === 0) return t.never;
  if (totalMinutes(openMinutes(windows)) === minutesOfWeek) return t.always;
  const sorted = windows.toSorted((a, b) => a.from - b.from);
  const groups: { readonly first: WeeklyWindow; days: number }[] = [];
  for (const window of sorted) {
    const last = groups.at(-1);
    const follows = last && window.from === last.first.from + last.days * 1440 && window.to === last.first.to + last.days * 1440;
    if (last && follows && window.to - window.from <= 1440) last.days += 1;
    else groups.push({ first: window, days: 1 });
  }
  return groups.map(groupText).join(' · ');
}

function groupText({ first: { from, to }, days }: { readonly first: WeeklyWindow; readonly days: number }): string {
  const day = (minute: number) => t.days[Math.floor(minute / 1440) % 7];
  const [start, end] = [minuteText(from % 1440), minuteText(to % 1440 === 0 ? 1440 : to % 1440)];
  if (days > 1)
    return `${day(from)}–${day(from + (days - 1) * 1440)} ${from % 1440 === 0 && to - from === 1440 ? t.allDay : `${start}–${end}`}`;
  if (to - from > 1440) return `${day(from)} ${start}–${day(to - 1)} ${end}`;
  if (from % 1440 === 0 && to - from === 1440) return `${day(from)} ${t.allDay}`;
  return `${day(from)} ${start}–${end}`;
}
