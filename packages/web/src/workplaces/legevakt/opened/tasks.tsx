import { Button } from '@digdir/designsystemet-react';
import { contactTexts, TaskList } from '../../../contact/index.ts';
import { Panel } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { useClinicContact } from './clinic-contact.ts';

/** What remains; a handover is confirmed by telling who received it. */
export function Tasks() {
  const { detail, orders, start } = useClinicContact();
  const unreceived = detail.handovers.filter((handover) => !handover.received);
  return (
    <Panel title={contactTexts.tasks.heading} level={3}>
      <TaskList detail={detail} onDone={(taskId) => orders.give(`done:${taskId}`, { type: 'completeTask', taskId })} />
      {unreceived.map((handover) => (
        <Button key={handover.handoverId} data-size="sm" variant="secondary" onClick={() => start('party', handover.handoverId)}>
          {texts.form.receipt}: {handover.party.name}
        </Button>
      ))}
    </Panel>
  );
}
