import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { Entry } from './orders/outbox.ts';
import { texts } from './texts.nb.ts';
import './contact.css';

/** Whether a step has come in: pending, not sent, refused. Nothing is shown once it is acknowledged. */
export function StepMark({ entry }: { readonly entry: Entry | undefined }) {
  return (
    <span className="step-mark" role="status" data-state={entry?.state}>
      {entry && entry.state !== 'refused' && (
        <>
          <span aria-hidden="true">{entry.state === 'waiting' ? '⚠ ' : entry.state === 'accepted' ? '✓ ' : '○ '}</span>
          {texts.state[entry.state]}
        </>
      )}
    </span>
  );
}

/** Why a step was refused, at the field that it came from. Not for `contact-changed`, which the writer settles. */
export function StepRefusal(props: {
  readonly entry: Entry | undefined;
  readonly onGiveUp: (commandId: string) => void;
  readonly children?: ReactNode;
}) {
  const { entry } = props;
  if (entry?.state !== 'refused' || entry.problem?.code === 'contact-changed') return null;
  return (
    <div className="step-refusal" role="alert">
      <span aria-hidden="true">▲ </span>
      <span>{entry.problem ? refusalText(entry) : texts.heldBack}</span>
      <Button variant="tertiary" data-size="sm" onClick={() => props.onGiveUp(entry.commandId)}>
        {texts.giveUp}
      </Button>
    </div>
  );
}

function refusalText(entry: Entry): string {
  const details = entry.problem?.errors?.map((one) => one.message) ?? [];
  return [entry.problem?.detail, ...details].filter(Boolean).join(' ');
}
