import { expect, test } from 'vitest';
import type { Clinic } from './register.ts';
import { clinicsOfSameService } from './same-duty.ts';

const clinic = (id: string, service: string): Clinic => ({
  id,
  service,
  name: id,
  kind: 'main',
  premises: undefined,
  phone: undefined,
  address: undefined,
  position: undefined,
  windows: undefined,
  onlyFor: [],
});
const register = {
  clinics: [
    clinic('lv-forde', 'sys-ikl'),
    clinic('sat-askvoll', 'sys-ikl'),
    clinic('lv-floro', 'sys-ikl'),
    clinic('lv-nordfjord', 'nordfjord'),
  ],
};
const beside = (...units: string[]) => clinicsOfSameService(register, units).map(({ id }) => id);

test('beside a satellite stand the clinics of its service, and no others', () => {
  expect(beside('sat-askvoll')).toEqual(['lv-forde', 'lv-floro']);
  expect(beside('lvs-forde', 'sat-askvoll', 'lv-forde')).toEqual(['lv-floro']);
});
test('beside what is no clinic stands nothing', () => {
  expect(beside('lvs-forde')).toEqual([]);
  expect(beside('lv-nordfjord')).toEqual([]);
});
