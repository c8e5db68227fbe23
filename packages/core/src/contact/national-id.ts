import { idnr } from '@navikt/fnrvalidator';
import { type LocalDate, parseLocalDate } from '../kernel/index.ts';
import type { Sex } from './identity.ts';
import type { ContactRefusal, NationalIdFault } from './refusals.ts';

/** Fødselsnummer, D-number, H-number (hjelpenummer), or one of them made up for testing by Tenor (month + 80). */
export type NationalIdType = 'nationalId' | 'dNumber' | 'hNumber' | 'synthetic' | 'dAndHNumber' | 'syntheticDNumber';

export interface NationalId {
  /** Eleven digits, without spaces. */
  readonly number: string;
  readonly type: NationalIdType;
  /** What the number says: the day it was given by, which may be wrong for a D-number. */
  readonly birthDate: LocalDate;
  /** Only where the number was made by the rule before 2032, which shows it in the ninth digit. */
  readonly sex?: Exclude<Sex, 'unknown'> | undefined;
}

export type NationalIdCheck =
  | ({ readonly valid: true } & NationalId)
  | { readonly valid: false; readonly refusal: Extract<ContactRefusal, { code: 'national-id-invalid' }> };

const typeNames = {
  fnr: 'nationalId',
  dnr: 'dNumber',
  hnr: 'hNumber',
  tnr: 'synthetic',
  'dnr-and-hnr': 'dAndHNumber',
  'dnr-and-tnr': 'syntheticDNumber',
} as const;

/**
 * Checks a national identity number as typed; spaces are allowed. Folkeregisterloven § 2-2 with forskrift til folkeregisterloven § 2-2-1:
 * six digits of birth date (day + 40 for a D-number, month + 40 for an H-number, month + 80 for Tenor's synthetic people),
 * three of individual number, two check digits (the first with four possible values from 2032).
 */
export function checkNationalId(text: string): NationalIdCheck {
  const number = text.replaceAll(/\s/g, '');
  if (!/^[0-9]{11}$/.test(number)) return invalid('length');
  const checked = idnr(number);
  if (checked.status === 'invalid') return invalid(checked.reasons.includes("checksums don't match") ? 'checksum' : 'date');
  const birthDate = birthDateOf(number);
  if (!birthDate) return invalid('date');
  return { valid: true, number, type: typeNames[checked.type], birthDate, ...(sexIsShown(number) ? { sex: sexOf(number) } : {}) };
}

function invalid(wrong: NationalIdFault): NationalIdCheck {
  return { valid: false, refusal: { code: 'national-id-invalid', field: 'identity.number', wrong } };
}

function birthDateOf(number: string): LocalDate | undefined {
  const [dayPart, monthPart, yearOfCentury] = [Number(number.slice(0, 2)), Number(number.slice(2, 4)), Number(number.slice(4, 6))];
  const century = centuryOf(Number(number.slice(6, 9)), yearOfCentury);
  if (century === undefined) return undefined;
  const month = monthPart > 80 ? monthPart - 80 : monthPart > 40 ? monthPart - 40 : monthPart;
  const dayOfMonth = dayPart > 40 ? dayPart - 40 : dayPart;
  return parseLocalDate(`${century + yearOfCentury}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);
}

/** Individual numbers and the years of birth they serve, both ends included (Skatteetaten, oppbygging av fødselsnummeret). */
const centuries = [
  { individual: [0, 499], years: [0, 99], century: 1900 },
  { individual: [500, 749], years: [54, 99], century: 1800 },
  { individual: [500, 999], years: [0, 39], century: 2000 },
  { individual: [900, 999], years: [40, 99], century: 1900 },
] as const;

function centuryOf(individual: number, yearOfCentury: number): number | undefined {
  const within = (value: number, [low, high]: readonly [number, number]) => low <= value && value <= high;
  return centuries.find((row) => within(individual, row.individual) && within(yearOfCentury, row.years))?.century;
}

/** The first check digit of a number made before 2032 leaves no rest; those made after leave 0-3 and show no sex. */
function sexIsShown(number: string): boolean {
  const weights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
  return weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11 === 0;
}

function sexOf(number: string): 'female' | 'male' {
  return Number(number[8]) % 2 === 0 ? 'female' : 'male';
}
