/** Bokmål for the pages around the login. */
export const loginTexts = {
  product: 'Vakthavende',
  noAccess: {
    title: 'Du er kjent, men har ingen tilgang',
    body: 'Innloggingen gikk bra, men du har ingen rolle ved noen legevakt eller legevaktsentral her nå. Be lederen din om å gi deg en rolle, og logg inn på nytt.',
  },
  lostAttempt: {
    title: 'Innloggingen må startes på nytt',
    body: 'Den var for gammel, alt brukt, eller startet i en annen nettleser. Ingenting er gått tapt.',
  },
  cancelled: { title: 'Innloggingen ble avbrutt', body: 'Innloggingstjenesten slapp deg ikke inn, eller du avbrøt. Prøv igjen.' },
  failed: {
    title: 'Innloggingen mislyktes',
    body: 'Svaret fra innloggingstjenesten kunne ikke godtas. Prøv igjen; si fra med feilnummeret om det gjentar seg.',
  },
  unavailable: {
    title: 'Innloggingstjenesten svarer ikke',
    body: 'Vent et øyeblikk og prøv igjen. Er du alt logget inn i et annet vindu, virker det som før.',
  },
  loggedOut: { title: 'Du er logget ut', body: 'Lukk nettleseren om andre bruker maskinen.' },
  foreignLogout: { title: 'Utloggingen ble ikke utført', body: 'Den kom fra et annet nettsted. Logg ut fra menyen i Vakthavende.' },
  logIn: 'Logg inn',
  tryAgain: 'Prøv igjen',
  errorNumber: 'Feilnummer:',
} as const;

/** Bokmål for the demonstration's own login provider. */
export const demoTexts = {
  title: 'Logg inn i demonstrasjonen',
  intro: 'Velg hvem du vil være. Alle er oppdiktet, og ingen pasienter her finnes.',
  search: 'Søk etter navn, rolle eller enhet',
  searchHint: 'Enter logger inn den øverste.',
  people: 'Personer',
  count: (shown: number) => (shown === 1 ? '1 person' : `${shown} personer`),
  unknownPerson: { title: 'Ukjent person', body: 'Personen finnes ikke i demonstrasjonen. Velg en fra listen.' },
  expired: { title: 'Innloggingen er utløpt', body: 'Start den på nytt.' },
  wrong: { title: 'Innloggingen mislyktes', body: 'Start den på nytt.' },
  loggingOut: 'Logger ut …',
  logOut: 'Logg ut',
  productionRefused:
    'Demonstrasjonens innlogging slipper inn hvem som helst og kan ikke brukes med NODE_ENV=production. Sett opp en OIDC-leverandør (HelseID) i stedet.',
} as const;
