import type { Definition, Fact, Figure, MedianResult } from './figure.ts';
import { addCounts } from './kinds.ts';

interface Histogram {
  /** Facts per whole second; sparse, keyed by the seconds in decimal. One-second bins merge exactly, a median of medians does not. */
  readonly bySecond: Readonly<Record<string, number>>;
  readonly missing: number;
}

/** The median of a time in whole seconds. `secondsOf`: `undefined` when unknown, `outside` when the fact is not in the population. */
export function medianFigure(
  definition: Definition,
  secondsOf: (fact: Fact) => number | undefined | 'outside',
): Figure<Fact, Histogram, MedianResult> {
  return {
    ...definition,
    empty: { bySecond: {}, missing: 0 },
    add: (partial, fact) => {
      const seconds = secondsOf(fact);
      if (seconds === 'outside') return partial;
      if (seconds === undefined) return { ...partial, missing: partial.missing + 1 };
      return { ...partial, bySecond: { ...partial.bySecond, [seconds]: (partial.bySecond[seconds] ?? 0) + 1 } };
    },
    merge: (a, b) => ({ bySecond: addCounts(a.bySecond, b.bySecond), missing: a.missing + b.missing }),
    result: ({ bySecond, missing }) => ({ kind: 'median', ...medianOf(bySecond), missing }),
    includes: (fact) => {
      const seconds = secondsOf(fact);
      if (seconds === 'outside') return 'outside';
      return seconds === undefined ? 'denominator' : 'numerator';
    },
  };
}

/** The middle value; with an even number of values the mean of the two in the middle. */
function medianOf(bySecond: Readonly<Record<string, number>>): { readonly seconds: number | null; readonly known: number } {
  const bins = Object.entries(bySecond)
    .map(([seconds, count]) => [Number(seconds), count] as const)
    .toSorted(([a], [b]) => a - b);
  const known = bins.reduce((sum, [, count]) => sum + count, 0);
  if (known === 0) return { seconds: null, known };
  const lower = valueAt(bins, Math.floor((known - 1) / 2));
  const upper = valueAt(bins, Math.floor(known / 2));
  return { seconds: (lower + upper) / 2, known };
}

/** The value with this many values before it. */
function valueAt(bins: readonly (readonly [seconds: number, count: number])[], rank: number): number {
  let before = 0;
  for (const [seconds, count] of bins) {
    before += count;
    if (before > rank) return seconds;
  }
  throw new RangeError(`No value of rank ${rank}`);
}
