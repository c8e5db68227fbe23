import type { Fact } from '../figure.ts';
import { type Place, shareFigure } from '../kinds.ts';
import { medianFigure } from '../median.ts';
import { countedCall } from './calls.ts';

const source =
  'Directorate of Health, "Anrop og svartid - Legevakt" (8 June 2023); the requirement of 80 % within two minutes: akuttmedisinforskriften § 13';
const population =
  'Calls to 116117 and local numbers, unanswered ones included; not those hung up before they rang at an operator, nor those that have not rung yet';
const missing =
  'answered calls whose ringing is unknown (never reported, clocks that disagree, registered by hand): in the denominator only, counted apart';

export const answeredWithin2Minutes = shareFigure(
  {
    id: 'answeredWithin2Minutes',
    population,
    numerator: 'calls answered at most 120 seconds after they rang at an operator',
    denominator: 'all calls of the population',
    missing,
    source,
  },
  within(120),
);

export const answeredWithin10Minutes = shareFigure(
  {
    id: 'answeredWithin10Minutes',
    population,
    numerator: 'calls answered at most 600 seconds after they rang at an operator',
    denominator: 'all calls of the population',
    missing,
    source,
  },
  within(600),
);

/**
 * The Directorate says "median seconds from ringing at the operator until answered", so only answered calls have a value.
 * Whole seconds begun.
 */
export const medianAnswerTime = medianFigure(
  {
    id: 'medianAnswerTime',
    population: 'Answered calls to 116117 and local numbers',
    numerator: 'the seconds from ringing at an operator until answered; message and menu not counted',
    denominator: 'answered calls whose time is known',
    missing: 'answered calls whose time is unknown: not in the median, counted apart',
    source,
  },
  (fact) => (countedCall(fact) && fact.outcome === 'answered' ? fact.secondsToAnswer : 'outside'),
);

function within(seconds: number): (fact: Fact) => Place {
  return (fact) => {
    if (!countedCall(fact)) return 'outside';
    if (fact.outcome !== 'answered') return 'denominator';
    if (fact.secondsToAnswer === undefined) return 'missing';
    return fact.secondsToAnswer <= seconds ? 'numerator' : 'denominator';
  };
}
