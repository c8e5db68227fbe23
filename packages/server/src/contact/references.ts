import type { ContactCommandIn } from '@vakthavende/contract/contact';
import { type DiagnosisList, knownDiagnosis } from '@vakthavende/core/contact';
import { can, type Staff } from '@vakthavende/core/organisation';
import { unrouted } from '@vakthavende/core/telephony';
import { checkSuggestion, type Pack } from '@vakthavende/core/triage';
import type { Pool } from '../platform/database.ts';
import { Refused } from '../platform/problems.ts';
import { centresOfCall } from '../telephony/index.ts';

export interface ReferenceDeps {
  readonly pool: Pool;
  /** Ids of clinics, call centres and other units that the register knows. */
  readonly units: () => Promise<ReadonlySet<string>>;
  /** Those of them where patients are received. */
  readonly clinics: () => Promise<ReadonlySet<string>>;
  /** A member of staff with the roles in force; undefined when unknown or shut out. */
  readonly staff: (staffId: string) => Promise<Staff | undefined>;
  readonly diagnoses: DiagnosisList;
  readonly pack: Pack;
}

type OrderIn = ContactCommandIn['order'];

/** What an order names outside its contact must be there: units, a call of one's own centre, colleagues, codes, what the tool says. */
export async function checkReferences(
  deps: ReferenceDeps,
  staff: Staff,
  asked: { readonly contactId: string; readonly order: OrderIn },
): Promise<void> {
  const { contactId, order } = asked;
  for (const [field, unit] of unitsNamed(order)) {
    if (unit !== undefined && !(await deps.units()).has(unit)) throw new Refused({ code: 'unit-unknown', field, unit });
  }
  if ('clinicId' in order && order.clinicId !== undefined && !(await deps.clinics()).has(order.clinicId)) {
    throw new Refused({ code: 'not-a-clinic', field: 'order.clinicId', unit: order.clinicId });
  }
  switch (order.type) {
    case 'openContact':
    case 'linkCall':
      return checkCall(deps, staff, order.callId);
    case 'setUrgency':
      return checkTool(deps, order);
    case 'handOver':
      return checkColleague(deps, contactId, order.toStaffId);
    case 'close':
      if (order.diagnosis === undefined || knownDiagnosis(deps.diagnoses, order.diagnosis)) return;
      throw new Refused({ code: 'diagnosis-unknown', field: 'order.diagnosis', diagnosis: order.diagnosis });
    default:
  }
}

function unitsNamed(order: OrderIn): readonly (readonly [field: string, unit: string | undefined])[] {
  return [
    ['order.clinicId', 'clinicId' in order ? order.clinicId : undefined],
    ['order.party.unit', 'party' in order ? order.party.unit : undefined],
    ['order.centreId', order.type === 'openContact' ? order.centreId : undefined],
  ];
}

/** A call has been offered to a centre where the person handles contacts, or it is everybody's because it has no receiver. */
async function checkCall(deps: ReferenceDeps, staff: Staff, callId: string | undefined): Promise<void> {
  if (callId === undefined) return;
  const centres = await centresOfCall(deps.pool, callId);
  if (centres.length === 0) throw new Refused({ code: 'call-unknown', field: 'order.callId' });
  if (!centres.includes(unrouted) && !can(staff, 'handleContact', centres))
    throw new Refused({ code: 'not-allowed', field: 'order.callId' });
}

/** Whoever gets the patient must be able to treat at one of the contact's units, or nobody has them. */
async function checkColleague(deps: ReferenceDeps, contactId: string, staffId: string): Promise<void> {
  const colleague = await deps.staff(staffId);
  if (!colleague) throw new Refused({ code: 'staff-unknown', field: 'order.toStaffId' });
  const row = await deps.pool.query<{ units: string[] }>('select units from contact.row where contact_id = $1', [contactId]);
  if (!can(colleague, 'treat', row.rows[0]?.units ?? []))
    throw new Refused({ code: 'staff-not-here', field: 'order.toStaffId', name: colleague.name });
}

function checkTool(deps: ReferenceDeps, order: Extract<OrderIn, { type: 'setUrgency' }>): void {
  const check = checkSuggestion(deps.pack, order);
  if (!check.holds) throw new Refused({ ...check, field: check.code === 'tool-unknown' ? 'order.tool' : 'order.suggested' });
}
