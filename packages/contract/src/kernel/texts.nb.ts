import type { z } from 'zod';

/** The sender's own words come back no longer than this. */
const longestName = 60;
const mostNamed = 20;

/** Bokmål for what the schemas refuse. One message an issue; `field` is the path in the request. Parse with `reportInput`, so that wrong is told from missing. */
export function fieldMessages(error: z.ZodError): readonly { readonly field: string; readonly message: string }[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys
        .slice(0, mostNamed)
        .map((key) => key.slice(0, longestName))
        .map((key) => ({ field: [field, key].filter(Boolean).join('.'), message: `Feltet «${key}» er ukjent. Fjern det.` }));
    }
    return [{ field, message: `${field ? `«${field}»` : 'Innholdet'} ${complaint(issue)}` }];
  });
}

function complaint(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'mangler. Fyll det ut.'
        : `har feil type; her skal det stå ${typeNames[issue.expected] ?? issue.expected}.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `er for langt; høyst ${issue.maximum} tegn. Kort det ned eller del det opp.`
        : `er for stort; høyst ${issue.maximum}.`;
    case 'too_small':
      if (issue.origin !== 'string') return `er for lite; minst ${issue.minimum}.`;
      return issue.minimum > 1 ? `er for kort; minst ${issue.minimum} tegn.` : 'er tomt. Fyll det ut.';
    case 'invalid_value':
      return `har en ukjent verdi. Velg en av: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return formats[issue.format] ?? 'er skrevet på feil form.';
    case 'invalid_union':
      return 'er av ukjent slag. Velg en av de kjente.';
    default:
      return (issue.code === 'custom' && customs[String(issue.params?.code)]) || 'er ikke gyldig.';
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'tekst',
  number: 'et tall',
  int: 'et heltall',
  boolean: 'ja eller nei',
  array: 'en liste',
  object: 'et sammensatt felt',
};

const customs: Readonly<Record<string, string>> = {
  instant: 'ligger for langt unna. Rett årstallet.',
  date: 'er ikke en dato som finnes, eller ligger for langt unna. Skriv den som ÅÅÅÅ-MM-DD.',
  characters: 'har tegn som ikke kan lagres (usynlige eller halve tegn, ofte fra innlimt tekst). Slett dem, eller skriv teksten på nytt.',
};

const formats: Readonly<Record<string, string>> = {
  datetime: 'er ikke et gyldig tidspunkt. Skriv det som 2026-11-22T21:10:00+01:00.',
  uuid: 'er ikke en gyldig id (UUID).',
  regex: 'er skrevet på feil form.',
};

/** Refusals that any context may give. */
export const commonRefusals: Readonly<Record<string, string>> = {
  'invalid-request': 'Noe i skjemaet må rettes.',
  'not-logged-in': 'Du er ikke logget inn, eller økten er gått ut. Logg inn på nytt; det du har skrevet, er tatt vare på.',
  'not-allowed': 'Du har ikke tilgang til dette med rollen din ved denne enheten.',
  'not-found': 'Fant ikke det du spurte etter.',
  'too-large': 'Innholdet er for stort. Kort det ned; det du har skrevet, er ikke sendt.',
  'not-json': 'Innholdet kunne ikke leses som JSON.',
  'command-reused': 'Denne handlingen er alt utført med et annet innhold. Last siden på nytt og prøv igjen.',
  'person-closed': 'Opplysningene om personen er slettet eller sperret, og det kan ikke skrives mer om den her. Opprett en ny kontakt.',
  'try-again': 'Mange skrev samtidig. Prøv igjen; ingenting er gått tapt.',
  unavailable: 'Tjenesten er opptatt eller starter. Prøv igjen om et øyeblikk; det du har skrevet, er tatt vare på.',
  unexpected: 'Noe gikk galt hos oss. Prøv igjen; si fra med feilnummeret om det gjentar seg.',
};
