import { logIn } from '../login.ts';
import type { ScreenGroup } from './screens.ts';
import type { Desk } from './whole-contact.ts';

export interface Area {
  readonly desks: readonly Desk[];
  /** So many screens, evenly over the people. */
  readonly groups: (screens: number) => readonly ScreenGroup[];
}

/** The demonstration's people who look at screens, and the units that concern them (reference/demo-area/staff.json). */
const everybody: Readonly<Record<string, readonly string[]>> = {
  'oda-operator': ['lvs-forde'],
  'otto-operator': ['lvs-forde'],
  'olaug-operator': ['lvs-forde'],
  'oskar-operator': ['lvs-forde'],
  'nils-nattsykepleier': ['lv-forde'],
  'solveig-sykepleier': ['lv-forde'],
  'frida-florosykepleier': ['lv-floro'],
  'flora-florolege': ['lv-floro'],
  'brage-bremangersykepleier': ['lv-bremanger', 'sat-bremanger'],
  'brita-bremangerlege': ['lv-bremanger', 'sat-bremanger'],
  'asta-satellitt': ['sat-askvoll'],
  'balder-satellitt': ['sat-balestrand'],
  'hylla-satellitt': ['sat-hyllestad'],
  'hoye-satellitt': ['sat-hoyanger'],
  'dina-doktor': ['lv-forde', 'sat-askvoll', 'sat-balestrand', 'sat-hyllestad', 'sat-hoyanger'],
  'nora-nabooperator': ['lvs-nordfjord'],
  'nansen-nabolege': ['lv-nordfjord'],
};

const operatorsInForde = ['oda-operator', 'otto-operator', 'olaug-operator', 'oskar-operator'];

const clinics = [
  ['lv-forde', '4647'],
  ['lv-floro', '4602'],
  ['lv-bremanger', '4648'],
  ['sat-askvoll', '4645'],
  ['sat-balestrand', '4640-balestrand'],
  ['sat-hyllestad', '4637'],
  ['sat-hoyanger', '4638'],
] as const;

/** Desks and screens: spread over two call centres and eight clinics, or all at the call centre and the clinic in Førde. */
export async function deskArea(url: string, spread: boolean): Promise<Area> {
  const people = spread ? Object.keys(everybody) : operatorsInForde;
  const cookies = new Map<string, string>();
  for (const person of people) cookies.set(person, await logIn(url, person));
  const cookieOf = (person: string) => cookies.get(person) ?? '';
  const forde = operatorsInForde.flatMap((person) =>
    (spread ? clinics : clinics.slice(0, 1)).map(([clinicId, place]) => ({
      centreId: 'lvs-forde',
      clinicId,
      place,
      cookie: cookieOf(person),
    })),
  );
  const neighbour = { centreId: 'lvs-nordfjord', clinicId: 'lv-nordfjord', place: '4649', cookie: cookieOf('nora-nabooperator') };
  return {
    desks: spread ? forde.flatMap((desk) => [desk, neighbour]) : forde,
    groups: (screens) =>
      people.map((person, i) => ({
        cookie: cookieOf(person),
        units: new Set(everybody[person]),
        screens: Math.floor(screens / people.length) + (i < screens % people.length ? 1 : 0),
      })),
  };
}
