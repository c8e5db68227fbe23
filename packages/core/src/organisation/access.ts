/**
 * Roles and what they may do, in one table. Code asks `can(...)`; nothing else compares roles.
 * Being allowed is two things: a role that has the capability, and a relation to the unit that the matter belongs to
 * (a call centre serves several districts, so a contact relates to every unit it has been with).
 */
export type Role = 'operator' | 'nurse' | 'doctor' | 'manager' | 'rosterPlanner' | 'nationalEditor' | 'systemAdministrator';

export const capabilities = {
  /** See the call queue and answer. */
  answerCalls: ['operator'],
  /** Open a contact and see who it is about. */
  readContact: ['operator', 'nurse', 'doctor'],
  /** Register, assess, decide, advise: the telephone part of a contact. */
  handleContact: ['operator', 'nurse', 'doctor'],
  /** The clinic's board: arrivals, waiting room. */
  seeBoard: ['operator', 'nurse', 'doctor'],
  /** Receive, triage and treat in the clinic. */
  treat: ['nurse', 'doctor'],
  /** Close a contact. An operator closes what ended on the telephone. */
  closeContact: ['operator', 'nurse', 'doctor'],
  /** Red contacts alarm on the screen until somebody answers for them. */
  seeRedAlarm: ['operator', 'nurse', 'doctor'],
  /** Can be on duty, is paged, and acknowledges. Not the operator who set red: a page is answered by whoever will act on it. */
  answerForRed: ['nurse', 'doctor'],
  /** Enter by hand who is on duty, until the roster knows. */
  editDutyList: ['operator', 'nurse', 'manager', 'rosterPlanner'],
  seeDutyList: ['operator', 'nurse', 'doctor', 'manager', 'rosterPlanner'],
  /** Indicators and the rows behind them, without identity. */
  seeFigures: ['manager', 'nationalEditor'],
  seeFigureRows: ['manager', 'nationalEditor'],
  /** Open a named patient's contact for a stated, logged purpose. */
  readContactForPurpose: ['manager'],
  readAccessLog: ['manager'],
  readRegister: ['operator', 'nurse', 'doctor', 'manager', 'rosterPlanner', 'nationalEditor'],
  editRegister: ['manager', 'nationalEditor'],
  /** Open the emergency door to a contact of another unit, with a reason. */
  openInEmergency: ['operator', 'nurse', 'doctor'],
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof capabilities;

/** What a national role relates to every unit for: nothing here shows a person. */
const withoutPersons: ReadonlySet<Capability> = new Set(['seeFigures', 'seeFigureRows', 'readRegister', 'editRegister']);

/** A role held at a unit; `'national'` relates to every unit for what shows no person, and to none for the rest. */
export interface Assignment {
  readonly role: Role;
  readonly unit: string;
}

/** The one who acts: a member of staff with the assignments in force. */
export interface Staff {
  readonly staffId: string;
  readonly name: string;
  readonly assignments: readonly Assignment[];
}

/** Whether the person has the capability at one of these units. No units: at any unit at all. */
export function can(staff: Staff, capability: Capability, units?: readonly string[]): boolean {
  const roles: readonly Role[] = capabilities[capability];
  const reaches = (unit: string) => !units || units.includes(unit) || (unit === 'national' && withoutPersons.has(capability));
  return staff.assignments.some((held) => roles.includes(held.role) && reaches(held.unit));
}

/** The units where the person has the capability. */
export function unitsWith(staff: Staff, capability: Capability): readonly string[] {
  const roles: readonly Role[] = capabilities[capability];
  return [...new Set(staff.assignments.filter((held) => roles.includes(held.role)).map((held) => held.unit))];
}
