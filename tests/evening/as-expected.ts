import type { FigureResult } from '@vakthavende/core/statistics';
import type { ExpectedFigures } from './expected.ts';

/** What the figures of a unit and day say, in the form of the table worked by hand. Shares must have the calls offered below the line. */
export function asExpected(figures: Readonly<Record<string, FigureResult>>): ExpectedFigures {
  const offered = count(figures, 'callsOffered');
  const share = (id: string) => {
    const result = figures[id];
    if (result?.kind !== 'share' || result.denominator !== offered)
      throw new RangeError(`${id} is no share of the ${offered} calls offered`);
    return result;
  };
  const median = figures.medianAnswerTime;
  return {
    callsOffered: offered,
    callsAnswered: share('callsAnswered').numerator,
    callsAbandoned: share('callsAbandoned').numerator,
    callsSentOn: share('callsSentOn').numerator,
    callsOpen: share('callsOpen').numerator,
    callsAbandonedInMessage: count(figures, 'callsAbandonedInMessage'),
    answeredWithin2Minutes: share('answeredWithin2Minutes').numerator,
    answeredWithin10Minutes: share('answeredWithin10Minutes').numerator,
    timeUnknown: share('answeredWithin2Minutes').missing,
    medianAnswerTime: median?.kind === 'median' && median.seconds !== null ? median.seconds : Number.NaN,
    redials: share('redials').numerator,
    numberHidden: share('redials').missing,
  };
}

function count(figures: Readonly<Record<string, FigureResult>>, id: string): number {
  const result = figures[id];
  if (result?.kind !== 'count') throw new RangeError(`${id} is no count`);
  return result.count;
}
