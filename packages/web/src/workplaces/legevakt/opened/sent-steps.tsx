import { Button } from '@digdir/designsystemet-react';
import { Conflict, type Entry, StepMark, StepRefusal } from '../../../contact/index.ts';
import { texts } from '../texts.nb.ts';
import { useClinicContact } from './clinic-contact.ts';
import { isInstant, type StepId, stepOfSlot } from './steps.ts';

/** Steps on their way or refused, whose form is not open: nothing that was written is out of sight. */
export function SentSteps(props: { readonly openStep: StepId | undefined }) {
  const { orders, detail, start } = useClinicContact();
  const shown = orders.entries.filter((entry) => entry.state !== 'accepted' && stepOfSlot(entry.slot) !== props.openStep);
  if (shown.length === 0) return null;
  return (
    <ul className="lv-sent" aria-label={texts.contact.underWay}>
      {shown.map((entry) => {
        const step = stepOfSlot(entry.slot);
        return (
          <li key={entry.commandId}>
            <strong>{step ? texts.steps[step] : texts.contact.tasks}</strong> <StepMark entry={entry} />
            <StepRefusal entry={entry} onGiveUp={orders.giveUp} />
            {entry.state === 'refused' && entry.problem?.code === 'contact-changed' && (step === undefined || isInstant(step)) && (
              <Conflict
                entry={entry}
                detail={detail}
                mine={step ? texts.steps[step] : ''}
                theirs={detail.takenByName}
                onKeepMine={(seen) => orders.give(entry.slot, entry.order, seen)}
                onTakeTheirs={() => orders.giveUp(entry.commandId)}
              />
            )}
            {entry.state === 'refused' && step && !isInstant(step) && (
              <Button data-size="sm" variant="secondary" onClick={() => start(step, aboutOf(entry))}>
                {texts.contact.fix}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function aboutOf(entry: Entry): string | undefined {
  return entry.slot.split(':')[1];
}
