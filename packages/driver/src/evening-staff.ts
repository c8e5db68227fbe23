import type { CentreId } from './evening-shape.ts';

/*
 * Who of the invented staff (reference/demo-area/staff.json) the evening plays. Left to the person who tries, and never played: Oda
 * Operatør, Kari Kombinert, Nils Nattsykepleier, Dina Doktor, and all managers and planners.
 */

export const operators: Readonly<Record<CentreId, readonly string[]>> = {
  'lvs-forde': ['otto-operator', 'olaug-operator', 'oskar-operator'],
  'lvs-nordfjord': ['nora-nabooperator'],
};

interface ClinicStaff {
  readonly nurse: string;
  readonly doctor: string;
}

/** At a satellite the nurse is there and the doctor on a screen. */
export const clinicStaff: Readonly<Record<string, ClinicStaff>> = {
  'lv-forde': { nurse: 'solveig-sykepleier', doctor: 'birger-bakvakt' },
  'lv-floro': { nurse: 'frida-florosykepleier', doctor: 'flora-florolege' },
  'lv-bremanger': { nurse: 'brage-bremangersykepleier', doctor: 'brita-bremangerlege' },
  'sat-askvoll': { nurse: 'asta-satellitt', doctor: 'birger-bakvakt' },
  'sat-balestrand': { nurse: 'balder-satellitt', doctor: 'birger-bakvakt' },
  'sat-hyllestad': { nurse: 'hylla-satellitt', doctor: 'birger-bakvakt' },
  'sat-hoyanger': { nurse: 'hoye-satellitt', doctor: 'birger-bakvakt' },
  'lv-nordfjord': { nurse: 'nansen-nabolege', doctor: 'nansen-nabolege' },
};

const played: ReadonlySet<string> = new Set([
  ...Object.values(operators).flat(),
  ...Object.values(clinicStaff).flatMap(({ nurse, doctor }) => [nurse, doctor]),
  'finn-florobakvakt',
  'bjarte-bremangerbakvakt',
]);

export function isPlayed(staffId: string): boolean {
  return played.has(staffId);
}
