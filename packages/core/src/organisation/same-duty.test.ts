import { expect, test } from 'vitest';
import { clinicsOfSameDuty } from './same-duty.ts';

const register = { arrangements: [{ clinics: ['lv-forde', 'sat-askvoll', 'lv-floro'] }, { clinics: ['lv-nordfjord'] }, { clinics: [] }] };
const beside = (...units: string[]) => clinicsOfSameDuty(register, units);

test('beside a satellite stand the clinics of its arrangement, and no others', () => {
  expect(beside('sat-askvoll')).toEqual(['lv-forde', 'lv-floro']);
  expect(beside('lvs-forde', 'sat-askvoll', 'lv-forde')).toEqual(['lv-floro']);
});
test('beside what is no clinic stands nothing', () => {
  expect(beside('lvs-forde')).toEqual([]);
  expect(beside('lv-nordfjord')).toEqual([]);
});
