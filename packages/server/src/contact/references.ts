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
  readonly staffIds: () => Promise<ReadonlySet<string>>;
  readonly diagnoses: DiagnosisList;
  readonly pack: Pack;
}

type OrderIn = ContactCommandIn['order'];

/** What an order names outside its contact must be there: units, a call of one's own centre, colleagues, codes, what the tool says. */
export async function checkReferences(deps: ReferenceDeps, staff: Staff, order: OrderIn): Promise<void> {
  for (const [field, unit] of unitsNamed(order)) {
    if (unit !== undefined && !(await deps.units()).has(unit)) throw new Refused({ code: 'unit-unknown', field, unit });
  }
  switch (order.type) {
    case 'openContact':
    case 'linkCall':
      return checkCall(deps, staff, order.callId);
    case 'setUrgency':
      return checkTool(deps, order);
    case 'handOver':
      if (!(await deps.staffIds()).has(order.toStaffId)) throw new Refused({ code: 'staff-unknown', field: 'order.toStaffId' });
      return;
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

function checkTool(deps: ReferenceDeps, order: Extract<OrderIn, { type: 'setUrgency' }>): void {
  const check = checkSuggestion(deps.pack, order);
  if (!check.holds) throw new Refused({ ...check, field: check.code === 'tool-unknown' ? 'order.tool' : 'order.suggested' });
}
