import { type Instant, instant, type Milliseconds, minute, plus } from '../../kernel/index.ts';
import type { ContactCommand, ContactOrder } from '../commands.ts';
import { decideContact } from '../decide.ts';
import type { ContactEvent } from '../events.ts';
import { evolveContact, initialContact } from '../evolve.ts';
import type { ContactDecision } from '../refusals.ts';
import type { Contact, OpenedContact } from '../state.ts';

/** 21:00 in Oslo on an ordinary evening, 5 March 2025. */
export const evening: Instant = instant(Date.UTC(2025, 2, 5, 20, 0));

export function after(duration: Milliseconds): Instant {
  return plus(evening, duration);
}

export const opened: ContactEvent = {
  type: 'contactOpened',
  contactId: 'contact-1',
  centreId: 'lvs-forde',
  channel: 'patientPhones',
  personId: 'person-1',
};

export const opening: ContactOrder = {
  type: 'openContact',
  contactId: 'contact-1',
  centreId: 'lvs-forde',
  channel: 'patientPhones',
  personId: 'person-1',
};

export const redSet: ContactEvent = { type: 'urgencySet', axis: 'telephone', urgency: 'red', tool: 'none', criteria: [] };
export const yellowSet: ContactEvent = { ...redSet, urgency: 'yellow' };
export const greenSet: ContactEvent = { ...redSet, urgency: 'green' };
export const advised: ContactEvent = { type: 'actionDecided', action: 'nurseAdvice' };
export const ordinary: readonly ContactEvent[] = [opened, greenSet, advised];

export interface Circumstances {
  readonly actor?: string;
  /** Defaults to an hour after the opening. */
  readonly now?: Instant;
  readonly occurredAt?: Instant;
  readonly seen?: number;
}

/** An event, or one with its own times and actor. */
export type Told =
  | ContactEvent
  | { readonly event: ContactEvent; readonly at?: Instant; readonly recordedAt?: Instant; readonly by?: string };

/** A contact to which these have happened, one minute apart. */
export function contactAfter(...events: readonly Told[]): OpenedContact {
  const contact = events.reduce<Contact>((state, told, index) => {
    const { event, at, recordedAt, by } = 'event' in told ? told : { event: told, at: undefined, recordedAt: undefined, by: undefined };
    const occurredAt = at ?? after(index * minute);
    return evolveContact(state, {
      event,
      sequence: index + 1,
      occurredAt,
      recordedAt: recordedAt ?? occurredAt,
      actor: by ?? 'operator-1',
    });
  }, initialContact);
  if (contact.status === 'none') throw new Error('The story begins with an opening');
  return contact;
}

export function command(order: ContactOrder, circumstances: Circumstances = {}): ContactCommand {
  const now = circumstances.now ?? after(60 * minute);
  return {
    ...order,
    commandId: 'command-1',
    actor: circumstances.actor ?? 'operator-1',
    now,
    occurredAt: circumstances.occurredAt ?? now,
    seen: circumstances.seen,
  };
}

/** What the command leads to; the sender has seen everything unless told otherwise. */
export function when(contact: Contact, order: ContactOrder, circumstances: Circumstances = {}): ContactDecision {
  const seen = contact.status === 'none' ? undefined : contact.sequence;
  return decideContact(contact, command(order, { ...(seen === undefined ? {} : { seen }), ...circumstances }));
}

/** The contact after the command's events, for stories told by commands. */
export function proceed(contact: Contact, order: ContactOrder, circumstances: Circumstances = {}): Contact {
  const decision = when(contact, order, circumstances);
  if (!decision.accepted) throw new Error(`Refused: ${JSON.stringify(decision.refusal)}`);
  return record(contact, decision.events, command(order, circumstances));
}

export function record(contact: Contact, events: readonly ContactEvent[], sent: ContactCommand): Contact {
  return events.reduce<Contact>((state, event) => {
    const sequence = (state.status === 'none' ? 0 : state.sequence) + 1;
    return evolveContact(state, { event, sequence, occurredAt: sent.occurredAt, recordedAt: sent.now, actor: sent.actor });
  }, contact);
}
