import { mayDo, useSession } from '../../app/index.ts';
import { contactOutbox } from '../../contact/index.ts';
import type { BoardLine } from './board/sections.ts';
import { boardKeys } from './key-map.ts';
import { instantOrder } from './opened/instant-order.ts';
import { isInstant, type StepId, stepIds, stepKeys, stepsFor } from './opened/steps.ts';
import { roleHere } from './role-here.ts';

export function acknowledge(contactId: string): void {
  contactOutbox.send({ contactId, slot: 'acknowledge', order: { type: 'acknowledge' } });
}

/**
 * A letter on a row of the board, for that row alone: a step that is one press is given there, one that is written opens the contact with
 * its form. True when the letter meant something.
 */
export function useStepOnLine(unit: string, onAsk: (contactId: string, step: StepId) => void): (key: string, line: BoardLine) => boolean {
  const session = useSession();
  const role = roleHere(session, unit);
  const asking = { unit, treats: role !== undefined, answersForRed: mayDo(session, 'answerForRed', unit) };
  return (key, line) => {
    if (line.kind === 'task' && key === boardKeys.taskDone) return completeTask(line);
    const { row } = line;
    const step = stepIds.find((one) => stepKeys[one] === key);
    if (step === undefined || !stepsFor(row, asking).includes(step)) return false;
    const order = isInstant(step) ? instantOrder(step, { unit, role }) : undefined;
    if (order) contactOutbox.send({ contactId: row.contactId, slot: step, order, seen: row.sequence });
    else onAsk(row.contactId, step);
    return true;
  };
}

/** A handover's task is done by telling who received it, in the contact. */
function completeTask({ row, task }: Extract<BoardLine, { readonly kind: 'task' }>): boolean {
  if (task.kind === 'confirmHandover') return false;
  const { taskId } = task;
  contactOutbox.send({ contactId: row.contactId, slot: `done:${taskId}`, order: { type: 'completeTask', taskId } });
  return true;
}
