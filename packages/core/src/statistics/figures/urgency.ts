import { urgencies } from '../../triage/index.ts';
import { isCallFact } from '../figure.ts';
import { mixFigure } from '../kinds.ts';

const population = 'Contacts opened (see contactsOpened)';
const missing = 'contacts that no urgency is set for (yet): in the denominator, counted apart';

/** The telephone axis alone: the clinic's tools use the same colour words for other things. */
export const firstUrgencyMix = mixFigure(
  {
    id: 'firstUrgencyMix',
    population,
    numerator: 'contacts whose first urgency on the telephone axis was red, yellow, green',
    denominator: 'all contacts of the population',
    missing,
    source: 'the Watchtower project (Vakttårn) counts the urgency set on first contact; NKLM 2-2026',
  },
  { classes: urgencies, classOf: (fact) => (isCallFact(fact) ? 'outside' : fact.firstUrgencyTelephone) },
);

export const lastUrgencyMix = mixFigure(
  {
    id: 'lastUrgencyMix',
    population,
    numerator: 'contacts whose last urgency, on whichever axis, is red, yellow, green',
    denominator: 'all contacts of the population',
    missing,
    source: 'own',
  },
  { classes: urgencies, classOf: (fact) => (isCallFact(fact) ? 'outside' : fact.lastUrgency) },
);
