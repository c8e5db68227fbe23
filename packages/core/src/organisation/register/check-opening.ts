import { epochDayOfDate, type Interval, minutesOfWeek, overlaps, weekdayOfEpochDay } from '../../kernel/index.ts';
import { isWeeklyWindow, type WeeklyWindow, wrap } from '../week.ts';
import type { FieldProblem } from './check.ts';
import type { Opening } from './model.ts';

/** Paths begin at `opening`. */
export function checkOpening({ pattern, exceptions }: Opening): readonly FieldProblem[] {
  return [...checkPattern(pattern), ...checkExceptions(exceptions)];
}

function checkPattern(pattern: Opening['pattern']): readonly FieldProblem[] {
  switch (pattern.kind) {
    case 'unknown':
      return [{ code: 'hours-unknown', field: 'opening.pattern' }];
    case 'weekly':
      return checkWindows([pattern.windows], 'opening.pattern.windows');
    case 'cycle':
      return [
        ...(weekdayOfEpochDay(epochDayOfDate(pattern.anchor)) === 0
          ? []
          : [{ code: 'cycle-anchor-not-monday' as const, field: 'opening.pattern.anchor', value: pattern.anchor }]),
        ...(pattern.weeks.length === 0 ? [{ code: 'cycle-empty' as const, field: 'opening.pattern.weeks' }] : []),
        ...checkWindows(pattern.weeks, 'opening.pattern.weeks'),
      ];
  }
}

/** A window of the last week goes on into the first. */
function checkWindows(weeks: readonly (readonly WeeklyWindow[])[], field: string): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  const seen: Interval[] = [];
  const cycle = weeks.length * minutesOfWeek;
  for (const [week, windows] of weeks.entries()) {
    for (const [i, window] of windows.entries()) {
      const at = weeks.length === 1 && field.endsWith('windows') ? `${field}.${i}` : `${field}.${week}.${i}`;
      const value = `${window.from}-${window.to}`;
      if (!isWeeklyWindow(window)) {
        found.push({ code: 'pattern-window-outside-week', field: at, value });
        continue;
      }
      const pieces = inCycle({ from: window.from + week * minutesOfWeek, to: window.to + week * minutesOfWeek }, cycle);
      if (pieces.some((piece) => seen.some((other) => overlaps(piece, other))))
        found.push({ code: 'pattern-windows-overlap', field: at, value });
      seen.push(...pieces);
    }
  }
  return found;
}

function inCycle(window: Interval, cycle: number): readonly Interval[] {
  if (cycle === minutesOfWeek) return wrap(window);
  if (window.to <= cycle) return [window];
  return [
    { from: window.from, to: cycle },
    { from: 0, to: window.to - cycle },
  ];
}

function checkExceptions(exceptions: Opening['exceptions']): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  const days = new Set<string>();
  for (const [i, { on, windows }] of exceptions.entries()) {
    const field = `opening.exceptions.${i}`;
    if (days.has(on)) found.push({ code: 'exception-twice', field: `${field}.on`, value: on });
    days.add(on);
    for (const [j, window] of windows.entries()) {
      const inside =
        Number.isInteger(window.from) && Number.isInteger(window.to) && window.from >= 0 && window.from < window.to && window.to <= 1440;
      const value = `${window.from}-${window.to}`;
      if (!inside) found.push({ code: 'exception-outside-day', field: `${field}.windows.${j}`, value });
      else if (windows.slice(0, j).some((other) => overlaps(other, window)))
        found.push({ code: 'exception-windows-overlap', field: `${field}.windows.${j}`, value });
    }
  }
  return found;
}
