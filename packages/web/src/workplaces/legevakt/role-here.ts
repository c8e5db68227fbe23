import type { Session } from '@vakthavende/contract/organisation';

/** As what one takes a patient at the unit; who is both is the doctor. Undefined: neither. */
export function roleHere(session: Pick<Session, 'assignments'>, unit: string): 'nurse' | 'doctor' | undefined {
  const roles = session.assignments.filter((held) => held.unit === unit).map((held) => held.role);
  if (roles.includes('doctor')) return 'doctor';
  return roles.includes('nurse') ? 'nurse' : undefined;
}
