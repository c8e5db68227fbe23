import { createHash, randomUUID } from 'node:crypto';
import type { ContactAnswer, ContactCommandIn } from '@vakthavende/contract/contact';
import {
  type Contact,
  type ContactCommand,
  type ContactEvent,
  type ContactOrder,
  type ContactRefusal,
  capabilityFor,
  checkNationalId,
  contactUnits,
  decideContact,
  heldAt,
} from '@vakthavende/core/contact';
import { type Instant, refuse } from '@vakthavende/core/kernel';
import { type Capability, can, type Staff } from '@vakthavende/core/organisation';
import type { CallEvent, CallRefusal, CallState } from '@vakthavende/core/telephony';
import { decideCall } from '@vakthavende/core/telephony';
import type { Pool } from '../platform/database.ts';
import type { Journal } from '../platform/journal.ts';
import { Refused } from '../platform/problems.ts';
import type { Sealer } from '../platform/seal.ts';
import type { StaffNames } from '../platform/staff-names.ts';
import { callStream } from '../telephony/index.ts';
import { contactStream } from './contact-stream.ts';
import { personOf } from './persons.ts';
import { checkReferences, type ReferenceDeps } from './references.ts';
import { allowOnContact } from './relation.ts';

export interface CommandDeps extends ReferenceDeps {
  readonly pool: Pool;
  readonly sealer: Sealer;
  readonly clock: () => Instant;
  readonly contacts: Journal<Contact, ContactEvent>;
  readonly calls: Journal<CallState, CallEvent>;
  readonly names: () => Promise<StaffNames>;
}

/** One step ordered by a person: authorised on the state that it is decided on, stored, and its call told. */
export async function orderStep(
  deps: CommandDeps,
  staff: Staff,
  asked: { readonly contactId: string; readonly command: ContactCommandIn },
): Promise<ContactAnswer> {
  const { contactId, command } = asked;
  const { order, subjects } = await completeOrder(deps, contactId, command.order);
  const capability = personsCapability(staff, order);
  await checkReferences(deps, staff, { contactId, order: command.order });
  const now = deps.clock();
  const occurredAt = command.occurredAt ?? now;
  const full: ContactCommand = { ...order, commandId: command.commandId, actor: staff.staffId, now, occurredAt, seen: command.seen };
  const execute = (mayAct: (state: Contact) => boolean) =>
    deps.contacts.execute<ContactRefusal | typeof noRelation>({
      stream: contactStream(contactId),
      commandId: command.commandId,
      bodyHash: createHash('sha256').update(JSON.stringify(command)).digest('base64url'),
      actor: staff.staffId,
      now,
      occurredAt: heldAt(occurredAt, now),
      subjects,
      decide: (state) => (mayAct(state) ? decideContact(state, full) : refuse(noRelation)),
      answer: (_, sequence): ContactAnswer => ({ contactId, sequence }),
    });
  let outcome = await execute((state) => state.status === 'none' || can(staff, capability, contactUnits(state)));
  if (outcome.kind === 'refused' && outcome.refusal.code === noRelation.code) {
    // Not one of their units: paged for it, or through the emergency door?
    await allowOnContact(deps.pool, staff, { capability, contact: outcome.state });
    outcome = await execute(() => true);
  }
  if (outcome.kind === 'refused') throw new Refused(await withNames(deps, outcome.refusal));
  await tellCall(deps, staff, { order, contactId, commandId: command.commandId });
  return outcome.answer as ContactAnswer;
}

const noRelation = { code: 'contact-of-other-unit', field: 'unit' } as const;

/** The capability that the step asks for, which the person has somewhere; opening a contact asks for it at the unit named. */
function personsCapability(staff: Staff, order: ContactOrder): Capability {
  const capability = capabilityFor(order);
  if (capability === 'pagerOnly') throw new Refused({ code: 'not-allowed', field: 'order.type' });
  const units = order.type === 'openContact' ? [order.centreId] : undefined;
  if (!can(staff, capability, units)) throw new Refused({ code: 'not-allowed', field: units ? 'order.centreId' : 'order.type' });
  return capability;
}

/** Fills in what the sender does not decide: whose key, and the number without spaces. */
async function completeOrder(
  deps: CommandDeps,
  contactId: string,
  order: ContactCommandIn['order'],
): Promise<{ readonly order: ContactOrder; readonly subjects: readonly string[] }> {
  if (order.type === 'openContact') return { order: { ...order, contactId, personId: randomUUID() }, subjects: [] };
  if (order.type !== 'identifyPatient') return { order, subjects: [] };
  const { identity } = order;
  const checked = identity.kind === 'nationalId' ? checkNationalId(identity.number) : undefined;
  const personId = checked?.valid ? await personOf(deps.pool, deps.sealer, checked.number) : randomUUID();
  return { order: { ...order, personId }, subjects: [personId] };
}

/** A call tied to the contact must say so on the queue too; the same command repeated tells it the same thing. */
async function tellCall(
  deps: CommandDeps,
  staff: Staff,
  told: { readonly order: ContactOrder; readonly contactId: string; readonly commandId: string },
): Promise<void> {
  const { order, contactId } = told;
  if ((order.type !== 'openContact' && order.type !== 'linkCall' && order.type !== 'unlinkCall') || order.callId === undefined) return;
  const now = deps.clock();
  const type = order.type === 'unlinkCall' ? ('unlinkContact' as const) : ('linkContact' as const);
  const commandId = `${told.commandId}:call`;
  await deps.calls.execute<CallRefusal>({
    stream: callStream(order.callId),
    commandId,
    bodyHash: '',
    actor: staff.staffId,
    now,
    occurredAt: now,
    decide: (state) => decideCall(state, { type, contactId, commandId, actor: staff.staffId, now, occurredAt: now }),
    answer: () => ({}),
  });
}

/** The user is told who, not an id. */
async function withNames(
  deps: CommandDeps,
  refusal: { readonly code: string },
): Promise<{ readonly code: string } & Record<string, unknown>> {
  const names = await deps.names();
  const data = { ...refusal } as Record<string, unknown> & { readonly code: string };
  if (typeof data['by'] === 'string') data['by'] = names(data['by']);
  if (Array.isArray(data['changes']))
    data['changes'] = data['changes'].map((change: { readonly by?: string }) => ({ ...change, byName: names(change.by ?? '') }));
  return data;
}
