import { actionClasses } from '../../contact/index.ts';
import { isCallFact } from '../figure.ts';
import { mixFigure } from '../kinds.ts';

const population = 'Contacts opened (see contactsOpened)';
const missing = 'contacts without an action (yet): in the denominator, counted apart';

/**
 * First and last told apart: what was decided first and what it came to differ by a factor of almost four
 * (home visits per 1000 inhabitants: 4.6 as first action, 17.3 in tariffs; NKLM 2-2026).
 */
export const firstActionMix = mixFigure(
  {
    id: 'firstActionMix',
    population,
    numerator: 'contacts by the class of their first action',
    denominator: 'all contacts of the population',
    missing,
    source: 'classes and first action: the Watchtower project (Vakttårn), NKLM 2-2026 section 3.1.2',
  },
  { classes: actionClasses, classOf: (fact) => (isCallFact(fact) ? 'outside' : fact.firstAction) },
);

export const lastActionMix = mixFigure(
  {
    id: 'lastActionMix',
    population,
    numerator: 'contacts by the class of their last action',
    denominator: 'all contacts of the population',
    missing,
    source: 'classes: the Watchtower project (Vakttårn), NKLM 2-2026 section 3.1.2; the last action: own',
  },
  { classes: actionClasses, classOf: (fact) => (isCallFact(fact) ? 'outside' : fact.lastAction) },
);
