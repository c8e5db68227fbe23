import { isCallFact } from '../figure.ts';
import { ratioFigure, shareFigure } from '../kinds.ts';
import { countedCall } from './calls.ts';

export const redials = shareFigure(
  {
    id: 'redials',
    population: 'Calls offered (see callsOffered)',
    numerator: 'calls from a number that called the same unit within the hour before, hang-ups in the message included',
    denominator: 'all calls of the population',
    missing: 'calls with a hidden number: in the denominator only, counted apart',
    source: 'own; no published norm for the window was found',
  },
  (fact) => {
    if (!countedCall(fact)) return 'outside';
    if (fact.callerHash === undefined) return 'missing';
    return fact.redialOf === undefined ? 'denominator' : 'numerator';
  },
);

/** Calls and contacts are many to many, so this is a ratio of two counts, not a mean over contacts. */
export const callsPerContact = ratioFigure(
  {
    id: 'callsPerContact',
    population: 'Calls offered and contacts opened, in the same unit and period',
    numerator: 'calls offered (see callsOffered)',
    denominator: 'contacts opened, by whatever channel',
    missing: 'none',
    source: 'as 1.76 is derived for Norway 2023: all calls of the Directorate per contact registered in the Watchtower project',
  },
  { numerator: (fact) => (countedCall(fact) ? 1 : undefined), denominator: (fact) => !isCallFact(fact) },
);
