import { never } from '@vakthavende/core/kernel';
import type { InstantStep, StepId } from '../opened/steps.ts';
import { ActionForm } from './action-form.tsx';
import { CloseForm } from './close-form.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { IdentifyForm } from './identify-form.tsx';
import { PartyForm, ReceiptForm } from './party-form.tsx';
import { TaskForm } from './task-form.tsx';
import { AdviceForm, NoteForm, ReasonForm, ReopenForm } from './text-forms.tsx';
import { TriageForm } from './triage-form.tsx';

/** The step that is being written: `about` is the note to correct, or the handover to confirm. */
export interface OpenStep {
  readonly step: Exclude<StepId, InstantStep>;
  readonly about?: string | undefined;
}

export function StepFormOf(props: { readonly open: OpenStep; readonly onClose: () => void }) {
  const { open, onClose } = props;
  switch (open.step) {
    case 'triage':
      return <TriageForm onClose={onClose} />;
    case 'note':
      return <NoteForm key={open.about} corrects={open.about} onClose={onClose} />;
    case 'action':
      return <ActionForm onClose={onClose} />;
    case 'task':
      return <TaskForm onClose={onClose} />;
    case 'advice':
      return <AdviceForm onClose={onClose} />;
    case 'handOver':
      return <HandOverForm onClose={onClose} />;
    case 'party':
      return open.about === undefined ? <PartyForm onClose={onClose} /> : <ReceiptForm handoverId={open.about} onClose={onClose} />;
    case 'identify':
      return <IdentifyForm onClose={onClose} />;
    case 'reason':
      return <ReasonForm onClose={onClose} />;
    case 'close':
      return <CloseForm onClose={onClose} />;
    case 'reopen':
      return <ReopenForm onClose={onClose} />;
    default:
      return never(open.step);
  }
}
