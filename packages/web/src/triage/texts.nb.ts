/** Bokmål of the decision support on the screens. The content itself is the pack's. */
export const texts = {
  vital: 'Vitale spørsmål',
  vitalHint: 'Ja på noen av disse er rød.',
  noneOfThese: 'Nei på alle',
  done: 'Videre',
  complaint: 'Hva gjelder det i beslutningsstøtten?',
  complaintPlaceholder: 'Søk: feber, bryst, skade …',
  noComplaint: 'Ingen treff. Prøv et annet ord, eller sett hastegrad uten forslag.',
  criteria: (complaint: string) => `Kriterier: ${complaint}`,
  suggestion: 'Forslag',
  noSuggestion: 'Ikke noe forslag ennå: svar på de vitale spørsmålene og velg plage.',
  because: (text: string) => `Fordi: ${text}`,
  otherwise: (complaint: string) => `Ingen av kriteriene for «${complaint}» er til stede`,
  confer: 'Konferer med AMK straks',
  accept: 'Godta forslaget',
  urgency: 'Hastegrad',
  urgencyHint: 'Enter godtar forslaget. Annen hastegrad krever begrunnelse.',
  departure: 'Hvorfor en annen hastegrad enn forslaget?',
  advice: 'Råd fra beslutningsstøtten',
  allAdvice: 'Alle',
  callAgain: 'Når ringe igjen',
  loading: 'Henter beslutningsstøtten …',
  failed: 'Beslutningsstøtten er ikke tilgjengelig. Sett hastegrad etter eget skjønn.',
} as const;

/** Norwegian index letters: akutt, haster, vanlig. Also the keys that set them. */
export const urgencyKeys = { red: 'a', yellow: 'h', green: 'v' } as const;
export const urgencyLabels = { red: 'Rød – akutt', yellow: 'Gul – haster', green: 'Grønn – vanlig' } as const;
