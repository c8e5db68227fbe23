/** Bokmål for what the duty list refuses; `{name}` is filled from the refusal's data. */
export const rosterRefusals: Readonly<Record<string, string>> = {
  'duty-end-not-after-start': 'Vakten slutter før den begynner, eller samtidig. Rett «til».',
  'duty-too-long': 'Vakten er lengre enn {mostDays} døgn. Del den opp, eller rett «til».',
  'duty-long-past': 'Vakten var over for mer enn {mostHours} timer siden. Så gamle vakter kan ikke føres inn eller endres.',
  'duty-too-far-ahead': 'Vakten begynner mer enn {mostDays} dager fram i tid. Kontroller årstallet i «fra».',
  'duty-end-in-future': 'Tidspunktet for avslutning ligger fram i tid. Kontroller klokken.',
  'duty-overlaps': 'Personen står alt på listen i denne tiden. Avslutt den andre vakten først, eller rett «fra» og «til».',
  'duty-already-entered': 'Denne vakten er alt ført inn.',
  'duty-person-not-here':
    'Personen har ingen rolle ved enheten som kan svare på en rød kontakt. Velg en annen, eller be lederen gi tilgang.',
  'duty-unknown': 'Fant ikke vakten på listen.',
  'duty-already-ended': '{by} har alt avsluttet denne vakten.',
  'duty-already-over': 'Vakten er alt over.',
};
