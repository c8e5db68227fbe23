import { type LocalDate, minutesOfWeek } from '../../kernel/index.ts';
import type { PlaceId } from '../place.ts';
import type { RegisterView } from './compile.ts';
import { weekCoverage } from './week-coverage.ts';

export interface WeekRow {
  readonly place: PlaceId;
  readonly listed: boolean;
  /** Of the 10 080 minutes of the ordinary week. */
  readonly gapMinutes: number;
  readonly overlapMinutes: number;
}

export interface WeekTotals {
  readonly rows: readonly WeekRow[];
  readonly places: number;
  readonly alwaysCovered: number;
  readonly withGap: number;
  readonly withOverlap: number;
  readonly gapMinutes: number;
  readonly overlapMinutes: number;
}

/** The ordinary week of each place, and all of them added up. */
export function weekTotals(view: RegisterView, places: readonly PlaceId[], date: LocalDate): WeekTotals {
  const rows = places.map((place): WeekRow => {
    const { listed, gapMinutes, overlapMinutes } = weekCoverage(view, place, date);
    return { place, listed, gapMinutes, overlapMinutes };
  });
  const sum = (of: (row: WeekRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    rows,
    places: rows.length,
    alwaysCovered: sum(({ gapMinutes }) => (gapMinutes === 0 ? 1 : 0)),
    withGap: sum(({ gapMinutes }) => (gapMinutes > 0 ? 1 : 0)),
    withOverlap: sum(({ overlapMinutes }) => (overlapMinutes > 0 ? 1 : 0)),
    gapMinutes: sum((row) => row.gapMinutes),
    overlapMinutes: sum((row) => row.overlapMinutes),
  };
}

/** For a spreadsheet: semicolons, no byte order mark, one line a place. */
export function weekTotalsCsv({ rows }: WeekTotals): string {
  const lines = rows.map(({ place, listed, gapMinutes, overlapMinutes }) =>
    [place, listed ? 'ja' : 'nei', minutesOfWeek - gapMinutes, gapMinutes, overlapMinutes].join(';'),
  );
  return ['kommune;i listen;minutter dekket;minutter uten dekning;minutter med overlapp', ...lines, ''].join('\r\n');
}
