import type { Arrangement } from './register/model.ts';
import type { UnitId } from './register.ts';

/**
 * The other clinics of the arrangements that these clinics belong to. A satellite has nurses and no doctor of its own on duty: the doctors of its
 * arrangement answer for it (domain text, organisation, example 7).
 */
export function clinicsOfSameDuty(
  register: { readonly arrangements: readonly Pick<Arrangement, 'clinics'>[] },
  units: readonly UnitId[],
): readonly UnitId[] {
  const shared = register.arrangements.filter(({ clinics }) => clinics.some((clinic) => units.includes(clinic)));
  return [...new Set(shared.flatMap(({ clinics }) => clinics))].filter((clinic) => !units.includes(clinic));
}
