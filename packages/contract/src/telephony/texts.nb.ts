/** Bokmål for what telephony refuses; `{name}` is filled from the refusal's data. */
export const telephonyRefusals: Readonly<Record<string, string>> = {
  'exchange-key-wrong': 'Nøkkelen til telefonisentralen er feil eller mangler.',
  'event-reused': 'Hendelsen {eventId} er alt mottatt med et annet innhold.',
  'time-in-future': 'Tidspunktet ligger fram i tid. Kontroller klokken.',
  'time-too-old': 'Tidspunktet er før år 2000. Kontroller datoen.',
  'no-such-leg': 'Anropet er ikke tilbudt denne sentralen.',
  'already-answered': '{by} har alt svart på dette anropet.',
  'call-over': 'Innringeren har lagt på eller er satt videre.',
  'call-unknown': 'Fant ikke anropet.',
  'call-already-known': 'Anropet er alt registrert.',
  'event-of-other-call': 'Hendelsen hører til et annet anrop.',
};
