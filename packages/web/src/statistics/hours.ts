import { hour, type Instant, type LocalDate, osloDay, osloOffset, osloTime, plus } from '@vakthavende/core/kernel';

export interface Hour {
  readonly from: Instant;
  readonly to: Instant;
  /** `21`; on the autumn night `02 sommertid` and `02 vintertid`. */
  readonly label: string;
}

/** The hours of a day in Norway: 24, and 23 or 25 on the nights when the clock is changed. */
export function hoursOf(date: LocalDate, words: { readonly summer: string; readonly winter: string }): readonly Hour[] {
  const { from, to } = osloDay(date);
  const starts = Array.from({ length: Math.round((to - from) / hour) }, (_, index) => plus(from, index * hour));
  const clocks = starts.map((at) => osloTime(at).minuteOfDay);
  return starts.map((at, index) => {
    const label = String(Math.floor((clocks[index] ?? 0) / 60)).padStart(2, '0');
    const twice = clocks.indexOf(clocks[index] ?? 0) !== clocks.lastIndexOf(clocks[index] ?? 0);
    const season = osloOffset(at) > hour ? words.summer : words.winter;
    return { from: at, to: plus(at, hour), label: twice ? `${label} ${season}` : label };
  });
}
