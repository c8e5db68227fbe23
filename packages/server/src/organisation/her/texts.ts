/** The public page in four languages. Northern Sámi needs a native reader's eye before an operator relies on it. */
export const languages = ['nb', 'nn', 'en', 'se'] as const;
export type Language = (typeof languages)[number];

export interface HerTexts {
  readonly name: string;
  readonly htmlLang: string;
  readonly locale: string;
  readonly title: string;
  readonly languageNav: string;
  readonly emergency: string;
  readonly emergencyWhen: string;
  readonly call: (number: string) => string;
  readonly legevaktNumber: string;
  readonly legevaktWhen: string;
  readonly where: string;
  readonly whereHint: string;
  readonly search: string;
  readonly locate: string;
  readonly locating: string;
  readonly locateFailed: string;
  readonly notFound: (text: string) => string;
  readonly choose: string;
  readonly more: string;
  readonly confirm: (place: string) => string;
  readonly whichPart: (place: string) => string;
  readonly restOf: (place: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly nearest: string;
  readonly now: (place: string) => string;
  readonly at: (time: string) => string;
  readonly change: string;
  readonly otherTime: string;
  readonly showTime: string;
  readonly backToNow: string;
  readonly ownGpTitle: string;
  readonly ownGpText: string;
  readonly thenLegevakt: string;
  readonly serviceTitle: string;
  readonly gapTitle: string;
  readonly gapText: string;
  readonly unknownTitle: string;
  readonly unknownText: string;
  readonly localNumber: string;
  readonly address: string;
  readonly openNow: string;
  readonly openUntil: (time: string) => string;
  readonly alwaysOpen: string;
  readonly noClinic: string;
  readonly map: string;
  readonly callFirst: string;
  readonly changes: (time: string) => string;
  readonly comment: string;
  readonly demo: string;
  readonly about: string;
}

const nb: HerTexts = {
  name: 'Bokmål',
  htmlLang: 'nb',
  locale: 'nb-NO',
  title: 'Legevakten din nå',
  languageNav: 'Språk',
  emergency: 'Fare for liv',
  emergencyWhen: 'Bevisstløs, pustevansker, brystsmerter, lammelser eller stor skade: ring 113 med en gang.',
  call: (number) => `Ring ${number}`,
  legevaktNumber: 'Legevakt, hele døgnet',
  legevaktWhen: 'Når det haster og ikke kan vente til fastlegen har åpent. Gratis, fra hele landet.',
  where: 'Hvor er du nå?',
  whereHint: 'Skriv kommunen eller stedet der du er, ikke der du bor.',
  search: 'Finn legevakt',
  locate: 'Bruk posisjonen min',
  locating: 'Finner posisjonen …',
  locateFailed: 'Fant ikke posisjonen. Skriv stedet i feltet.',
  notFound: (text) => `Fant ikke «${text}». Prøv navnet på kommunen.`,
  choose: 'Velg stedet der du er',
  more: 'Flere steder passer. Skriv mer av navnet.',
  confirm: (place) => `Er du i ${place}?`,
  whichPart: (place) => `Hvor i ${place} er du?`,
  restOf: (place) => `Et annet sted i ${place}`,
  yes: 'Ja, vis legevakten',
  no: 'Nei, velg et annet sted',
  nearest: 'Posisjonen ligger utenfor kommunegrensene vi kjenner. Dette er nærmeste kommune.',
  now: (place) => `${place} nå`,
  at: (time) => `Slik det er ${time}`,
  change: 'Bytt sted',
  otherTime: 'Et annet tidspunkt',
  showTime: 'Vis',
  backToNow: 'Vis nå',
  ownGpTitle: 'Ring fastlegen din først',
  ownGpText: 'På denne tiden tar fastlegen din imot det som haster.',
  thenLegevakt: 'Får du ikke tak i fastlegen, eller har du ingen her: ring 116117.',
  serviceTitle: 'Legevakten din',
  gapTitle: 'Ring 116117',
  gapText: 'Registeret viser ingen åpen legevakt for stedet nå. 116117 svarer likevel og sier hva du skal gjøre.',
  unknownTitle: 'Ring 116117',
  unknownText: 'Registeret har ikke opplysninger om legevakten her. 116117 svarer og setter deg over til rett sted.',
  localNumber: 'Lokalt nummer',
  address: 'Adresse',
  openNow: 'Åpen nå',
  openUntil: (time) => `Åpen til ${time}`,
  alwaysOpen: 'Døgnåpen',
  noClinic: 'Spør 116117 hvor du skal møte.',
  map: 'Vis i kart',
  callFirst: 'Ring før du drar.',
  changes: (time) => `Gjelder til ${time}.`,
  comment: 'Fra legevakten',
  demo: 'Demonstrasjon: opplysningene er ikke oppdatert. Ikke bruk dem i en virkelig situasjon.',
  about: 'Siden lagrer ikke hvem du er eller hvor du er.',
};

const nn: HerTexts = {
  ...nb,
  name: 'Nynorsk',
  htmlLang: 'nn',
  locale: 'nn-NO',
  title: 'Legevakta di no',
  emergencyWhen: 'Medvitslaus, pustevanskar, brystsmerter, lammingar eller stor skade: ring 113 med ein gong.',
  legevaktNumber: 'Legevakt, heile døgnet',
  legevaktWhen: 'Når det hastar og ikkje kan vente til fastlegen har ope. Gratis, frå heile landet.',
  where: 'Kvar er du no?',
  whereHint: 'Skriv kommunen eller staden der du er, ikkje der du bur.',
  locate: 'Bruk posisjonen min',
  locating: 'Finn posisjonen …',
  locateFailed: 'Fann ikkje posisjonen. Skriv staden i feltet.',
  notFound: (text) => `Fann ikkje «${text}». Prøv namnet på kommunen.`,
  choose: 'Vel staden der du er',
  more: 'Fleire stader passar. Skriv meir av namnet.',
  whichPart: (place) => `Kvar i ${place} er du?`,
  restOf: (place) => `Ein annan stad i ${place}`,
  yes: 'Ja, vis legevakta',
  no: 'Nei, vel ein annan stad',
  nearest: 'Posisjonen ligg utanfor kommunegrensene vi kjenner. Dette er næraste kommune.',
  now: (place) => `${place} no`,
  at: (time) => `Slik det er ${time}`,
  change: 'Byt stad',
  otherTime: 'Eit anna tidspunkt',
  backToNow: 'Vis no',
  ownGpTitle: 'Ring fastlegen din først',
  ownGpText: 'På denne tida tek fastlegen din imot det som hastar.',
  thenLegevakt: 'Får du ikkje tak i fastlegen, eller har du ingen her: ring 116117.',
  serviceTitle: 'Legevakta di',
  gapText: 'Registeret viser inga open legevakt for staden no. 116117 svarer likevel og seier kva du skal gjere.',
  unknownText: 'Registeret har ikkje opplysningar om legevakta her. 116117 svarer og set deg over til rett stad.',
  openNow: 'Open no',
  openUntil: (time) => `Open til ${time}`,
  alwaysOpen: 'Døgnopen',
  noClinic: 'Spør 116117 kvar du skal møte.',
  callFirst: 'Ring før du dreg.',
  changes: (time) => `Gjeld til ${time}.`,
  comment: 'Frå legevakta',
  demo: 'Demonstrasjon: opplysningane er ikkje oppdaterte. Ikkje bruk dei i ein verkeleg situasjon.',
  about: 'Sida lagrar ikkje kven du er eller kvar du er.',
};

const en: HerTexts = {
  ...nb,
  name: 'English',
  htmlLang: 'en',
  locale: 'en-GB',
  title: 'Your emergency doctor now',
  languageNav: 'Language',
  emergency: 'Danger to life',
  emergencyWhen: 'Unconscious, trouble breathing, chest pain, paralysis or serious injury: call 113 at once.',
  call: (number) => `Call ${number}`,
  legevaktNumber: 'Legevakt (urgent care), day and night',
  legevaktWhen: 'When it is urgent and cannot wait until your GP opens. Free of charge, from anywhere in Norway.',
  where: 'Where are you now?',
  whereHint: 'Write the municipality or place where you are, not where you live.',
  search: 'Find urgent care',
  locate: 'Use my position',
  locating: 'Finding your position …',
  locateFailed: 'Your position was not found. Write the place in the field.',
  notFound: (text) => `“${text}” was not found. Try the name of the municipality.`,
  choose: 'Choose the place where you are',
  more: 'More places match. Write more of the name.',
  confirm: (place) => `Are you in ${place}?`,
  whichPart: (place) => `Where in ${place} are you?`,
  restOf: (place) => `Elsewhere in ${place}`,
  yes: 'Yes, show urgent care',
  no: 'No, choose another place',
  nearest: 'The position is outside the municipal boundaries that we know. This is the nearest municipality.',
  now: (place) => `${place} now`,
  at: (time) => `As it is ${time}`,
  change: 'Change place',
  otherTime: 'Another time',
  showTime: 'Show',
  backToNow: 'Show now',
  ownGpTitle: 'Call your own GP first',
  ownGpText: 'At this time your own GP (fastlege) takes urgent cases.',
  thenLegevakt: 'If you cannot reach your GP, or have none here: call 116117.',
  serviceTitle: 'Your legevakt',
  gapTitle: 'Call 116117',
  gapText: 'The register shows no open legevakt for this place now. 116117 answers all the same and tells you what to do.',
  unknownTitle: 'Call 116117',
  unknownText: 'The register has no information on the legevakt here. 116117 answers and puts you through.',
  localNumber: 'Local number',
  address: 'Address',
  openNow: 'Open now',
  openUntil: (time) => `Open until ${time}`,
  alwaysOpen: 'Open day and night',
  noClinic: 'Ask 116117 where to go.',
  map: 'Show on a map',
  callFirst: 'Call before you go.',
  changes: (time) => `Valid until ${time}.`,
  comment: 'From the legevakt (in Norwegian)',
  demo: 'Demonstration: the information is not up to date. Do not act on it.',
  about: 'This page keeps neither who you are nor where you are.',
};

const se: HerTexts = {
  ...nb,
  name: 'Davvisámegiella',
  htmlLang: 'se',
  locale: 'se-NO',
  title: 'Du doavttervákta dál',
  languageNav: 'Giella',
  emergency: 'Heakka vearás',
  emergencyWhen: 'Dieđuheapme, vuoigŋanváttisvuođat, raddebákčasat, lápmašuvvan dahje stuorra roasmmohuvvan: riŋge dalán 113.',
  call: (number) => `Riŋge ${number}`,
  legevaktNumber: 'Doavttervákta, birra jándora',
  legevaktWhen: 'Go lea hoahppu ja ii sáhte vuordit dassážii go fástadoavttir rahpá. Nuvttá, miehtá riikka.',
  where: 'Gos leat dál?',
  whereHint: 'Čále gieldda dahje báikki gos leat, ii dan gos orut.',
  search: 'Oza doavttervávtta',
  locate: 'Geavat mu sajádaga',
  locating: 'Ohcamin sajádaga …',
  locateFailed: 'Sajádat ii gávdnon. Čále báikki gieddái.',
  notFound: (text) => `«${text}» ii gávdnon. Geahččal gieldda nama.`,
  choose: 'Vállje báikki gos leat',
  more: 'Eanet báikkit heivejit. Čále eanet namas.',
  confirm: (place) => `Leatgo dáppe: ${place}?`,
  whichPart: (place) => `Gos don leat dáppe: ${place}?`,
  restOf: (place) => `Eará sajis: ${place}`,
  yes: 'Juo, čájet doavttervávtta',
  no: 'In, vállje eará báikki',
  nearest: 'Sajádat lea olggobealde gielddarájáid maid mii dovdat. Dát lea lagamus gielda.',
  now: (place) => `${place} dál`,
  at: (time) => `Nu go lea ${time}`,
  change: 'Molsso báikki',
  otherTime: 'Eará áigi',
  showTime: 'Čájet',
  backToNow: 'Čájet dál',
  ownGpTitle: 'Riŋge vuos iežat fástadoaktárii',
  ownGpText: 'Dán áigge du fástadoavttir váldá vuostá hohpolaš áššiid.',
  thenLegevakt: 'Jus it oaččo oktavuođa fástadoaktáriin, dahje dus ii leat dáppe: riŋge 116117.',
  serviceTitle: 'Du doavttervákta',
  gapTitle: 'Riŋge 116117',
  gapText: 'Registtar ii čájet rabas doavttervávtta dán báikái dál. 116117 vástida liikká ja muitala maid galggat dahkat.',
  unknownTitle: 'Riŋge 116117',
  unknownText: 'Registtaris eai leat dieđut dán báikki doavttervávtta birra. 116117 vástida ja ovddida du rivttes báikái.',
  localNumber: 'Báikkálaš nummir',
  address: 'Čujuhus',
  openNow: 'Rabas dál',
  openUntil: (time) => `Rabas gitta ${time}`,
  alwaysOpen: 'Rabas birra jándora',
  noClinic: 'Jeara 116117:s gosa galggat boahtit.',
  map: 'Čájet kárttas',
  callFirst: 'Riŋge ovdal go vuolggát.',
  changes: (time) => `Gusto gitta ${time}.`,
  comment: 'Doavttervávttas (dárogillii)',
  demo: 'Čájáhus: dieđut eai leat ođasmahttojuvvon. Ale geavat daid duohta dilis.',
  about: 'Siidu ii vurke gii don leat iige gos don leat.',
};

export const herTexts: Readonly<Record<Language, HerTexts>> = { nb, nn, en, se };
