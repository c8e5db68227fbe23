import { accept, refuse } from '../kernel/index.ts';
import type { CommandOf } from './commands.ts';
import { agreedTimeRefusal } from './occurred-at.ts';
import type { ContactDecision } from './refusals.ts';
import type { OpenedContact } from './state.ts';
import { cleanOptional, cleanText, firstRefusal, textRefusal, tooLong } from './written-text.ts';

/** Notes and what remains to be done: both go on after the contact is closed. */

export function writeNote(contact: OpenedContact, command: CommandOf<'writeNote'>): ContactDecision {
  const { noteId, text, corrects } = command;
  const refusal = textRefusal('text', text, 'long');
  if (refusal) return refuse(refusal);
  const has = (id: string) => contact.notes.some((note) => note.noteId === id);
  if (has(noteId)) return refuse({ code: 'already-exists', field: 'noteId' });
  if (corrects !== undefined && !has(corrects)) return refuse({ code: 'unknown-reference', field: 'corrects' });
  return accept({ type: 'noteWritten', noteId, text: cleanText(text), corrects });
}

export function addTask(contact: OpenedContact, command: CommandOf<'addTask'>): ContactDecision {
  const { taskId, kind, text, due, occurredAt } = command;
  const refusal = firstRefusal(textRefusal('text', text, 'reason'), agreedTimeRefusal('due', due, occurredAt));
  if (refusal) return refuse(refusal);
  if (hasTask(contact, taskId)) return refuse({ code: 'already-exists', field: 'taskId' });
  return accept({ type: 'taskAdded', taskId, kind, text: cleanText(text), due });
}

/** Not done twice: whoever comes second learns that it is done, and does not call the patient once more. */
export function completeTask(contact: OpenedContact, command: CommandOf<'completeTask'>): ContactDecision {
  const { taskId } = command;
  const task = contact.tasks.find((candidate) => candidate.taskId === taskId);
  if (!task) return refuse({ code: 'unknown-reference', field: 'taskId' });
  if (task.done) return refuse({ code: 'task-already-done', field: 'taskId', by: task.done.by, at: task.done.at });
  if (contact.handovers.some((handover) => handover.handoverId === taskId)) {
    return refuse({ code: 'handover-needs-receipt', field: 'taskId', handoverId: taskId });
  }
  return accept({ type: 'taskDone', taskId });
}

export function promiseCallback(contact: OpenedContact, command: CommandOf<'promiseCallback'>): ContactDecision {
  const { taskId, by, occurredAt } = command;
  const number = cleanOptional(command.number);
  const refusal = firstRefusal(agreedTimeRefusal('by', by, occurredAt), tooLong('number', number, 'short'));
  if (refusal) return refuse(refusal);
  if (hasTask(contact, taskId)) return refuse({ code: 'already-exists', field: 'taskId' });
  return accept({ type: 'callbackPromised', taskId, by, number });
}

function hasTask(contact: OpenedContact, taskId: string): boolean {
  return contact.tasks.some((task) => task.taskId === taskId);
}
