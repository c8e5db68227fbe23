import { channels } from '../../contact/index.ts';
import { isCallFact } from '../figure.ts';
import { countFigure, mixFigure, ratioFigure, shareFigure } from '../kinds.ts';

const opened = 'Contacts opened, once nationally and once in each unit they have been with, by the day they were opened';
const watchtower = 'the Watchtower project (Vakttårn), NKLM 2-2026';

export const contactsOpened = countFigure(
  { id: 'contactsOpened', population: opened, numerator: 'contacts', denominator: 'none: a count', missing: 'none', source: watchtower },
  (fact) => !isCallFact(fact),
);

export const contactsClosed = shareFigure(
  {
    id: 'contactsClosed',
    population: opened,
    numerator: 'those of them that are closed now, on whatever day',
    denominator: 'all contacts of the population',
    missing: 'none: what is not closed is open',
    source: 'own',
  },
  (fact) => {
    if (isCallFact(fact)) return 'outside';
    return fact.closedAt === undefined ? 'denominator' : 'numerator';
  },
);

export const channelMix = mixFigure(
  {
    id: 'channelMix',
    population: opened,
    numerator: 'contacts that came in by each channel',
    denominator: 'all contacts of the population',
    missing: 'none: the channel is asked for on opening',
    source: watchtower,
  },
  { classes: channels, classOf: (fact) => (isCallFact(fact) ? 'outside' : fact.channel) },
);

/** How much is written down afterwards: a sign of pressure, of systems that were down, and of how far live figures can be trusted. */
export const lateEntries = ratioFigure(
  {
    id: 'lateEntries',
    population: opened,
    numerator: 'entries of the contacts that were recorded later than they say they happened',
    denominator: 'all contacts of the population',
    missing: 'none',
    source: 'own',
  },
  { numerator: (fact) => (isCallFact(fact) ? undefined : fact.lateEntries), denominator: (fact) => !isCallFact(fact) },
);
