import { minutesOfWeek, overlaps } from '../kernel/index.ts';
import { type Finding, found } from './helsenorge-finding.ts';
import { isWeeklyWindow, type WeeklyWindow, wrap } from './week.ts';

const field = 'OpeningHours';
const windowPattern = /^(\d{1,5})-(\d{1,5})$/;

/** `480-930,1920-2370`: minutes of the week from-to, ends above 10 080 wrapping into Monday. */
export function parseOpeningHours(
  text: string | null,
  record: number,
): { readonly windows: readonly WeeklyWindow[]; readonly findings: readonly Finding[] } {
  if (text === null || text.trim() === '') return { windows: [], findings: [found('hours-missing', record, field)] };
  const findings: Finding[] = [];
  const windows: WeeklyWindow[] = [];
  for (const part of text.split(',')) {
    const window = parseWindow(part.trim());
    if (!window) {
      findings.push(found('hours-unreadable', record, field, part));
      continue;
    }
    findings.push(...windowFindings(window, record));
    if (overlapsAny(window, windows)) findings.push(found('hours-overlap', record, field, part.trim()));
    windows.push(window);
  }
  return { windows, findings };
}

function parseWindow(text: string): WeeklyWindow | undefined {
  const match = windowPattern.exec(text);
  const window = match && { from: Number(match[1]), to: Number(match[2]) };
  return window && isWeeklyWindow(window) ? window : undefined;
}

function windowFindings(window: WeeklyWindow, record: number): readonly Finding[] {
  const value = `${window.from}-${window.to}`;
  const length = window.to - window.from;
  return [
    ...(length > minutesOfWeek
      ? [found('hours-over-a-week', record, field, value)]
      : window.to > minutesOfWeek
        ? [found('hours-wrap', record, field, value)]
        : []),
    // Half an hour of legevakt is more often a slip of the pen (480-510 among days that end at 930) than an opening.
    ...(length < 60 ? [found('hours-short', record, field, value)] : []),
    ...(window.from % 5 !== 0 || window.to % 5 !== 0 ? [found('hours-odd-minute', record, field, value)] : []),
  ];
}

function overlapsAny(window: WeeklyWindow, earlier: readonly WeeklyWindow[]): boolean {
  return earlier.some((other) => wrap(other).some((a) => wrap(window).some((b) => overlaps(a, b))));
}
