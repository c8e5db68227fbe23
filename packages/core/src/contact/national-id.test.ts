import { describe, expect, test } from 'vitest';
import { instant, type LocalDate, localDate } from '../kernel/index.ts';
import type { Identity } from './identity.ts';
import { checkIdentity } from './identity-rules.ts';
import { checkNationalId } from './national-id.ts';
import { syntheticId, withCheckDigits } from './testing/synthetic-id.ts';

const now = instant(Date.UTC(2025, 2, 5, 20, 0));
const birthDate = (text: string) => {
  const checked = checkNationalId(text);
  return checked.valid ? checked.birthDate : checked.refusal.wrong;
};

test.each([
  // Six digits with month + 80, individual number, the day it says.
  ['first of the 1900s', '018100', 0, '1900-01-01'],
  ['individual number below 500', '159080', 310, '1980-10-15'],
  ['the end of the 1800s', '018154', 500, '1854-01-01'],
  ['individual number 500-749 with a late year', '319299', 700, '1899-12-31'],
  ['individual number 500-999 with an early year', '018100', 500, '2000-01-01'],
  ['this century, to 2039', '319239', 900, '2039-12-31'],
  ['individual number 900-999 with a late year', '018140', 900, '1940-01-01'],
  ['a leap day', '298204', 500, '2004-02-29'],
])('%s', (_, six, individual, date) => expect(birthDate(syntheticId(six, individual))).toBe(date));

test.each([
  ['individual number 750-899 with a late year serves nobody', syntheticId('018160', 750), 'date'],
  ['nor 500-899 with a year 40-53', syntheticId('018145', 500), 'date'],
  ['1900 had no leap day', syntheticId('298200', 100), 'date'],
  ['the 32nd', syntheticId('328180', 100), 'date'],
  ['month 13', syntheticId('019380', 100), 'date'],
  [
    'a wrong digit',
    `${syntheticId('159080', 310).slice(0, 10)}x`.replace('x', String((Number(syntheticId('159080', 310)[10]) + 1) % 10)),
    'checksum',
  ],
  ['ten digits', '1590803101', 'length'],
  ['letters', '15908031o12', 'length'],
  ['nothing', '', 'length'],
])('%s', (_, text, wrong) => expect(birthDate(text)).toBe(wrong));

test.each([
  // People of the 1800s: nobody alive holds these.
  ['nationalId', '150870'],
  ['dNumber', '550870'],
  ['hNumber', '154870'],
  ['dAndHNumber', '554870'],
  ['synthetic', '158870'],
  ['syntheticDNumber', '558870'],
])('%s is told by day and month', (type, six) => {
  expect(checkNationalId(syntheticId(six, 510))).toMatchObject({ valid: true, type, birthDate: '1870-08-15' });
});

test('spaces do not matter', () => {
  const number = syntheticId('159080', 310);
  expect(checkNationalId(` ${number.slice(0, 6)} ${number.slice(6)} `)).toMatchObject({ valid: true, number });
});

test('the ninth digit shows the sex of a number made before 2032, and nothing of one made after', () => {
  expect(checkNationalId(syntheticId('159080', 310))).toMatchObject({
    sex: Number(syntheticId('159080', 310)[8]) % 2 === 0 ? 'female' : 'male',
  });
  const after2032 = [1, 2, 3].map((rest) => withCheckDigits('159080310', rest)).filter((number) => number !== undefined);
  expect(after2032.length).toBeGreaterThan(0);
  for (const number of after2032) {
    const checked = checkNationalId(number);
    expect(checked.valid && checked.sex).toBe(undefined);
  }
});

describe('identity', () => {
  const number = syntheticId('159080', 310);
  const fieldAndCode = (identity: Identity) => {
    const checked = checkIdentity(identity, now);
    return checked.valid ? 'valid' : `${checked.refusal.code} ${checked.refusal.field}`;
  };
  // A date that a careless caller could send: the type is a promise that the edge may break.
  const impossible = '2024-02-30' as LocalDate;
  test.each<[string, Identity, string]>([
    ['by number', { kind: 'nationalId', number, name: 'Prøve Pasient' }, 'valid'],
    ['by number without a name', { kind: 'nationalId', number, name: ' ' }, 'text-missing identity.name'],
    ['by a wrong number', { kind: 'nationalId', number: '123', name: 'Prøve Pasient' }, 'national-id-invalid identity.number'],
    [
      'by the number of one not born',
      { kind: 'nationalId', number: syntheticId('319239', 900), name: 'X' },
      'national-id-invalid identity.number',
    ],
    [
      'by number and another date',
      { kind: 'nationalId', number, name: 'X', birthDate: localDate('1980-10-16') },
      'birth-date-mismatch identity.birthDate',
    ],
    ['by name alone', { kind: 'nameAndBirth', name: 'Prøve Pasient' }, 'valid'],
    ['born today', { kind: 'nameAndBirth', name: 'Prøve', birthDate: localDate('2025-03-05') }, 'valid'],
    [
      'born tomorrow',
      { kind: 'nameAndBirth', name: 'Prøve', birthDate: localDate('2025-03-06') },
      'birth-date-impossible identity.birthDate',
    ],
    [
      'born before 1850',
      { kind: 'nameAndBirth', name: 'Prøve', birthDate: localDate('1849-12-31') },
      'birth-date-impossible identity.birthDate',
    ],
    ['born on no day', { kind: 'nameAndBirth', name: 'Prøve', birthDate: impossible }, 'birth-date-impossible identity.birthDate'],
    ['a foreigner from nowhere', { kind: 'foreign', name: 'Prøve', country: '' }, 'text-missing identity.country'],
    ['a foreigner', { kind: 'foreign', name: 'Prøve', country: 'SE' }, 'valid'],
    ['unknown', { kind: 'unknown' }, 'valid'],
    ['unknown, described at length', { kind: 'unknown', description: 'x'.repeat(2001) }, 'text-too-long identity.description'],
  ])('%s', (_, identity, expected) => expect(fieldAndCode(identity)).toBe(expected));

  test('is stored with the number in eleven digits and the birth date that it says', () => {
    const spaced = `${number.slice(0, 6)} ${number.slice(6)}`;
    expect(checkIdentity({ kind: 'nationalId', number: spaced, name: ' Prøve Pasient ' }, now)).toEqual({
      valid: true,
      identity: { kind: 'nationalId', number, name: 'Prøve Pasient', birthDate: '1980-10-15' },
    });
  });
});
