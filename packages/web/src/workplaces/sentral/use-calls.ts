import { postCallCommand, type QueueRow } from '@vakthavende/contract/telephony';
import { send } from '../../app/index.ts';
import { contactOutbox } from '../../contact/index.ts';
import { saveDraft } from '../../drafts/index.ts';
import type { CallByHand } from '../../telephony/index.ts';
import { emptyDraft, type TypedClock } from './form-draft.ts';

/** Where a contact's unsent writing in Sentral is kept. */
export const draftKey = (contactId: string) => `contact:${contactId}:sentral`;

/** Opens a contact for a call and gives its id: at once, whether or not the server is reached. */
export function openContactFor(
  call: { readonly callId?: string | undefined; readonly place?: string | undefined; readonly occurredAt?: string | undefined },
  centreId: string,
): string {
  const contactId = crypto.randomUUID();
  contactOutbox.send({
    contactId,
    slot: 'open',
    order: {
      type: 'openContact',
      centreId,
      channel: 'patientPhones',
      ...(call.callId ? { callId: call.callId } : {}),
      ...(call.place ? { place: call.place } : {}),
    },
    ...(call.occurredAt ? { occurredAt: call.occurredAt } : {}),
  });
  return contactId;
}

/** @throws ProblemError when another was first, or the caller has hung up. */
export async function answerCall(row: QueueRow): Promise<void> {
  await send(postCallCommand, { params: { callId: row.callId }, body: { type: 'answerCall', legId: row.legId } });
}

/** @throws ProblemError when the call is over. */
export async function hangUp(callId: string): Promise<void> {
  await send(postCallCommand, { params: { callId }, body: { type: 'endCall' } });
}

/** Ids of calls that no exchange reported begin so: nobody but the operator can say that they are over. */
const byHand = 'hand-';
export const isByHand = (callId: string) => callId.startsWith(byHand);

/** A call registered by hand, with its contact. What happened earlier goes on as late entry in the form. @throws ProblemError when refused. */
export async function registerByHand(call: CallByHand, typed: TypedClock | undefined, centreId: string): Promise<string> {
  const callId = `${byHand}${crypto.randomUUID()}`;
  const occurredAt = call.occurredAt === undefined ? undefined : new Date(call.occurredAt).toISOString();
  await send(postCallCommand, {
    params: { callId },
    body: {
      type: 'registerByHand',
      centreId,
      ...(call.callerNumber ? { callerNumber: call.callerNumber } : {}),
      ...(call.place ? { place: call.place } : {}),
      ...(occurredAt ? { occurredAt } : {}),
    },
  });
  const contactId = openContactFor({ callId, place: call.place, occurredAt }, centreId);
  if (typed?.at !== undefined) await saveDraft(draftKey(contactId), { ...emptyDraft, occurred: typed }, 1);
  return contactId;
}
