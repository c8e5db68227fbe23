import type { WeeklyWindow } from '../week.ts';
import type { Opening } from './model.ts';

/**
 * An opening as one cell: `weekly 930-1920 2370-3360; asSunday; christmasEve=480-720 2021-12-31=-`. Windows are minutes, `-` is none, the
 * weeks of a cycle are divided by `/`: `cycle 2021-01-04 0-10080 / -; asWeekday`. Hours that are not known: `unknown; asWeekday`.
 */
export function openingText({ pattern, holidays, exceptions }: Opening): string {
  const hours =
    pattern.kind === 'unknown'
      ? 'unknown'
      : pattern.kind === 'weekly'
        ? `weekly ${windowsText(pattern.windows, ' ')}`
        : `cycle ${pattern.anchor} ${pattern.weeks.map((week) => windowsText(week, ' ')).join(' / ')}`;
  const days = exceptions.map(({ on, windows }) => `${on}=${windowsText(windows, '+')}`);
  return [hours, holidays, ...(days.length > 0 ? [days.join(' ')] : [])].join('; ');
}

function windowsText(windows: readonly WeeklyWindow[], between: string): string {
  return windows.length === 0 ? '-' : windows.map(({ from, to }) => `${from}-${to}`).join(between);
}

/** As plain data for the reader of the JSON form, which judges it; undefined when it cannot be told apart. */
export function openingOfText(text: string): unknown {
  const [hours, holidays, days, ...rest] = text.split('; ');
  if (hours === undefined || rest.length > 0) return undefined;
  const [kind, ...words] = hours.split(' ');
  const pattern =
    kind === 'cycle'
      ? {
          kind,
          anchor: words[0],
          weeks: words
            .slice(1)
            .join(' ')
            .split(' / ')
            .map((week) => windowsOf(week, ' ')),
        }
      : kind === 'weekly'
        ? { kind, windows: windowsOf(words.join(' '), ' ') }
        : { kind };
  const exceptions = (days === undefined ? [] : days.split(' ')).map((day) => {
    const [on, windows = ''] = day.split('=');
    return { on, windows: windowsOf(windows, '+') };
  });
  return { pattern, holidays, exceptions };
}

function windowsOf(text: string, between: string): readonly string[] {
  return text === '-' ? [] : text.split(between);
}
