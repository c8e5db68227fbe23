import { localDate } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import { readWho } from './who-field.ts';

const today = localDate('2026-11-22');
const read = (text: string) => readWho(text, today);

/** A made-up number of Tenor's kind (month + 80), with its two check digits worked out here. */
function synthetic(firstNine: string): string {
  const digits = [...firstNine].map(Number);
  const rest = (weights: readonly number[], values: readonly number[]) =>
    (11 - (weights.reduce((sum, w, i) => sum + w * (values[i] ?? 0), 0) % 11)) % 11;
  const k1 = rest([3, 7, 6, 1, 8, 9, 4, 5, 2], digits);
  const k2 = rest([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], [...digits, k1]);
  return `${firstNine}${k1}${k2}`;
}
const kari = synthetic('108889400'); // 10 August 1989, a woman by the ninth digit

describe('a national identity number', () => {
  it('is checked while typed, with name, birth date and sex', () => {
    expect(read(`${kari} Kari Prøve`)).toEqual({
      kind: 'identity',
      identity: { kind: 'nationalId', number: kari, name: 'Kari Prøve' },
      birthDate: '1989-08-10',
      sex: 'female',
    });
  });
  it('may be typed with a space', () => {
    expect(read(`${kari.slice(0, 6)} ${kari.slice(6)} Kari Prøve`)).toMatchObject({ identity: { number: kari } });
  });
  it('asks for the name', () => {
    expect(read(kari)).toEqual({ kind: 'incomplete', missing: 'name', birthDate: '1989-08-10', sex: 'female' });
  });
  it('says what is wrong', () => {
    const last = (Number(kari[10]) + 1) % 10;
    expect(read(`${kari.slice(0, 10)}${last}`)).toEqual({ kind: 'wrong', fault: 'checksum' });
    expect(read('99999999999 Kari Prøve')).toMatchObject({ kind: 'wrong' });
    expect(read('108889400123 Kari Prøve')).toEqual({ kind: 'wrong', fault: 'length' });
    expect(read('108889400 Kari Prøve')).toEqual({ kind: 'wrong', fault: 'length' });
  });
  it('waits for the rest of the digits', () => {
    expect(read('1088894')).toEqual({ kind: 'incomplete', missing: 'digits' });
    expect(read('10')).toEqual({ kind: 'incomplete', missing: 'digits' });
  });
});

describe('name and birth date', () => {
  it.each([
    ['100889 Kari Prøve', '1989-08-10'],
    ['10.08.1989 Kari Prøve', '1989-08-10'],
    ['10081989 Kari Prøve', '1989-08-10'],
    ['Kari Prøve 10.08.89', '1989-08-10'],
    ['010126 Kari Prøve', '2026-01-01'],
    ['311226 Kari Prøve', '1926-12-31'],
    ['290200 Kari Prøve', '2000-02-29'],
  ])('%s is read', (text, birthDate) => {
    expect(read(text)).toMatchObject({ kind: 'identity', identity: { kind: 'nameAndBirth', name: 'Kari Prøve', birthDate }, birthDate });
  });
  it('takes the sex from the last letter', () => {
    expect(read('100889 Kari Prøve k')).toMatchObject({ identity: { name: 'Kari Prøve', sex: 'female' } });
    expect(read('100889 Ola Prøve M')).toMatchObject({ identity: { name: 'Ola Prøve', sex: 'male' } });
    expect(read('Ola M')).toMatchObject({ identity: { kind: 'nameAndBirth', name: 'Ola M' } });
  });
  it('is also a name alone', () => {
    expect(read('Kari Prøve')).toEqual({
      kind: 'identity',
      identity: { kind: 'nameAndBirth', name: 'Kari Prøve' },
      birthDate: undefined,
      sex: undefined,
    });
  });
  it('asks for the name after the date', () => {
    expect(read('100889')).toMatchObject({ kind: 'incomplete', missing: 'name', birthDate: '1989-08-10' });
  });
  it('refuses a date that does not exist or has not been', () => {
    expect(read('310289 Kari Prøve')).toEqual({ kind: 'wrong', fault: 'birthDate' });
    expect(read('01.01.2027 Kari Prøve')).toEqual({ kind: 'wrong', fault: 'birthDate' });
  });
});

describe('a foreigner', () => {
  it('has name, birth date and country', () => {
    expect(read('u John Trial 100889, GB, pass 123')).toMatchObject({
      kind: 'identity',
      identity: { kind: 'foreign', name: 'John Trial', country: 'GB', birthDate: '1989-08-10', document: 'pass 123' },
    });
  });
  it('asks for the country', () => {
    expect(read('u John Trial')).toMatchObject({ kind: 'incomplete', missing: 'country' });
  });
  it('is not everybody whose name begins with U', () => {
    expect(read('Una Prøve')).toMatchObject({ identity: { kind: 'nameAndBirth' } });
  });
});

describe('the unknown', () => {
  it('is one key', () => {
    expect(read('?')).toEqual({ kind: 'identity', identity: { kind: 'unknown' } });
  });
  it('may be described', () => {
    expect(read('? mann ca. 40')).toEqual({ kind: 'identity', identity: { kind: 'unknown', description: 'mann ca. 40' } });
  });
});

it('says nothing of nothing', () => {
  expect(read(' ')).toEqual({ kind: 'empty' });
});
