import { type CallFact, type CallOutcome, isCounted } from '../../telephony/index.ts';
import { type Fact, isCallFact } from '../figure.ts';
import { countFigure, type Place, shareFigure } from '../kinds.ts';

const directorate =
  'Directorate of Health, "Anrop og svartid - Legevakt" (helsedirektoratet.no/statistikk/legevakt-anrop-og-svartid, 8 June 2023)';
const own = 'own; the parts of the calls that the Directorate counts as one';
const counted =
  'Calls to 116117 and local numbers, once nationally and once in each call centre they were offered to; not those hung up before they rang at an operator, nor those that have not rung yet';

/** The call is in the Directorate's denominator. */
export function countedCall(fact: Fact): fact is CallFact {
  return isCallFact(fact) && isCounted(fact);
}

export const callsOffered = countFigure(
  {
    id: 'callsOffered',
    population: counted,
    numerator: 'calls, answered and unanswered ("antall anrop")',
    denominator: 'none: a count',
    missing: 'none',
    source: directorate,
  },
  countedCall,
);

export const callsAnswered = shareFigure(
  {
    id: 'callsAnswered',
    population: counted,
    numerator: 'calls that an operator answered',
    denominator: 'all calls of the population',
    missing: 'none: what no answer is reported for is not answered',
    source: directorate,
  },
  outcome('answered'),
);

export const callsAbandoned = shareFigure(
  {
    id: 'callsAbandoned',
    population: counted,
    numerator: 'calls that rang at an operator and that the caller left unanswered',
    denominator: 'all calls of the population',
    missing: 'none',
    source: directorate,
  },
  outcome('abandonedWaiting'),
);

export const callsSentOn = shareFigure(
  {
    id: 'callsSentOn',
    population: counted,
    numerator: 'calls that left the unit unanswered, by overflow or transfer',
    denominator: 'all calls of the population',
    missing: 'none',
    source: own,
  },
  outcome('overflowed', 'transferred'),
);

export const callsOpen = shareFigure(
  {
    id: 'callsOpen',
    population: counted,
    numerator: 'calls that have rung and are neither answered nor over; also calls whose end was never reported',
    denominator: 'all calls of the population',
    missing: 'none',
    source: own,
  },
  outcome('open'),
);

export const callsAbandonedInMessage = countFigure(
  {
    id: 'callsAbandonedInMessage',
    population: 'Calls to 116117 and local numbers, once nationally and once in each call centre they were offered to',
    numerator: 'calls hung up before they rang at an operator: in the recorded message or the menu',
    denominator: 'none: a count, kept apart from the calls offered',
    missing: 'none',
    source: 'own; the Directorate starts the answer time at the ringing and leaves message and menu out',
  },
  (fact) => isCallFact(fact) && fact.outcome === 'abandonedInMessage',
);

function outcome(...outcomes: readonly CallOutcome[]): (fact: Fact) => Place {
  return (fact) => {
    if (!countedCall(fact)) return 'outside';
    return outcomes.includes(fact.outcome) ? 'numerator' : 'denominator';
  };
}
