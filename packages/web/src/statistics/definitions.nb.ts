import type { FigureId } from './texts.nb.ts';

/** What a figure counts, in bokmål: the same as core's definition of it, which decides. definitions.test.ts tells when core's has changed. */
export interface DefinitionText {
  readonly population: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly missing: string;
  readonly source: string;
}

const directorate = 'Helsedirektoratet: «Anrop og svartid – Legevakt» (8. juni 2023)';
const requirement = `${directorate}. Kravet om 80 % innen to minutter: akuttmedisinforskriften § 13`;
const watchtower = 'Vakttårnprosjektet, NKLM 2-2026';
const own = 'Vår egen definisjon';
const none = 'Ingen';

const calls =
  'Anrop til 116117 og lokale numre, talt én gang nasjonalt og én gang i hver sentral de ble tilbudt. Ikke anrop lagt på før det ringte hos operatør, og ikke anrop som ennå ikke har ringt';
const allCalls = 'Alle anrop i grunnlaget';
const answerCalls =
  'Anrop til 116117 og lokale numre, også ubesvarte. Ikke anrop lagt på før det ringte hos operatør, og ikke anrop som ennå ikke har ringt';
const answerMissing =
  'Besvarte anrop der ringetidspunktet er ukjent (aldri meldt, klokker som ikke stemmer, ført for hånd): bare i nevneren, og talt for seg';
const contacts = 'Kontakter åpnet, talt én gang nasjonalt og én gang ved hver enhet de har vært hos, på dagen de ble åpnet';
const allContacts = 'Alle kontakter i grunnlaget';
const noUrgency = 'Kontakter der ingen hastegrad er satt (ennå): i nevneren, og talt for seg';
const noAction = 'Kontakter uten tiltak (ennå): i nevneren, og talt for seg';
const count = 'Ingen: dette er et antall';

export const definitions: Readonly<Record<FigureId, DefinitionText>> = {
  callsOffered: {
    population: calls,
    numerator: 'Anrop, besvarte og ubesvarte («antall anrop»)',
    denominator: count,
    missing: none,
    source: directorate,
  },
  callsAnswered: {
    population: calls,
    numerator: 'Anrop som en operatør besvarte',
    denominator: allCalls,
    missing: 'Ingen: der intet svar er meldt, er anropet ikke besvart',
    source: directorate,
  },
  callsAbandoned: {
    population: calls,
    numerator: 'Anrop som ringte hos operatør, og som innringeren la på ubesvart',
    denominator: allCalls,
    missing: none,
    source: directorate,
  },
  callsSentOn: {
    population: calls,
    numerator: 'Anrop som forlot enheten ubesvart, ved overløp eller viderekobling',
    denominator: allCalls,
    missing: none,
    source: `${own}; deler av anrop som direktoratet teller som ett`,
  },
  callsOpen: {
    population: calls,
    numerator: 'Anrop som har ringt, og som verken er besvart eller over; også anrop der slutten aldri ble meldt',
    denominator: allCalls,
    missing: none,
    source: `${own}; deler av anrop som direktoratet teller som ett`,
  },
  callsAbandonedInMessage: {
    population: 'Anrop til 116117 og lokale numre, talt én gang nasjonalt og én gang i hver sentral de ble tilbudt',
    numerator: 'Anrop lagt på før det ringte hos operatør: under talemeldingen eller i menyen',
    denominator: 'Ingen: et antall, holdt utenfor antall anrop',
    missing: none,
    source: `${own}; direktoratet regner svartiden fra det ringer hos operatør, og holder melding og menyvalg utenfor`,
  },
  answeredWithin2Minutes: {
    population: answerCalls,
    numerator: 'Anrop besvart høyst 120 sekunder etter at det ringte hos operatør',
    denominator: allCalls,
    missing: answerMissing,
    source: requirement,
  },
  answeredWithin10Minutes: {
    population: answerCalls,
    numerator: 'Anrop besvart høyst 600 sekunder etter at det ringte hos operatør',
    denominator: allCalls,
    missing: answerMissing,
    source: requirement,
  },
  medianAnswerTime: {
    population: 'Besvarte anrop til 116117 og lokale numre',
    numerator: 'Sekundene fra det ringte hos operatør til anropet ble besvart; talemelding og menyvalg er ikke med',
    denominator: 'Besvarte anrop med kjent svartid',
    missing: 'Besvarte anrop med ukjent svartid: ikke med i medianen, talt for seg',
    source: requirement,
  },
  redials: {
    population: 'Anrop (se «Anrop»)',
    numerator: 'Anrop fra et nummer som ringte samme enhet i løpet av timen før, også om det ble lagt på i talemeldingen',
    denominator: allCalls,
    missing: 'Anrop med skjult nummer: bare i nevneren, og talt for seg',
    source: `${own}; ingen publisert norm for tidsvinduet er funnet`,
  },
  callsPerContact: {
    population: 'Anrop og åpnede kontakter ved samme enhet i samme tidsrom',
    numerator: 'Anrop (se «Anrop»)',
    denominator: 'Kontakter åpnet, uansett henvendelsesform',
    missing: none,
    source: 'Slik 1,76 er utledet for Norge 2023: alle anrop hos direktoratet per kontakt registrert i Vakttårnprosjektet',
  },
  contactsOpened: { population: contacts, numerator: 'Kontakter', denominator: count, missing: none, source: watchtower },
  contactsClosed: {
    population: contacts,
    numerator: 'De av dem som er avsluttet nå, uansett dag',
    denominator: allContacts,
    missing: 'Ingen: det som ikke er avsluttet, er åpent',
    source: own,
  },
  channelMix: {
    population: contacts,
    numerator: 'Kontakter etter hvordan henvendelsen kom inn',
    denominator: allContacts,
    missing: 'Ingen: det spørres om henvendelsesform når kontakten åpnes',
    source: watchtower,
  },
  firstUrgencyMix: {
    population: 'Kontakter åpnet (se «Åpnet»)',
    numerator: 'Kontakter etter første hastegrad satt på telefon: rød, gul, grønn',
    denominator: allContacts,
    missing: noUrgency,
    source: `Vakttårnprosjektet teller hastegraden satt ved første kontakt; NKLM 2-2026`,
  },
  lastUrgencyMix: {
    population: 'Kontakter åpnet (se «Åpnet»)',
    numerator: 'Kontakter etter siste hastegrad, enten den er satt på telefon eller ved oppmøte',
    denominator: allContacts,
    missing: noUrgency,
    source: own,
  },
  firstActionMix: {
    population: 'Kontakter åpnet (se «Åpnet»)',
    numerator: 'Kontakter etter klassen av det første tiltaket',
    denominator: allContacts,
    missing: noAction,
    source: 'Klassene og første tiltak: Vakttårnprosjektet, NKLM 2-2026 punkt 3.1.2',
  },
  lastActionMix: {
    population: 'Kontakter åpnet (se «Åpnet»)',
    numerator: 'Kontakter etter klassen av det siste tiltaket',
    denominator: allContacts,
    missing: noAction,
    source: 'Klassene: Vakttårnprosjektet, NKLM 2-2026 punkt 3.1.2; siste tiltak: vår egen',
  },
  lateEntries: {
    population: contacts,
    numerator: 'Steg i kontaktene som ble skrevet inn senere enn de sies å ha skjedd',
    denominator: allContacts,
    missing: none,
    source: own,
  },
};
