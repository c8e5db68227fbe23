import { Button } from '@digdir/designsystemet-react';
import type { ContactDetail } from '@vakthavende/contract/contact';
import { Time, useNow } from '../ui/index.ts';
import { taskNames, texts } from './texts.nb.ts';

/** What remains of a contact: visible until done. A handover's task is done by its receipt alone. */
export function TaskList(props: { readonly detail: ContactDetail; readonly onDone: (taskId: string) => void }) {
  const now = useNow();
  const open = props.detail.tasks.filter((task) => task.done === undefined);
  if (open.length === 0) return <p className="quiet">{texts.tasks.none}</p>;
  return (
    <ul className="task-list" aria-label={texts.tasks.heading}>
      {open.map((task) => (
        <li key={task.taskId} data-overdue={task.due !== undefined && task.due < now}>
          <span className="task-text">
            <strong>{taskNames[task.kind]}</strong> {task.text}
            {task.due !== undefined && (
              <span className="task-due">
                {task.due < now ? '! ' : ''}
                <Time at={task.due} />
                {task.due < now ? ` ${texts.tasks.overdue}` : ''}
              </span>
            )}
          </span>
          {task.kind !== 'confirmHandover' && (
            <Button
              data-size="sm"
              variant="tertiary"
              aria-label={texts.tasks.markDone(`${taskNames[task.kind]} ${task.text}`.trim())}
              onClick={() => props.onDone(task.taskId)}
            >
              {texts.tasks.done}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
