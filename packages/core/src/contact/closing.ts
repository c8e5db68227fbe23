import { accept, refuse } from '../kernel/index.ts';
import type { CommandOf, ContactOrder } from './commands.ts';
import { isDiagnosisCode } from './diagnosis.ts';
import { mayNotClose } from './may-close.ts';
import type { ContactDecision, ContactRefusal } from './refusals.ts';
import type { OpenedContact } from './state.ts';
import { cleanOptional, cleanText, textRefusal } from './written-text.ts';

/** Who closes is responsible. Whether the code is on the loaded list is asked by the one who has the list (`knownDiagnosis`). */
export function close(contact: OpenedContact, command: CommandOf<'close'>): ContactDecision {
  const diagnosis = cleanOptional(command.diagnosis);
  if (diagnosis !== undefined && !isDiagnosisCode(diagnosis)) return refuse({ code: 'diagnosis-invalid', field: 'diagnosis' });
  const refusal = mayNotClose(contact, command.outcome);
  return refusal ? refuse(refusal) : accept({ type: 'contactClosed', outcome: command.outcome, responsible: command.actor, diagnosis });
}

export function reopen(contact: OpenedContact, command: CommandOf<'reopen'>): ContactDecision {
  if (!contact.closed) return refuse({ code: 'contact-not-closed' });
  const refusal = textRefusal('reason', command.reason, 'reason');
  return refusal ? refuse(refusal) : accept({ type: 'contactReopened', reason: cleanText(command.reason) });
}

/** What goes on after closing: it adds, and changes nothing of what was closed. */
const afterClosing: readonly ContactOrder['type'][] = [
  'writeNote',
  'addTask',
  'completeTask',
  'linkCall',
  'acknowledge',
  'confirmHandover',
  'reportPage',
  'reopen',
];

export function closedRefusal(contact: OpenedContact, type: ContactOrder['type']): ContactRefusal | undefined {
  if (!contact.closed || afterClosing.includes(type)) return undefined;
  return { code: 'contact-closed', by: contact.closed.responsible, at: contact.closed.at };
}
