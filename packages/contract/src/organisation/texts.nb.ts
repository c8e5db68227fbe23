import { never } from '@vakthavende/core/kernel';
import type {
  FileProblem,
  FileProblemCode,
  Finding,
  FindingCode,
  GapReason,
  ImportRefusal,
  RegisterProblemCode,
} from '@vakthavende/core/organisation';

/** Bokmål for what organisation refuses over HTTP; `{name}` is filled from the refusal's data. */
export const organisationRefusals: Readonly<Record<string, string>> = {
  'register-changed': 'Noen andre har endret dette siden du åpnet det. Last inn på nytt og se hva som er endret.',
  'register-refused': '{text}',
  'thing-unknown': 'Finnes ikke i listen på den dagen. Last inn på nytt.',
  'thing-exists': 'Id-en «{id}» er i bruk i listen. Velg en annen, eller endre den som finnes.',
  'too-many': 'Mange spør herfra samtidig. Vent et minutt og prøv igjen. Haster det: ring 116117, ved fare for liv 113.',
  'span-too-long': 'Tidsrommet er for langt: høyst to år om gangen, og slutten må komme etter begynnelsen.',
  'list-unknown': 'Listen «{list}» finnes ikke i registeret. Velg en av: {known}.',
};

const findingTexts: Readonly<Record<FindingCode, string>> = {
  'key-missing': 'Feltet mangler i posten.',
  'key-unknown': 'Feltet er ikke kjent i formatet. Det er tatt vare på, men ikke brukt.',
  'wrong-type': 'Feltet har feil type. Det er tatt vare på, men lest som tomt.',
  'text-markup': 'Teksten har linjeskift eller HTML-koder i seg.',
  'name-missing': 'Tjenesten mangler navn.',
  'name-duplicate': 'En annen post har samme navn, bare med andre store og små bokstaver. Kontroller om det er samme tjeneste.',
  'position-missing': 'Tjenesten mangler posisjon.',
  'position-wrong': 'Posisjonen er ufullstendig eller ligger utenfor Norge. Den er ikke brukt.',
  'hours-missing': 'Tjenesten mangler åpningstider. De regnes som ukjente, ikke som stengt.',
  'hours-unreadable': 'Åpningstiden kunne ikke leses som minutter i uken (fra-til). Den er ikke brukt.',
  'hours-wrap': 'Åpningstiden går over ukeslutt og inn i mandag.',
  'hours-over-a-week': 'Åpningstiden er lengre enn en uke. Den er lest som alltid åpent.',
  'hours-overlap': 'Åpningstiden overlapper en annen i samme post.',
  'hours-short': 'Åpningstiden er kortere enn en time. Kontroller om det er en skrivefeil.',
  'hours-odd-minute': 'Åpningstiden begynner eller slutter på et uvanlig minutt. Kontroller om det er en skrivefeil.',
  'phone-missing': 'Tjenesten mangler telefonnummer.',
  'phone-wrong': 'Telefonnummeret har ikke åtte siffer og kan ikke brukes.',
  'phone-spaced': 'Telefonnummeret er skrevet med mellomrom. De er tatt bort.',
  'phone-leading-zero': 'Telefonnummeret har en null foran åtte siffer. Den er tatt bort.',
  'phone-several': 'Feltet har flere telefonnumre. Alle er tatt med; det første ringes først.',
  'phone-five-digits': 'Femsifret telefonnummer.',
  'phone-116117': 'Nasjonalt nummer 116117 i stedet for et lokalt.',
  'municipalities-missing': 'Tjenesten nevner ingen kommuner og betjener derfor ingen.',
  'municipality-wrong': 'Kommunenummeret har ikke fire siffer. Det er ikke brukt.',
  'municipality-twice': 'Kommunen er nevnt flere ganger.',
  'counties-missing': 'Tjenesten mangler fylkesnummer.',
  'county-mismatch': 'Fylkesnumrene stemmer ikke med kommunenumrene.',
  'comment-phone-always': 'Kommentaren sier at telefonen svarer hele døgnet, også utenfor åpningstidene.',
  'comment-other-phone': 'Kommentaren har et annet telefonnummer enn posten.',
  'comment-phone-wrong': 'Kommentaren har et telefonnummer som ikke har åtte siffer.',
  'comment-gp-daytime': 'Kommentaren viser til fastlegen på dagtid.',
  'comment-outside-hours': 'Kommentaren sier noe om tiden utenfor åpningstidene.',
  'comment-hours': 'Kommentaren har klokkeslett eller dager. Sammenlign med åpningstidene.',
  'comment-season-or-holiday': 'Kommentaren har unntak for sesong, høytid eller periode.',
  'comment-other-service': 'Kommentaren viser til en annen tjeneste eller et samarbeid.',
  'comment-part-or-some-patients': 'Kommentaren gjelder bare noen pasienter eller en del av kommunen.',
  'comment-no-fixed-premises': 'Kommentaren sier at lokalet skifter eller avtales.',
  'comment-unreadable-character': 'Kommentaren har tegn som er ødelagt av feil tegnsett.',
  'comment-other': 'Kommentaren må leses av et menneske.',
  'week-gap': 'Ingen tjeneste har åpent for kommunen i en del av uken.',
  'week-overlap': 'Flere tjenester har åpent for kommunen samtidig.',
};

/** What a finding says; the value, the record and the minutes are shown beside it. */
export function findingText(code: Finding['code']): string {
  return findingTexts[code];
}

export function importRefusalText(refusal: ImportRefusal): string {
  switch (refusal.code) {
    case 'import.too-large':
      return `Filen er for stor: høyst ${(refusal.limit ?? 0) / 1_000_000} MB. Ingenting er lest inn. Kontroller at det er riktig fil.`;
    case 'import.not-json':
      return 'Filen kunne ikke leses som JSON i UTF-8. Ingenting er lest inn. Kontroller at den er hel og i riktig format.';
    case 'import.not-a-list':
      return 'Filen er JSON, men ikke en liste med poster. Ingenting er lest inn.';
    case 'import.empty':
      return 'Listen er tom. Ingenting er lest inn.';
    case 'import.too-many-records':
      return `Listen har flere enn ${refusal.limit} poster. Ingenting er lest inn. Kontroller at det er riktig fil.`;
    case 'import.not-a-record':
      return `Post ${refusal.record} er ikke en post med felter. Ingenting er lest inn.`;
    case 'import.other-format':
      return 'Ingen av postene har feltene HealthServiceDisplayName, OpeningHours og AppliesToMunicipalityCodes. Filen har et annet format; ingenting er lest inn.';
    case 'import.unstorable-text':
      return `Post ${refusal.record} har tegn som ikke kan lagres (NUL eller et halvt tegn). Ingenting er lest inn.`;
    default:
      return never(refusal.code);
  }
}

export function gapText(reason: GapReason): string {
  switch (reason.code) {
    case 'unknown-place':
      return 'Stedet finnes ikke i registeret.';
    case 'not-listed':
      return 'Ingen legevakt i listen betjener stedet.';
    case 'hours-unknown':
      return 'Åpningstidene til legevakten for stedet er ikke kjent.';
    case 'none-open':
      return 'Ingen legevakt har åpent for stedet nå.';
    default:
      return never(reason);
  }
}

export const ownGpText = 'Fastlegen tar imot det som haster på denne tiden. Legevakten har ikke egen dagtjeneste for stedet.';

const problemTexts: Readonly<Record<RegisterProblemCode, string>> = {
  'validity-backwards': 'Gyldigheten slutter før den begynner. Rett datoene.',
  'knowledge-backwards': 'Tiden registeret kjente raden, slutter før den begynner.',
  'version-overlap': 'To rader med samme id gjelder samme dag. Avslutt den ene før den andre begynner.',
  'pattern-window-outside-week': 'Et tidsrom ligger utenfor uken. Det må begynne i uken og slutte etter at det begynner.',
  'pattern-windows-overlap': 'To tidsrom i samme ordning overlapper. Slå dem sammen eller rett klokkeslettene.',
  'cycle-anchor-not-monday': 'Syklusen må begynne på en mandag.',
  'cycle-empty': 'Syklusen har ingen uker.',
  'exception-outside-day': 'Et unntak har klokkeslett utenfor døgnet.',
  'exception-windows-overlap': 'To tidsrom i samme unntak overlapper.',
  'exception-twice': 'Samme dag har to unntak.',
  'place-malformed': 'Stedet er ikke et kommunenummer (fire siffer) eller et nummer med navngitt del.',
  'place-twice': 'Stedet er nevnt to ganger.',
  'places-missing': 'Ordningen betjener ingen steder. Velg minst ett.',
  'municipality-unknown': 'Kommunenummeret finnes ikke på den første gyldige dagen. Kommunenumre ble endret i 2020 og 2024.',
  'part-unknown': 'Den navngitte delen av kommunen finnes ikke i listen. Opprett den først.',
  'place-lost': 'Kommunen ble delt, og det kan ikke avgjøres hvilken del som betjenes etterpå. Velg nye steder fra den dagen.',
  'member-validity-backwards': 'Medlemskapet slutter før det begynner. Rett datoene.',
  'district-unknown': 'Legevaktdistriktet finnes ikke i listen.',
  'clinic-unknown': 'Legevakten (lokalet) finnes ikke i listen.',
  'call-centre-unknown': 'Legevaktsentralen finnes ikke i listen.',
  'emc-unknown': 'AMK-sentralen finnes ikke i listen.',
  'overflow-self': 'Sentralen kan ikke være sin egen samarbeidssentral.',
  'overflow-unknown': 'Samarbeidssentralen finnes ikke i listen.',
  'district-without-clinic': 'Distriktet har ingen legevakt (lokale). Legg til minst én.',
  'own-with-others': 'Ordningen er egen uten samarbeid, men nevner vertskommune eller samarbeidskommuner.',
  'host-missing': 'Vertskommunesamarbeid uten at vertskommunen er nevnt.',
  'host-not-served': 'Vertskommunen er ikke blant stedene ordningen betjener.',
  'bought-from-municipality': 'Tjenesten er kjøpt, men driveren er en kommune.',
  'hours-unknown': 'Åpningstidene er ikke kjent. De regnes som ukjente, ikke som stengt.',
  'note-to-resolve': 'Kilden sier noe i ord som et menneske må avgjøre.',
};

/** What is wrong with a row of the register; the field and the value are shown beside it. */
export function registerProblemText(code: RegisterProblemCode): string {
  return problemTexts[code];
}

export const coverageTexts = {
  'place-gap': 'Ingen har vakt for stedet i en del av uken.',
  'place-overlap': 'Flere har vakt for stedet samtidig. Registeret bør si hvem.',
  'place-unlisted': 'Ingen ordning nevner stedet.',
  'place-hours-unknown': 'Åpningstidene for stedet er ikke kjent.',
} as const;

const fileTexts: Readonly<Record<FileProblemCode, string>> = {
  'file.too-large': 'Filen er for stor. Kontroller at det er riktig fil.',
  'file.not-json': 'Filen kunne ikke leses som JSON i UTF-8 herfra. Kontroller at den er hel.',
  'file.not-csv': 'Filen kunne ikke leses som CSV herfra: et anførselstegn er ikke lukket.',
  'file.other-format': 'Filen er ikke et register i formatet vakthavende-register-1.',
  'file.too-many-rows': 'Filen har for mange rader. Kontroller at det er riktig fil.',
  'file.field-unknown': 'Feltet er ikke kjent i formatet.',
  'file.field-missing': 'Feltet mangler.',
  'file.field-wrong': 'Feltet har en verdi som ikke er gyldig.',
  'file.table-unknown': 'Tabellen er ikke kjent i formatet.',
};

/** One line: where in the file, what it is about, what is wrong. */
export function fileProblemText({ code, line, table, id, field }: FileProblem): string {
  const about = [table, id, field].filter((part) => part !== undefined).join(' ');
  return `Linje ${line}${about === '' ? '' : ` · ${about}`}: ${fileTexts[code]}`;
}
