import { osloDate } from '@vakthavende/core/kernel';
import { identityText, readWho } from '../../../contact/index.ts';
import { useNow } from '../../../ui/index.ts';
import { useClinicContact } from '../opened/clinic-contact.ts';
import { texts } from '../texts.nb.ts';
import { StepFrame } from './step-frame.tsx';
import { useStepForm } from './use-step-form.ts';
import { WhoField } from './who-field.tsx';

/** Who the patient is, or turns out to be. Identifying an unknown keeps what was written before. */
export function IdentifyForm(props: { readonly onClose: () => void }) {
  const { detail } = useClinicContact();
  const today = osloDate(useNow());
  const known = detail.identity.kind === 'unknown' ? '' : identityText(detail.identity);
  const form = useStepForm({
    slot: 'who',
    initial: { who: known },
    fromOrder: (order) => (order.type === 'identifyPatient' ? { who: identityText(order.identity) } : undefined),
    onDone: props.onClose,
  });
  const reading = readWho(form.value.who, today);
  const save = (seen?: number) => reading.kind === 'identity' && form.send({ type: 'identifyPatient', identity: reading.identity }, seen);
  return (
    <StepFrame
      title={texts.steps.identify}
      entry={form.entry}
      ready={reading.kind === 'identity' && form.value.who !== known}
      onSave={save}
      onClose={props.onClose}
      onDiscard={form.discard}
      restored={form.restoredFrom !== undefined}
      refusalShown={identityError(form.error) !== undefined}
      conflict={{ mine: form.value.who, theirs: identityText(detail.identity) }}
    >
      <WhoField value={form.value.who} onChange={(who) => form.change({ who })} onEnter={() => save()} error={identityError(form.error)} />
    </StepFrame>
  );
}

function identityError(error: (field: string) => string | undefined): string | undefined {
  return ['identity', 'number', 'name', 'birthDate', 'country'].map(error).find(Boolean);
}
