import { countText } from './number-text.ts';

/** Bokmål for the figures. Every figure of core has a name here; definitions.test.ts holds the two alike. */
export const figureNames = {
  callsOffered: 'Anrop',
  callsAnswered: 'Besvart',
  callsAbandoned: 'Lagt på i kø',
  callsSentOn: 'Sendt videre ubesvart',
  callsOpen: 'Ikke avklart',
  callsAbandonedInMessage: 'Lagt på i talemeldingen',
  answeredWithin2Minutes: 'Besvart innen 2 minutter',
  answeredWithin10Minutes: 'Besvart innen 10 minutter',
  medianAnswerTime: 'Median svartid',
  redials: 'Gjenoppringninger',
  callsPerContact: 'Anrop per kontakt',
  contactsOpened: 'Åpnet',
  contactsClosed: 'Avsluttet',
  channelMix: 'Henvendelsesform',
  firstUrgencyMix: 'Hastegrad, første på telefon',
  lastUrgencyMix: 'Hastegrad, siste',
  firstActionMix: 'Første tiltak',
  lastActionMix: 'Siste tiltak',
  lateEntries: 'Etterføringer',
} as const;

export type FigureId = keyof typeof figureNames;

export function isFigureId(text: string): text is FigureId {
  return Object.hasOwn(figureNames, text);
}

export interface Noun {
  readonly one: string;
  readonly many: string;
}

const calls: Noun = { one: 'anrop', many: 'anrop' };
const contacts: Noun = { one: 'kontakt', many: 'kontakter' };
const entries: Noun = { one: 'etterføring', many: 'etterføringer' };

/** What the numerator and the denominator are counted in. */
export const figureNouns: Readonly<Record<FigureId, { readonly numerator: Noun; readonly denominator: Noun }>> = {
  callsOffered: { numerator: calls, denominator: calls },
  callsAnswered: { numerator: calls, denominator: calls },
  callsAbandoned: { numerator: calls, denominator: calls },
  callsSentOn: { numerator: calls, denominator: calls },
  callsOpen: { numerator: calls, denominator: calls },
  callsAbandonedInMessage: { numerator: calls, denominator: calls },
  answeredWithin2Minutes: { numerator: calls, denominator: calls },
  answeredWithin10Minutes: { numerator: calls, denominator: calls },
  medianAnswerTime: { numerator: calls, denominator: calls },
  redials: { numerator: calls, denominator: calls },
  callsPerContact: { numerator: calls, denominator: contacts },
  contactsOpened: { numerator: contacts, denominator: contacts },
  contactsClosed: { numerator: contacts, denominator: contacts },
  channelMix: { numerator: contacts, denominator: contacts },
  firstUrgencyMix: { numerator: contacts, denominator: contacts },
  lastUrgencyMix: { numerator: contacts, denominator: contacts },
  firstActionMix: { numerator: contacts, denominator: contacts },
  lastActionMix: { numerator: contacts, denominator: contacts },
  lateEntries: { numerator: entries, denominator: contacts },
};

const unknownRinging = (n: number) => `${countText(n)} besvart med ukjent ringetid: bare i nevneren`;
const noUrgency = (n: number) => `${counted(n, contacts)} uten hastegrad ennå: vist for seg`;
const noAction = (n: number) => `${counted(n, contacts)} uten tiltak ennå: vist for seg`;

/** How what is missing was treated, in one line; only figures that can miss something. */
export const missingNotes: Readonly<Partial<Record<FigureId, (missing: number) => string>>> = {
  answeredWithin2Minutes: unknownRinging,
  answeredWithin10Minutes: unknownRinging,
  medianAnswerTime: (n) => `${countText(n)} besvart med ukjent svartid: ikke med`,
  redials: (n) => `${countText(n)} med skjult nummer: bare i nevneren`,
  firstUrgencyMix: noUrgency,
  lastUrgencyMix: noUrgency,
  firstActionMix: noAction,
  lastActionMix: noAction,
};

export function counted(count: number, noun: Noun): string {
  return `${countText(count)} ${count === 1 ? noun.one : noun.many}`;
}

export const texts = {
  ofWords: (numerator: number, denominator: string) => `${countText(numerator)} av ${denominator}`,
  perWords: (numerator: string, denominator: string) => `${numerator} på ${denominator}`,
  medianOf: (calls: string) => `av ${calls} med kjent svartid`,
  noneOf: (noun: Noun) => `ingen ${noun.many}`,
  definition: 'Hva er dette?',
  definitionOf: (name: string) => `Hva er «${name}»?`,
  definitionRows: {
    population: 'Grunnlag',
    numerator: 'Teller',
    denominator: 'Nevner',
    missing: 'Ukjent',
    source: 'Kilde',
  },
  openRows: (name: string) => `Rader bak «${name}»`,
  openClass: (name: string) => `: vis radene i «${name}»`,
  rows: 'Rader',
  loading: 'Henter …',
  requirement: 'Krav 80 %',
  requirementMet: 'Oppfyller kravet på 80 %',
  requirementMissed: 'Under kravet på 80 %',
  requirementNone: 'Kravet er 80 %',
  missingClass: 'Ikke satt ennå',
  group: 'Klasse',
  count: 'Antall og andel',

  hours: { summer: 'sommertid', winter: 'vintertid' },
  chart: {
    table: 'Vis som tabell',
    chart: 'Vis som diagram',
    hour: 'Time',
    days: 'Dager',
    day: 'Dag',
    answered: 'Besvart',
    unanswered: 'Ikke besvart',
    total: 'Anrop',
    within: 'Innen 2 min',
    open: (label: string) => `Vis ${label}`,
  },

  outcomes: {
    answered: 'Besvart',
    abandonedWaiting: 'Lagt på i kø',
    abandonedInMessage: 'Lagt på i talemeldingen',
    overflowed: 'Overført til partnersentral',
    transferred: 'Viderekoblet ubesvart',
    open: 'Ikke avklart',
    openInMessage: 'Har ikke ringt ennå',
  },
  counts: { numerator: 'Teller', denominator: 'Bare nevner', outside: 'Utenfor' },
  columns: {
    time: 'Tid',
    offeredAt: 'Tilbudt',
    openedAt: 'Åpnet',
    closedAt: 'Avsluttet',
    counts: 'Teller som',
    outcome: 'Utfall',
    seconds: 'Svartid (s)',
    answerTime: 'Svartid',
    redial: 'Gjenoppr.',
    hidden: 'Skjult nr.',
    place: 'Sted',
    byHand: 'For hånd',
    contacts: 'Kontakt',
    channel: 'Henvendelsesform',
    urgency: 'Hastegrad',
    action: 'Tiltak',
    firstUrgency: 'Første hast',
    lastUrgency: 'Siste hast',
    firstAction: 'Første tiltak',
    lastAction: 'Siste tiltak',
    toDoctor: 'Til lege (s)',
    toDoctorShort: 'Til lege',
    late: 'Etterført',
    paged: 'Rød varslet',
    calls: 'Anrop',
    reference: 'Ref.',
  },
  thenWord: 'deretter',
  yes: 'ja',
  noRows: 'Ingen rader',
  noRowsHint: 'Ingenting er telt i dette tallet i tidsrommet.',
  unknown: 'ukjent',
} as const;
