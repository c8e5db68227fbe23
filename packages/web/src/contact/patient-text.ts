import type { ContactRow, IdentityOut } from '@vakthavende/contract/contact';
import { type LocalDate, parseLocalDate } from '@vakthavende/core/kernel';
import { ageText, birthDateText } from './moment.ts';
import { texts } from './texts.nb.ts';

/** What to call the patient on a list: `Kari Prøve, 37 år`. */
export function patientText(row: Pick<ContactRow, 'patient' | 'birthDate'>, today: LocalDate): string {
  const born = row.birthDate === undefined ? undefined : parseLocalDate(row.birthDate);
  return [row.patient ?? texts.unknownPatient, born && ageText(born, today)].filter(Boolean).join(', ');
}

/** Age, sex and birth date beside the name, as far as they are known. */
export function personFacts(
  known: { readonly birthDate?: LocalDate | undefined; readonly sex?: string | undefined },
  today: LocalDate,
): string {
  const parts = [
    known.birthDate && ageText(known.birthDate, today),
    known.sex && texts.sex[known.sex],
    known.birthDate && texts.born(birthDateText(known.birthDate)),
  ];
  return parts.filter(Boolean).join(', ');
}

/** The identity as one would type it again: what the field holds when it is opened for correction. */
export function identityText(identity: IdentityOut): string {
  const born = 'birthDate' in identity && identity.birthDate ? birthDateText(identity.birthDate) : '';
  switch (identity.kind) {
    case 'nationalId':
      return `${identity.number} ${identity.name}`;
    case 'nameAndBirth':
      return [born, identity.name].filter(Boolean).join(' ');
    case 'foreign':
      return `u ${[identity.name, born].filter(Boolean).join(' ')}, ${[identity.country, identity.document].filter(Boolean).join(', ')}`;
    case 'unknown':
      return ['?', identity.description].filter(Boolean).join(' ');
  }
}
