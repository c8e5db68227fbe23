import { refuse } from '../kernel/index.ts';
import { decideAction, giveAdvice, setUrgency } from './assessment.ts';
import { close, closedRefusal, reopen } from './closing.ts';
import type { CommandOf, ContactCommand, ContactOrder } from './commands.ts';
import { confirmHandover, holdConference, offerHandover } from './cooperation.ts';
import { arrive, expectAtClinic, handOver, returnToWaiting, take } from './course.ts';
import { addTask, completeTask, promiseCallback, writeNote } from './follow-up.ts';
import { occurredAtRefusal } from './occurred-at.ts';
import { acknowledge, adviseEmcConference, escalatePage, reportPage, sendPage } from './page-commands.ts';
import type { ContactDecision } from './refusals.ts';
import {
  correctChannel,
  identifyPatient,
  linkCall,
  openContact,
  stateCaller,
  statePlace,
  stateReason,
  unlinkCall,
} from './registration.ts';
import { unseenChange } from './seen-changes.ts';
import type { Contact, OpenedContact } from './state.ts';

/** What the command leads to, given everything that has happened. No events: what was asked for is already so. */
export function decideContact(state: Contact, command: ContactCommand): ContactDecision {
  const impossibleTime = occurredAtRefusal(state, command.occurredAt, command.now);
  if (impossibleTime) return refuse(impossibleTime);
  if (command.type === 'openContact') {
    return state.status === 'none' ? openContact(command) : refuse({ code: 'contact-exists', field: 'contactId' });
  }
  if (state.status === 'none') return refuse({ code: 'contact-unknown' });
  const refusal = closedRefusal(state, command.type) ?? unseenChange(state, command.type, command.seen);
  return refusal ? refuse(refusal) : dispatch(state, command);
}

type OrderType = Exclude<ContactOrder['type'], 'openContact'>;

const rules: { readonly [Type in OrderType]: (contact: OpenedContact, command: CommandOf<Type>) => ContactDecision } = {
  correctChannel,
  linkCall,
  unlinkCall,
  stateCaller,
  identifyPatient,
  statePlace,
  stateReason,
  setUrgency,
  decideAction,
  giveAdvice,
  expectAtClinic,
  promiseCallback,
  holdConference,
  offerHandover,
  confirmHandover,
  arrive,
  take,
  handOver,
  returnToWaiting,
  writeNote,
  addTask,
  completeTask,
  sendPage,
  reportPage,
  acknowledge,
  escalatePage,
  adviseEmcConference,
  close,
  reopen,
};

function dispatch(contact: OpenedContact, command: Exclude<ContactCommand, { type: 'openContact' }>): ContactDecision {
  // The table's type pairs each type of command with its rule; the compiler cannot follow that through the lookup.
  const rule = rules[command.type] as (contact: OpenedContact, command: ContactCommand) => ContactDecision;
  return rule(contact, command);
}
