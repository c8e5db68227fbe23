import type { Party } from '@vakthavende/core/contact';
import { QuickChoice, TextInput } from '../../../ui/index.ts';
import { useClinicContact } from '../opened/clinic-contact.ts';
import { texts } from '../texts.nb.ts';
import { StepFrame } from './step-frame.tsx';
import { useStepForm } from './use-step-form.ts';

type Mode = keyof typeof texts.form.partyModes;
type Kind = Party['kind'];

interface Written {
  readonly mode: Mode;
  readonly kind: Kind;
  readonly name: string;
}

/** A conference with AMK or another, or the responsibility offered to them; the receipt is a step of its own. */
export function PartyForm(props: { readonly onClose: () => void }) {
  const t = texts.form;
  const form = useStepForm<Written>({
    slot: 'party',
    initial: { mode: 'conference', kind: 'emc', name: t.partyKinds.emc },
    fromOrder: (order) => {
      if (order.type !== 'holdConference' && order.type !== 'offerHandover') return undefined;
      return { mode: order.type === 'holdConference' ? 'conference' : 'handover', kind: order.party.kind, name: order.party.name };
    },
    onDone: props.onClose,
  });
  const { mode, kind, name } = form.value;
  const ready = name.trim() !== '';
  const save = () => {
    const party = { kind, name: name.trim() };
    const id = crypto.randomUUID();
    if (ready)
      form.send(
        mode === 'conference' ? { type: 'holdConference', conferenceId: id, party } : { type: 'offerHandover', handoverId: id, party },
      );
  };
  return (
    <StepFrame
      title={texts.steps.party}
      entry={form.entry}
      ready={ready}
      onSave={save}
      onClose={props.onClose}
      onDiscard={form.discard}
      restored={form.restoredFrom !== undefined}
      refusalShown={form.error('name') !== undefined}
    >
      <QuickChoice
        label={t.partyMode}
        columns={2}
        value={mode}
        choices={[
          { value: 'conference', label: t.partyModes.conference, keys: 'k' },
          { value: 'handover', label: t.partyModes.handover, keys: 'o' },
        ]}
        onChange={(value) => form.change({ mode: value })}
      />
      <QuickChoice
        label={t.partyKind}
        columns={3}
        value={kind}
        choices={(Object.keys(t.partyKinds) as Kind[]).map((value) => ({ value, label: t.partyKinds[value] }))}
        onChange={(value) => form.change({ kind: value, ...(isKindName(name) ? { name: t.partyKinds[value] } : {}) })}
      />
      <TextInput
        label={t.partyName}
        value={name}
        onChange={(text) => form.change({ name: text })}
        onEnter={save}
        error={form.error('name')}
        input={{ maxLength: 200, autoComplete: 'off' }}
      />
    </StepFrame>
  );
}

/** A name that only repeats the kind follows when the kind is changed. */
function isKindName(name: string): boolean {
  return Object.values<string>(texts.form.partyKinds).includes(name);
}

/** Who received the responsibility: the handover's task is done by this alone. */
export function ReceiptForm(props: { readonly handoverId: string; readonly onClose: () => void }) {
  const { detail } = useClinicContact();
  const handover = detail.handovers.find((one) => one.handoverId === props.handoverId);
  const form = useStepForm({
    slot: `receipt:${props.handoverId}`,
    initial: { receivedBy: '' },
    fromOrder: (order) => (order.type === 'confirmHandover' ? { receivedBy: order.receivedBy } : undefined),
    onDone: props.onClose,
  });
  const ready = form.value.receivedBy.trim() !== '';
  const save = () =>
    ready && form.send({ type: 'confirmHandover', handoverId: props.handoverId, receivedBy: form.value.receivedBy.trim() });
  return (
    <StepFrame
      title={`${texts.form.receipt}: ${handover?.party.name ?? ''}`}
      entry={form.entry}
      ready={ready}
      onSave={save}
      onClose={props.onClose}
      onDiscard={form.discard}
      refusalShown={form.error('receivedBy') !== undefined}
    >
      <TextInput
        label={texts.form.receivedBy}
        value={form.value.receivedBy}
        onChange={(receivedBy) => form.change({ receivedBy })}
        onEnter={save}
        error={form.error('receivedBy')}
        input={{ maxLength: 200, autoComplete: 'off' }}
      />
    </StepFrame>
  );
}
