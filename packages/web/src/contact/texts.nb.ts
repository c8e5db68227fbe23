import type { ActionClass, Channel, ContactStatus, Outcome, ReferralTarget, TaskKind } from '@vakthavende/core/contact';
import type { Urgency } from '@vakthavende/core/triage';

/** Bokmål for contacts on the screens. Names of classes stand as tables, so that a nurse can check them. */
export const channelNames: Readonly<Record<Channel, string>> = {
  patientPhones: 'Pasienten ringer',
  nextOfKinPhones: 'Pårørende ringer',
  healthPersonnelPhones: 'Helsepersonell ringer',
  directAttendance: 'Direkte oppmøte',
  emc: 'AMK',
  other: 'Andre (politi, alarm)',
};

export const actionNames: Readonly<Record<ActionClass, string>> = {
  nurseAdvice: 'Råd fra sykepleier',
  doctorTelephone: 'Telefonkonsultasjon med lege',
  doctorConsultation: 'Legekonsultasjon',
  otherConsultation: 'Konsultasjon med annet personell',
  homeVisit: 'Sykebesøk',
  callOut: 'Utrykning med ambulanse',
  referred: 'Henvist til andre',
  other: 'Annet tiltak',
};

export const referralNames: Readonly<Record<ReferralTarget, string>> = {
  gpNextWorkingDay: 'Fastlegen neste virkedag',
  dentist: 'Tannlege',
  homeNursing: 'Hjemmesykepleien',
  crisisTeam: 'Kriseteam',
  midwife: 'Jordmor',
  police: 'Politi',
  hospital: 'Sykehus',
  municipalBed: 'Kommunal øyeblikkelig hjelp-seng',
  other: 'Annet',
};

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  advised: 'Ferdig med råd',
  home: 'Hjem etter behandling',
  referred: 'Henvist videre',
  admitted: 'Innlagt i sykehus',
  municipalBed: 'Kommunal øyeblikkelig hjelp-seng',
  transported: 'Transportert',
  leftBeforeSeen: 'Gikk før tilsyn',
  noContact: 'Fikk ikke kontakt',
  dead: 'Død',
  other: 'Annet',
  registeredInError: 'Feilregistrert',
};

export const statusNames: Readonly<Record<Exclude<ContactStatus, 'none'>, string>> = {
  assessing: 'Vurderes',
  decided: 'Tiltak bestemt',
  handingOver: 'Overleveres',
  callback: 'Ringes tilbake',
  expected: 'Ventet til legevakt',
  waiting: 'Venter i legevakt',
  withStaff: 'Til behandling',
  closed: 'Avsluttet',
};

export const taskNames: Readonly<Record<TaskKind, string>> = {
  callback: 'Ring tilbake',
  letterToGp: 'Epikrise til fastlegen',
  resultPending: 'Prøvesvar ventes',
  gpAppointment: 'Time hos fastlegen',
  confirmHandover: 'Bekreft overlevering',
  other: 'Annet',
};

/** Rød akutt, gul haster, grønn vanlig: the words of the telephone axis. */
export const urgencyNames: Readonly<Record<Urgency, string>> = { red: 'rød – akutt', yellow: 'gul – haster', green: 'grønn – vanlig' };

export const texts = {
  unknownPatient: 'Ukjent pasient',
  notIdentified: 'Ikke identifisert',
  years: (years: number) => `${years} år`,
  months: (months: number) => (months === 1 ? '1 måned' : `${months} måneder`),
  sex: { female: 'kvinne', male: 'mann', unknown: 'ukjent kjønn' } as Readonly<Record<string, string>>,
  born: (date: string) => `født ${date}`,
  nationalId: 'fødselsnummer',

  state: {
    queued: 'Sendes …',
    sending: 'Sendes …',
    waiting: 'Ikke sendt – prøver igjen',
    refused: 'Ikke godtatt',
    accepted: 'Lagret',
  },
  saved: 'Lagret',
  unsent: (count: number) => (count === 1 ? '1 ikke sendt' : `${count} ikke sendt`),
  heldBack: 'Ikke avsluttet: noe over ble ikke godtatt. Rett det først, og avslutt på nytt.',
  giveUp: 'Forkast',

  conflict: {
    heading: (names: string) => `Endret av ${names} mens du skrev`,
    someone: 'en annen',
    theirs: 'Deres',
    mine: 'Ditt',
    empty: 'tomt',
    keepMine: 'Behold mitt',
    takeTheirs: 'Ta deres',
  },

  clock: {
    unreadable: 'Skriv klokkeslett som 2110, eller minutter som -20 eller +30.',
    skipped: 'Dette klokkeslettet finnes ikke natten klokken stilles fram.',
    day: (offset: number) =>
      offset === 0
        ? 'i dag'
        : offset === -1
          ? 'i går'
          : offset === 1
            ? 'i morgen'
            : offset < 0
              ? `for ${-offset} dager siden`
              : `om ${offset} dager`,
    first: 'sommertid (første gang)',
    second: 'vintertid (andre gang)',
    ago: (text: string) => `for ${text} siden`,
    ahead: (text: string) => `om ${text}`,
    now: 'nå',
  },

  occurred: {
    label: 'Skjedde kl.',
    hint: 'Tomt: skjer nå',
    active: (when: string) => `Etterføring: alt du fører nå, skjedde ${when}.`,
    marked: 'Etterføring: alt du fører nå, skjedde da.',
    clear: 'Tøm – skjer nå',
  },

  who: {
    label: 'Hvem er pasienten?',
    hint: 'Fødselsnummer Navn · ddmmåå Navn · u Navn, Land · ? ukjent',
    missing: { digits: 'Skriv resten av sifrene …', name: 'Skriv navnet etter.', country: 'Skriv landet etter komma: u Navn ddmmåå, Land' },
    fault: {
      length: 'Nummeret har ikke 11 siffer.',
      checksum: 'Kontrollsifrene stemmer ikke. Sjekk nummeret; ett siffer er trolig feil.',
      date: 'Datoen i nummeret finnes ikke eller ligger fram i tid.',
      birthDate: 'Fødselsdatoen finnes ikke eller ligger fram i tid.',
    },
    fromEarlier: (name: string) => `Kjent fra før: ${name}. Trykk Enter for å bruke navnet.`,
    kinds: { nationalId: 'Fødselsnummer i orden', nameAndBirth: 'Navn', foreign: 'Utenlandsk', unknown: 'Ukjent' },
  },

  timeline: {
    heading: 'Hendelser',
    empty: 'Ingenting er ført ennå.',
    late: (occurred: string, recorded: string) => `skjedde ${occurred}, ført ${recorded}`,
    lateMark: 'Etterført',
    hidden: 'skjult',
  },

  tasks: {
    heading: 'Oppgaver',
    none: 'Ingen åpne oppgaver.',
    due: (when: string) => `innen ${when}`,
    overdue: 'over tiden',
    done: 'Utført',
    markDone: (text: string) => `Utført: ${text}`,
  },

  alarm: {
    region: 'Røde alarmer',
    due: 'Varsles nå',
    waiting: (level: string, until: string) => `Varslet ${level}, svar ventes innen ${until}`,
    levels: { primary: 'primærvakt', backup: 'bakvakt' } as Readonly<Record<string, string>>,
    exhausted: 'Ingen har svart. Konferer med AMK.',
    confer: 'Konferer med AMK',
    acknowledge: 'Kvitter',
    acknowledgeFor: (who: string) => `Kvitter rød alarm: ${who}`,
    since: (wait: string) => `rød i ${wait}`,
    left: (time: string) => `${time} igjen · `,
    conferFirst: 'Konferer først',
  },

  earlier: {
    heading: 'Tidligere kontakter',
    byNumber: 'Fra samme nummer',
    byPerson: 'Samme person',
    none: 'Ingen tidligere kontakter funnet.',
    elsewhere: (count: number) => (count === 1 ? '1 kontakt ved en annen enhet' : `${count} kontakter ved andre enheter`),
    link: 'Knytt anropet hit',
    linkTo: (who: string) => `Knytt anropet hit: ${who}`,
    isOpen: 'åpen',
    searching: 'Søker …',
  },

  emergency: {
    heading: 'Nødåpning',
    explain:
      'Kontakten hører til en annen enhet. Du kan åpne den når liv eller helse krever det. Begrunnelsen loggføres og leses av lederen ved enheten.',
    reason: 'Begrunnelse (minst 10 tegn)',
    open: 'Åpne kontakten',
    cancel: 'Avbryt',
    trigger: 'Åpne med nødtilgang',
  },

  notAllowed: 'Du har ikke tilgang til denne kontakten.',
  loading: 'Henter …',
  loadFailed: 'Kunne ikke hente kontakten. Prøver igjen.',
} as const;
