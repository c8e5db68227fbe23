import { type Instant, type LocalDate, osloDate, parseLocalDate } from '../kernel/index.ts';
import type { Identity } from './identity.ts';
import { checkNationalId } from './national-id.ts';
import type { ContactRefusal } from './refusals.ts';
import { cleanOptional, cleanText, firstRefusal, textRefusal, tooLong } from './written-text.ts';

export type IdentityCheck =
  | { readonly valid: true; readonly identity: Identity }
  | { readonly valid: false; readonly refusal: ContactRefusal };

/**
 * An identity as it is stored: number without spaces, birth date from the number, texts trimmed.
 * A name is needed of everybody but the unknown; a foreigner's country tells which register the document is from.
 */
export function checkIdentity(identity: Identity, now: Instant): IdentityCheck {
  const today = osloDate(now);
  switch (identity.kind) {
    case 'nationalId':
      return checkNumbered(identity, today);
    case 'nameAndBirth':
      return checked(
        { ...identity, name: cleanText(identity.name) },
        nameRefusal(identity.name),
        birthDateRefusal(identity.birthDate, today),
      );
    case 'foreign':
      return checked(
        { ...identity, name: cleanText(identity.name), country: cleanText(identity.country), document: cleanOptional(identity.document) },
        nameRefusal(identity.name),
        birthDateRefusal(identity.birthDate, today),
        textRefusal('identity.country', identity.country, 'short'),
        tooLong('identity.document', identity.document, 'short'),
      );
    case 'unknown':
      return checked(
        { ...identity, description: cleanOptional(identity.description) },
        tooLong('identity.description', identity.description, 'reason'),
      );
  }
}

function checkNumbered(identity: Extract<Identity, { kind: 'nationalId' }>, today: LocalDate): IdentityCheck {
  const number = checkNationalId(identity.number);
  if (!number.valid) return number;
  const stated = identity.birthDate;
  const mismatch: ContactRefusal | undefined =
    stated !== undefined && stated !== number.birthDate ? { code: 'birth-date-mismatch', field: 'identity.birthDate' } : undefined;
  const notBorn: ContactRefusal | undefined =
    number.birthDate > today ? { code: 'national-id-invalid', field: 'identity.number', wrong: 'date' } : undefined;
  return checked(
    { kind: 'nationalId', number: number.number, name: cleanText(identity.name), birthDate: number.birthDate },
    notBorn,
    nameRefusal(identity.name),
    mismatch,
  );
}

function checked(identity: Identity, ...refusals: readonly (ContactRefusal | undefined)[]): IdentityCheck {
  const refusal = firstRefusal(...refusals);
  return refusal ? { valid: false, refusal } : { valid: true, identity };
}

function nameRefusal(name: string): ContactRefusal | undefined {
  return textRefusal('identity.name', name, 'short');
}

function birthDateRefusal(birthDate: LocalDate | undefined, today: LocalDate): ContactRefusal | undefined {
  if (birthDate === undefined) return undefined;
  const possible = parseLocalDate(birthDate) !== undefined && birthDate <= today && birthDate >= '1850-01-01';
  return possible ? undefined : { code: 'birth-date-impossible', field: 'identity.birthDate' };
}
