/** Which list a row comes from. Lists never mix: a register is one list. */
export type ListId = string;
/** `lvs-forde`, `lv-floro`, `sat-askvoll`. */
export type UnitId = string;

export const clinicKinds = ['main', 'branch', 'satellite'] as const;
export type ClinicKind = (typeof clinicKinds)[number];

export const premisesKinds = ['clinic', 'nursingHome', 'gpSurgery', 'hospital'] as const;
export type Premises = (typeof premisesKinds)[number];

export interface Position {
  /** WGS 84 degrees. */
  readonly latitude: number;
  readonly longitude: number;
}
