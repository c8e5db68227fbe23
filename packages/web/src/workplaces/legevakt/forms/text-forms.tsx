import { TextInput, Time } from '../../../ui/index.ts';
import { useClinicContact } from '../opened/clinic-contact.ts';
import { texts } from '../texts.nb.ts';
import { StepFrame } from './step-frame.tsx';
import { useStepForm } from './use-step-form.ts';

const longest = 20_000;
const longestReason = 2_000;

/** A signed note, or the correction of one: a new note that names the first. */
export function NoteForm(props: { readonly corrects?: string | undefined; readonly onClose: () => void }) {
  const { detail, myName } = useClinicContact();
  const { corrects } = props;
  const original = detail.notes.find((note) => note.noteId === corrects);
  const form = useStepForm({
    slot: corrects === undefined ? 'note' : `note:${corrects}`,
    initial: { text: original?.text ?? '' },
    fromOrder: (order) => (order.type === 'writeNote' ? { text: order.text } : undefined),
    onDone: props.onClose,
  });
  const save = () =>
    form.send({
      type: 'writeNote',
      noteId: crypto.randomUUID(),
      text: form.value.text.trim(),
      ...(corrects === undefined ? {} : { corrects }),
    });
  return (
    <StepFrame
      title={original ? texts.contact.correction : texts.form.note}
      entry={form.entry}
      ready={form.value.text.trim() !== '' && form.value.text.trim() !== original?.text}
      onSave={save}
      onClose={props.onClose}
      onDiscard={form.discard}
      save={texts.form.sign}
      restored={form.restoredFrom !== undefined}
      refusalShown={form.error('text') !== undefined}
    >
      {original && (
        <blockquote className="lv-original">
          {texts.form.correctionOf} <Time at={original.at} /> {original.byName}: {original.text}
        </blockquote>
      )}
      <TextInput
        label={texts.form.note}
        description={texts.form.noteHint(myName)}
        rows={5}
        value={form.value.text}
        onChange={(text) => form.change({ text })}
        error={form.error('text')}
        input={{ maxLength: longest }}
      />
    </StepFrame>
  );
}

export function AdviceForm(props: { readonly onClose: () => void }) {
  const form = useStepForm({
    slot: 'advice',
    initial: { text: '' },
    fromOrder: (order) => (order.type === 'giveAdvice' ? { text: order.text } : undefined),
    onDone: props.onClose,
  });
  return (
    <StepFrame
      title={texts.form.advice}
      entry={form.entry}
      ready={form.value.text.trim() !== ''}
      onSave={() => form.send({ type: 'giveAdvice', text: form.value.text.trim(), adviceCodes: [] })}
      onClose={props.onClose}
      onDiscard={form.discard}
      restored={form.restoredFrom !== undefined}
      refusalShown={form.error('text') !== undefined}
    >
      <TextInput
        label={texts.form.advice}
        rows={4}
        value={form.value.text}
        onChange={(text) => form.change({ text })}
        error={form.error('text')}
        input={{ maxLength: longest }}
      />
    </StepFrame>
  );
}

/** What it is about. Two may write it at once: the second sees what the first wrote. */
export function ReasonForm(props: { readonly onClose: () => void }) {
  const { detail } = useClinicContact();
  const form = useStepForm({
    slot: 'reason',
    initial: { text: detail.reason ?? '' },
    fromOrder: (order) => (order.type === 'stateReason' ? { text: order.text } : undefined),
    onDone: props.onClose,
  });
  return (
    <StepFrame
      title={texts.form.reason}
      entry={form.entry}
      ready={form.value.text.trim() !== ''}
      onSave={(seen) => form.send({ type: 'stateReason', text: form.value.text.trim() }, seen)}
      onClose={props.onClose}
      onDiscard={form.discard}
      restored={form.restoredFrom !== undefined}
      refusalShown={form.error('text') !== undefined}
      conflict={{ mine: form.value.text, theirs: detail.reason }}
    >
      <TextInput
        label={texts.form.reason}
        rows={3}
        value={form.value.text}
        onChange={(text) => form.change({ text })}
        error={form.error('text')}
        input={{ maxLength: longestReason }}
      />
    </StepFrame>
  );
}

/** Reopening is for mistakes and for what came after: the reason stands in the journal. */
export function ReopenForm(props: { readonly onClose: () => void }) {
  const form = useStepForm({
    slot: 'reopen',
    initial: { reason: '' },
    fromOrder: (order) => (order.type === 'reopen' ? { reason: order.reason } : undefined),
    onDone: props.onClose,
  });
  const ready = form.value.reason.trim() !== '';
  const save = () => form.send({ type: 'reopen', reason: form.value.reason.trim() });
  return (
    <StepFrame
      title={texts.steps.reopen}
      entry={form.entry}
      ready={ready}
      onSave={save}
      onClose={props.onClose}
      onDiscard={form.discard}
      save={texts.steps.reopen}
      restored={form.restoredFrom !== undefined}
      refusalShown={form.error('reason') !== undefined}
    >
      <TextInput
        label={texts.form.reopenReason}
        value={form.value.reason}
        onChange={(reason) => form.change({ reason })}
        onEnter={() => ready && save()}
        error={form.error('reason')}
        input={{ maxLength: 200, autoComplete: 'off' }}
      />
    </StepFrame>
  );
}
