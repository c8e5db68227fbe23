/** Half-open [from, to): instants, minutes, anything ordered by number. */
export interface Interval<T extends number = number> {
  readonly from: T;
  readonly to: T;
}

export function contains<T extends number>(interval: Interval<T>, value: T): boolean {
  return interval.from <= value && value < interval.to;
}

export function overlaps<T extends number>(a: Interval<T>, b: Interval<T>): boolean {
  return a.from < b.to && b.from < a.to;
}

/** The intervals united where they touch or overlap, in order. */
export function union<T extends number>(intervals: readonly Interval<T>[]): readonly Interval<T>[] {
  const sorted = intervals.filter((i) => i.from < i.to).toSorted((a, b) => a.from - b.from);
  const united: Interval<T>[] = [];
  for (const next of sorted) {
    const last = united.at(-1);
    if (last && next.from <= last.to) united[united.length - 1] = { from: last.from, to: next.to > last.to ? next.to : last.to };
    else united.push(next);
  }
  return united;
}

/** What of `within` no interval covers. */
export function gaps<T extends number>(within: Interval<T>, intervals: readonly Interval<T>[]): readonly Interval<T>[] {
  const open: Interval<T>[] = [];
  let at = within.from;
  for (const covered of union(intervals)) {
    if (covered.to <= within.from || covered.from >= within.to) continue;
    if (covered.from > at) open.push({ from: at, to: covered.from });
    if (covered.to > at) at = covered.to;
  }
  if (at < within.to) open.push({ from: at, to: within.to });
  return open;
}
