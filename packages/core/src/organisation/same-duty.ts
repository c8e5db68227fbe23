import type { Clinic, RegisterSnapshot, UnitId } from './register.ts';

/**
 * The other clinics of the services that these clinics belong to. A satellite has nurses and no doctor of its own on duty: the doctors of its
 * service answer for it (domain text, organisation, example 7).
 */
export function clinicsOfSameService(register: Pick<RegisterSnapshot, 'clinics'>, units: readonly UnitId[]): readonly Clinic[] {
  const services = new Set(register.clinics.filter((clinic) => units.includes(clinic.id)).map((clinic) => clinic.service));
  return register.clinics.filter((clinic) => services.has(clinic.service) && !units.includes(clinic.id));
}
